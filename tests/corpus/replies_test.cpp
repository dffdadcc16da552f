#include "corpus_files.hpp"
#include "parsers/new_text.hpp"
#include "parsers/read_message.hpp"

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

// Where ours is what a reader of complaints wants, and theirs is not.
constexpr std::array<Difference, 0> k_policy{};

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
  EXPECT_TRUE(tally.at_least(62)) << tally;
}

}  // namespace
}  // namespace redress::parsers::corpus
