#pragma once

#include "daemon/adapters/sqlite/connection.hpp"
#include "daemon/ports/imports.hpp"

namespace redress::adapters {

/// The folder under which the ledger keeps what was imported into a mailbox: a name that nobody
/// gives a folder, and a UIDVALIDITY that no server gives (RFC 9051, 9: nz-number). Its UIDs count
/// up.
inline constexpr std::string_view k_import_folder = "(imported)";
inline constexpr domain::UidValidity k_import_validity{0};

/// ports::Journal::append_history, synchronous: one transaction. Throws SQLite::Exception and
/// StoreFailure.
ports::ImportCount append_history(Connection& connection, const ports::ImportBatch& batch,
                                  domain::Instant now);

}  // namespace redress::adapters
