#include "daemon/adapters/curl/imap/machine.hpp"

#include <gtest/gtest.h>

namespace redress::adapters::imap {
namespace {

/// Feeds all of it; the kinds of responses that came out.
std::vector<Response> feed(Machine& machine, std::string_view bytes) {
  std::vector<Response> out;
  while (!bytes.empty()) {
    auto response = machine.next(bytes);
    if (response.has_error()) {
      ADD_FAILURE() << response.error().text;
      break;
    }
    if (*response) out.push_back(std::move(**response));
  }
  return out;
}

Command folder_command() {
  return with_folder("SELECT ", "caf\xe9");
}

TEST(Machine, CommandsArePipelined) {
  Machine machine;
  EXPECT_EQ(machine.start(plain("NOOP")), "R1");
  EXPECT_EQ(machine.start(plain("NOOP")), "R2");
  EXPECT_EQ(machine.take_output(), "R1 NOOP\r\nR2 NOOP\r\n");
  EXPECT_EQ(machine.take_output(), "");
}

TEST(Machine, SynchronisingLiteralWaitsForThePlus) {
  Machine machine;
  machine.start(folder_command());
  machine.start(plain("NOOP"));
  EXPECT_EQ(machine.take_output(), "R1 SELECT {4}\r\n");
  EXPECT_EQ(machine.take_output(), "");
  const auto responses = feed(machine, "+ go on\r\n");
  EXPECT_TRUE(std::holds_alternative<Ignored>(responses.at(0)));
  EXPECT_EQ(machine.take_output(), "caf\xe9\r\nR2 NOOP\r\n");
}

TEST(Machine, RefusedLiteralIsNotSent) {
  Machine machine;
  machine.start(folder_command());
  machine.start(plain("NOOP"));
  machine.take_output();
  feed(machine, "R1 NO too long\r\n");
  EXPECT_EQ(machine.take_output(), "R2 NOOP\r\n");
}

TEST(Machine, LiteralPlusAndMinus) {
  for (const char* capability : {"LITERAL+", "LITERAL-"}) {
    Machine machine;
    feed(machine, std::string{"* CAPABILITY IMAP4rev1 "} + capability + "\r\n");
    machine.start(folder_command());
    EXPECT_EQ(machine.take_output(), "R1 SELECT {4+}\r\ncaf\xe9\r\n");
  }
}

TEST(Machine, LiteralMinusStopsAt4096) {
  Machine machine;
  feed(machine, "* CAPABILITY IMAP4rev1 LITERAL-\r\n");
  machine.start(with_folder("SELECT ", std::string(4097, 'x')));
  EXPECT_EQ(machine.take_output(), "R1 SELECT {4097}\r\n");
}

TEST(Machine, ContinuationOfIdleIsTheCallers) {
  Machine machine;
  machine.start(plain("IDLE"));
  machine.take_output();
  EXPECT_TRUE(std::holds_alternative<Continuation>(feed(machine, "+ idling\r\n").at(0)));
  machine.done();
  EXPECT_EQ(machine.take_output(), "DONE\r\n");
}

TEST(Machine, NotesWhatSelectTells) {
  Machine machine;
  machine.start(plain("SELECT INBOX"));
  feed(machine,
       "* FLAGS (\\Seen $a)\r\n* OK [PERMANENTFLAGS (\\Seen)] x\r\n* 17 EXISTS\r\n"
       "* OK [UIDVALIDITY 9] x\r\n* OK [UIDNEXT 44] x\r\n* 3 EXPUNGE\r\n"
       "R1 OK [READ-ONLY] done\r\n");
  const auto& folder = machine.folder();
  EXPECT_EQ(folder.validity, domain::UidValidity{9});
  EXPECT_EQ(folder.next, domain::Uid{44});
  EXPECT_EQ(folder.exists, 16U);
  EXPECT_EQ(folder.flags, (std::vector<std::string>{"\\Seen", "$a"}));
  EXPECT_EQ(folder.permanent_flags, (std::vector<std::string>{"\\Seen"}));
  EXPECT_TRUE(folder.read_only);
  EXPECT_TRUE(folder.news);
  EXPECT_FALSE(folder.other_validity);
}

TEST(Machine, NoticesAnotherUidValidity) {
  Machine machine;
  feed(machine, "* OK [UIDVALIDITY 9] x\r\n* OK [UIDVALIDITY 9] x\r\n");
  EXPECT_FALSE(machine.folder().other_validity);
  feed(machine, "* OK [UIDVALIDITY 10] x\r\n");
  EXPECT_EQ(machine.folder().other_validity, domain::UidValidity{10});
}

TEST(Machine, ExpungeOfAnEmptyFolderDoesNotWrapRound) {
  Machine machine;
  feed(machine, "* 1 EXPUNGE\r\n");
  EXPECT_EQ(machine.folder().exists, 0U);
}

TEST(Machine, CapabilityAlsoComesAsACode) {
  Machine machine;
  machine.start(plain("NOOP"));
  feed(machine, "R1 OK [CAPABILITY IMAP4rev1 move] ok\r\n");
  EXPECT_TRUE(machine.can("MOVE"));
  EXPECT_FALSE(machine.can("IDLE"));
}

TEST(Machine, AnAnswerToNoCommandIsAnError) {
  Machine machine;
  std::string_view bytes = "R9 OK what?\r\n";
  const auto response = machine.next(bytes);
  ASSERT_TRUE(response.has_error());
  EXPECT_EQ(response.error().code, domain::ErrorCode::protocol);
}

TEST(Machine, ATagIsAnsweredOnce) {
  Machine machine;
  machine.start(plain("NOOP"));
  feed(machine, "R1 OK\r\n");
  std::string_view again = "R1 OK\r\n";
  EXPECT_TRUE(machine.next(again).has_error());
}

TEST(Machine, RemembersGoodbye) {
  Machine machine;
  feed(machine, "* BYE [UNAVAILABLE] later\r\n");
  ASSERT_TRUE(machine.bye());
  EXPECT_EQ(machine.bye()->code.name, "UNAVAILABLE");
}

}  // namespace
}  // namespace redress::adapters::imap
