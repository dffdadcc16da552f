#include "corpus_files.hpp"
#include "parsers/read_message.hpp"
#include "parsers/text/new_text.hpp"

#include <gtest/gtest.h>

#include <array>
#include <iostream>
#include <string>
#include <string_view>

/// The new words of replies against what another program keeps of them.
namespace redress::parsers::corpus {
namespace {

struct Difference {
  std::string_view file;
  std::string_view ours;
};

// Where ours is what a reader of complaints wants: what was written this time and no quotation, and
// nothing lost of which it is not sure that somebody else wrote it.
constexpr std::array k_policy{
    Difference{"embedded_email_7.txt", "a quotation above an answer is one, too"},
    Difference{"embedded_email_16.txt", "a quotation above an answer is one, too"},
    Difference{"embedded_email_17.txt", "a quotation above an answer is one, too"},
    Difference{"quote_and_text.txt", "a quotation above an answer is one, too"},
    Difference{
        "embedded_email_11.txt",
        "a line of date, time and name may be the writer's own: no address, no verb, no colon"},
    Difference{"forwarded_message.txt", "a mail that only forwards says from whom"},
    Difference{"spam_1.txt", "a mail of nothing but quotations is not empty"},
    Difference{"signatures.txt", "\"Someone from mobile\" may be anybody's words"},
};

bool by_policy(const std::string& name) {
  return std::any_of(k_policy.begin(), k_policy.end(),
                     [&name](const Difference& one) { return one.file == name; });
}

TEST(Trimmer, NewTextIsWhatIsKept) {
  Tally tally;
  for (const auto& file : mails("replies/trimmer/emails")) {
    const auto name = file.filename().string();
    const auto facts = read_message(
        "MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n" + read_file(file));
    const auto ours = collapsed(facts.new_text);
    const auto theirs = collapsed(read_file(k_root / "replies/trimmer/trimmed" / name));
    if (by_policy(name)) {
      EXPECT_NE(ours, theirs) << name << " does not differ";
      continue;
    }
    tally.count(ours == theirs);
    if (ours != theirs) std::cout << name << "\n  " << ours << "\n  " << theirs << "\n";
  }
  EXPECT_GE(tally.compared + static_cast<int>(k_policy.size()), 64);
  EXPECT_TRUE(tally.at_least(100)) << tally;
}

}  // namespace
}  // namespace redress::parsers::corpus
