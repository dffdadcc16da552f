#include "daemon/adapters/sqlite/command_subject.hpp"

#include "daemon/adapters/sqlite/snapshot.hpp"

#include <fmt/format.h>

namespace redress::adapters {
namespace {

std::vector<domain::Draft> drafts_of(Connection& connection, const std::string& reference) {
  std::vector<domain::Draft> drafts;
  Query query{connection,
              "SELECT o.id, o.purpose, o.template, o.state FROM outbox o"
              " JOIN complaint_case c ON c.id = o.case_id"
              " WHERE c.reference = ? AND o.state = 'held' ORDER BY o.id"};
  query.with(reference);
  while (query.step()) {
    drafts.push_back({.mail = {query.integer(0)},
                      .purpose = stored(domain::mail_purpose(query.text(1))),
                      .letter = query.text(2),
                      .state = stored(domain::outbox_state(query.text(3)))});
  }
  return drafts;
}

std::vector<domain::WaitingMessage> waiting_of(Connection& connection,
                                               const std::string& reference) {
  std::vector<domain::WaitingMessage> waiting;
  Query query{connection,
              "SELECT m.id, coalesce(m.received, m.internal_date) FROM message m"
              " JOIN complaint_case c ON c.id = m.case_id"
              " WHERE c.reference = ? AND m.state = 'held' ORDER BY m.id"};
  query.with(reference);
  while (query.step()) waiting.push_back({{query.integer(0)}, query.instant(1)});
  return waiting;
}

}  // namespace

std::vector<domain::CaseEvent> read_case_trail(Connection& connection,
                                               const domain::CaseReference& reference) {
  std::vector<domain::CaseEvent> events;
  Query query{connection,
              "SELECT id, at, actor, what, facts, coalesce(personal, ''), message_id FROM event"
              " WHERE reference = ? ORDER BY id"};
  query.with(reference.str());
  while (query.step()) {
    domain::CaseEvent event{.id = query.integer(0),
                            .at = query.instant(1),
                            .actor = query.text(2),
                            .what = query.text(3),
                            .facts = domain::fields_of(query.text(4)),
                            .personal = domain::fields_of(query.text(5)),
                            .message = std::nullopt};
    if (!query.null(6)) event.message = domain::MessageRowId{query.integer(6)};
    events.push_back(std::move(event));
  }
  return events;
}

std::optional<domain::CaseFile> read_case_file(Connection& connection,
                                               const domain::CaseReference& reference) {
  const auto events = read_case_trail(connection, reference);
  if (events.empty()) return std::nullopt;
  auto file = domain::replay(reference, events);
  if (!file) throw StoreFailure{file.error()};
  return std::move(*file);
}

domain::Result<void> verify_cases(Connection& connection) {
  Query query{connection, "SELECT reference, status, stage FROM complaint_case ORDER BY id"};
  while (query.step()) {
    const auto reference = stored_reference(query.text(0));
    const auto file = read_case_file(connection, reference);
    const bool same =
        file && to_string(file->status) == query.text(1) && file->stage == query.integer(2);
    if (same) continue;
    return domain::fail(
        domain::ErrorCode::store_damaged,
        fmt::format("{} is {} in stage {}, and its events say {}; restore a backup",
                    reference.str(), query.text(1), query.integer(2),
                    file ? fmt::format("{} in stage {}", to_string(file->status), file->stage)
                         : "nothing"));
  }
  return {};
}

ports::CommandSubject read_command_subject(Connection& connection,
                                           const ports::CommandQuery& query) {
  ports::CommandSubject subject;
  if (query.reference) {
    subject.file = read_case_file(connection, *query.reference);
    subject.drafts = drafts_of(connection, query.reference->str());
    subject.waiting = waiting_of(connection, query.reference->str());
  }
  if (query.other) subject.other = read_case_file(connection, *query.other);
  subject.next_number = next_case_number(connection, query.prefix, query.year);
  return subject;
}

}  // namespace redress::adapters
