#include "daemon/domain/manual.hpp"

#include "daemon/domain/names.hpp"

#include <fmt/format.h>

namespace redress::domain {
namespace {

constexpr auto k_verbs = name_table<ManualVerb>({{ManualVerb::retry, "retry"},
                                                 {ManualVerb::hold, "hold"},
                                                 {ManualVerb::release, "release"},
                                                 {ManualVerb::release_message, "release_message"},
                                                 {ManualVerb::replay, "replay"},
                                                 {ManualVerb::correct, "correct"},
                                                 {ManualVerb::settle, "settle"}});

/// Of a reason, which the audit trail keeps.
constexpr std::size_t k_reason_bytes = 1000;

bool mail_allows(ManualVerb verb, OutboxState state) {
  switch (verb) {
    case ManualVerb::retry: return state == OutboxState::failed || state == OutboxState::unknown;
    case ManualVerb::hold: return state == OutboxState::pending;
    case ManualVerb::release: return state == OutboxState::held;
    case ManualVerb::release_message:
    case ManualVerb::replay:
    case ManualVerb::correct:
    case ManualVerb::settle: return false;
  }
  return false;
}

std::string_view mail_mend(ManualVerb verb) {
  switch (verb) {
    case ManualVerb::retry: return "only a failed or unknown one is retried; release a held one";
    case ManualVerb::hold: return "only a pending one can be held";
    case ManualVerb::release: return "only a held one is released; retry a failed one";
    case ManualVerb::release_message:
    case ManualVerb::replay:
    case ManualVerb::correct:
    case ManualVerb::settle: break;
  }
  return {};
}

Result<void> check_mail(const ManualOrder& order, const ManualSubject& subject) {
  if (!subject.mail) {
    return fail(ErrorCode::not_found, fmt::format("there is no mail {} in the outbox", order.id));
  }
  if (mail_allows(order.verb, *subject.mail)) return {};
  return fail(ErrorCode::conflict, fmt::format("mail {} is {}: {}", order.id,
                                               to_string(*subject.mail), mail_mend(order.verb)));
}

Result<void> check_correction(const ManualOrder& order, const ManualSubject& subject) {
  if (!order.kind) return fail(ErrorCode::invalid_input, "a correction needs a kind");
  if (!subject.kind) {
    return fail(ErrorCode::conflict,
                fmt::format("message {} is {}: it has no reading that could be corrected", order.id,
                            to_string(*subject.message)));
  }
  if (*subject.kind != *order.kind) return {};
  return fail(ErrorCode::not_allowed,
              fmt::format("message {} stands as {} already", order.id, to_string(*order.kind)));
}

/// A message of a case is settled by what is done on the case.
Result<void> check_settling(const ManualOrder& order, const ManualSubject& subject) {
  const bool blank = order.reason.find_first_not_of(" \t\r\n") == std::string::npos;
  if (blank || order.reason.size() > k_reason_bytes) {
    return fail(ErrorCode::invalid_input,
                fmt::format("say why nothing is to be done, in up to {} bytes", k_reason_bytes));
  }
  if (subject.reference) {
    return fail(ErrorCode::conflict,
                fmt::format("message {} belongs to {}: it is settled by a command on that case",
                            order.id, subject.reference->str()));
  }
  if (*subject.message == MessageState::held) return {};
  return fail(ErrorCode::conflict, fmt::format("message {} is {}: only a held one is settled",
                                               order.id, to_string(*subject.message)));
}

Result<void> check_message(const ManualOrder& order, const ManualSubject& subject) {
  if (!subject.message) {
    return fail(ErrorCode::not_found, fmt::format("there is no message {}", order.id));
  }
  if (order.verb == ManualVerb::correct) return check_correction(order, subject);
  if (order.verb == ManualVerb::settle) return check_settling(order, subject);
  if (order.verb == ManualVerb::replay) {
    if (*subject.message == MessageState::quarantined) return {};
    return fail(ErrorCode::conflict,
                fmt::format("message {} is {}: only a quarantined one is read again", order.id,
                            to_string(*subject.message)));
  }
  if (*subject.message == MessageState::held || subject.acknowledgement_held) return {};
  return fail(ErrorCode::conflict,
              fmt::format("message {} is {}, and no acknowledgement of its case is held", order.id,
                          to_string(*subject.message)));
}

std::string_view event_name(ManualVerb verb) {
  switch (verb) {
    case ManualVerb::retry: return "mail_retried";
    case ManualVerb::hold: return "mail_held";
    case ManualVerb::release: return "mail_released";
    case ManualVerb::release_message: return "message_released";
    case ManualVerb::replay: return "message_replayed";
    case ManualVerb::correct: return "reading_corrected";
    case ManualVerb::settle: return "message_settled";
  }
  return {};
}

std::string facts_of(const ManualOrder& order) {
  const auto* row = names_message(order.verb) ? "message" : "outbox";
  if (!order.kind) return fmt::format(R"({{"{}":{}}})", row, order.id);
  return fmt::format(R"({{"{}":{},"kind":"{}"}})", row, order.id, to_string(*order.kind));
}

}  // namespace

std::string_view to_string(ManualVerb verb) {
  return k_verbs.name(verb);
}

std::optional<ManualVerb> manual_verb(std::string_view name) {
  return k_verbs.value(name);
}

bool names_message(ManualVerb verb) {
  return verb == ManualVerb::release_message || verb == ManualVerb::replay ||
         verb == ManualVerb::correct || verb == ManualVerb::settle;
}

Result<Change> decide_manual(const ManualOrder& order, const ManualSubject& subject,
                             const std::string& actor, Instant now) {
  const bool message = names_message(order.verb);
  const auto allowed = message ? check_message(order, subject) : check_mail(order, subject);
  if (!allowed) return allowed.error();
  Change change;
  NewEvent event{.reference = subject.reference,
                 .message = {},
                 .at = now,
                 .actor = actor,
                 .what = std::string{event_name(order.verb)},
                 .facts = facts_of(order),
                 .personal = {}};
  if (message) event.message = MessageRowId{order.id};
  switch (order.verb) {
    case ManualVerb::retry:
    case ManualVerb::release: change.released.push_back(OutboxId{order.id}); break;
    case ManualVerb::hold: change.held.push_back(OutboxId{order.id}); break;
    case ManualVerb::release_message:
      change.released_messages.push_back(MessageRowId{order.id});
      break;
    case ManualVerb::replay: change.replayed.push_back(MessageRowId{order.id}); break;
    case ManualVerb::correct:
      change.corrections.push_back({MessageRowId{order.id}, *order.kind, now, actor});
      break;
    case ManualVerb::settle:
      change.settled.push_back(MessageRowId{order.id});
      event.personal = to_json({{"reason", order.reason}});
      break;
  }
  change.events.push_back(std::move(event));
  return change;
}

}  // namespace redress::domain
