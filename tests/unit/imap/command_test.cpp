#include "daemon/adapters/curl/imap/command.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace redress::adapters::imap {
namespace {

using domain::Uid;

std::vector<Uid> uids(std::initializer_list<std::uint32_t> values) {
  std::vector<Uid> out;
  for (const auto value : values) out.push_back(Uid{value});
  return out;
}

TEST(UidSets, RunsAreJoined) {
  EXPECT_EQ(uid_sets(uids({})), (std::vector<std::string>{}));
  EXPECT_EQ(uid_sets(uids({7})), (std::vector<std::string>{"7"}));
  EXPECT_EQ(uid_sets(uids({3, 4, 5, 9})), (std::vector<std::string>{"3:5,9"}));
  EXPECT_EQ(uid_sets(uids({9, 4, 3, 4})), (std::vector<std::string>{"3:4,9"}));
  EXPECT_EQ(uid_sets(uids({4294967294U, 4294967295U})),
            (std::vector<std::string>{"4294967294:4294967295"}));
}

TEST(UidSets, LongSetsAreCut) {
  std::vector<Uid> odd;
  for (std::uint32_t i = 0; i < 2500; ++i) odd.push_back(Uid{4'000'000'001U + 2U * i});
  const auto sets = uid_sets(odd);
  std::size_t count = 0;
  for (const auto& set : sets) {
    EXPECT_LE(set.size(), k_set_bytes);
    count += 1 + static_cast<std::size_t>(std::count(set.begin(), set.end(), ','));
  }
  EXPECT_EQ(count, odd.size());
}

TEST(UidSets, ARunIsCutAtTheMostMessages) {
  std::vector<Uid> run;
  for (std::uint32_t i = 1; i <= 2500; ++i) run.push_back(Uid{i});
  EXPECT_EQ(uid_sets(run), (std::vector<std::string>{"1:1000", "1001:2000", "2001:2500"}));
}

TEST(Commands, FolderNames) {
  EXPECT_EQ(with_folder("SELECT ", "INBOX").parts, (std::vector<std::string>{"SELECT \"INBOX\""}));
  EXPECT_EQ(with_folder("SELECT ", "a\"b\\c").parts,
            (std::vector<std::string>{"SELECT \"a\\\"b\\\\c\""}));
  EXPECT_EQ(with_folder("UID MOVE 1 ", "r\xe9sum\xe9").parts,
            (std::vector<std::string>{"UID MOVE 1 ", "r\xe9sum\xe9", ""}));
}

TEST(Commands, ZeroIsNoUid) {
  EXPECT_EQ(list_from(Uid{0}).parts.at(0), "UID FETCH 1:* (UID RFC822.SIZE INTERNALDATE FLAGS)");
}

}  // namespace
}  // namespace redress::adapters::imap
