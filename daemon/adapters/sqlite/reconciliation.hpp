#pragma once

#include "daemon/adapters/sqlite/connection.hpp"
#include "daemon/adapters/sqlite/register_rows.hpp"
#include "daemon/ports/store.hpp"

#include <span>
#include <string>
#include <utility>
#include <vector>

namespace redress::adapters {

std::vector<domain::Uid> reconcile_folder(Connection& connection, domain::MailboxId folder,
                                          std::span<const domain::Uid> on_server,
                                          domain::Instant now);
/// Of each (name, folder) the newest UIDVALIDITY counts.
std::vector<std::pair<std::string, std::string>> folders_to_reconcile(Connection& connection,
                                                                      domain::Instant since);

/// For `ledger`.
std::vector<ReconciledFolder> reconciled_folders(Connection& connection);
/// Sum over the newest UIDVALIDITY of each folder.
std::int64_t missing_messages(Connection& connection);

}  // namespace redress::adapters
