#include "daemon/adapters/curl/imap/parser.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace redress::adapters::imap {
namespace {

using domain::Uid;

Response parse(std::string text, std::vector<std::string> literals = {}) {
  RawResponse raw{std::move(text), {}};
  for (auto& literal : literals) {
    const auto size = literal.size();
    raw.literals.push_back({std::move(literal), size});
  }
  return parse_response(std::move(raw), Limits{}.nesting);
}

template <class T>
T as(std::string text, std::vector<std::string> literals = {}) {
  auto response = parse(std::move(text), std::move(literals));
  auto* found = std::get_if<T>(&response);
  if (found == nullptr) {
    ADD_FAILURE() << "another kind of response: " << response.index();
    return {};
  }
  return *found;
}

struct FetchCase {
  std::string name;
  std::string text;
  std::vector<std::string> literals;
  std::optional<std::uint32_t> uid;
  std::optional<std::string> body;
};

class FetchParsing : public testing::TestWithParam<FetchCase> {};

TEST_P(FetchParsing, FindsUidAndBody) {
  const auto& row = GetParam();
  const auto fetch = as<Fetch>(row.text, row.literals);
  EXPECT_EQ(fetch.uid, row.uid ? std::optional{Uid{*row.uid}} : std::nullopt);
  EXPECT_EQ(fetch.body, row.body);
}
INSTANTIATE_TEST_SUITE_P(
    Table, FetchParsing,
    testing::Values(
        FetchCase{"literal", "* 4 FETCH (UID 7 BODY[] \n)", {"Hi"}, 7, "Hi"},
        FetchCase{"any_order", "* 4 FETCH (BODY[] \n UID 7)", {"Hi"}, 7, "Hi"},
        FetchCase{"partial", "* 4 FETCH (UID 7 BODY[]<0> \n)", {"Hi"}, 7, "Hi"},
        FetchCase{"quoted", R"(* 4 FETCH (UID 7 BODY[] "a\"b\\c"))", {}, 7, "a\"b\\c"},
        FetchCase{"nil", "* 4 FETCH (UID 7 BODY[] NIL)", {}, 7, {}},
        FetchCase{"small_letters", "* 4 fetch (uid 7 body[] \"x\")", {}, 7, "x"},
        FetchCase{"unasked_flags", "* 4 FETCH (FLAGS (\\Seen $Junk))", {}, {}, {}},
        FetchCase{"unknown_items", "* 4 FETCH (X-GM-THRID 12 MODSEQ (624) UID 7)", {}, 7, {}},
        FetchCase{"other_part_is_not_the_body",
                  "* 4 FETCH (BODY[HEADER.FIELDS (DATE FROM)] \n UID 7)",
                  {"x"},
                  7,
                  {}},
        FetchCase{
            "nested", "* 4 FETCH (BODYSTRUCTURE ((\"a\" NIL (1 2)) \n) UID 7)", {"lit"}, 7, {}},
        FetchCase{"spaces", "* 4 FETCH ( UID 7  BODY[] \n )", {"Hi"}, 7, "Hi"},
        FetchCase{"empty", "* 4 FETCH ()", {}, {}, {}}),
    [](const auto& info) { return info.param.name; });

class Nonsense : public testing::TestWithParam<std::string> {};

TEST_P(Nonsense, IsUnreadableAndNothingElse) {
  EXPECT_TRUE(std::holds_alternative<Unreadable>(parse(GetParam()))) << GetParam();
}
INSTANTIATE_TEST_SUITE_P(
    Table, Nonsense,
    testing::Values("* 4 FETCH (UID 7", "* 4 FETCH UID 7", "* 4 FETCH (UID x)", "* 4 FETCH (UID 0)",
                    "* 4 FETCH (UID 4294967296)", "* 4 FETCH (BODY[] \n)", "* 4 FETCH (UID)",
                    "* 4 FETCH (BODY[] \"no end)", "* 4 FETCH (BODY[ 7)", "* 99999999999 EXISTS",
                    "* SEARCH 1 x", "* LIST (", "* FLAGS x", "R1", "R1 MAYBE yes", "*", "* ",
                    "* LIST () \"/\"", "* LIST () \"/\" \n",
                    "* 4 FETCH (X " + std::string(100, '(') + std::string(100, ')') + ")"));

TEST(Parser, TellsThatTheUnreadableWasAFetch) {
  EXPECT_TRUE(as<Unreadable>("* 4 FETCH (UID x)").fetch);
  EXPECT_FALSE(as<Unreadable>("* SEARCH x").fetch);
}

TEST(Parser, ReadsSizeAndDate) {
  const auto fetch = as<Fetch>(
      "* 12 FETCH (UID 7 RFC822.SIZE 5000000000 INTERNALDATE \"17-Jul-1996 02:44:25 -0700\")");
  EXPECT_EQ(fetch.number, SequenceNumber{12});
  EXPECT_EQ(fetch.size, 5000000000U);
  ASSERT_TRUE(fetch.internal_date);
  EXPECT_EQ(domain::to_rfc3339(*fetch.internal_date), "1996-07-17T09:44:25Z");
}

