#pragma once

#include "daemon/adapters/sqlite/register_rows.hpp"
#include "daemon/domain/report.hpp"
#include "daemon/domain/result.hpp"

#include <memory>
#include <string>
#include <vector>

namespace redress::adapters {

class Connection;

/// Reads the store, through a read-only connection of its own: also while a daemon writes.
/// Synchronous; not thread-safe. Every call sees one state of the database. Host failures throw
/// StoreFailure.
class Register {
 public:
  /// Errors: not_found (no such file), not_allowed (of another version), settings, store_damaged.
  static domain::Result<std::unique_ptr<Register>> open(const std::string& path);
  explicit Register(std::unique_ptr<Connection> connection);
  ~Register();

  /// In order of their numbers.
  std::vector<CaseRow> cases();
  /// Error: not_found.
  domain::Result<CaseDetail> find_case(const domain::CaseReference& reference);
  /// The messages of all cases that somebody is the complainant of, oldest first.
  std::vector<MessageRow> messages_of(const domain::MailAddress& complainant);
  /// Every ledger row, oldest first; with a state, those in it.
  std::vector<MessageRow> messages(std::optional<domain::MessageState> state = std::nullopt);
  std::vector<OutboxRow> outbox();
  /// Every measure, the newest first.
  std::vector<RestrictionRow> restrictions();
  LedgerCounts ledger();
  /// With at most `deadlines` of the next deadlines.
  StatusReport status(domain::Instant now, std::size_t deadlines = 10);
  /// Error: not_found.
  domain::Result<MessageRow> message(domain::MessageRowId id);
  /// The bytes as the server gave them. Error: not_found.
  domain::Result<std::string> raw(domain::MessageRowId id);
  /// The newest correction of each message, oldest message first.
  std::vector<CorrectionRow> corrections();
  /// All cases and what else a report counts.
  domain::ReportMaterial report_material();
  /// SQLite's own check, then the audit trail. Returns the number of events. Error: store_damaged.
  domain::Result<std::int64_t> verify();

 private:
  std::unique_ptr<Connection> connection_;
};

}  // namespace redress::adapters
