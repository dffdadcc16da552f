#include "tests/unit/imap/scripted_transport.hpp"

#include <fmt/format.h>

namespace redress::adapters::testing {
namespace {

using domain::ErrorCode;
using domain::Uid;
using ports::ListedMessage;

const std::string k_list = "R3 UID FETCH 5:* (UID RFC822.SIZE INTERNALDATE FLAGS)\r\n";

std::string item(int number, int uid, int size) {
  return fmt::format(
      "* {} FETCH (UID {} RFC822.SIZE {} INTERNALDATE \"21-Nov-2026 10:00:0{} +0000\")\r\n", number,
      uid, size, uid % 10);
}

std::vector<std::uint32_t> uids_of(const std::vector<ListedMessage>& messages) {
  std::vector<std::uint32_t> out;
  for (const auto& message : messages) out.push_back(message.uid.value);
  return out;
}

struct ListCase {
  std::string name;
  std::string reply;
  std::vector<std::uint32_t> expected;
};

class Listing : public ::testing::TestWithParam<ListCase> {};

TEST_P(Listing, InOrderOfUid) {
  for (const auto piece : k_pieces) {
    auto talk = Conversation::opened({{k_list, GetParam().reply + "R3 OK done\r\n"}}, piece);
    const auto found = run(talk->source().list(Uid{5}));
    ASSERT_TRUE(found.has_value()) << text_of(found);
    EXPECT_EQ(uids_of(*found), GetParam().expected);
  }
}
INSTANTIATE_TEST_SUITE_P(
    Table, Listing,
    ::testing::Values(
        ListCase{"plain", item(1, 5, 10) + item(2, 8, 20), {5, 8}},
        ListCase{"out_of_order", item(2, 8, 20) + item(1, 5, 10), {5, 8}},
        ListCase{"the_last_old_one_is_dropped", item(3, 4, 10), {}}, ListCase{"nothing", "", {}},
        ListCase{"unasked_data_between",
                 item(1, 5, 10) + "* 2 FETCH (FLAGS (\\Seen))\r\n* 4 EXISTS\r\n" + item(2, 8, 20),
                 {5, 8}},
        ListCase{
            "expunge_in_the_middle", item(1, 5, 10) + "* 1 EXPUNGE\r\n" + item(1, 8, 20), {5, 8}},
        ListCase{"unasked_flags_of_one_listed",
                 item(1, 5, 10) + "* 1 FETCH (UID 5 FLAGS (\\Seen))\r\n",
                 {5}},
        ListCase{"a_line_that_makes_no_sense",
                 item(1, 5, 10) + "* 2 FETCH (UID !)\r\n" + item(3, 9, 1),
                 {5, 9}}),
    [](const auto& info) { return info.param.name; });

TEST(List, TellsSizeAndDate) {
  auto talk = Conversation::opened({{k_list, item(1, 5, 4321) + "R3 OK\r\n"}});
  const auto found = run(talk->source().list(Uid{5}));
  ASSERT_TRUE(found.has_value() && found->size() == 1);
  EXPECT_EQ(found->at(0).size, 4321U);
  EXPECT_EQ(domain::to_rfc3339(found->at(0).internal_date), "2026-11-21T10:00:05Z");
}

TEST(List, OfAnEmptyFolderAsksNoUids) {
  auto talk = Conversation::opened({{"R3 NOOP\r\n", "R3 OK\r\n"}}, 0, k_capabilities,
                                   "* 0 EXISTS\r\n* OK [UIDVALIDITY 7] x\r\n");
  const auto found = run(talk->source().list(Uid{1}));
  ASSERT_TRUE(found.has_value());
  EXPECT_TRUE(found->empty());
}

TEST(List, OfAFolderThatWasEmptyUntilNow) {
  auto talk = Conversation::opened(
      {{"R3 NOOP\r\n", "* 1 EXISTS\r\nR3 OK\r\n"},
       {"R4 UID FETCH 1:* (UID RFC822.SIZE INTERNALDATE FLAGS)\r\n", item(1, 1, 9) + "R4 OK\r\n"}},
      0, k_capabilities, "* 0 EXISTS\r\n* OK [UIDVALIDITY 7] x\r\n");
  const auto found = run(talk->source().list(Uid{0}));
  ASSERT_TRUE(found.has_value());
  EXPECT_EQ(uids_of(*found), (std::vector<std::uint32_t>{1}));
}

TEST(List, AChangeOfUidValidityIsAConflict) {
  auto talk = Conversation::opened({{k_list, "* OK [UIDVALIDITY 78] x\r\nR3 OK\r\n"}});
  const auto found = run(talk->source().list(Uid{5}));
  ASSERT_TRUE(found.has_error());
  EXPECT_EQ(found.error().code, ErrorCode::conflict);
  EXPECT_EQ(talk->script().closes, 1);
}

ListedMessage listed(std::uint32_t uid, std::uint64_t size) {
  return {Uid{uid}, size, domain::Instant{std::chrono::seconds{uid}}};
}

std::string body(int number, int uid, const std::string& text, const std::string& item = "BODY[]") {
  return fmt::format(
      "* {} FETCH (UID {} INTERNALDATE \"21-Nov-2026 10:00:00 +0000\" {} {{{}}}\r\n{})\r\n", number,
      uid, item, text.size(), text);
}

std::string fetch_text(int tag, const std::string& set) {
  return fmt::format("R{} UID FETCH {} (UID INTERNALDATE BODY.PEEK[])\r\n", tag, set);
}

using Bodies = std::vector<std::pair<std::uint32_t, std::string>>;

Bodies bodies_of(const std::vector<ports::FetchedMessage>& messages) {
  Bodies out;
  for (const auto& message : messages) out.emplace_back(message.uid.value, message.bytes);
  return out;
}

struct FetchCase {
  std::string name;
  std::vector<Step> steps;
  Bodies expected;
};

class Fetching : public ::testing::TestWithParam<FetchCase> {};

TEST_P(Fetching, UidsFiveAndSix) {
  for (const auto piece : k_pieces) {
    auto talk = Conversation::opened(GetParam().steps, piece);
    const std::vector<ListedMessage> wanted{listed(5, 2), listed(6, 2)};
    const auto found = run(talk->source().fetch(wanted, 100));
    ASSERT_TRUE(found.has_value()) << text_of(found);
    EXPECT_EQ(bodies_of(*found), GetParam().expected);
  }
}
const std::string k_five_six = fetch_text(3, "5:6");
const std::string k_five = "R5 UID FETCH 5 (UID INTERNALDATE BODY.PEEK[]<0.100>)\r\n";
INSTANTIATE_TEST_SUITE_P(
    Table, Fetching,
    ::testing::Values(
        FetchCase{"plain",
                  {{k_five_six, body(1, 5, "a)") + body(2, 6, "b\r\n") + "R3 OK\r\n"}},
                  {{5, "a)"}, {6, "b\r\n"}}},
        FetchCase{"out_of_order_and_unasked",
                  {{k_five_six, body(9, 7, "not wanted") + body(2, 6, "b") + "* 4 EXISTS\r\n" +
                                    "* 1 FETCH (FLAGS (\\Seen))\r\n" + body(1, 5, "a") +
                                    body(1, 5, "again") + "R3 OK\r\n"}},
                  {{5, "a"}, {6, "b"}}},
        FetchCase{"quoted_and_nil",
                  {{k_five_six,
                    "* 1 FETCH (BODY[] \"q\" UID 5)\r\n* 2 FETCH (UID 6 BODY[] NIL)\r\nR3 OK\r\n"},
                   {"R4 UID SEARCH UID 6\r\n", "* SEARCH 6\r\nR4 OK\r\n"},
                   {"R5 UID FETCH 6 (UID INTERNALDATE BODY.PEEK[]<0.100>)\r\n",
                    "* 2 FETCH (UID 6 BODY[]<0> NIL)\r\nR5 OK\r\n"},
                   {"R6 UID SEARCH UID 6\r\n", "* SEARCH 6\r\nR6 OK\r\n"}},
                  {{5, "q"}, {6, ""}}},
        FetchCase{"nil_of_one_that_was_removed",
                  {{k_five_six, body(1, 5, "a") +
                                    "* 2 FETCH (UID 6 INTERNALDATE \"21-Nov-2026 10:00:00 +0000\""
                                    " BODY[] NIL)\r\n* 2 EXPUNGE\r\n"
                                    "R3 OK [EXPUNGEISSUED] Some were expunged\r\n"},
                   {"R4 UID SEARCH UID 6\r\n", "* SEARCH\r\nR4 OK\r\n"}},
                  {{5, "a"}}},
        FetchCase{"data_in_two_responses",
                  {{k_five_six, "* 1 FETCH (UID 5 FLAGS ())\r\n" + body(1, 5, "a") +
                                    body(2, 6, "b") + "R3 OK\r\n"}},
                  {{5, "a"}, {6, "b"}}},
        FetchCase{"one_vanished",
                  {{k_five_six, body(2, 6, "b") + "* 1 EXPUNGE\r\nR3 OK\r\n"},
                   {"R4 UID SEARCH UID 5\r\n", "* SEARCH\r\nR4 OK\r\n"}},
                  {{6, "b"}}},
        FetchCase{"one_vanished_and_the_server_says_no",
                  {{k_five_six, body(2, 6, "b") + "R3 NO [EXPUNGEISSUED] some are gone\r\n"},
                   {"R4 UID SEARCH UID 5\r\n", "* SEARCH\r\nR4 OK\r\n"}},
                  {{6, "b"}}},
        FetchCase{"one_unreadable_comes_when_asked_for_singly",
                  {{k_five_six, "* 1 FETCH (UID 5 BODY[ x)\r\n" + body(2, 6, "b") + "R3 OK\r\n"},
                   {"R4 UID SEARCH UID 5\r\n", "* SEARCH 5\r\nR4 OK\r\n"},
                   {k_five, body(1, 5, "a", "BODY[]<0>") + "R5 OK\r\n"}},
                  {{5, "a"}, {6, "b"}}},
        FetchCase{"one_that_the_server_cannot_give_is_recorded_empty",
                  {{k_five_six, body(2, 6, "b") + "R3 NO cannot read message\r\n"},
                   {"R4 UID SEARCH UID 5\r\n", "* SEARCH 5\r\nR4 OK\r\n"},
                   {k_five, "R5 NO cannot read message\r\n"},
                   {"R6 UID SEARCH UID 5\r\n", "* SEARCH 5\r\nR6 OK\r\n"}},
                  {{5, ""}, {6, "b"}}}),
    [](const auto& info) { return info.param.name; });

TEST(Fetch, ALargeMessageIsCutByTheServer) {
  auto talk = Conversation::opened({{"R3 UID FETCH 5 (UID INTERNALDATE BODY.PEEK[]<0.4>)\r\n",
                                     body(1, 5, "0123", "BODY[]<0>") + "R3 OK\r\n"}});
  const std::vector<ListedMessage> wanted{listed(5, 1000)};
  const auto found = run(talk->source().fetch(wanted, 4));
  ASSERT_TRUE(found.has_value() && found->size() == 1) << text_of(found);
  EXPECT_EQ(found->at(0).bytes, "0123");
  EXPECT_EQ(found->at(0).size, 1000U);
}

TEST(Fetch, AMessageLargerThanItsListedSizeIsCutHere) {
  auto talk = Conversation::opened({{fetch_text(3, "5"), body(1, 5, "0123456789") + "R3 OK\r\n"}});
  const std::vector<ListedMessage> wanted{listed(5, 2)};
  const auto found = run(talk->source().fetch(wanted, 4));
  ASSERT_TRUE(found.has_value() && found->size() == 1) << text_of(found);
  EXPECT_EQ(found->at(0).bytes, "0123");
  EXPECT_EQ(found->at(0).size, 10U);
}

TEST(Fetch, TheDateOfTheFetchCounts) {
  auto talk = Conversation::opened({{fetch_text(3, "5"), body(1, 5, "a") + "R3 OK\r\n"}});
  const std::vector<ListedMessage> wanted{listed(5, 2)};
  const auto found = run(talk->source().fetch(wanted, 4));
  ASSERT_TRUE(found.has_value() && found->size() == 1);
  EXPECT_EQ(domain::to_rfc3339(found->at(0).internal_date), "2026-11-21T10:00:00Z");
}

TEST(Fetch, NothingAsksNothing) {
  auto talk = Conversation::opened({});
  EXPECT_TRUE(run(talk->source().fetch({}, 100))->empty());
}

/// The script gives nothing to the first command until the second was sent: a client that waits for
/// each answer would time out.
TEST(Fetch, TheNextCommandIsSentBeforeTheAnswerToTheFormer) {
  const std::uint64_t half = 3U << 20U;
  auto talk = Conversation::opened(
      {{fetch_text(3, "5") + fetch_text(4, "7"), body(1, 5, "a") + "R3 OK\r\n"},
       {fetch_text(5, "9"), body(2, 7, "b") + "R4 OK\r\n" + body(3, 9, "c") + "R5 OK\r\n"}});
  const std::vector<ListedMessage> wanted{listed(5, half), listed(7, half), listed(9, half)};
  const auto found = run(talk->source().fetch(wanted, 2 * half));
  ASSERT_TRUE(found.has_value()) << text_of(found);
  EXPECT_EQ(bodies_of(*found), (Bodies{{5, "a"}, {7, "b"}, {9, "c"}}));
}

TEST(Fetch, ABatchHasAtMostTwoHundredMessages) {
  std::vector<ListedMessage> wanted;
  std::string first;
  std::string second;
  for (std::uint32_t uid = 1; uid <= 201; ++uid) {
    wanted.push_back(listed(uid, 1));
    (uid <= 200 ? first : second) += body(static_cast<int>(uid), static_cast<int>(uid), "x");
  }
  auto talk = Conversation::opened({{fetch_text(3, "1:200") + fetch_text(4, "201"),
                                     first + "R3 OK\r\n" + second + "R4 OK\r\n"}});
  const auto found = run(talk->source().fetch(wanted, 100));
  ASSERT_TRUE(found.has_value()) << text_of(found);
  EXPECT_EQ(found->size(), 201U);
}

struct Trouble {
  std::string name;
  Step step;
  ErrorCode code;
};

class FetchFails : public ::testing::TestWithParam<Trouble> {};

TEST_P(FetchFails, AndTheConnectionIsGone) {
  for (const auto piece : k_pieces) {
    auto talk = Conversation::opened({GetParam().step}, piece);
    const std::vector<ListedMessage> wanted{listed(5, 2)};
    const auto found = run(talk->source().fetch(wanted, 100));
    ASSERT_TRUE(found.has_error());
    EXPECT_EQ(found.error().code, GetParam().code) << found.error().text;
    EXPECT_EQ(talk->script().closes, 1);
    EXPECT_EQ(run(talk->source().list(Uid{1})).error().code, ErrorCode::unreachable);
  }
}
INSTANTIATE_TEST_SUITE_P(
    Table, FetchFails,
    ::testing::Values(
        Trouble{
            "bye", {fetch_text(3, "5"), "* BYE server shutting down\r\n"}, ErrorCode::unreachable},
        Trouble{"half_a_literal",
                {fetch_text(3, "5"), "* 1 FETCH (UID 5 BODY[] {9}\r\nabc", true},
                ErrorCode::unreachable},
        Trouble{"a_literal_that_stalls",
                {fetch_text(3, "5"), "* 1 FETCH (UID 5 BODY[] {9}\r\nabc"},
                ErrorCode::timed_out},
        Trouble{"busy", {fetch_text(3, "5"), "R3 NO [INUSE] locked\r\n"}, ErrorCode::server_busy},
        Trouble{"absurd_literal",
                {fetch_text(3, "5"), "* 1 FETCH (UID 5 BODY[] {99999999999}\r\n"},
                ErrorCode::protocol}),
    [](const auto& info) { return info.param.name; });

}  // namespace
}  // namespace redress::adapters::testing
