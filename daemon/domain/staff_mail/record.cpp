#include "daemon/domain/staff_mail/record.hpp"

#include "daemon/domain/way_out.hpp"

#include <fmt/format.h>

namespace redress::domain {

Change record_staff_reply(const IncomingMail& mail, const std::optional<CaseReference>& reference,
                          Authority authority, std::string_view because, Instant now) {
  const bool granted = authority == Authority::granted;
  // An address that is merely old is its owner's, who gets a fresh one: nobody else need look.
  const bool settled = granted || authority == Authority::expired;
  Change change;
  auto verdict =
      verdict_of(mail, MessageKind::staff, settled ? MessageState::recorded : MessageState::held);
  if (granted) verdict.joined = reference;
  if (!settled) verdict.held_because = fmt::format("it wants to act on a case, and {}", because);
  change.events.push_back({.reference = verdict.joined,
                           .message = mail.id,
                           .at = now,
                           .actor = "redressd",
                           .what = granted ? "staff_mail_taken" : "staff_mail_refused",
                           .facts = to_json({{"authority", std::string{to_string(authority)}}}),
                           .personal = {}});
  if (!settled) {
    change.notices.push_back({.kind = NoticeKind::held,
                              .key = key_of(NoticeKind::held, WayOut::settle, mail.id),
                              .at = now,
                              .reference = {},
                              .message = mail.id,
                              .text = fmt::format("message {} waits for a person: {}",
                                                  mail.id.value, verdict.held_because)});
  }
  change.verdict = std::move(verdict);
  return change;
}

}  // namespace redress::domain
