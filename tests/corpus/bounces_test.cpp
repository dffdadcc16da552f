#include "corpus_files.hpp"
#include "parsers/ascii.hpp"
#include "parsers/read_message.hpp"

#include <gtest/gtest.h>

#include <array>
#include <iostream>
#include <set>
#include <string>
#include <string_view>
#include <vector>

/// Delivery reports of many servers: that they are told, and whom they are about.
namespace redress::parsers::corpus {
namespace {

struct Named {
  std::string_view file;
  std::string_view reason;
};

// No report of a mail server on mail of ours. By their names so are arf-* (spam feedback),
// rfc3834-* (automatic replies) and all in not/.
constexpr std::array k_no_reports{
    Named{"make-test-36.eml", "a person forwards one"},
    Named{"lhost-sendmail-14.eml", "a person forwards one"},
    Named{"lhost-fml-03.eml", "a list tells its own manager of a loop"},
    Named{"aol-vacation.msg", "a person's automatic reply"},
    Named{"autoreply.msg", "a person's automatic reply"},
    Named{"polish-autoreply.msg", "a person's automatic reply"},
    Named{"warning-6.msg", "a person's automatic reply"},
    Named{"bluebottle.msg", "asks the sender to prove that he is one"},
    Named{"spam-bogus-email-in-report.msg", "an advertisement"},
    Named{"spam-lots-of-bogus-addresses.msg", "an advertisement"},
    Named{"spam-with-badly-parsed-email.msg", "an advertisement"},
    Named{"spam-with-image.msg", "an advertisement"},
    Named{"virus-caused-multiple-weird-reports.msg", "a virus"},
};

// Reports with a Final-Recipient that is none of theirs.
constexpr std::array k_other_recipients{
    Named{"lhost-sendmail-38.eml", "the second one stands in the returned message"},
};

template <class Table>
bool is_named(const Table& table, const fs::path& file) {
  const auto name = file.filename().string();
  return std::any_of(table.begin(), table.end(),
                     [&name](const Named& one) { return one.file == name; });
}

bool is_report(const fs::path& file) {
  const auto name = file.filename().string();
  return !name.starts_with("arf-") && !name.starts_with("rfc3834-") &&
         file.parent_path().filename() != "not" && !is_named(k_no_reports, file);
}

/// Addresses of all Final-Recipient fields that stand anywhere in the bytes (RFC 3464, 2.3.2).
std::set<std::string> final_recipients(std::string_view bytes) {
  std::set<std::string> out;
  ascii::Lines lines{bytes};
  for (std::string_view line; lines.next(line);) {
    if (!ascii::starts_with(line, "Final-Recipient:")) continue;
    auto address = line.substr(line.find(';') + 1);
    std::string kept = ascii::lowered(ascii::trimmed(address));
    std::erase_if(kept, [](char c) { return c == '<' || c == '>'; });
    if (kept.find('@') != kept.npos) out.insert(kept);  // else it is folded or encoded
  }
  return out;
}

/// Message-IDs that stand below the header of the report: of what comes back.
std::set<std::string> returned_ids(std::string_view bytes) {
  std::set<std::string> out;
  ascii::Lines lines{bytes};
  bool in_header = true;
  for (std::string_view line; lines.next(line);) {
    in_header = in_header && !line.empty();
    const auto field = ascii::trimmed(line);
    if (in_header || !ascii::starts_with(field, "Message-ID:")) continue;
    const auto open = field.find('<');
    const auto close = field.find('>', open + 1);
    if (open != field.npos && close != field.npos) {
      out.emplace(field.substr(open + 1, close - open - 1));
    }
  }
  return out;
}

std::set<std::string> recipients_of(const MessageFacts& facts) {
  std::set<std::string> found;
  if (facts.delivery_report) {
    for (const auto& one : facts.delivery_report->recipients) {
      found.insert(ascii::lowered(one.address));
    }
  }
  return found;
}

// Percent of reports that tell which message they are about, of those in which its id stands.
constexpr int k_ids_floor = 100;

struct Bounces {
  const char* folder;
  int reports;     ///< no fewer than these are there
  int told;        ///< percent
  int recipients;  ///< percent of those with a Final-Recipient
};

class Reports : public testing::TestWithParam<Bounces> {};

TEST_P(Reports, AreToldWithTheirRecipients) {
  Tally told;
  Tally recipients;
  Tally ids;
  for (const auto& file : mails(GetParam().folder)) {
    const auto bytes = read_file(file);
    const auto facts = read_message(bytes);
    if (!is_report(file)) {
      EXPECT_FALSE(facts.delivery_report.has_value()) << file;
      continue;
    }
    told.count(facts.delivery_report.has_value());
    if (!facts.delivery_report) std::cout << file << " is not told\n";
    if (const auto returned = returned_ids(bytes); facts.delivery_report && !returned.empty()) {
      const auto id = facts.delivery_report->original_message_id.value_or("");
      ids.count(returned.contains(id));
      if (!returned.contains(id)) std::cout << file << ": another message: " << id << "\n";
    }
    const auto wanted = final_recipients(bytes);
    if (wanted.empty() || is_named(k_other_recipients, file)) continue;
    const bool same = recipients_of(facts) == wanted;
    recipients.count(same);
    if (!same) std::cout << file << ": other recipients\n";
  }
  EXPECT_GE(told.compared, GetParam().reports);
  EXPECT_TRUE(told.at_least(GetParam().told)) << told;
  EXPECT_TRUE(recipients.at_least(GetParam().recipients)) << recipients;
  EXPECT_GT(ids.compared, 0);
  EXPECT_TRUE(ids.at_least(k_ids_floor)) << ids;
}

// Measured: 417 of 419, and all. The two are JSON from a notification service, which a house must
// have asked for.
INSTANTIATE_TEST_SUITE_P(Corpus, Reports,
                         testing::Values(Bounces{"bounces/sisimai", 419, 99, 100},
                                         Bounces{"bounces/bounceparser", 119, 100, 100}));

}  // namespace
}  // namespace redress::parsers::corpus
