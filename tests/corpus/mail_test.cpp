#include "corpus_files.hpp"
#include "parsers/ascii.hpp"
#include "parsers/read_message.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <iostream>
#include <string>

/// Ordinary mail and junk: nothing of it is a delivery report, and little is a machine's.
namespace redress::parsers::corpus {
namespace {

/// A list or a sender of mass mail says so itself (RFC 2369, RFC 2919, RFC 2076 "Precedence").
bool is_of_a_list(const MessageFacts& facts) {
  return std::any_of(facts.headers.begin(), facts.headers.end(), [](const HeaderField& field) {
    return ascii::starts_with(field.name, "List-") || ascii::equal(field.name, "Precedence") ||
           ascii::equal(field.name, "Mailing-List") || ascii::equal(field.name, "X-Mailing-List");
  });
}

/// The one mail of them that a machine wrote: its owner is out of the office.
bool is_absence(const fs::path& file) {
  return file.filename().string().starts_with("00033.2ceb520d");
}

TEST(Ham, IsWrittenByPeople) {
  int mistaken = 0;
  const auto files = mails("mail/ham");
  for (const auto& file : files) {
    const auto facts = read_message(read_file(file));
    EXPECT_FALSE(facts.delivery_report.has_value()) << file;
    if (is_absence(file)) {
      EXPECT_TRUE(facts.automatic.has_value());
      continue;
    }
    if (!facts.automatic || is_of_a_list(facts)) continue;
    ++mistaken;
    std::cout << file << ": " << facts.automatic->reason << "\n";
  }
  EXPECT_EQ(files.size(), 500U);
  EXPECT_EQ(mistaken, 0);
}

TEST(Spam, IsNoReport) {
  const auto files = mails("mail/spam");
  for (const auto& file : files) {
    EXPECT_FALSE(read_message(read_file(file)).delivery_report.has_value()) << file;
  }
  EXPECT_EQ(files.size(), 150U);
}

}  // namespace
}  // namespace redress::parsers::corpus
