#include "daemon/adapters/sqlite/apply_change.hpp"

#include "daemon/adapters/sqlite/apply_cases.hpp"
#include "daemon/adapters/sqlite/apply_mail.hpp"
#include "daemon/adapters/sqlite/case_mails.hpp"
#include "daemon/adapters/sqlite/case_update.hpp"
#include "daemon/adapters/sqlite/corrections.hpp"
#include "daemon/adapters/sqlite/daily.hpp"
#include "daemon/adapters/sqlite/event_chain.hpp"
#include "daemon/adapters/sqlite/staff_mail.hpp"

#include <fmt/format.h>

namespace redress::adapters {
namespace {

/// When the change happens: its events say so. Nothing: the rows' own times have to do.
std::optional<domain::Instant> time_of(const domain::Change& change) {
  if (!change.events.empty()) return change.events.front().at;
  if (!change.deliveries.empty()) return change.deliveries.front().at;
  return std::nullopt;
}

void write_all(Connection& connection, const domain::Change& change,
               const std::vector<std::string>& salts) {
  const auto at = time_of(change);
  if (change.new_case) insert_case(connection, *change.new_case);
  for (const auto& message : change.replayed) replay_message(connection, message);
  if (change.verdict) record_verdict(connection, *change.verdict);
  if (change.owed) insert_owed(connection, *change.owed);
  for (const auto& update : change.updates) {
    const bool fresh = change.new_case && change.new_case->reference == update.file.reference;
    write_case(connection, update, fresh);
  }
  for (const auto& adopted : change.adopted) adopt_message(connection, adopted, at);
  for (const auto& message : change.settled) settle_message(connection, message, at);
  for (const auto& met : change.met) meet_deadline(connection, met);
  for (const auto& reopened : change.reopened) reopen_deadline(connection, reopened);
  for (const auto& status : change.statuses) set_status(connection, status);
  std::optional<std::int64_t> teller;
  for (const auto& mail : change.mails) {
    const auto id = insert_mail(connection, mail, at);
    if (mail.purpose != domain::MailPurpose::acknowledgement) teller = id;
  }
  for (const auto& delivery : change.deliveries) record_delivery(connection, delivery);
  for (const auto& mail : change.returned) return_mail(connection, mail);
  for (const auto& mail : change.released) release_mail(connection, mail, at);
  for (const auto& mail : change.held) hold_mail(connection, mail);
  for (const auto& mail : change.discarded) discard_mail(connection, mail);
  for (const auto& message : change.released_messages) release_message(connection, message, at);
  for (const auto& correction : change.corrections) insert_correction(connection, correction);
  for (const auto& notice : change.notices) insert_notice(connection, notice);
  for (const auto& pending : change.pending) insert_pending_orders(connection, pending);
  for (const auto& serial : change.answered) settle_pending_orders(connection, serial, at.value());
  for (const auto& order : change.case_mails) insert_case_mail(connection, order);
  for (const auto order : change.case_mails_written) settle_case_mail(connection, order);
  for (const auto& key : change.told) mark_told(connection, key, teller);
  if (change.daily) write_daily(connection, *change.daily);
  for (std::size_t index = 0; index < change.events.size(); ++index) {
    append_event(connection, change.events[index], salts.at(index));
  }
}

}  // namespace

std::vector<std::string> salts_for(const std::vector<domain::NewEvent>& events,
                                   ports::TokenSource& tokens) {
  std::vector<std::string> salts;
  salts.reserve(events.size());
  for (const auto& event : events) {
    salts.push_back(event.personal.empty() ? std::string{} : tokens.token(k_salt_characters));
  }
  return salts;
}

void apply_change(Connection& connection, const domain::Change& change,
                  const std::vector<std::string>& salts) {
  require_transaction(connection);
  connection.exec("SAVEPOINT change");
  try {
    write_all(connection, change, salts);
  } catch (...) {
    // A full disk rolls the whole transaction back by itself; then there is no savepoint any more.
    if (connection.in_transaction()) connection.exec("ROLLBACK TO change; RELEASE change");
    throw;
  }
  connection.exec("RELEASE change");
}

void require_transaction(Connection& connection) {
  if (connection.in_transaction()) return;
  throw StoreFailure{domain::ErrorCode::conflict,
                     "the transaction is over: SQLite rolled it back after an earlier failure"};
}

std::int64_t case_row(Connection& connection, const domain::CaseReference& reference) {
  Query query{connection, "SELECT id FROM complaint_case WHERE reference = ?"};
  if (!query.with(reference.str()).step()) {
    throw StoreFailure{domain::ErrorCode::not_found,
                       fmt::format("there is no case {}", reference.str())};
  }
  return query.integer(0);
}

void insert_notice(Connection& connection, const domain::NewNotice& notice) {
  std::optional<std::int64_t> owner;
  if (notice.reference) owner = case_row(connection, *notice.reference);
  Query{connection,
        "INSERT INTO notice (key, kind, at, case_id, message_id, text) VALUES (?,?,?,?,?,?)"
        " ON CONFLICT (key) DO NOTHING"}
      .with(notice.key, to_string(notice.kind), notice.at, owner, notice.message, notice.text)
      .run();
  if (notice.kind != domain::NoticeKind::overdue) return;
  // Also where the key was known: a promise that is told of must not come up as untold again.
  Query{connection, "UPDATE deadline SET told = 1 WHERE case_id = ? AND state = 'open' AND at <= ?"}
      .with(owner, notice.at)
      .run();
  Query{connection,
        "UPDATE deadline SET told = 1 WHERE message_id = ? AND state = 'open' AND at <= ?"}
      .with(notice.message, notice.at)
      .run();
}

}  // namespace redress::adapters
