#include "daemon/adapters/sqlite/apply_cases.hpp"

#include "daemon/adapters/sqlite/apply_change.hpp"

#include <fmt/compile.h>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <charconv>
#include <iterator>

namespace redress::adapters {
namespace {

using domain::ErrorCode;

struct ReferenceParts {
  std::string prefix;
  int year{};
  std::int64_t number{};
};

/// A CaseReference is always "PREFIX-YEAR-NUMBER": its type sees to that.
ReferenceParts parts_of(const domain::CaseReference& reference) {
  const auto& text = reference.str();
  const auto first = text.find('-');
  const auto second = text.find('-', first + 1);
  ReferenceParts parts{.prefix = text.substr(0, first)};
  std::from_chars(text.data() + first + 1, text.data() + second, parts.year);
  std::from_chars(text.data() + second + 1, text.data() + text.size(), parts.number);
  return parts;
}

std::string json_text(const std::string& text) {
  return nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

/// A promise of twenty working days counts some thirty: written as text, without a tree of them.
std::string arithmetic_json(const std::vector<domain::CountedDay>& days) {
  constexpr std::size_t k_usual_bytes = 80;  // of one day
  std::string json{"["};
  json.reserve(days.size() * k_usual_bytes);
  for (const auto& day : days) {
    if (json.size() > 1) json += ',';
    fmt::format_to(std::back_inserter(json),
                   FMT_COMPILE(R"({{"counts":{},"date":"{}","number":{},"why":{}}})"),
                   day.counts ? "true" : "false", domain::to_iso(day.date), day.number,
                   json_text(day.why));
  }
  json += ']';
  return json;
}

void insert(Connection& connection, std::optional<std::int64_t> owner,
            std::optional<domain::MessageRowId> message, const domain::Deadline& deadline,
            std::optional<domain::Instant> met = std::nullopt) {
  Query{connection,
        "INSERT INTO deadline (case_id, message_id, kind, stage, at, clause, arithmetic, subject,"
        " state, met_at) VALUES (?,?,?,?,?,?,?,?,iif(?9 IS NULL, 'open', 'met'),?9)"}
      .with(owner, message, to_string(deadline.kind), deadline.stage, deadline.at, deadline.clause,
            arithmetic_json(deadline.arithmetic), deadline.subject, met)
      .run();
}

std::optional<std::string> unless_empty(const std::string& text) {
  return text.empty() ? std::nullopt : std::optional{text};
}

}  // namespace

void insert_case(Connection& connection, const domain::NewCase& opened) {
  const auto parts = parts_of(opened.reference);
  Query{connection,
        "INSERT INTO complaint_case (reference, prefix, year, number, status, stage, received,"
        " mailbox) VALUES (?,?,?,?,?,?,?,?)"}
      .with(opened.reference.str(), parts.prefix, parts.year, parts.number,
            to_string(opened.status), opened.stage, opened.received, opened.mailbox)
      .run();
  Query{connection,
        "INSERT INTO participant (case_id, address_key, address, name, role)"
        " VALUES (?,?,?,?,'complainant')"}
      .with(connection.last_id(), opened.complainant.address.key(),
            opened.complainant.address.str(), opened.complainant.name)
      .run();
}

void record_verdict(Connection& connection, const domain::MessageVerdict& verdict) {
  if (verdict.state == domain::MessageState::journalled) {
    throw std::logic_error("a verdict leaves no message journalled");
  }
  std::optional<std::int64_t> joined;
  if (verdict.joined) joined = case_row(connection, *verdict.joined);
  const auto changed =
      Query{connection,
            "UPDATE message SET kind = ?, state = ?, case_id = ?, message_id = ?, sender = ?,"
            " subject = ?, received = ?, content_digest = ?, held_because = ?"
            " WHERE id = ?"}
          .with(to_string(verdict.kind), to_string(verdict.state), joined,
                unless_empty(verdict.message_id), verdict.from, verdict.subject, verdict.received,
                unless_empty(verdict.content_digest), unless_empty(verdict.held_because),
                verdict.message)
          .run();
  if (changed != 1) {
    throw StoreFailure{ErrorCode::not_found,
                       fmt::format("there is no message {}", verdict.message.value)};
  }
  Query{connection,
        "INSERT INTO reading (message_id, json) VALUES (?,?)"
        " ON CONFLICT (message_id) DO UPDATE SET json = excluded.json"}
      .with(verdict.message, verdict.reading_json)
      .run();
  Query{connection,
        "UPDATE deadline SET state = 'superseded' WHERE message_id = ? AND state = 'open'"}
      .with(verdict.message)
      .run();
}

void replay_message(Connection& connection, domain::MessageRowId message) {
  const auto changed =
      Query{connection,
            "UPDATE message SET state = 'journalled', quarantine_reason = NULL WHERE id = ? AND"
            " state = 'quarantined'"}
          .with(message)
          .run();
  if (changed == 1) return;
  throw StoreFailure{ErrorCode::conflict,
                     fmt::format("message {} is not in quarantine", message.value)};
}

void insert_owed(Connection& connection, const domain::MessageOwed& owed) {
  insert(connection, std::nullopt, owed.message, owed.deadline);
}

void meet_deadline(Connection& connection, const domain::DeadlineMet& met) {
  const auto owner = case_row(connection, met.reference);
  Query{connection,
        "UPDATE deadline SET state = 'met', met_at = ? WHERE id = (SELECT id FROM deadline WHERE"
        " case_id = ? AND kind = ? AND state = 'open' ORDER BY at, id LIMIT 1)"}
      .with(met.at, owner, to_string(met.kind))
      .run();
  if (met.kind != domain::DeadlineKind::acknowledge) return;
  Query{connection,
        "UPDATE complaint_case SET acknowledged_at = coalesce(acknowledged_at, ?) WHERE id = ?"}
      .with(met.at, owner)
      .run();
}

void reopen_deadline(Connection& connection, const domain::DeadlineReopened& reopened) {
  const auto owner = case_row(connection, reopened.reference);
  const auto kind = to_string(reopened.kind);
  if (reopened.kind == domain::DeadlineKind::acknowledge) {
    Query{connection, "UPDATE complaint_case SET acknowledged_at = NULL WHERE id = ?"}
        .with(owner)
        .run();
  }
  {
    Query open{connection,
               "SELECT 1 FROM deadline WHERE case_id = ? AND kind = ? AND state = 'open'"};
    if (open.with(owner, kind).step()) return;
  }
  std::int64_t last_met = 0;
  {
    Query query{connection,
                "SELECT id FROM deadline WHERE case_id = ? AND kind = ? AND state = 'met'"
                " ORDER BY met_at DESC, id DESC LIMIT 1"};
    if (!query.with(owner, kind).step()) return;
    last_met = query.integer(0);
  }
  Query{connection, "UPDATE deadline SET state = 'reopened' WHERE id = ?"}.with(last_met).run();
  Query{connection,
        "INSERT INTO deadline (case_id, kind, stage, at, clause, arithmetic, state)"
        " SELECT case_id, kind, stage, at, clause, arithmetic, 'open' FROM deadline WHERE id = ?"}
      .with(last_met)
      .run();
}

void settle_message(Connection& connection, domain::MessageRowId message,
                    std::optional<domain::Instant> at) {
  Query{connection,
        "UPDATE deadline SET state = 'met', met_at = coalesce(?, at) WHERE message_id = ? AND"
        " state = 'open'"}
      .with(at, message)
      .run();
  Query{
      connection,
      "UPDATE message SET state = 'recorded', held_because = NULL WHERE id = ? AND state = 'held'"}
      .with(message)
      .run();
}

void adopt_message(Connection& connection, const domain::MessageAdopted& adopted,
                   std::optional<domain::Instant> at) {
  const auto changed =
      Query{connection, "UPDATE message SET case_id = ? WHERE id = ? AND case_id IS NULL"}
          .with(case_row(connection, adopted.reference), adopted.message)
          .run();
  if (changed != 1) {
    throw StoreFailure{ErrorCode::conflict,
                       fmt::format("there is no message {} without a case", adopted.message.value)};
  }
  settle_message(connection, adopted.message, at);
}

void insert_case_deadline(Connection& connection, std::int64_t owner,
                          const domain::CaseDeadline& one) {
  insert(connection, owner, std::nullopt, one.deadline, one.met);
}

void set_status(Connection& connection, const domain::StatusChange& change) {
  const auto owner = case_row(connection, change.reference);
  std::optional<std::string> only_from;
  if (change.only_from) only_from = std::string{to_string(*change.only_from)};
  Query{connection,
        "UPDATE complaint_case SET status = ? WHERE id = ? AND status = coalesce(?, status)"}
      .with(to_string(change.status), owner, only_from)
      .run();
}

}  // namespace redress::adapters
