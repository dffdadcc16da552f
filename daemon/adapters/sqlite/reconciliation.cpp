#include "daemon/adapters/sqlite/reconciliation.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <unordered_set>

namespace redress::adapters {
namespace {

constexpr std::size_t k_uids_kept = 100;

std::unordered_set<std::uint32_t> known_uids(Connection& connection, domain::MailboxId folder) {
  std::unordered_set<std::uint32_t> known;
  Query query{connection, "SELECT uid FROM message WHERE mailbox_id = ?"};
  query.with(folder);
  while (query.step()) known.insert(static_cast<std::uint32_t>(query.integer(0)));
  return known;
}

void keep_outcome(Connection& connection, domain::MailboxId folder, std::size_t on_server,
                  const std::vector<domain::Uid>& missing, domain::Instant now) {
  auto uids = nlohmann::json::array();
  for (const auto uid : missing) {
    if (uids.size() == k_uids_kept) break;
    uids.push_back(uid.value);
  }
  Query{connection,
        "INSERT INTO reconciliation (mailbox_id, at, on_server, missing, uids) VALUES (?,?,?,?,?)"
        " ON CONFLICT (mailbox_id) DO UPDATE SET at = excluded.at, on_server = excluded.on_server,"
        " missing = excluded.missing, uids = excluded.uids"}
      .with(folder, now, on_server, missing.size(), uids.dump())
      .run();
}

}  // namespace

std::vector<domain::Uid> reconcile_folder(Connection& connection, domain::MailboxId folder,
                                          std::span<const domain::Uid> on_server,
                                          domain::Instant now) {
  Transaction transaction{connection};
  const auto known = known_uids(connection, folder);
  std::uint32_t highest = 0;
  for (const auto uid : known) highest = std::max(highest, uid);
  std::vector<domain::Uid> missing;
  for (const auto uid : on_server) {
    // Above the highest is what arrived a moment ago: the watcher takes it.
    if (uid.value < highest && !known.contains(uid.value)) missing.push_back(uid);
  }
  std::sort(missing.begin(), missing.end());
  keep_outcome(connection, folder, on_server.size(), missing, now);
  transaction.commit();
  return missing;
}

std::vector<std::pair<std::string, std::string>> folders_to_reconcile(Connection& connection,
                                                                      domain::Instant since) {
  std::vector<std::pair<std::string, std::string>> folders;
  Query query{
      connection,
      "SELECT b.name, b.folder FROM mailbox b LEFT JOIN reconciliation r"
      " ON r.mailbox_id = b.id WHERE b.id = (SELECT max(n.id) FROM mailbox n"
      " WHERE n.name = b.name AND n.folder = b.folder) AND coalesce(r.at, b.known_since) < ?"};
  query.with(since);
  while (query.step()) folders.emplace_back(query.text(0), query.text(1));
  return folders;
}

std::vector<ReconciledFolder> reconciled_folders(Connection& connection) {
  std::vector<ReconciledFolder> folders;
  Query query{connection,
              "SELECT b.name, b.folder, r.at, r.on_server, r.missing, r.uids FROM reconciliation r"
              " JOIN mailbox b ON b.id = r.mailbox_id WHERE b.id = (SELECT max(n.id) FROM mailbox n"
              " WHERE n.name = b.name AND n.folder = b.folder) ORDER BY 1, 2"};
  while (query.step()) {
    folders.push_back({.mailbox = query.text(0),
                       .folder = query.text(1),
                       .at = query.instant(2),
                       .on_server = query.integer(3),
                       .missing = query.integer(4),
                       .uids = query.text(5)});
  }
  return folders;
}

std::int64_t missing_messages(Connection& connection) {
  std::int64_t missing = 0;
  for (const auto& folder : reconciled_folders(connection)) missing += folder.missing;
  return missing;
}

}  // namespace redress::adapters
