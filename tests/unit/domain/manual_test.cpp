#include "daemon/domain/manual.hpp"

#include <gtest/gtest.h>

#include <array>
#include <set>

namespace redress::domain {
namespace {

const Instant k_now = parse_rfc3339("2026-11-24T10:15:00Z").value();
const CaseReference k_reference = CaseReference::parse("CIM-2026-000123").value();
constexpr std::array k_verbs{ManualVerb::retry,           ManualVerb::hold,   ManualVerb::release,
                             ManualVerb::release_message, ManualVerb::replay, ManualVerb::correct,
                             ManualVerb::settle};
constexpr std::array k_outbox_states{OutboxState::pending, OutboxState::sending,
                                     OutboxState::sent,    OutboxState::unknown,
                                     OutboxState::held,    OutboxState::failed};
constexpr std::array k_message_states{MessageState::journalled,  MessageState::recorded,
                                      MessageState::held,        MessageState::duplicate,
                                      MessageState::quarantined, MessageState::history};

Result<Change> decided(ManualVerb verb, const ManualSubject& subject) {
  return decide_manual({verb, 7}, subject, "redressctl:uid 0", k_now);
}

ManualSubject mail(OutboxState state) {
  return {.mail = state,
          .message = {},
          .kind = {},
          .acknowledgement_held = false,
          .reference = k_reference};
}

ManualSubject message(MessageState state, bool acknowledgement_held = false) {
  return {.mail = {},
          .message = state,
          .kind = MessageKind::enquiry,
          .acknowledgement_held = acknowledgement_held,
          .reference = k_reference};
}

TEST(Manual, AMailChangesOnlyFromTheStatesThatAllowIt) {
  const std::set<std::pair<ManualVerb, OutboxState>> allowed{
      {ManualVerb::retry, OutboxState::failed},
      {ManualVerb::retry, OutboxState::unknown},
      {ManualVerb::hold, OutboxState::pending},
      {ManualVerb::release, OutboxState::held}};
  for (const auto verb : {ManualVerb::retry, ManualVerb::hold, ManualVerb::release}) {
    for (const auto state : k_outbox_states) {
      const auto change = decided(verb, mail(state));
      EXPECT_EQ(change.has_value(), allowed.contains({verb, state}))
          << to_string(verb) << " a mail that is " << to_string(state);
      if (!change) EXPECT_EQ(change.error().code, ErrorCode::conflict);
    }
  }
}

TEST(Manual, AMessageChangesOnlyFromTheStatesThatAllowIt) {
  for (const auto state : k_message_states) {
    EXPECT_EQ(decided(ManualVerb::replay, message(state)).has_value(),
              state == MessageState::quarantined)
        << to_string(state);
    EXPECT_EQ(decided(ManualVerb::release_message, message(state)).has_value(),
              state == MessageState::held)
        << to_string(state);
    EXPECT_TRUE(decided(ManualVerb::release_message, message(state, true))) << to_string(state);
  }
}

TEST(Manual, ACorrectionNeedsAReadingAndAnotherKind) {
  const auto correct = [](const ManualSubject& subject, std::optional<MessageKind> kind) {
    return decide_manual({ManualVerb::correct, 7, kind}, subject, "redressctl:uid 0", k_now);
  };
  for (const auto state : k_message_states) {
    const auto change = correct(message(state), MessageKind::complaint);
    ASSERT_TRUE(change) << to_string(state);
    ASSERT_EQ(change->corrections.size(), 1U);
    EXPECT_EQ(change->corrections[0].message, MessageRowId{7});
    EXPECT_EQ(change->corrections[0].kind, MessageKind::complaint);
    EXPECT_EQ(change->corrections[0].actor, "redressctl:uid 0");
    ASSERT_EQ(change->events.size(), 1U);
    EXPECT_EQ(change->events[0].what, "reading_corrected");
    EXPECT_EQ(change->events[0].facts, R"({"message":7,"kind":"complaint"})");
  }
  EXPECT_EQ(correct(message(MessageState::held), MessageKind::enquiry).error().code,
            ErrorCode::not_allowed);
  EXPECT_EQ(correct(message(MessageState::held), std::nullopt).error().code,
            ErrorCode::invalid_input);
  auto unread = message(MessageState::journalled);
  unread.kind.reset();
  EXPECT_EQ(correct(unread, MessageKind::junk).error().code, ErrorCode::conflict);
  EXPECT_EQ(correct({}, MessageKind::junk).error().code, ErrorCode::not_found);
}

Result<Change> settled(const ManualSubject& subject, std::string reason) {
  return decide_manual({ManualVerb::settle, 7, {}, std::move(reason)}, subject, "redressctl:uid 0",
                       k_now);
}

TEST(Manual, OnlyAHeldMessageWithoutACaseIsSettledAndOnlyWithAReason) {
  for (const auto state : k_message_states) {
    auto subject = message(state);
    subject.reference.reset();
    const auto change = settled(subject, "spoken to");
    EXPECT_EQ(change.has_value(), state == MessageState::held) << to_string(state);
    if (!change) EXPECT_EQ(change.error().code, ErrorCode::conflict);
  }
  auto held = message(MessageState::held);
  const auto of_case = settled(held, "spoken to");
  ASSERT_FALSE(of_case);
  EXPECT_EQ(of_case.error().code, ErrorCode::conflict);
  EXPECT_NE(of_case.error().text.find(k_reference.str()), std::string::npos) << "where to go on";
  held.reference.reset();
  EXPECT_EQ(settled(held, "").error().code, ErrorCode::invalid_input);
  EXPECT_EQ(settled(held, " \n").error().code, ErrorCode::invalid_input);
  EXPECT_TRUE(settled(held, std::string(1000, 'x')));
  EXPECT_EQ(settled(held, std::string(1001, 'x')).error().code, ErrorCode::invalid_input);
  EXPECT_EQ(settled({}, "spoken to").error().code, ErrorCode::not_found);
}

TEST(Manual, AReasonStandsInTheTrailWhereItCanBeErased) {
  auto held = message(MessageState::held);
  held.reference.reset();
  const auto change = settled(held, "spoken to \"Ann\"").value();
  EXPECT_EQ(change.settled, std::vector{MessageRowId{7}});
  EXPECT_TRUE(change.released_messages.empty());
  ASSERT_EQ(change.events.size(), 1U);
  EXPECT_EQ(change.events[0].what, "message_settled");
  EXPECT_EQ(change.events[0].message, MessageRowId{7});
  EXPECT_EQ(change.events[0].facts, R"({"message":7})");
  EXPECT_EQ(change.events[0].personal, R"({"reason":"spoken to \"Ann\""})");
}

TEST(Manual, EachWordChangesOneThing) {
  EXPECT_EQ(decided(ManualVerb::retry, mail(OutboxState::failed))->released,
            std::vector{OutboxId{7}});
  EXPECT_EQ(decided(ManualVerb::release, mail(OutboxState::held))->released,
            std::vector{OutboxId{7}});
  EXPECT_EQ(decided(ManualVerb::hold, mail(OutboxState::pending))->held, std::vector{OutboxId{7}});
  EXPECT_EQ(decided(ManualVerb::release_message, message(MessageState::held))->released_messages,
            std::vector{MessageRowId{7}});
  EXPECT_EQ(decided(ManualVerb::replay, message(MessageState::quarantined))->replayed,
            std::vector{MessageRowId{7}});
}

TEST(Manual, EachChangeIsOneAuditEventOfThePersonAndTheCase) {
  const auto change = decided(ManualVerb::release, mail(OutboxState::held)).value();
  ASSERT_EQ(change.events.size(), 1U);
  EXPECT_EQ(change.events[0].what, "mail_released");
  EXPECT_EQ(change.events[0].actor, "redressctl:uid 0");
  EXPECT_EQ(change.events[0].reference, k_reference);
  EXPECT_EQ(change.events[0].at, k_now);
  EXPECT_EQ(change.events[0].facts, R"({"outbox":7})");
  EXPECT_FALSE(change.events[0].message);
  const auto replay = decided(ManualVerb::replay, message(MessageState::quarantined)).value();
  EXPECT_EQ(replay.events.at(0).message, MessageRowId{7});
}

TEST(Manual, ARowThatIsNotThereIsNamed) {
  EXPECT_EQ(decided(ManualVerb::hold, {}).error().text, "there is no mail 7 in the outbox");
  EXPECT_EQ(decided(ManualVerb::replay, {}).error().text, "there is no message 7");
  EXPECT_EQ(decided(ManualVerb::hold, {}).error().code, ErrorCode::not_found);
}

TEST(Manual, EveryWordHasANameAndAnotherHasNone) {
  for (const auto verb : k_verbs) EXPECT_EQ(manual_verb(to_string(verb)), verb);
  EXPECT_FALSE(manual_verb("delete"));
}

}  // namespace
}  // namespace redress::domain
