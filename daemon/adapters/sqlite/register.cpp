#include "daemon/adapters/sqlite/register.hpp"

#include "daemon/adapters/sqlite/command_subject.hpp"
#include "daemon/adapters/sqlite/compression.hpp"
#include "daemon/adapters/sqlite/corrections.hpp"
#include "daemon/adapters/sqlite/event_chain.hpp"
#include "daemon/adapters/sqlite/reconciliation.hpp"
#include "daemon/adapters/sqlite/register_queries.hpp"
#include "daemon/adapters/sqlite/report_material.hpp"
#include "daemon/adapters/sqlite/snapshot.hpp"

#include <fmt/format.h>

#include <array>

namespace redress::adapters {
namespace {

using domain::ErrorCode;

constexpr std::array k_outbox_states{domain::OutboxState::pending, domain::OutboxState::sending,
                                     domain::OutboxState::sent,    domain::OutboxState::unknown,
                                     domain::OutboxState::held,    domain::OutboxState::failed};

/// One state of the database for several queries: a read transaction that ends with the object.
class Reading {
 public:
  explicit Reading(Connection& connection) : connection_(connection) { connection_.exec("BEGIN"); }
  ~Reading() { connection_.database().tryExec("ROLLBACK"); }
  Reading(const Reading&) = delete;
  Reading& operator=(const Reading&) = delete;

