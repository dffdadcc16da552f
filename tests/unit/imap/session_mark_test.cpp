#include "tests/unit/imap/scripted_transport.hpp"

namespace redress::adapters::testing {
namespace {

using domain::ErrorCode;
using domain::Uid;
using ports::After;

struct MarkCase {
  std::string name;
  std::string capabilities;
  std::string permanent;
  After after;
  std::vector<Step> steps;
  std::optional<ErrorCode> error;
};

class Marking : public ::testing::TestWithParam<MarkCase> {};

TEST_P(Marking, UidsFiveSixAndNine) {
  const auto& row = GetParam();
  for (const auto piece : k_pieces) {
    auto talk = Conversation::opened(
        row.steps, piece, "* CAPABILITY IMAP4rev1 " + row.capabilities + "\r\nR1 OK\r\n",
        "* 3 EXISTS\r\n* OK [UIDVALIDITY 7] x\r\n* OK [PERMANENTFLAGS (" + row.permanent +
            ")] x\r\n");
    const std::vector<Uid> uids{Uid{9}, Uid{5}, Uid{6}};
    const auto done = run(talk->source().mark(uids, row.after, "Done"));
    if (row.error) {
      ASSERT_TRUE(done.has_error());
      EXPECT_EQ(done.error().code, *row.error) << done.error().text;
    } else {
      EXPECT_TRUE(done.has_value()) << text_of(done);
    }
  }
}
const std::string k_move3 = "R3 UID MOVE 5:6,9 \"Done\"\r\n";
const std::string k_undeleted = "R3 UID SEARCH UID 5:6,9 UNDELETED\r\n";
const Step k_there{k_undeleted, "* SEARCH 5 6 9\r\nR3 OK\r\n"};
const std::string k_copy4 = "R4 UID COPY 5:6,9 \"Done\"\r\n";
const std::string k_delete5 = "R5 UID STORE 5:6,9 +FLAGS.SILENT (\\Deleted)\r\n";
INSTANTIATE_TEST_SUITE_P(
    Table, Marking,
    ::testing::Values(
        MarkCase{"keyword",
                 "",
                 "\\Seen \\*",
                 After::flag,
                 {{"R3 UID STORE 5:6,9 +FLAGS.SILENT ($RedressDone)\r\n",
                   "* 1 FETCH (UID 5 FLAGS ($RedressDone))\r\nR3 OK\r\n"}},
                 {}},
        MarkCase{"seen",
                 "",
                 "\\Seen",
                 After::flag,
                 {{"R3 UID STORE 5:6,9 +FLAGS.SILENT (\\Seen)\r\n", "R3 OK\r\n"}},
                 {}},
        MarkCase{"no_flag_can_be_stored", "", "", After::flag, {}, {}},
        MarkCase{"flag_of_messages_that_are_gone",
                 "",
                 "\\*",
                 After::flag,
                 {{"R3 UID STORE 5:6,9 +FLAGS.SILENT ($RedressDone)\r\n",
                   "* 1 EXPUNGE\r\nR3 NO [EXPUNGEISSUED] gone\r\n"}},
                 {}},
        MarkCase{"flag_refused",
                 "",
                 "\\*",
                 After::flag,
                 {{"R3 UID STORE 5:6,9 +FLAGS.SILENT ($RedressDone)\r\n", "R3 NO [NOPERM] no\r\n"}},
                 ErrorCode::server_refused},
        MarkCase{"keep", "MOVE", "\\*", After::keep, {}, {}},
        MarkCase{"move",
                 "MOVE UIDPLUS",
                 "",
                 After::move,
                 {{k_move3, "* OK [COPYUID 1 5:6,9 1:3] x\r\n* 1 EXPUNGE\r\nR3 OK\r\n"}},
                 {}},
        MarkCase{"move_where_one_is_gone",
                 "MOVE",
                 "",
                 After::move,
                 {{k_move3, "* 1 EXPUNGE\r\nR3 NO [EXPUNGEISSUED] some are gone\r\n"},
                  {"R4 UID SEARCH UID 5:6,9 UNDELETED\r\n", "* SEARCH 6 9\r\nR4 OK\r\n"},
                  {"R5 UID MOVE 6,9 \"Done\"\r\n", "R5 OK\r\n"}},
                 {}},
        MarkCase{"move_creates_the_folder",
                 "MOVE",
                 "",
                 After::move,
                 {{k_move3, "R3 NO [TRYCREATE] none\r\n"},
                  {"R4 CREATE \"Done\"\r\n", "R4 OK\r\n"},
                  {"R5 UID MOVE 5:6,9 \"Done\"\r\n", "R5 OK\r\n"}},
                 {}},
        MarkCase{"somebody_created_it_meanwhile",
                 "MOVE",
                 "",
                 After::move,
                 {{k_move3, "R3 NO none\r\n"},
                  {"R4 CREATE \"Done\"\r\n", "R4 NO [ALREADYEXISTS] there\r\n"},
                  {"R5 UID MOVE 5:6,9 \"Done\"\r\n", "R5 OK\r\n"}},
                 {}},
        MarkCase{
            "folder_cannot_be_created",
            "MOVE",
            "",
            After::move,
            {{k_move3, "R3 NO [TRYCREATE] none\r\n"}, {"R4 CREATE \"Done\"\r\n", "R4 NO no\r\n"}},
            ErrorCode::server_refused},
        MarkCase{"move_while_busy",
                 "MOVE",
                 "",
                 After::move,
                 {{k_move3, "R3 NO [UNAVAILABLE] later\r\n"}},
                 ErrorCode::server_busy},
        MarkCase{"move_is_not_understood",
                 "MOVE",
                 "",
                 After::move,
                 {{k_move3, "R3 BAD what?\r\n"}},
                 ErrorCode::server_refused},
        MarkCase{"copy_where_move_is_missing",
                 "UIDPLUS",
                 "",
                 After::move,
                 {k_there,
                  {k_copy4, "R4 OK\r\n"},
                  {k_delete5, "R5 OK\r\n"},
                  {"R6 UID EXPUNGE 5:6,9\r\n", "* 1 EXPUNGE\r\nR6 OK\r\n"}},
                 {}},
        MarkCase{"copy_without_uidplus_never_expunges",
                 "",
                 "",
                 After::move,
                 {k_there, {k_copy4, "R4 OK\r\n"}, {k_delete5, "R5 OK\r\n"}},
                 {}},
        MarkCase{"what_was_copied_before_is_not_copied_again",
                 "",
                 "",
                 After::move,
                 {{k_undeleted, "* SEARCH 9 12\r\nR3 OK\r\n"},
                  {"R4 UID COPY 9 \"Done\"\r\n", "R4 OK\r\n"},
                  {"R5 UID STORE 9 +FLAGS.SILENT (\\Deleted)\r\n", "R5 OK\r\n"}},
                 {}},
        MarkCase{
            "all_gone", "UIDPLUS", "", After::move, {{k_undeleted, "* SEARCH\r\nR3 OK\r\n"}}, {}},
        MarkCase{"copy_creates_the_folder",
                 "",
                 "",
                 After::move,
                 {k_there,
                  {k_copy4, "R4 NO [TRYCREATE] none\r\n"},
                  {"R5 CREATE \"Done\"\r\n", "R5 OK\r\n"},
                  {"R6 UID COPY 5:6,9 \"Done\"\r\n", "R6 OK\r\n"},
                  {"R7 UID STORE 5:6,9 +FLAGS.SILENT (\\Deleted)\r\n", "R7 OK\r\n"}},
                 {}},
        MarkCase{"copy_refused_deletes_nothing",
                 "UIDPLUS",
                 "",
                 After::move,
                 {k_there,
                  {k_copy4, "R4 NO [OVERQUOTA] full\r\n"},
                  {"R5 CREATE \"Done\"\r\n", "R5 NO no\r\n"}},
                 ErrorCode::server_refused},
        MarkCase{"bye_in_the_middle",
                 "UIDPLUS",
                 "",
                 After::move,
                 {k_there, {k_copy4, "R4 OK\r\n"}, {k_delete5, "* BYE enough\r\n"}},
                 ErrorCode::unreachable},
        MarkCase{"hung_up",
                 "MOVE",
                 "",
                 After::move,
                 {{k_move3, "* 1 EXP", true}},
                 ErrorCode::unreachable}),
    [](const auto& info) { return info.param.name; });

TEST(Mark, NothingSaysNothing) {
  auto talk = Conversation::opened({});
  EXPECT_TRUE(run(talk->source().mark({}, After::move, "Done")).has_value());
}

TEST(Mark, AReadOnlyFolderIsKept) {
  Conversation talk{{{"R1 CAPABILITY\r\n", k_capabilities},
                     {"R2 SELECT \"INBOX\"\r\n", k_selected + "R2 OK [READ-ONLY] ok\r\n"}}};
  ASSERT_TRUE(run(talk.source().open("INBOX")).has_value());
  const std::vector<Uid> uids{Uid{5}};
  EXPECT_TRUE(run(talk.source().mark(uids, After::flag, "")).has_value());
}

}  // namespace
}  // namespace redress::adapters::testing
