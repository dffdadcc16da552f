#pragma once

#include "daemon/adapters/sqlite/connection.hpp"
#include "daemon/domain/change.hpp"

namespace redress::adapters {

/// The parts of a change that concern the outbox and its notices. `at` is the time of the change,
/// where it is known. Each writes within the caller's transaction and throws as `apply_change`
/// says.

/// Returns the row's id. The breaker counts the mail from `at` on, else from its not_before.
std::int64_t insert_mail(Connection& connection, const domain::NewMail& mail,
                         std::optional<domain::Instant> at);

/// The attempt, and what the mail is now. An acknowledgement that was sent makes its case
/// acknowledged; its deadline is met by a DeadlineMet of the change alone.
void record_delivery(Connection& connection, const domain::DeliveryRecord& delivery);

/// held, failed or unknown -> pending and due.
void release_mail(Connection& connection, domain::OutboxId mail, std::optional<domain::Instant> at);

/// sending -> pending: claimed, and not tried.
void return_mail(Connection& connection, domain::OutboxId mail);

/// pending -> held.
void hold_mail(Connection& connection, domain::OutboxId mail);

/// Held and never tried: it goes, with its bytes.
void discard_mail(Connection& connection, domain::OutboxId mail);

/// Releases the held acknowledgements of the case that a held message joined.
void release_message(Connection& connection, domain::MessageRowId message,
                     std::optional<domain::Instant> at);

void mark_told(Connection& connection, const std::string& key, std::optional<std::int64_t> mail);

}  // namespace redress::adapters
