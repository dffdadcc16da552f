#pragma once

#include "daemon/adapters/sqlite/connection.hpp"
#include "daemon/domain/change.hpp"
#include "daemon/ports/token_source.hpp"

#include <string>
#include <vector>

namespace redress::adapters {

/// Of a salt, in base32: 130 bits.
inline constexpr std::size_t k_salt_characters = 26;

/// A salt for each event, in order: empty where it has no personal payload.
std::vector<std::string> salts_for(const std::vector<domain::NewEvent>& events,
                                   ports::TokenSource& tokens);

/// Writes all of a change within the caller's transaction, under a savepoint: when it throws,
/// nothing of it remains. Throws StoreFailure: not_found, where it names a row that is not there;
/// conflict, where a row is not in the state that the change starts from, or exists already;
/// SQLite::Exception.
void apply_change(Connection& connection, const domain::Change& change,
                  const std::vector<std::string>& salts);

/// Throws StoreFailure (conflict) outside a transaction: SQLite ends one by itself when the disk is
/// full, and what came next would be stored piece by piece.
void require_transaction(Connection& connection);

/// Row id of a case. Throws StoreFailure (not_found).
std::int64_t case_row(Connection& connection, const domain::CaseReference& reference);

/// Records a notice unless its key is known; an `overdue` one also marks the deadlines it tells of.
void insert_notice(Connection& connection, const domain::NewNotice& notice);

}  // namespace redress::adapters
