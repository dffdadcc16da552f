#pragma once

#include "daemon/adapters/sqlite/connection.hpp"
#include "daemon/domain/change.hpp"
#include "daemon/domain/staff_mail/authority.hpp"

namespace redress::adapters {

/// The mail to staff that has this serial; nothing where there is none.
std::optional<domain::IssuedMail> read_issued_mail(Connection& connection,
                                                   const std::string& serial, domain::Instant now);

/// What the mail of that serial asks for; nothing where it asks for nothing.
std::optional<domain::PendingOrders> read_pending_orders(Connection& connection,
                                                         const std::string& serial);
/// Nothing where the bytes are gone.
std::optional<std::string> read_mail_bytes(Connection& connection, domain::OutboxId mail);
std::optional<std::string> read_raw_message(Connection& connection, domain::MessageRowId message);
void insert_pending_orders(Connection& connection, const domain::PendingOrders& pending);
/// Throws StoreFailure (conflict) where it was settled before.
void settle_pending_orders(Connection& connection, const std::string& serial, domain::Instant at);

}  // namespace redress::adapters
