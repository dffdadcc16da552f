#include "tests/unit/imap/scripted_transport.hpp"

namespace redress::adapters::testing {
namespace {

using domain::ErrorCode;
using domain::Uid;

struct ExpungeCase {
  std::string name;
  std::string capabilities;
  std::vector<Step> steps;
  std::vector<Uid> left;
  std::optional<ErrorCode> error;
};

class Expunging : public ::testing::TestWithParam<ExpungeCase> {};

TEST_P(Expunging, UidsFiveAndNine) {
  const auto& row = GetParam();
  for (const auto piece : k_pieces) {
    auto talk = Conversation::opened(
        row.steps, piece, "* CAPABILITY IMAP4rev1 " + row.capabilities + "\r\nR1 OK\r\n");
    const std::vector<Uid> uids{Uid{9}, Uid{5}};
    const auto done = run(talk->source().expunge(uids));
    if (row.error) {
      ASSERT_TRUE(done.has_error());
      EXPECT_EQ(done.error().code, *row.error) << done.error().text;
    } else {
      ASSERT_TRUE(done.has_value()) << text_of(done);
      EXPECT_EQ(*done, row.left);
    }
  }
}
const Step k_delete{"R3 UID STORE 5,9 +FLAGS.SILENT (\\Deleted)\r\n", "R3 OK\r\n"};
const Step k_expunge{"R4 UID EXPUNGE 5,9\r\n", "* 1 EXPUNGE\r\n* 2 EXPUNGE\r\nR4 OK\r\n"};
const std::string k_search = "R5 UID SEARCH UID 5,9\r\n";
INSTANTIATE_TEST_SUITE_P(
    Table, Expunging,
    ::testing::Values(
        ExpungeCase{"these_and_no_other",
                    "UIDPLUS",
                    {k_delete, k_expunge, {k_search, "* SEARCH\r\nR5 OK\r\n"}},
                    {},
                    {}},
        // Not a word: EXPUNGE would take whatever anybody flagged.
        ExpungeCase{"without_uidplus_nothing_is_said", "MOVE", {}, {}, ErrorCode::server_refused},
        ExpungeCase{"one_is_kept_though_the_answer_was_ok",
                    "UIDPLUS",
                    {k_delete, k_expunge, {k_search, "* SEARCH 9 12\r\nR5 OK\r\n"}},
                    {Uid{9}},
                    {}},
        ExpungeCase{"what_others_removed_meanwhile_is_gone",
                    "UIDPLUS",
                    {{k_delete.expect, "* 1 EXPUNGE\r\nR3 NO [EXPUNGEISSUED] gone\r\n"},
                     k_expunge,
                     {k_search, "* SEARCH\r\nR5 OK\r\n"}},
                    {},
                    {}},
        ExpungeCase{"flag_refused_expunges_nothing",
                    "UIDPLUS",
                    {{k_delete.expect, "R3 NO [NOPERM] no\r\n"}},
                    {},
                    ErrorCode::server_refused},
        ExpungeCase{"expunge_refused",
                    "UIDPLUS",
                    {k_delete, {k_expunge.expect, "R4 NO [NOPERM] no\r\n"}},
                    {},
                    ErrorCode::server_refused},
        ExpungeCase{"busy",
                    "UIDPLUS",
                    {k_delete, {k_expunge.expect, "R4 NO [UNAVAILABLE] later\r\n"}},
                    {},
                    ErrorCode::server_busy},
        ExpungeCase{"hung_up_in_the_middle",
                    "UIDPLUS",
                    {k_delete, {k_expunge.expect, "* 1 EXP", true}},
                    {},
                    ErrorCode::unreachable}),
    [](const auto& info) { return info.param.name; });

TEST(Expunge, WhetherItIsPossibleIsToldWithTheFolder) {
  for (const auto& [capabilities, possible] :
       {std::pair{"UIDPLUS", true}, std::pair{"MOVE IDLE", false}}) {
    Conversation talk{{{"R1 CAPABILITY\r\n",
                        "* CAPABILITY IMAP4rev1 " + std::string{capabilities} + "\r\nR1 OK\r\n"},
                       {"R2 SELECT \"INBOX\"\r\n", k_selected + "R2 OK [READ-WRITE] ok\r\n"}}};
    const auto opened = run(talk.source().open("INBOX"));
    ASSERT_TRUE(opened.has_value()) << text_of(opened);
    EXPECT_EQ(opened->can_expunge, possible);
  }
}

}  // namespace
}  // namespace redress::adapters::testing
