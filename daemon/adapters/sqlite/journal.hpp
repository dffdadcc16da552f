#pragma once

#include "daemon/adapters/sqlite/connection.hpp"
#include "daemon/ports/store.hpp"

namespace redress::adapters {

/// The journal on the store thread: ports::Journal, call by call, synchronous. Those that write are
/// one transaction each. They throw SQLite::Exception and StoreFailure.

ports::FolderRecord open_folder(Connection& connection, const std::string& mailbox,
                                const std::string& folder, ports::FolderUse use,
                                domain::UidValidity validity, domain::Instant now);
std::size_t append_messages(Connection& connection, domain::MailboxId folder,
                            std::span<const ports::FetchedMessage> messages,
                            std::optional<domain::Instant> history_before, domain::Instant now);
/// A ledger row to be.
struct NewRow {
  domain::MailboxId folder;
  domain::Uid uid;
  domain::Instant internal_date;
  std::uint64_t size{};
  bool history{};
  bool relisted{};
  std::size_t length{};    ///< of the bytes
  std::string_view frame;  ///< the bytes, compressed
};
/// The row, journalled, and its raw bytes, inside the caller's transaction.
domain::MessageRowId insert_row(Connection& connection, const NewRow& row, domain::Instant now);
std::vector<ports::JournalledMessage> unread_messages(Connection& connection, std::size_t count,
                                                      std::size_t bytes,
                                                      domain::MessageRowId after);
/// `salt` for the event, whose personal payload the reason is (it may quote the message). Throws
/// StoreFailure (conflict) for a message that has a verdict.
void quarantine_message(Connection& connection, domain::MessageRowId message,
                        const std::string& reason, domain::Instant now, const std::string& salt);
/// Leaves out quarantined mail, which has no verdict, and history, which nobody asked us to touch.
std::vector<domain::Uid> uids_to_mark(Connection& connection, domain::MailboxId folder,
                                      std::size_t count);
void set_marked(Connection& connection, domain::MailboxId folder,
                std::span<const domain::Uid> uids);
void set_polled(Connection& connection, domain::MailboxId folder, domain::Instant now);
void set_trouble(Connection& connection, const std::string& mailbox, const std::string& text,
                 domain::Instant now);

/// The event and its payload for a quarantined message, whose salt the caller makes.
domain::NewEvent quarantine_event(domain::MessageRowId message, const std::string& reason,
                                  domain::Instant now);

}  // namespace redress::adapters
