#include "daemon/domain/decide.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace redress::domain {
namespace {

constexpr std::chrono::seconds k_first_pause{60};
constexpr std::chrono::seconds k_longest_pause{60 * 60};
constexpr int k_doublings = 6;
constexpr double k_jitter_share = 0.25;
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
    case SendTry::Outcome::deferred: return OutboxState::pending;
    case SendTry::Outcome::refused: return OutboxState::failed;
    case SendTry::Outcome::unknown: return OutboxState::unknown;
  }
  return OutboxState::failed;
}

/// Far enough to never come: an outcome that only a person may repeat.
constexpr Instant k_never = std::chrono::sys_days{std::chrono::year{9999} / 12 / 31};

}  // namespace

std::chrono::seconds send_backoff(int attempts, double jitter) {
  const auto doubled = k_first_pause * (1 << std::clamp(attempts, 0, k_doublings));
  const auto pause = std::min<std::chrono::seconds>(doubled, k_longest_pause);
  const auto extra =
      static_cast<double>(pause.count()) * k_jitter_share * std::clamp(jitter, 0.0, 1.0);
  return pause + std::chrono::seconds{static_cast<std::int64_t>(extra)};
}

Change decide_delivery(const SendTry& sent, Instant now, double jitter) {
  Change change;
  const auto state = state_after(sent);
  const bool again = state == OutboxState::pending ||
                     (state == OutboxState::unknown && sent.attempts + 1 < k_unknown_tries);
  change.deliveries.push_back(
      {.mail = sent.mail,
       .at = now,
       .state = state,
       .next_try = again ? now + send_backoff(sent.attempts, jitter) : k_never,
       .smtp_code = sent.smtp_code,
       .reply = sent.reply});
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
        event("acknowledgement_sent");
      }
      break;
    case SendTry::Outcome::deferred:
      if (sent.attempts + 1 == k_tell_after) {
        change.notices.push_back(failed_notice(sent, now, "still not sent; it is tried again"));
      }
      break;
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
