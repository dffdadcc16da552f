#include "daemon/app/copy_match.hpp"

#include <gtest/gtest.h>

namespace redress::app {
namespace {

using domain::Uid;
using ports::MailboxCopy;

MailboxCopy copy(std::int64_t message, const char* folder, std::uint32_t uid, std::uint64_t size,
                 const char* digest, std::uint32_t validity = 7) {
  return {.message = {message},
          .folder = folder,
          .validity = {validity},
          .uid = {uid},
          .size = size,
          .length = size,
          .digest = digest};
}
ports::ListedMessage listed(std::uint32_t uid, std::uint64_t size) {
  return {.uid = {uid}, .size = size, .internal_date = {}};
}
const SearchedFolder k_inbox{
    "INBOX", {7}, {listed(1, 10), listed(2, 20), listed(3, 10), listed(4, 30)}};

struct Row {
  const char* name;
  MailboxCopy wanted;
  std::vector<std::uint32_t> fetched;  ///< what may be it
  std::map<Uid, std::string> digests;  ///< of these, as they come
  std::vector<std::uint32_t> found;    ///< where it lies
  enum class Else { none, different, missing } otherwise;
};

class CopyMatching : public testing::TestWithParam<Row> {};

TEST_P(CopyMatching, InInbox) {
  const auto& row = GetParam();
  const std::span wanted{&row.wanted, 1};
  std::vector<std::uint32_t> fetched;
  for (const auto& one : may_be_copies(k_inbox, wanted)) fetched.push_back(one.uid.value);
  EXPECT_EQ(fetched, row.fetched);
  const auto match = match_copies(k_inbox, wanted, row.digests);
  std::vector<std::uint32_t> found;
  for (const auto& one : match.found) {
    for (const auto uid : one.uids) found.push_back(uid.value);
  }
  EXPECT_EQ(found, row.found);
  EXPECT_EQ(match.different.size(), row.otherwise == Row::Else::different ? 1U : 0U);
  EXPECT_EQ(match.missing.size(), row.otherwise == Row::Else::missing ? 1U : 0U);
}

using enum Row::Else;
INSTANTIATE_TEST_SUITE_P(
    Table, CopyMatching,
    testing::Values(
        Row{"in_its_place", copy(9, "INBOX", 2, 20, "d"), {2}, {{Uid{2}, "d"}}, {2}, none},
        Row{"another_size_is_told_is_read_all_the_same",
            copy(9, "INBOX", 2, 21, "d"),
            {2},
            {{Uid{2}, "d"}},
            {2},
            none},
        Row{"other_bytes_in_its_place",
            copy(9, "INBOX", 2, 20, "d"),
            {2},
            {{Uid{2}, "e"}},
            {},
            different},
        Row{"the_server_gives_no_bytes",
            copy(9, "INBOX", 2, 20, "d"),
            {2},
            {{Uid{2}, ""}},
            {},
            different},
        Row{"gone_before_it_was_fetched", copy(9, "INBOX", 2, 20, "d"), {2}, {}, {}, missing},
        // Its neighbour of the same size is another message of the ledger, whatever its bytes.
        Row{"gone_and_a_twin_stays",
            copy(9, "INBOX", 8, 10, "d"),
            {},
            {{Uid{1}, "d"}},
            {},
            missing},
        Row{"numbered_anew",
            copy(9, "INBOX", 2, 10, "d", 6),
            {1, 3},
            {{Uid{1}, "e"}, {Uid{3}, "d"}},
            {3},
            none},
        Row{"numbered_anew_and_changed",
            copy(9, "INBOX", 1, 10, "d", 6),
            {1, 3},
            {{Uid{1}, "e"}, {Uid{3}, "f"}},
            {},
            missing},
        Row{"of_another_folder", copy(9, "Junk", 2, 30, "d"), {4}, {{Uid{4}, "d"}}, {4}, none},
        Row{"there_twice",
            copy(9, "Junk", 2, 10, "d"),
            {1, 3},
            {{Uid{1}, "d"}, {Uid{3}, "d"}},
            {1, 3},
            none},
        Row{"of_a_size_that_nothing_has", copy(9, "Junk", 2, 11, "d"), {}, {}, {}, missing}),
    [](const auto& info) { return std::string{info.param.name}; });

TEST(CopyMatch, EachCopyIsJudgedByItself) {
  const std::vector copies{copy(1, "INBOX", 1, 10, "a"), copy(2, "INBOX", 2, 20, "b"),
                           copy(3, "INBOX", 9, 20, "c")};
  const auto match = match_copies(k_inbox, copies, {{Uid{1}, "a"}, {Uid{2}, "x"}});
  ASSERT_EQ(match.found.size(), 1U);
  EXPECT_EQ(match.found.front().copy.message, domain::MessageRowId{1});
  ASSERT_EQ(match.different.size(), 1U);
  EXPECT_EQ(match.different.front().message, domain::MessageRowId{2});
  ASSERT_EQ(match.missing.size(), 1U);
  EXPECT_EQ(match.missing.front().message, domain::MessageRowId{3});
}

}  // namespace
}  // namespace redress::app
