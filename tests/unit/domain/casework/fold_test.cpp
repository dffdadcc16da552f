#include "daemon/domain/casework/fold.hpp"
#include "daemon/domain/casework/case_file.hpp"

#include <gtest/gtest.h>

namespace redress::domain {
namespace {

const auto k_reference = CaseReference::parse("EX-2026-000001").value();
const auto k_received = parse_rfc3339("2026-03-02T10:00:00Z").value();

CaseEvent event(std::string what, Fields facts = {}, Fields personal = {}) {
  return {.id = 0,
          .at = k_received + std::chrono::hours{1},
          .actor = "jo@example.org",
          .what = std::move(what),
          .facts = std::move(facts),
          .personal = std::move(personal),
          .message = std::nullopt};
}

CaseEvent opened() {
  return event("case_opened", {{"received", to_rfc3339(k_received)}, {"stage", "1"}},
               {{"name", "Ann"}, {"address", "ann@example.net"}});
}

CaseFile after(const std::vector<CaseEvent>& events) {
  std::vector<CaseEvent> trail{opened()};
  trail.insert(trail.end(), events.begin(), events.end());
  return replay(k_reference, trail).value();
}

TEST(Fold, OpeningTellsWhoAndWhen) {
  const auto file = after({});
  EXPECT_EQ(file.complainant.address.str(), "ann@example.net");
  EXPECT_EQ(file.received, k_received);
  EXPECT_EQ(file.status, CaseStatus::received);
  EXPECT_EQ(file.current().started, k_received);
}

TEST(Fold, TrailWithoutOpeningIsDamage) {
  const auto read = replay(k_reference, {event("noted")});
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().code, ErrorCode::store_damaged);
}

TEST(Fold, AcknowledgementAndItsBounce) {
  EXPECT_EQ(after({event("acknowledgement_sent")}).status, CaseStatus::acknowledged);
  const auto back = after({event("acknowledgement_sent"), event("acknowledgement_bounced")});
  EXPECT_EQ(back.status, CaseStatus::received);
  EXPECT_FALSE(back.current().acknowledged);
}

TEST(Fold, WhatStaffWriteThemselvesIsContactAndTheAnswerWhereItCounts) {
  const auto wrote = after({event("staff_wrote", {{"moment", "2026-03-03T09:00:00Z"}})});
  EXPECT_EQ(wrote.current().contacted, parse_rfc3339("2026-03-03T09:00:00Z").value());
  EXPECT_FALSE(wrote.current().responded);
  const auto answered =
      after({event("staff_wrote", {{"moment", "2026-03-03T09:00:00Z"}, {"answers", "true"}})});
  EXPECT_EQ(answered.current().responded, parse_rfc3339("2026-03-03T09:00:00Z").value());
  EXPECT_EQ(answered.status, CaseStatus::responded);
}

TEST(Fold, WhoTakesItUpStartsTheTriage) {
  const auto file = after({event("assigned", {{"staff", "sam@example.org"}})});
  EXPECT_EQ(file.status, CaseStatus::triage);
  EXPECT_EQ(file.owner, "sam@example.org");
  // An acknowledgement that goes out later does not put the case back.
  EXPECT_EQ(
      after({event("assigned", {{"staff", "sam@example.org"}}), event("acknowledgement_sent")})
          .status,
      CaseStatus::triage);
}

TEST(Fold, WaitingLeadsBackToWhereItWas) {
  const auto waits = after({event("investigated"), event("paused", {{"until", "2026-03-20"}})});
  EXPECT_EQ(waits.status, CaseStatus::awaiting_complainant);
  ASSERT_EQ(waits.pauses.size(), 1U);
  const auto on = after({event("investigated"), event("paused", {{"until", "2026-03-20"}}),
                         event("resumed", {{"ended", "2026-03-10"}})});
  EXPECT_EQ(on.status, CaseStatus::investigating);
  EXPECT_EQ(to_iso(on.pauses.front().until), "2026-03-10");
  // A pause that ran out by itself is not made longer by whoever resumes later.
  const auto late = after({event("investigated"), event("paused", {{"until", "2026-03-20"}}),
                           event("resumed", {{"ended", "2026-04-10"}})});
  EXPECT_EQ(to_iso(late.pauses.front().until), "2026-03-20");
}

TEST(Fold, ResponseByLetterOrOnPaper) {
  const auto by_letter = after({event("letter_sent", {{"letter", "response"}})});
  EXPECT_EQ(by_letter.status, CaseStatus::responded);
  EXPECT_TRUE(by_letter.current().responded);
  const auto on_paper = after({event("response_written", {{"way", "on paper"}})});
  EXPECT_EQ(on_paper.status, CaseStatus::responded);
  EXPECT_EQ(after({event("response_written")}).status, CaseStatus::received);
}

TEST(Fold, NextStageStartsAnew) {
  const auto file = after({event("outcome_recorded", {{"finding", "not-upheld"}}),
                           event("letter_sent", {{"letter", "response"}}),
                           event("escalated", {{"moment", "2026-03-09T09:00:00Z"}})});
  EXPECT_EQ(file.stage, 2);
  EXPECT_EQ(file.status, CaseStatus::escalated);
  EXPECT_EQ(to_rfc3339(file.current().started), "2026-03-09T09:00:00Z");
  EXPECT_FALSE(file.outcome);
  EXPECT_TRUE(file.stages.front().closed);
}

TEST(Fold, NotAComplaintAndBack) {
  const auto file = after({event("investigated"), event("not_a_complaint")});
  EXPECT_EQ(file.status, CaseStatus::closed);
  EXPECT_EQ(file.outcome->finding, Finding::not_a_complaint);
  const auto back =
      after({event("investigated"), event("not_a_complaint"), event("complaint_after_all")});
  EXPECT_EQ(back.status, CaseStatus::investigating);
  EXPECT_FALSE(back.outcome);
}

TEST(Fold, StaffWhoAreNamedOwnNothing) {
  const auto file = after({event("assigned", {{"staff", "sam@example.org"}}),
                           event("staff_named", {{"staff", "sam@example.org"}}),
                           event("staff_told", {{"staff", "sam@example.org"}})});
  EXPECT_TRUE(file.owner.empty());
  EXPECT_TRUE(file.is_named(MailAddress::parse("Sam@Example.org").value()));
  EXPECT_TRUE(file.named_staff.front().told);
}

TEST(Fold, MeasuresEndLiftAndOutweighEachOther) {
  const auto zone = TimeZone::find("Europe/London").value();
  const auto file = after(
      {event("restricted",
             {{"measure", "route"}, {"effect", "route-contact"}, {"staff", "sam@example.org"}}),
       event("restricted",
             {{"measure", "end"}, {"effect", "end-contact"}, {"until", "2026-03-31"}})});
  const auto at = [&](const char* time) {
    return file.restriction_at(parse_rfc3339(time).value(), zone);
  };
  ASSERT_NE(at("2026-03-31T12:00:00Z"), nullptr);
  EXPECT_EQ(at("2026-03-31T12:00:00Z")->effect, MeasureEffect::end_contact);
  ASSERT_NE(at("2026-04-01T12:00:00Z"), nullptr);
  EXPECT_EQ(at("2026-04-01T12:00:00Z")->effect, MeasureEffect::route_contact);
  EXPECT_EQ(at("2026-03-02T10:00:00Z"), nullptr) << "before it was decided";
}

TEST(Fold, NoMailGoesToADomainThatCannotExist) {
  const auto can = [](std::string_view address) {
    return can_get_mail(MailAddress::parse(address).value());
  };
  EXPECT_FALSE(can(k_erased_address));
  EXPECT_FALSE(can(k_no_address));
  EXPECT_FALSE(can("CIM-2026-000001@No-Address.Invalid"));
  EXPECT_TRUE(can("ann@example.net"));
  EXPECT_TRUE(can("ann@invalid.example.net"));
}

TEST(Fold, ErasedPayloadsLeaveTheCaseStanding) {
  auto trail = std::vector{
      opened(), event("outcome_recorded", {{"finding", "upheld"}}, {{"text", "because"}})};
  for (auto& one : trail) one.personal.clear();
  const auto file = replay(k_reference, trail).value();
  EXPECT_EQ(file.complainant.address.str(), k_erased_address);
  EXPECT_EQ(file.outcome->finding, Finding::upheld);
  EXPECT_TRUE(file.outcome->reasons.empty());
}

TEST(Fold, UnknownEventsChangeNothing) {
  EXPECT_EQ(after({event("told_by_a_later_version")}).status, CaseStatus::received);
}

TEST(EventFields, ReadBackWhatTheyWere) {
  const Fields fields{{"text", "line\nline \"quoted\""}, {"number", "7"}};
  EXPECT_EQ(fields_of(to_json(fields)), fields);
  EXPECT_EQ(fields_of(R"({"outbox":3,"final":true,"list":[1]})"),
            (Fields{{"outbox", "3"}, {"final", "true"}}));
  EXPECT_TRUE(fields_of("no object").empty());
  EXPECT_TRUE(to_json({}).empty());
}

}  // namespace
}  // namespace redress::domain