 private:
  Connection& connection_;
};

/// The first condition is the index's own, which lets SQLite use it.
constexpr std::string_view k_count_held =
    "SELECT count(*) FROM message WHERE state IN ('held', 'quarantined') AND state = 'held'";
constexpr std::string_view k_count_quarantined =
    "SELECT count(*) FROM message WHERE state IN ('held', 'quarantined')"
    " AND state = 'quarantined'";

template <class Job>
auto reading(Connection& connection, std::string_view doing, Job job) {
  return translated(doing, [&] {
    const Reading snapshot{connection};
    return job();
  });
}

std::int64_t count(Connection& connection, std::string_view sql) {
  Query query{connection, sql};
  return query.step() ? query.integer(0) : 0;
}

LedgerCounts read_ledger(Connection& connection) {
  LedgerCounts counts;
  for (const auto kind : domain::k_message_kinds) counts.kinds[kind] = 0;
  Query query{connection, "SELECT state, coalesce(kind, ''), count(*) FROM message GROUP BY 1, 2"};
  while (query.step()) {
    const auto state = stored(domain::message_state(query.text(0)));
    const auto rows = query.integer(2);
    counts.seen += rows;
    switch (state) {
      case domain::MessageState::journalled: counts.unaccounted += rows; break;
      case domain::MessageState::duplicate: counts.duplicate += rows; break;
      case domain::MessageState::quarantined: counts.quarantined += rows; break;
      case domain::MessageState::held: counts.held += rows; [[fallthrough]];
      case domain::MessageState::recorded:
      case domain::MessageState::history:
        counts.kinds[stored(domain::message_kind(query.text(1)))] += rows;
        break;
    }
  }
  counts.folders = reconciled_folders(connection);
  for (const auto& folder : counts.folders) counts.missing += folder.missing;
  counts.unaccounted += counts.missing;
  return counts;
}

std::vector<MailboxStatus> read_mailboxes(Connection& connection) {
  std::vector<MailboxStatus> mailboxes;
  // The newest row of a folder is its newest UIDVALIDITY; a mailbox in trouble may have no folder.
  // Validity 0 is an import's, which nobody watches.
  Query query{connection,
              "SELECT b.name, b.folder, (SELECT max(o.last_polled) FROM mailbox o"
              " WHERE o.name = b.name AND o.folder = b.folder), coalesce(t.text, ''), t.since"
              " FROM mailbox b LEFT JOIN mailbox_trouble t ON t.name = b.name"
              " WHERE b.id = (SELECT max(n.id) FROM mailbox n WHERE n.name = b.name"
              " AND n.folder = b.folder) AND b.validity > 0"
              " UNION ALL SELECT t.name, '', NULL, t.text, t.since FROM mailbox_trouble t"
              " WHERE t.name NOT IN (SELECT name FROM mailbox WHERE validity > 0) ORDER BY 1, 2"};
  while (query.step()) {
    mailboxes.push_back({.name = query.text(0),
                         .folder = query.text(1),
                         .last_polled = query.maybe_instant(2),
                         .trouble = query.text(3),
                         .trouble_since = query.maybe_instant(4)});
  }
  return mailboxes;
}

std::int64_t overdue_acknowledgements(Connection& connection, domain::Instant now) {
  Query query{connection,
              "SELECT count(*) FROM deadline WHERE state = 'open' AND kind = 'acknowledge'"
              " AND at < ?"};
  return query.with(now).step() ? query.integer(0) : 0;
}

std::map<domain::OutboxState, std::int64_t> outbox_counts(Connection& connection) {
  std::map<domain::OutboxState, std::int64_t> counts;
  for (const auto state : k_outbox_states) counts[state] = 0;
  Query query{connection,
              "SELECT state, count(*) FROM outbox WHERE state <> 'sent' GROUP BY state"};
  auto sent = count(connection, "SELECT count(*) FROM outbox");  // from the smallest index
  while (query.step()) {
    counts[stored(domain::outbox_state(query.text(0)))] = query.integer(1);
    sent -= query.integer(1);
  }
  counts[domain::OutboxState::sent] = sent;
  return counts;
}

}  // namespace

domain::Result<std::unique_ptr<Register>> Register::open(const std::string& path) {
  auto connection = Connection::open(path, Connection::Mode::read_only);
  if (!connection) return connection.error();
  return std::make_unique<Register>(std::move(*connection));
}

Register::Register(std::unique_ptr<Connection> connection) : connection_(std::move(connection)) {}
Register::~Register() = default;

std::vector<CaseRow> Register::cases() {
  return reading(*connection_, "read the cases", [&] { return read_cases(*connection_); });
}

std::vector<RestrictionRow> Register::restrictions() {
  return reading(*connection_, "read the restrictions",
                 [&] { return read_restrictions(*connection_); });
}

domain::Result<CaseDetail> Register::find_case(const domain::CaseReference& reference) {
  return reading(*connection_, "read a case", [&]() -> domain::Result<CaseDetail> {
    const auto& name = reference.str();
    auto row = read_case_row(*connection_, name);
    if (!row) return domain::fail(ErrorCode::not_found, fmt::format("there is no case {}", name));
    auto file = read_case_file(*connection_, reference);
    if (!file) throw StoreFailure{ErrorCode::store_damaged, "no event tells of " + name};
    return CaseDetail{.row = std::move(*row),
                      .file = std::move(*file),
                      .participants = read_participants(*connection_, name),
                      .messages = read_case_messages(*connection_, name),
                      .mails = read_outbox(*connection_, name),
                      .events = read_case_events(*connection_, name)};
  });
}

std::vector<MessageRow> Register::messages_of(const domain::MailAddress& complainant) {
  return reading(*connection_, "read the messages of a person",
                 [&] { return read_messages_of(*connection_, complainant); });
}

std::vector<MessageRow> Register::messages(std::optional<domain::MessageState> state) {
  return reading(*connection_, "read the messages",
                 [&] { return read_messages(*connection_, state); });
}

std::vector<OutboxRow> Register::outbox() {
  return reading(*connection_, "read the outbox",
                 [&] { return read_outbox(*connection_, std::nullopt); });
}

LedgerCounts Register::ledger() {
  return reading(*connection_, "count the ledger", [&] { return read_ledger(*connection_); });
}

StatusReport Register::status(domain::Instant now, std::size_t deadlines) {
  return reading(*connection_, "read the status", [&] {
    auto& connection = *connection_;
    const auto counts = outbox_counts(connection);
    const auto journalled =
        count(connection, "SELECT count(*) FROM message WHERE state = 'journalled'");
    return StatusReport{.mailboxes = read_mailboxes(connection),
                        .backlog = journalled,
                        .unaccounted = journalled + missing_messages(connection),
                        .held = count(connection, k_count_held),
                        .quarantined = count(connection, k_count_quarantined),
                        .failed = counts.at(domain::OutboxState::failed),
                        .overdue_acknowledgements = overdue_acknowledgements(connection, now),
                        .next_deadlines = read_open_deadlines(connection, deadlines),
                        .outbox = counts,
                        .untold = count(connection, "SELECT count(*) FROM notice WHERE told = 0"),
                        .mailbox_copies = count(
                            connection, "SELECT count(*) FROM mailbox_copy WHERE settled IS NULL")};
  });
}

domain::Result<MessageRow> Register::message(domain::MessageRowId id) {
  return reading(*connection_, "read a message", [&]() -> domain::Result<MessageRow> {
    auto row = read_message_row(*connection_, id);
    if (row) return std::move(*row);
    return domain::fail(ErrorCode::not_found, fmt::format("there is no message {}", id.value));
  });
}

domain::Result<std::string> Register::raw(domain::MessageRowId id) {
  return reading(*connection_, "read a message", [&]() -> domain::Result<std::string> {
    Query query{*connection_, "SELECT length, zstd FROM raw_message WHERE message_id = ?"};
    if (query.with(id).step()) {
      return decompress(query.blob(1), static_cast<std::size_t>(query.integer(0)));
    }
    if (!read_message_row(*connection_, id)) {
      return domain::fail(ErrorCode::not_found, fmt::format("there is no message {}", id.value));
    }
    return domain::fail(ErrorCode::not_found,
                        fmt::format("the bytes of message {} were erased", id.value));
  });
}

std::vector<CorrectionRow> Register::corrections() {
  return reading(*connection_, "read the corrections",
                 [&] { return read_corrections(*connection_); });
}

domain::ReportMaterial Register::report_material() {
  return reading(*connection_, "read what a report counts",
                 [&] { return read_report_material(*connection_); });
}

domain::Result<std::int64_t> Register::verify() {
  return reading(*connection_, "verify the store", [&]() -> domain::Result<std::int64_t> {
    Query check{*connection_, "PRAGMA quick_check(1)"};
    if (!check.step() || check.text(0) != "ok") {
      return domain::fail(
          ErrorCode::store_damaged,
          fmt::format("the database is damaged ({}); restore a backup", check.text(0)));
    }
    const auto events = verify_chain(*connection_);
    if (!events) return events;
    if (auto same = verify_cases(*connection_); !same) return same.error();
    return events;
  });
}

}  // namespace redress::adapters
