#include "daemon/domain/backoff.hpp"
#include "daemon/domain/decide.hpp"

#include <fmt/format.h>

#include <chrono>

namespace redress::domain {
namespace {

/// Of one mail that the server does not take now (RFC 5321, 4.5.4.1 lets us choose).
constexpr Backoff k_send_again{
    .first = std::chrono::minutes{1}, .longest = std::chrono::hours{1}, .jitter_share = 0.25};
/// A mail whose outcome is unknown is repeated so often; after that a person decides.
constexpr int k_unknown_tries = 2;
/// Tries after which staff are told that a mail does not get out.
constexpr int k_tell_after = 5;

NewNotice failed_notice(const SendTry& sent, Instant now, std::string_view what) {
  return {
      .kind = NoticeKind::failed,
      .key = fmt::format("failed:outbox:{}:{}", sent.mail.value, sent.attempts),
      .at = now,
      .reference = sent.reference,
      .message = {},
      .text = fmt::format("outbox {} ({}): {}", sent.mail.value, to_string(sent.purpose), what)};
}

OutboxState state_after(const SendTry& sent) {
  switch (sent.outcome) {
    case SendTry::Outcome::accepted: return OutboxState::sent;
    case SendTry::Outcome::deferred:
    case SendTry::Outcome::unavailable: return OutboxState::pending;
    case SendTry::Outcome::refused: return OutboxState::failed;
    case SendTry::Outcome::unknown: return OutboxState::unknown;
  }
  return OutboxState::failed;
}

/// Far enough to never come: an outcome that only a person may repeat.
constexpr Instant k_never = std::chrono::sys_days{std::chrono::year{9999} / 12 / 31};

Instant next_try(const SendTry& sent, Instant now, double jitter) {
  // Of a server that takes nothing from anybody the sender keeps away as a whole.
  if (sent.outcome == SendTry::Outcome::unavailable) return now;
  const bool again =
      sent.outcome == SendTry::Outcome::deferred ||
      (sent.outcome == SendTry::Outcome::unknown && sent.attempts + 1 < k_unknown_tries);
  if (!again) return k_never;
  return now + std::chrono::ceil<std::chrono::seconds>(
                   pause_after(k_send_again, sent.attempts + 1, jitter));
}

}  // namespace

Change decide_delivery(const SendTry& sent, Instant now, double jitter) {
  Change change;
  const auto state = state_after(sent);
  const auto next = next_try(sent, now, jitter);
  const bool again = next != k_never;
  change.deliveries.push_back({.mail = sent.mail,
                               .at = now,
                               .state = state,
                               .next_try = next,
                               .smtp_code = sent.smtp_code,
                               .reply = sent.reply,
                               .counts = sent.outcome != SendTry::Outcome::unavailable});
  const auto event = [&](std::string_view what) {
    change.events.push_back(
        {.reference = sent.reference,
         .message = {},
         .at = now,
         .actor = "redressd",
         .what = std::string{what},
         .facts = fmt::format(R"({{"outbox":{},"code":{}}})", sent.mail.value, sent.smtp_code),
         .personal = {}});
  };
  const bool acknowledgement = sent.purpose == MailPurpose::acknowledgement && sent.reference;
  switch (sent.outcome) {
    case SendTry::Outcome::accepted:
      if (acknowledgement) {
        change.met.push_back({*sent.reference, DeadlineKind::acknowledge, now});
        change.statuses.push_back(
            {*sent.reference, CaseStatus::acknowledged, CaseStatus::received});
        change.statuses.push_back(
            {*sent.reference, CaseStatus::acknowledged, CaseStatus::escalated});
        event("acknowledgement_sent");
      } else if (sent.purpose == MailPurpose::letter && sent.reference) {
        change.events.push_back({.reference = sent.reference,
                                 .message = {},
                                 .at = now,
                                 .actor = "redressd",
                                 .what = "letter_sent",
                                 .facts = to_json({{"letter", sent.letter},
                                                   {"outbox", std::to_string(sent.mail.value)}}),
                                 .personal = {}});
        change.touched.push_back(*sent.reference);
      }
      break;
    case SendTry::Outcome::deferred:
      if (sent.attempts + 1 == k_tell_after) {
        change.notices.push_back(failed_notice(sent, now, "still not sent; it is tried again"));
      }
      break;
    case SendTry::Outcome::unavailable: break;  // told of the server, not of each mail
    case SendTry::Outcome::refused:
      event("mail_refused");
      change.notices.push_back(
          failed_notice(sent, now, "the mail server refused it for good; mend and retry"));
      break;
    case SendTry::Outcome::unknown:
      event("mail_outcome_unknown");
      change.notices.push_back(failed_notice(
          sent, now,
          again ? "the connection broke while the server took it; it is sent once more"
                : "the connection broke again while the server took it; look whether "
                  "it arrived before you retry"));
      break;
  }
  return change;
}

}  // namespace redress::domain
