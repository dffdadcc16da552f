#include "tests/unit/domain/command/command_support.hpp"

#include <gtest/gtest.h>

namespace redress::domain {
namespace {

struct Case {
  std::string_view text;
  std::string_view expected;  ///< the normal form, or a part of the error
};

TEST(Grammar, UnderstandsHoweverItIsWritten) {
  const test::Desk desk;
  constexpr Case k_cases[] = {
      {"/assign jo", "/assign to jo@example.org"},
      {"assign Jo", "/assign to jo@example.org"},
      {"  / ASSIGN  to  JO@Example.org. ", "/assign to jo@example.org"},
      {"/assign to Sam Smith because she knows",
       "/assign to sam.smith@example.org because she knows"},
      {"/assign Sam Smith, because: she knows",
       "/assign to sam.smith@example.org because she knows"},
      {"/assign smith: because she knows", "/assign to sam.smith@example.org because she knows"},
      {"/assign smith because of the leave",
       "/assign to sam.smith@example.org because of the leave"},
      {"/assign smith - she knows", "/assign to sam.smith@example.org because she knows"},
      {"/assign smith \xE2\x80\x93 she knows",
       "/assign to sam.smith@example.org because she knows"},
      {"/assign smith\nshe knows", "/assign to sam.smith@example.org because she knows"},
      {"/assign sam o\xE2\x80\x99"
       "brien",
       "/assign to sam.obrien@example.org"},
      {"/assign \xE2\x80\x9CSam\xC2\xA0Smith\xE2\x80\x9D", "/assign to sam.smith@example.org"},
      {"/assign ann marie van dyke", "/assign to am@example.org"},
      {"/assign ann-marie", "/assign to am@example.org"},
      {"/assign to the customer service", "/assign to customer service"},
      {"/assign Customer-Service", "/assign to customer service"},
      {"/assign to Sam\nSmith because she knows",
       "/assign to sam.smith@example.org because she knows"},
      {"/assign to complaints manager please", "/assign to complaints-manager"},
      {"/priority HIGH", "/priority to high"},
      {"/area qualifications and assessment", "/area to qualifications"},
      {"/redirect to Example Study Centre North: hello",
       "/redirect to Example Study Centre North: hello"},
      {"/redirect to Example Study Centre: hello", "/redirect to Example Study Centre: hello"},
      {"/standing is a member", "/standing member"},
      {"/note he rang", "/note: he rang"},
      {"/note: because", "/note: because"},
      {"/note - he rang", "/note: he rang"},
      {"/note\nhe rang\r\nat 10:15", "/note: he rang\nat 10:15"},
      {"/waive ack because we met", "/waive-ack because we met"},
      {"/WAIVE_ACK we met", "/waive-ack because we met"},
      {"/not a complaint: a question", "/not-a-complaint because a question"},
      {"/close", "/close"},
      {"/close yes", "/close yes"},
      {"/close because all is said", "/close because all is said"},
      {"/outcome partly upheld: see 10:15", "/outcome partly upheld: see 10:15"},
      {"/outcome not upheld because http://example.org/x: no",
       "/outcome not upheld: http://example.org/x: no"},
      {"/ack post", "error: "},
      {"/ack paper", "/ack on paper"},
      {"/ask for it", "error: "},
      {"/ask until in 5 working days: the form", "/ask until 2026-12-04: the form"},
      {"/extend by 12 March because of snow", "/extend until 2027-03-12 because of snow"},
      {"/extend until 12/3/2027: snow", "/extend until 2027-03-12 because snow"},
      {"/stage 2 because she asks", "/stage to 2 because she asks"},
      {"/merge yes into ex-2026-12", "/merge into EX-2026-000012 yes"},
      {"/merge with [EX-2026-000012] because it is one matter\nYes!",
       "/merge into EX-2026-000012 yes because it is one matter"},
      {"/merge with EX-2026-12 because he said yes",
       "/merge into EX-2026-000012 because he said yes"},
      {"/merge with EX-2026-12 because she wrote:\nof course, yes",
       "/merge into EX-2026-000012 because she wrote:\nof course, yes"},
      {"/incident in message 17 threat", "/incident threat in message 17"},
      {"/restrict to Sam Smith route contact until 1 February because he rings",
       "/restrict route-contact to sam.smith@example.org until 2027-02-01 because he rings"},
      {"/restrict end-contact-on-matter because of it",
       "/restrict end-contact-on-matter because of it"},
      {"/restrict end contact for 6 months because of it",
       "/restrict end-contact until 2027-05-27 because of it"},
      {"/refer to the police because of the knife", "/refer to police because of the knife"},
      {"/action for jo by tomorrow corrective: mark anew",
       "/action corrective for jo@example.org by 2026-11-28: mark anew"},
      {"/done #2", "/done action 2"},
      {"/release 12", "/release mail 12"},
      {"/log 3 March 10:15 phone", "error: "},
      {"/log 3 March 10:15 telephone from \"Ann Example\" <ann@example.net>: no bus",
       "/log received 2026-03-03 10:15 by telephone from Ann Example <ann@example.net>: no bus"},
      {"/log Ann Example <ann@example.net> yesterday by post as message 17: no bus",
       "/log received 2026-11-26 00:00 by post from Ann Example <ann@example.net> as message 17: "
       "no bus"},
      {"/log from mailto:ann@example.net on 3 March\nno bus",
       "/log received 2026-03-03 00:00 from <ann@example.net>: no bus"},
      {"/log received 12 March by post from Ann Example: no bus",
       "/log received 2026-03-12 00:00 by post from Ann Example: no bus"},
      {"/log from Mrs A. Example, by telephone on 12 March 10:15: no bus",
       "/log received 2026-03-12 10:15 by telephone from Mrs A. Example: no bus"},
      {"/log from the Ann Example yesterday in person as message 17\nno bus",
       "/log received 2026-11-26 00:00 in person from Ann Example as message 17: no bus"},
      {"/log yesterday by post from Emily Post - no bus",
       "/log received 2026-11-26 00:00 by post from Emily Post: no bus"},
      {"/log yesterday from Ann Example, email: ann@example.net: no bus",
       "/log received 2026-11-26 00:00 from Ann Example, email: <ann@example.net>: no bus"},
      {"/third party granted for Ann Example (ann@example.net)",
       "/third-party granted for Ann Example <ann@example.net>"},
      {"/help", "/help"},
      {"?", "/help"},
      {"/help with /waive ack", "/help waive-ack"},
      {"Show", "/show"},
  };
  for (const auto& [text, expected] : k_cases) {
    const auto read = desk.understood(text);
    if (expected == "error: ") {
      EXPECT_TRUE(read.starts_with(expected)) << text << ": " << read;
    } else {
      EXPECT_EQ(read, expected) << text;
    }
  }
}

TEST(Grammar, RefusesWithWhatMayStandThere) {
  const test::Desk desk;
  constexpr Case k_cases[] = {
      {"", "There is no command"},
      {" / ", "There is no command"},
      {"/asign jo", "\"asign\" is no command, did you mean /assign?"},
      {"/acknowledge", "did you mean /ack?"},
      {"hello there", "\"hello\" is no command; /help lists"},
      {"/assign", "/assign needs STAFF: a member of staff by name or address, or a role."},
      {"/assign to", "After \"to\" must stand a member of staff"},
      {"/assign sam",
       "\"sam\" may be Sam O'Brien <sam.obrien@example.org> or Sam Smith "
       "<sam.smith@example.org>; write which."},
      {"/assign jho", "\"jho\" is not understood; a member of staff"},
      {"/assign jho", "Did you mean jo?"},
      {"/assign Sam Smiht", "\"Sam\" may be"},
      {"/assign jo Sam Smith", "\"Sam\" is more than /assign takes: /assign to STAFF"},
      {"/assign jo she knows", "The reason begins with \"because\""},
      {"/priority urgent", "a priority of the policy: low, medium or high"},
      {"/outcome partly", "Did you mean partly upheld?"},
      {"/outcome: it was so", "/outcome needs upheld|partly upheld|not upheld"},
      {"/outcome upheld", "/outcome needs reasons after \":\""},
      {"/extend until 31 April because of snow", "31 April\": April has 30 days"},
      {"/extend until 12/3/27 because of snow", "four digits"},
      {"/extend until fryday because of snow", "\"fryday\" is not understood; a date, such as"},
      {"/extend by 5 working days because of snow", "not plain from when to count"},
      {"/extend until 12 March", "/extend needs reason after \"because\""},
      {"/note", "/note needs note after \":\": /note: NOTE"},
      {"/show: all", "/show takes no text"},
      {"/show EX-2026-000001", "more than /show takes"},
      {"/merge into EX-2026-0", "is no case reference"},
      {"/stage two and a half because", "is not understood; a whole number"},
      {"/log tomorrow from ann@example.net: x", "lies ahead"},
      {"/log yesterday from ann@: x", "has no address like"},
      {"/log yesterday from: x", "After \"from\" must stand a person"},
      {"/log from Ann Example by phone: x", "\"by\" is not understood"},
      {"/log yesterday Ann Example: x", "\"Ann\" is not understood"},
      {"/log yesterday from Ann Example says that nobody ever writes: x",
       "\"Ann\" is not understood"},
      {"/log yesterday from Ann Example: ann@example.net", "in angle brackets"},
      {"/third-party granted for Ann Example", "a person, such as"},
      {"/help asign", "Did you mean assign?"},
  };
  for (const auto& [text, expected] : k_cases) {
    const auto command = desk.read(text);
    ASSERT_FALSE(command) << text << ": " << command->understood;
    EXPECT_EQ(command.error().code, ErrorCode::invalid_input);
    EXPECT_NE(command.error().text.find(expected), std::string::npos)
        << text << ": " << command.error().text;
  }
}

TEST(Grammar, ValuesStandInTheirNormalForm) {
  const test::Desk desk;
  const auto log =
      desk.read("/log received 3 March 10:15 by Post from Ann <Ann@example.net> as message 17: x");
  ASSERT_TRUE(log);
  EXPECT_EQ(to_rfc3339(log->moment.value()), "2026-03-03T10:15:00Z");
  EXPECT_EQ(log->word("channel"), "by post");
  EXPECT_EQ(log->word("message"), "17");
  EXPECT_EQ(log->person.value().name, "Ann");
  EXPECT_EQ(log->person.value().address.str(), "Ann@example.net");
  EXPECT_FALSE(log->has("when"));
  EXPECT_EQ(log->word("when"), "");
  EXPECT_EQ(log->text, "x");
  EXPECT_FALSE(log->confirmed);
  EXPECT_EQ(desk.read("/extend to Monday: x")->date.value(), test::day("2026-11-30"));
  EXPECT_EQ(desk.read("/merge into ex-2026-000012 yes")->word("into"), "EX-2026-000012");
  EXPECT_TRUE(desk.read("/merge into ex-2026-000012 yes")->confirmed);
  EXPECT_FALSE(desk.read("/merge into ex-2026-000012")->confirmed);
  EXPECT_EQ(desk.read("/help show")->word("verb"), "show");
}

TEST(Grammar, TheTextKeepsItsLinesAndLosesWhatIsNotSeen) {
  const test::Desk desk;
  const auto text = [&](std::string_view command) { return desk.read(command)->text; };
  EXPECT_EQ(text("/note: a\r\nb\rc\n\n  d \n"), "a\nb\nc\n\n  d");
  EXPECT_EQ(text("/note: a\x1B[31m\x07\tb\x7F"), "a[31m b");
  EXPECT_EQ(text("/note: \xE2\x80\x9Cso\xE2\x80\x9D \xE2\x80\x93 yes"),
            "\xE2\x80\x9Cso\xE2\x80\x9D \xE2\x80\x93 yes");
  EXPECT_EQ(text("/note: a\xFF"
                 "b\xC3"),
            "a?b?");
  EXPECT_EQ(text("/note: \xE2\x80\xAE"
                 "abc"),
            "abc");  // right-to-left override
  EXPECT_EQ(text("/assign jo because: because she knows"), "she knows");
  EXPECT_EQ(text("/note: - one\n- two"), "- one\n- two");
}

TEST(Grammar, TwoSummersOfOneHourStayApart) {
  const test::Desk desk;
  // 25 October 2026: 01:30 comes twice; the second one has no other spelling.
  const auto second = desk.read("/contacted on 2026-10-25T01:30:00Z");
  ASSERT_TRUE(second);
  EXPECT_EQ(second->understood, "/contacted 2026-10-25T01:30:00Z");
  EXPECT_EQ(desk.understood("/contacted 25 October 1:30am"), "/contacted 2026-10-25 01:30");
}

TEST(Grammar, IsBounded) {
  const test::Desk desk;
  EXPECT_FALSE(desk.read("/note: " + std::string(k_command_bytes, 'x')));
  EXPECT_TRUE(desk.read("/note: " + std::string(k_command_bytes - 7, 'x')));
  // The normal form would be longer than what is read.
  EXPECT_FALSE(desk.read("/assign jo:" + std::string(k_command_bytes - 11, 'x')));
  EXPECT_NE(desk.understood("/assign " + std::string(k_command_head_bytes, 'x')).find("no text in"),
            std::string::npos);
  for (const std::string_view piece : {"/", " ", "-", " - ", ":", "<", "<a@b", "\n", "because ",
                                       "to ", "please ", "jo ", "31 April ", "in 5 working days ",
                                       "3 March 10:15 ", "\xE2\x80\x9C", "\xFF", "yes ", "Ann "}) {
    for (const std::string_view verb : {"", "/assign ", "/log ", "/restrict ", "/note "}) {
      std::string text{verb};
      while (text.size() + piece.size() <= k_command_bytes) text += piece;
      const auto command = desk.read(text);
      EXPECT_TRUE(!command || command->text.size() <= k_command_bytes) << verb << piece;
    }
  }
}

TEST(Completion, OffersWhatMayFollow) {
  const test::Desk desk;
  using Words = std::vector<std::string>;
  const auto offered = [&](std::string_view typed) {
    return complete_command(typed, desk.context());
  };
  EXPECT_EQ(offered("").size(), verbs().size());
  EXPECT_EQ(offered("/re"), (Words{"/record", "/resume", "/respond", "/reopen", "/redirect",
                                   "/restrict", "/refer", "/release"}));
  EXPECT_EQ(offered("/assign jo"), (Words{"jo@example.org"}));
  EXPECT_EQ(offered("/assign to sam"), (Words{"sam.smith@example.org", "sam.obrien@example.org"}));
  EXPECT_EQ(offered("/assign jo "), (Words{"because"}));
  EXPECT_EQ(offered("/assign jo because "), Words{});
  EXPECT_EQ(offered("/priority h"), (Words{"high"}));
  EXPECT_EQ(offered("/outcome "), (Words{"upheld", "partly upheld", "not upheld"}));
  EXPECT_EQ(offered("/outcome not"), (Words{"not upheld"}));
  EXPECT_EQ(offered("/ack "), (Words{"on paper", "by telephone", ":"}));
  EXPECT_EQ(offered("/merge into EX-2026-000001 "), (Words{"yes", "because"}));
  EXPECT_EQ(offered("/help as"), (Words{"assign", "ask"}));
  EXPECT_EQ(offered("/nothing "), Words{});
}

TEST(Completion, ALineIsWhatWasTypedWithTheWordAtItsEnd) {
  const test::Desk desk;
  using Lines = std::vector<std::string>;
  const auto lines = [&](std::string_view typed) { return completed_lines(typed, desk.context()); };
  EXPECT_EQ(lines("/ass"), (Lines{"/assign"}));
  EXPECT_EQ(lines("ass"), (Lines{"/assign"}));
  EXPECT_EQ(lines("/assign to Jo"), (Lines{"/assign to jo@example.org"}));
  EXPECT_EQ(lines("/assign jo "), (Lines{"/assign jo because"}));
  EXPECT_EQ(lines("/outcome Not up"), (Lines{"/outcome not upheld"}));
  EXPECT_EQ(lines("/extend until in 5 w"), (Lines{"/extend until in 5 working days"}));
  EXPECT_EQ(lines("/nothing "), Lines{});
}

}  // namespace
}  // namespace redress::domain
