#include "tests/unit/imap/scripted_transport.hpp"

namespace redress::adapters::testing {
namespace {

using domain::ErrorCode;
using std::chrono::seconds;

const std::string k_no_idle = "* CAPABILITY IMAP4rev1\r\nR1 OK\r\n";

struct WaitCase {
  std::string name;
  std::string capabilities;
  std::vector<Step> steps;
  int at_most;  // seconds; NOOP every 60
  bool news;
};

class Waiting : public ::testing::TestWithParam<WaitCase> {};

TEST_P(Waiting, ForAChange) {
  const auto& row = GetParam();
  for (const auto piece : k_pieces) {
    auto talk = Conversation::opened(row.steps, piece, row.capabilities);
    const auto news = run(talk->source().wait_for_change(seconds{row.at_most}, seconds{60}));
    ASSERT_TRUE(news.has_value()) << text_of(news);
    EXPECT_EQ(*news, row.news);
  }
}
INSTANTIATE_TEST_SUITE_P(
    Table, Waiting,
    ::testing::Values(
        WaitCase{"news",
                 k_capabilities,
                 {{"R3 IDLE\r\n", "+ idling\r\n* 4 EXISTS\r\n"}, {"DONE\r\n", "R3 OK\r\n"}},
                 100,
                 true},
        WaitCase{"news_before_the_plus",
                 k_capabilities,
                 {{"R3 IDLE\r\n", "* 4 EXISTS\r\n+ idling\r\n"}, {"DONE\r\n", "R3 OK\r\n"}},
                 100,
                 true},
        WaitCase{"news_after_done",
                 k_capabilities,
                 {{"R3 IDLE\r\n", "+ idling\r\n"}, {"DONE\r\n", "* 4 EXISTS\r\nR3 OK\r\n"}},
                 100,
                 true},
        WaitCase{"time_up",
                 k_capabilities,
                 {{"R3 IDLE\r\n", "+ idling\r\n"}, {"DONE\r\n", "R3 OK\r\n"}},
                 100,
                 false},
        WaitCase{"signs_of_life_are_no_news",
                 k_capabilities,
                 {{"R3 IDLE\r\n",
                   "+ idling\r\n* OK Still here\r\n* 2 EXPUNGE\r\n* 1 FETCH (FLAGS ())\r\n"},
                  {"DONE\r\n", "R3 OK\r\n"}},
                 100,
                 false},
        WaitCase{"renewed",
                 k_capabilities,
                 {{"R3 IDLE\r\n", "+ idling\r\n"},
                  {"DONE\r\n", "R3 OK\r\n"},
                  {"R4 IDLE\r\n", "+ idling\r\n* 4 EXISTS\r\n"},
                  {"DONE\r\n", "R4 OK\r\n"}},
                 1000,
                 true},
        WaitCase{"idle_refused",
                 k_capabilities,
                 {{"R3 IDLE\r\n", "R3 NO not now\r\n"}, {"R4 NOOP\r\n", "* 4 EXISTS\r\nR4 OK\r\n"}},
                 1000,
                 true},
        WaitCase{"idle_ended_by_the_server",
                 k_capabilities,
                 {{"R3 IDLE\r\n", "+ idling\r\nR3 OK enough\r\n"},
                  {"R4 NOOP\r\n", "* 4 EXISTS\r\nR4 OK\r\n"}},
                 1000,
                 true},
        WaitCase{"polling",
                 k_no_idle,
                 {{"R3 NOOP\r\n", "R3 OK\r\n"}, {"R4 NOOP\r\n", "* 4 EXISTS\r\nR4 OK\r\n"}},
                 1000,
                 true},
        WaitCase{"polling_until_time_is_up",
                 k_no_idle,
                 {{"R3 NOOP\r\n", "R3 OK\r\n"}, {"R4 NOOP\r\n", "R4 OK\r\n"}},
                 120,
                 false},
        WaitCase{"unasked_news_while_polling", k_no_idle, {{"", "* 4 EXISTS\r\n"}}, 1000, true}),
    [](const auto& info) { return info.param.name; });

TEST(Wait, NewsDuringAnotherCommandIsNotLost) {
  auto talk = Conversation::opened(
      {{"R3 UID STORE 5 +FLAGS.SILENT ($RedressDone)\r\n", "* 4 EXISTS\r\nR3 OK\r\n"}});
  const std::vector<domain::Uid> uids{domain::Uid{5}};
  ASSERT_TRUE(run(talk->source().mark(uids, ports::After::flag, "")).has_value());
  const auto news = run(talk->source().wait_for_change(seconds{100}, seconds{60}));
  ASSERT_TRUE(news.has_value());
  EXPECT_TRUE(*news);
}

TEST(Wait, WhatAListingSawIsNoNews) {
  auto talk = Conversation::opened(
      {{"R3 UID STORE 5 +FLAGS.SILENT ($RedressDone)\r\n", "* 4 EXISTS\r\nR3 OK\r\n"},
       {"R4 UID FETCH 9:* (UID RFC822.SIZE INTERNALDATE FLAGS)\r\n", "R4 OK\r\n"},
       {"R5 IDLE\r\n", "+\r\n"},
       {"DONE\r\n", "R5 OK\r\n"}});
  const std::vector<domain::Uid> uids{domain::Uid{5}};
  ASSERT_TRUE(run(talk->source().mark(uids, ports::After::flag, "")).has_value());
  ASSERT_TRUE(run(talk->source().list(domain::Uid{9})).has_value());
  const auto news = run(talk->source().wait_for_change(seconds{100}, seconds{60}));
  ASSERT_TRUE(news.has_value());
  EXPECT_FALSE(*news);
}

struct Trouble {
  std::string name;
  std::string capabilities;
  std::vector<Step> steps;
  ErrorCode code;
};

class WaitFails : public ::testing::TestWithParam<Trouble> {};

TEST_P(WaitFails, AndTheConnectionIsGone) {
  auto talk = Conversation::opened(GetParam().steps, 0, GetParam().capabilities);
  const auto news = run(talk->source().wait_for_change(seconds{1000}, seconds{60}));
  ASSERT_TRUE(news.has_error());
  EXPECT_EQ(news.error().code, GetParam().code) << news.error().text;
  EXPECT_EQ(talk->script().closes, 1);
}
INSTANTIATE_TEST_SUITE_P(
    Table, WaitFails,
    ::testing::Values(
        Trouble{"bye_before_plus",
                k_capabilities,
                {{"R3 IDLE\r\n", "* BYE x\r\n"}},
                ErrorCode::unreachable},
        Trouble{"bye_in_idle",
                k_capabilities,
                {{"R3 IDLE\r\n", "+\r\n* BYE Too many connections\r\n"}},
                ErrorCode::server_busy},
        Trouble{"hung_up_in_idle",
                k_capabilities,
                {{"R3 IDLE\r\n", "+\r\n", true}},
                ErrorCode::unreachable},
        Trouble{"no_plus", k_capabilities, {{"R3 IDLE\r\n", ""}}, ErrorCode::timed_out},
        Trouble{"no_answer_to_done",
                k_capabilities,
                {{"R3 IDLE\r\n", "+\r\n"}, {"DONE\r\n", ""}},
                ErrorCode::timed_out},
        Trouble{"hung_up_between_polls", k_no_idle, {{"", "", true}}, ErrorCode::unreachable},
        Trouble{"bye_between_polls", k_no_idle, {{"", "* BYE x\r\n"}}, ErrorCode::unreachable},
        Trouble{"no_answer_to_noop", k_no_idle, {{"R3 NOOP\r\n", ""}}, ErrorCode::timed_out}),
    [](const auto& info) { return info.param.name; });

}  // namespace
}  // namespace redress::adapters::testing
