#include "daemon/domain/manual.hpp"

#include <fmt/format.h>

namespace redress::domain {

Result<Change> decide_manual(std::string_view verb, std::int64_t id,
                             std::optional<CaseReference> reference, std::string actor,
                             Instant now) {
  Change change;
  NewEvent event{.reference = std::move(reference),
                 .message = {},
                 .at = now,
                 .actor = std::move(actor),
                 .what = {},
                 .facts = fmt::format(R"({{"id":{}}})", id),
                 .personal = {}};
  if (verb == "retry" || verb == "release") {
    change.released.push_back(OutboxId{id});
    event.what = verb == "retry" ? "mail_retried" : "mail_released";
  } else if (verb == "hold") {
    change.held.push_back(OutboxId{id});
    event.what = "mail_held";
  } else if (verb == "release_message") {
    change.released_messages.push_back(MessageRowId{id});
    event.message = MessageRowId{id};
    event.what = "message_released";
  } else if (verb == "replay") {
    change.replayed.push_back(MessageRowId{id});
    event.message = MessageRowId{id};
    event.what = "message_replayed";
  } else {
    return fail(ErrorCode::invalid_input,
                fmt::format("\"{}\" is no command; take retry, hold, release or replay", verb));
  }
  change.events.push_back(std::move(event));
  return change;
}

}  // namespace redress::domain
