#pragma once

#include "daemon/domain/decide.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace redress::domain {

inline Instant at(std::string_view text) {
  return parse_rfc3339(text).value();
}
inline MailAddress address(std::string_view text) {
  return MailAddress::parse(text).value();
}
inline CaseReference reference(std::string_view text = "CIM-2026-000007") {
  return CaseReference::parse(text).value();
}

/// One message, decided. 2026 has no holiday in the weeks that these tests count over.
class Decide : public ::testing::Test {
 protected:
  Decide() {
    policy.pack = "cim";
    policy.stages.push_back({.number = 1,
                             .name = "Complaint",
                             .owner_role = "complaints-manager",
                             .handled_by = "the department manager",
                             .acknowledge = {.count = 2,
                                             .unit = LimitUnit::working_days,
                                             .base = LimitBase::received,
                                             .clause = "p1"},
                             .respond = Limit{.count = 20,
                                              .unit = LimitUnit::working_days,
                                              .base = LimitBase::received,
                                              .clause = "p1"}});
    mail.id = MessageRowId{41};
    mail.mailbox = "comments";
    mail.received = at("2026-11-09T10:15:00Z");  // a Monday
    mail.message_id = "x@example.net";
    mail.sender = Person{"Ann Smith", address("ann@example.net")};
    mail.reading.kind = MessageKind::complaint;
    mail.reading.acknowledge = AcknowledgeReading::yes;
    mail.reading.confidence = 0.9;
  }

  Decision decided() {
    const House house{.prefix = "CIM",
                      .policy = policy,
                      .calendar = calendar,
                      .zone = zone,
                      .limits = {.to_address = 3, .to_domain = 100, .total = 2000},
                      .office_hours = office_hours,
                      .case_mails = case_mails};
    return decide(house, snapshot, mail, now).value();
  }

  CaseSnapshot known(CaseStatus status = CaseStatus::acknowledged) {
    return {.reference = reference(),
            .status = status,
            .stage = 1,
            .received = at("2026-11-02T09:00:00Z"),
            .complainant = {"", address("ann@example.net")},
            .participants = {address("ann@example.net")},
            .acknowledged = true};
  }

  void names_case(ReferenceProof proof) {
    mail.reading.kind = MessageKind::follow_up;
    mail.reading.acknowledge = AcknowledgeReading::no;
    mail.reading.named.push_back({reference(), proof, "subject"});
    snapshot.named.push_back(known());
  }

  Policy policy;
  WorkingCalendar calendar =
      WorkingCalendar::make(Nation::england_and_wales, {}, 2026, 2027).value();
  TimeZone zone = TimeZone::find("Europe/London").value();
  Snapshot snapshot;
  IncomingMail mail;
  Instant now = at("2026-11-09T10:15:20Z");
  bool office_hours = false;
  bool case_mails = false;
};

}  // namespace redress::domain
