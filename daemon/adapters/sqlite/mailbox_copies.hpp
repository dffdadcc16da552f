#pragma once

#include "daemon/adapters/sqlite/connection.hpp"
#include "daemon/ports/personal_data.hpp"

#include <functional>

namespace redress::adapters {

/// What is to be erased on the mail server, too ([retention] erase_mailbox): an order outlives the
/// message's bytes, which are gone from the store when the server's turn comes.

/// Whether a message came from a mail server and its bytes are still in the store.
bool has_copy(Connection& connection, std::int64_t message);

/// Orders that the server's copy of this message goes, inside the caller's transaction, before its
/// bytes do. False: it has none that could be known again.
bool order_copy(Connection& connection, std::int64_t message,
                const std::function<std::string(std::string_view)>& digest, domain::Instant now);

/// ports::PersonalData, call by call; those that write are one transaction each.
std::vector<std::string> mailboxes_with_copies(Connection& connection);
std::vector<ports::MailboxCopy> copies_to_erase(Connection& connection, const std::string& mailbox,
                                                std::size_t count);
void set_copies_found(Connection& connection, std::span<const domain::MessageRowId> messages);
void settle_copies(Connection& connection, std::span<const domain::MessageRowId> messages,
                   ports::CopyOutcome outcome, const std::optional<domain::NewNotice>& notice,
                   domain::Instant now);

}  // namespace redress::adapters
