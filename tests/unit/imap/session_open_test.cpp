#include "tests/unit/imap/scripted_transport.hpp"

namespace redress::adapters::testing {
namespace {

using domain::ErrorCode;
using domain::Uid;
using domain::UidValidity;

struct FlagCase {
  std::string name;
  std::string selected;
  std::string tagged;
  bool can_flag;
};

class Flagging : public ::testing::TestWithParam<FlagCase> {};

TEST_P(Flagging, IsToldByOpen) {
  Conversation talk{
      {{"R1 CAPABILITY\r\n", k_capabilities},
       {"R2 SELECT \"INBOX\"\r\n",
        GetParam().selected + "* OK [UIDVALIDITY 5] x\r\nR2 OK " + GetParam().tagged + "\r\n"}}};
  const auto status = run(talk.source().open("INBOX"));
  ASSERT_TRUE(status.has_value()) << text_of(status);
  EXPECT_EQ(status->can_flag, GetParam().can_flag);
}
INSTANTIATE_TEST_SUITE_P(
    Table, Flagging,
    ::testing::Values(
        FlagCase{"any_keyword", "* OK [PERMANENTFLAGS (\\*)] x\r\n", "ok", true},
        FlagCase{"listed_keyword", "* OK [PERMANENTFLAGS ($redressdone)] x\r\n", "ok", true},
        FlagCase{"seen_only", "* OK [PERMANENTFLAGS (\\Seen)] x\r\n", "ok", true},
        FlagCase{"nothing", "* OK [PERMANENTFLAGS ()] x\r\n", "ok", false},
        FlagCase{"others_only", "* OK [PERMANENTFLAGS (\\Deleted)] x\r\n", "ok", false},
        FlagCase{"not_told_so_all_flags", "* FLAGS (\\Seen)\r\n", "ok", true},
        FlagCase{"read_only", "* OK [PERMANENTFLAGS (\\*)] x\r\n", "[READ-ONLY] ok", false}),
    [](const auto& info) { return info.param.name; });

TEST(Open, TellsWhatTheFolderIs) {
  for (const auto piece : k_pieces) {
    Conversation talk{{{"R1 CAPABILITY\r\n", k_capabilities},
                       {"R2 SELECT \"INBOX\"\r\n", k_selected + "R2 OK [READ-WRITE] ok\r\n"}},
                      piece};
    const auto status = run(talk.source().open("INBOX"));
    ASSERT_TRUE(status.has_value()) << text_of(status);
    EXPECT_EQ(status->validity, UidValidity{77});
    EXPECT_EQ(status->next, Uid{31});
    EXPECT_EQ(status->exists, 3U);
    EXPECT_TRUE(status->can_flag);
    EXPECT_TRUE(status->can_idle);
  }
}

TEST(Open, WithoutIdleAndUidNext) {
  Conversation talk{{{"R1 CAPABILITY\r\n", "* CAPABILITY IMAP4rev1\r\nR1 OK\r\n"},
                     {"R2 SELECT \"INBOX\"\r\n", "* OK [UIDVALIDITY 5] x\r\nR2 OK\r\n"}}};
  const auto status = run(talk.source().open("INBOX"));
  ASSERT_TRUE(status.has_value()) << text_of(status);
  EXPECT_FALSE(status->can_idle);
  EXPECT_FALSE(status->next);
}

struct Failure {
  std::string name;
  std::vector<Step> steps;
  ErrorCode code;
  bool stays_connected{false};
};

class OpenFails : public ::testing::TestWithParam<Failure> {};

TEST_P(OpenFails, WithTheRightErrorAndTheHost) {
  Conversation talk{GetParam().steps};
  const auto status = run(talk.source().open("INBOX"));
  ASSERT_TRUE(status.has_error());
  EXPECT_EQ(status.error().code, GetParam().code) << status.error().text;
  EXPECT_NE(status.error().text.find("imap.example.org"), std::string::npos) << status.error().text;
  EXPECT_EQ(status.error().text.find('\n'), std::string::npos);
  EXPECT_EQ(talk.script().closes > 0, !GetParam().stays_connected);
}
const Step k_r1{"R1 CAPABILITY\r\n", k_capabilities};
INSTANTIATE_TEST_SUITE_P(
    Table, OpenFails,
    ::testing::Values(
        Failure{"too_many_connections",
                {{"R1 CAPABILITY\r\n", "* BYE Too many connections\r\n"}},
                ErrorCode::server_busy},
        Failure{"bye_at_capability",
                {{"R1 CAPABILITY\r\n", "* BYE shutting down\r\n"}},
                ErrorCode::unreachable},
        Failure{"hung_up_at_capability", {{"R1 CAPABILITY\r\n", "", true}}, ErrorCode::unreachable},
        Failure{"silent_at_capability", {{"R1 CAPABILITY\r\n", ""}}, ErrorCode::timed_out},
        Failure{"bye_at_select",
                {k_r1, {"R2 SELECT \"INBOX\"\r\n", "* BYE [UNAVAILABLE] x\r\n"}},
                ErrorCode::server_busy},
        Failure{"hung_up_in_select",
                {k_r1, {"R2 SELECT \"INBOX\"\r\n", "* FLAGS (\\Seen)\r\n* 3 EX", true}},
                ErrorCode::unreachable},
        Failure{"silent_in_select",
                {k_r1, {"R2 SELECT \"INBOX\"\r\n", "* 3 EXISTS\r\n"}},
                ErrorCode::timed_out},
        Failure{"no_such_folder",
                {k_r1, {"R2 SELECT \"INBOX\"\r\n", "R2 NO [NONEXISTENT] no such folder\r\n"}},
                ErrorCode::server_refused,
                true},
        Failure{"busy_folder",
                {k_r1, {"R2 SELECT \"INBOX\"\r\n", "R2 NO [UNAVAILABLE] internal error\r\n"}},
                ErrorCode::server_busy},
        Failure{"no_validity",
                {k_r1, {"R2 SELECT \"INBOX\"\r\n", "* 3 EXISTS\r\nR2 OK\r\n"}},
                ErrorCode::protocol},
        Failure{"nonsense",
                {k_r1, {"R2 SELECT \"INBOX\"\r\n", "R7 OK what?\r\n"}},
                ErrorCode::protocol},
        Failure{"endless_line",
                {k_r1, {"R2 SELECT \"INBOX\"\r\n", "* OK " + std::string(9U << 20U, 'x')}},
                ErrorCode::protocol}),
    [](const auto& info) { return info.param.name; });

TEST(Open, RefusedLoginIsPassedOn) {
  Conversation talk{{}};
  talk.script().refusal = domain::fail(ErrorCode::login_refused, "login refused");
  const auto status = run(talk.source().open("INBOX"));
  ASSERT_TRUE(status.has_error());
  EXPECT_EQ(status.error().code, ErrorCode::login_refused);
  EXPECT_EQ(status.error().text, "imap.example.org: login refused");
}

TEST(Open, AgainOnTheSameConnectionTellsANewValidity) {
  auto talk = Conversation::opened(
      {{"R3 SELECT \"INBOX\"\r\n",
        "* OK [CLOSED] x\r\n* 0 EXISTS\r\n* OK [UIDVALIDITY 78] x\r\nR3 OK\r\n"}});
  const auto status = run(talk->source().open("INBOX"));
  ASSERT_TRUE(status.has_value()) << text_of(status);
  EXPECT_EQ(status->validity, UidValidity{78});
  EXPECT_EQ(status->exists, 0U);
  EXPECT_EQ(talk->script().connects, 1);
}

TEST(Open, OnAConnectionThatDiedMeanwhileConnectsAnew) {
  auto talk =
      Conversation::opened({{"R3 SELECT \"INBOX\"\r\n", "* BYE idle for too long\r\n", true},
                            {"R1 CAPABILITY\r\n", k_capabilities},
                            {"R2 SELECT \"INBOX\"\r\n", k_selected + "R2 OK\r\n"}});
  const auto status = run(talk->source().open("INBOX"));
  ASSERT_TRUE(status.has_value()) << text_of(status);
  EXPECT_EQ(talk->script().connects, 2);
}

TEST(Open, FolderNamesGoAsModifiedUtf7) {
  Conversation talk{{k_r1, {"R2 SELECT \"Entw&APw-rfe\"\r\n", k_selected + "R2 OK\r\n"}}};
  EXPECT_TRUE(run(talk.source().open("Entw\u00fcrfe")).has_value());
}

TEST(Open, AFolderNameThatCannotBeIsASetting) {
  Conversation talk{{k_r1}};
  const auto status = run(talk.source().open("IN\r\nR9 DELETE x"));
  ASSERT_TRUE(status.has_error());
  EXPECT_EQ(status.error().code, ErrorCode::settings);
}

TEST(Calls, BeforeOpenAreErrors) {
  Conversation talk{{}};
  EXPECT_EQ(run(talk.source().list(Uid{1})).error().code, ErrorCode::unreachable);
  EXPECT_EQ(run(talk.source().wait_for_change(std::chrono::seconds{1}, std::chrono::seconds{1}))
                .error()
                .code,
            ErrorCode::unreachable);
}

struct SpecialCase {
  std::string name;
  std::string capabilities;
  std::vector<Step> steps;
  std::string use;
  std::optional<std::string> expected;
};

class Special : public ::testing::TestWithParam<SpecialCase> {};

TEST_P(Special, Folder) {
  std::vector<Step> steps{
      {"R1 CAPABILITY\r\n", "* CAPABILITY " + GetParam().capabilities + "\r\nR1 OK\r\n"}};
  steps.insert(steps.end(), GetParam().steps.begin(), GetParam().steps.end());
  Conversation talk{steps};
  const auto found = run(talk.source().special_folder(GetParam().use));
  ASSERT_TRUE(found.has_value()) << text_of(found);
  EXPECT_EQ(*found, GetParam().expected);
}
const std::string k_special = "R2 LIST (SPECIAL-USE) \"\" \"*\"\r\n";
const std::string k_all2 = "R2 LIST \"\" \"*\"\r\n";
const std::string k_all3 = "R3 LIST \"\" \"*\"\r\n";
INSTANTIATE_TEST_SUITE_P(
    Table, Special,
    ::testing::Values(
        SpecialCase{
            "by_use",
            "SPECIAL-USE",
            {{k_special,
              "* LIST (\\Sent) \"/\" Sent\r\n* LIST (\\junk) \"/\" \"M&APw-ll\"\r\nR2 OK\r\n"}},
            "\\Junk",
            "M\u00fcll"},
        SpecialCase{
            "selection_refused",
            "SPECIAL-USE",
            {{k_special, "R2 BAD what?\r\n"}, {k_all3, "* LIST (\\Junk) \"/\" Bin\r\nR3 OK\r\n"}},
            "\\Junk",
            "Bin"},
        SpecialCase{"by_name",
                    "IMAP4rev1",
                    {{k_all2, "* LIST () \".\" INBOX\r\n* LIST () \".\" INBOX.spam\r\nR2 OK\r\n"}},
                    "\\Junk",
                    "INBOX.spam"},
        SpecialCase{"best_name_first",
                    "IMAP4rev1",
                    {{k_all2, "* LIST () \"/\" Spam\r\n* LIST () \"/\" Junk\r\nR2 OK\r\n"}},
                    "\\Junk",
                    "Junk"},
        SpecialCase{"exchange_name",
                    "IMAP4rev1",
                    {{k_all2, "* LIST () \"/\" \"Junk E-mail\"\r\nR2 OK\r\n"}},
                    "\\Junk",
                    "Junk E-mail"},
        SpecialCase{"not_selectable",
                    "IMAP4rev1",
                    {{k_all2, "* LIST (\\Noselect) \"/\" Junk\r\nR2 OK\r\n"}},
                    "\\Junk",
                    {}},
        SpecialCase{"sent",
                    "IMAP4rev1",
                    {{k_all2, "* LIST () \"/\" \"Sent Items\"\r\nR2 OK\r\n"}},
                    "\\Sent",
                    "Sent Items"},
        SpecialCase{"none",
                    "SPECIAL-USE",
                    {{k_special, "R2 OK\r\n"}, {k_all3, "* LIST () \"/\" INBOX\r\nR3 OK\r\n"}},
                    "\\Junk",
                    {}}),
    [](const auto& info) { return info.param.name; });

TEST(Special, AMalformedNameCanBeOpenedAgain) {
  Conversation talk{{{"R1 CAPABILITY\r\n", "* CAPABILITY IMAP4rev1\r\nR1 OK\r\n"},
                     {k_all2, "* LIST (\\Junk) \"/\" \"A & B\"\r\nR2 OK\r\n"},
                     {"R3 SELECT \"A & B\"\r\n", k_selected + "R3 OK\r\n"}}};
  const auto found = run(talk.source().special_folder("\\Junk"));
  ASSERT_TRUE(found.has_value() && *found);
  EXPECT_TRUE(run(talk.source().open(**found)).has_value());
}

TEST(Close, SaysLogoutAndDoesNotWaitLong) {
  for (const char* answer : {"* BYE see you\r\nR3 OK\r\n", ""}) {
    auto talk = Conversation::opened({{"R3 LOGOUT\r\n", answer}});
    run(talk->source().close());
    EXPECT_EQ(talk->script().closes, 1);
  }
}

TEST(Close, WithoutAConnectionIsNothing) {
  Conversation talk{{}};
  run(talk.source().close());
  EXPECT_EQ(talk.script().closes, 0);
}

}  // namespace
}  // namespace redress::adapters::testing