struct DateCase {
  std::string text;
  std::string expected;  // empty: no date
};

TEST(Parser, InternalDates) {
  const DateCase table[]{
      {" 7-Feb-2026 23:30:00 +0100", "2026-02-07T22:30:00Z"},
      {"7-Feb-2026 23:30:00 +0100", "2026-02-07T22:30:00Z"},
      {"01-jan-2026 00:15:00 +0100", "2025-12-31T23:15:00Z"},
      {"29-Feb-2028 12:00:00 +0000", "2028-02-29T12:00:00Z"},
      {"31-Dec-2016 23:59:60 +0000", "2016-12-31T23:59:59Z"},
      {"29-Feb-2026 12:00:00 +0000", ""},
      {"17-Foo-1996 02:44:25 -0700", ""},
      {"17-Jul-1996 24:44:25 -0700", ""},
      {"17-Jul-1996 02:44:25 0700", ""},
      {"17-Jul-1996T02:44:25 -0700", ""},
      {"17-Jul-96 02:44:25 -0700", ""},
      {"", ""},
      {"-", ""},
  };
  for (const auto& row : table) {
    const auto found = parse_internal_date(row.text);
    EXPECT_EQ(found ? domain::to_rfc3339(*found) : "", row.expected) << row.text;
  }
}

TEST(Parser, ADateThatMakesNoSenseIsAbsentAndTheRestIsRead) {
  const auto fetch = as<Fetch>("* 1 FETCH (INTERNALDATE \"once upon a time\" UID 3)");
  EXPECT_FALSE(fetch.internal_date);
  EXPECT_EQ(fetch.uid, Uid{3});
}

TEST(Parser, StatusResponses) {
  const auto tagged = as<Tagged>("R7 NO [TRYCREATE] No such folder");
  EXPECT_EQ(tagged.tag, "R7");
  EXPECT_EQ(tagged.status.condition, Condition::no);
  EXPECT_EQ(tagged.status.code.name, "TRYCREATE");
  EXPECT_EQ(tagged.status.text, "No such folder");

  const auto untagged = as<Untagged>("* OK [UIDVALIDITY 3857529045] UIDs valid");
  EXPECT_EQ(untagged.status.code.name, "UIDVALIDITY");
  EXPECT_EQ(code_number(untagged.status.code), 3857529045U);

  const auto flags = as<Untagged>("* OK [PERMANENTFLAGS (\\Deleted $x \\*)] Limited");
  EXPECT_EQ(code_list(flags.status.code), (std::vector<std::string>{"\\Deleted", "$x", "\\*"}));

  EXPECT_EQ(as<Untagged>("* BYE").status.condition, Condition::bye);
  EXPECT_EQ(as<Untagged>("* BAD what?").status.condition, Condition::bad);
  EXPECT_EQ(as<Tagged>("R1 OK").status.text, "");
  EXPECT_EQ(as<Tagged>("R1 OK [unfinished").status.text, "[unfinished");
}

TEST(Parser, OtherResponses) {
  EXPECT_EQ(as<Exists>("* 23 EXISTS").count, 23U);
  EXPECT_EQ(as<Expunge>("* 44 EXPUNGE").number, SequenceNumber{44});
  EXPECT_TRUE(as<Vanished>("* VANISHED (EARLIER) 41,43:116").earlier);
  EXPECT_FALSE(as<Vanished>("* VANISHED 405").earlier);
  EXPECT_EQ(as<Search>("* SEARCH 2 84 882").uids, (std::vector<Uid>{{2}, {84}, {882}}));
  EXPECT_TRUE(as<Search>("* SEARCH").uids.empty());
  EXPECT_EQ(as<Search>("* SEARCH 2 (MODSEQ 917)").uids, (std::vector<Uid>{{2}}));
  EXPECT_EQ(as<Continuation>("+ idling").text, "idling");
  EXPECT_EQ(as<Continuation>("+").text, "");
  EXPECT_EQ(as<Capability>("* CAPABILITY IMAP4rev1 idle").names,
            (std::vector<std::string>{"IMAP4REV1", "IDLE"}));
  as<Ignored>("* 5 RECENT");
  as<Ignored>("* STATUS INBOX (MESSAGES 1)");
  as<Ignored>("");
}

TEST(Parser, Folders) {
  const auto junk = as<Folder>("* LIST (\\HasNoChildren \\Junk) \"/\" \"Junk \\\"E-mail\"");
  EXPECT_EQ(junk.attributes, (std::vector<std::string>{"\\HasNoChildren", "\\Junk"}));
  EXPECT_EQ(junk.delimiter, "/");
  EXPECT_EQ(junk.name, "Junk \"E-mail");
  EXPECT_EQ(as<Folder>("* LIST () NIL nil").name, "nil");
  EXPECT_EQ(as<Folder>("* LIST () \".\" \n", {"b\"c"}).name, "b\"c");
}

}  // namespace
}  // namespace redress::adapters::imap
