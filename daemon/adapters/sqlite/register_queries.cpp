#include "daemon/adapters/sqlite/register_queries.hpp"

#include "daemon/adapters/sqlite/snapshot.hpp"

namespace redress::adapters {
namespace {

MessageRow message_row(Query& row) {
  return {.id = {row.integer(0)},
          .mailbox = row.text(1),
          .folder = row.text(2),
          .uid = {static_cast<std::uint32_t>(row.integer(3))},
          .message_id = row.text(4),
          .received = row.instant(5),
          .from = row.text(6),
          .subject = row.text(7),
          .kind = row.text(8),
          .reference = row.text(9),
          .state = stored(domain::message_state(row.text(10))),
          .because = row.text(11),
          .reading = row.text(12)};
}

#define REDRESS_MESSAGE_COLUMNS                                                              \
  "SELECT m.id, b.name, b.folder, m.uid, coalesce(m.message_id, ''),"                        \
  " coalesce(m.received, m.internal_date), coalesce(m.sender, ''), coalesce(m.subject, '')," \
  " coalesce(m.kind, ''), coalesce(c.reference, ''), m.state,"                               \
  " coalesce(m.quarantine_reason, m.held_because, ''), coalesce(r.json, '') FROM message m"  \
  " JOIN mailbox b ON b.id = m.mailbox_id LEFT JOIN complaint_case c ON c.id = m.case_id"    \
  " LEFT JOIN reading r ON r.message_id = m.id"

DueRow due_row(Query& row) {
  DueRow due{.kind = stored(domain::deadline_kind(row.text(0))),
             .stage = static_cast<int>(row.integer(1)),
             .at = row.instant(2),
             .clause = row.text(3),
             .state = row.text(4),
             .met = row.maybe_instant(5),
             .arithmetic = row.text(6),
             .reference = std::nullopt,
             .message = std::nullopt,
             .subject = row.text(9)};
  if (!row.null(7)) due.reference = stored_reference(row.text(7));
  if (!row.null(8)) due.message = domain::MessageRowId{row.integer(8)};
  return due;
}

#define REDRESS_DEADLINE_COLUMNS                                                          \
  "SELECT d.kind, d.stage, d.at, d.clause, d.state, d.met_at, d.arithmetic, c.reference," \
  " d.message_id, d.subject FROM deadline d LEFT JOIN complaint_case c ON c.id = d.case_id"

CaseRow case_row_of(Connection& connection, Query& row) {
  CaseRow found{.reference = row.text(0),
                .kind = row.text(1),
                .stage = static_cast<int>(row.integer(2)),
                .status = stored(domain::case_status(row.text(3))),
                .priority = row.text(8),
                .area = row.text(9),
                .owner = row.text(10),
                .finding = row.text(11),
                .complainant = {row.text(5), stored_address(row.text(4))},
                .received = row.instant(6),
                .acknowledged = row.maybe_instant(7),
                .due = {}};
  found.due = read_case_deadlines(connection, found.reference);
  return found;
}

#define REDRESS_CASE_COLUMNS                                                          \
  "SELECT c.reference, coalesce((SELECT m.kind FROM message m WHERE m.case_id = c.id" \
  " ORDER BY m.id LIMIT 1), 'complaint'), c.stage, c.status,"                         \
  " coalesce(p.address, 'erased@erased.invalid'), coalesce(p.name, ''), c.received,"  \
  " c.acknowledged_at, c.priority, c.area, c.owner, c.finding FROM complaint_case c"  \
  " LEFT JOIN participant p ON p.case_id = c.id"                                      \
  " AND p.role = 'complainant'"

OutboxRow outbox_row(Query& row) {
  return {.id = {row.integer(0)},
          .purpose = stored(domain::mail_purpose(row.text(1))),
          .to = row.text(2),
          .subject = row.text(3),
          .template_name = row.text(4),
          .reference = row.text(5),
          .state = stored(domain::outbox_state(row.text(6))),
          .attempts = static_cast<int>(row.integer(7)),
          .message_id = row.text(8),
          .next_try = row.instant(9),
          .sent = row.maybe_instant(10),
          .held_because = row.text(11),
          .last_reply = row.text(12)};
}

}  // namespace

std::vector<CaseRow> read_cases(Connection& connection) {
  std::vector<CaseRow> cases;
  Query query{connection, REDRESS_CASE_COLUMNS " ORDER BY c.prefix, c.year, c.number"};
  while (query.step()) cases.push_back(case_row_of(connection, query));
  return cases;
}

std::optional<CaseRow> read_case_row(Connection& connection, const std::string& reference) {
  Query query{connection, REDRESS_CASE_COLUMNS " WHERE c.reference = ?"};
  if (!query.with(reference).step()) return std::nullopt;
  return case_row_of(connection, query);
}

std::vector<domain::Person> read_participants(Connection& connection,
                                              const std::string& reference) {
  std::vector<domain::Person> people;
  Query query{
      connection,
      "SELECT p.name, p.address FROM participant p JOIN complaint_case c ON c.id = p.case_id"
      " WHERE c.reference = ? ORDER BY p.role = 'complainant' DESC, p.address_key"};
  query.with(reference);
  while (query.step()) people.push_back({query.text(0), stored_address(query.text(1))});
  return people;
}

std::vector<MessageRow> read_messages(Connection& connection,
                                      std::optional<domain::MessageState> state) {
  std::vector<MessageRow> messages;
  std::optional<std::string> wanted;
  if (state) wanted = std::string{to_string(*state)};
  Query query{connection,
              REDRESS_MESSAGE_COLUMNS " WHERE m.state = coalesce(?, m.state) ORDER BY m.id"};
  query.with(wanted);
  while (query.step()) messages.push_back(message_row(query));
  return messages;
}

std::vector<MessageRow> read_case_messages(Connection& connection, const std::string& reference) {
  std::vector<MessageRow> messages;
  Query query{connection, REDRESS_MESSAGE_COLUMNS " WHERE c.reference = ? ORDER BY m.id"};
  query.with(reference);
  while (query.step()) messages.push_back(message_row(query));
  return messages;
}

std::vector<MessageRow> read_messages_of(Connection& connection,
                                         const domain::MailAddress& complainant) {
  std::vector<MessageRow> messages;
  Query query{connection, REDRESS_MESSAGE_COLUMNS
              " JOIN participant p ON p.case_id = m.case_id AND p.role = 'complainant'"
              " WHERE p.address_key = ? ORDER BY m.id"};
  query.with(complainant.key());
  while (query.step()) messages.push_back(message_row(query));
  return messages;
}

std::optional<MessageRow> read_message_row(Connection& connection, domain::MessageRowId id) {
  Query query{connection, REDRESS_MESSAGE_COLUMNS " WHERE m.id = ?"};
  if (!query.with(id).step()) return std::nullopt;
  return message_row(query);
}

std::vector<OutboxRow> read_outbox(Connection& connection,
                                   const std::optional<std::string>& reference) {
  std::vector<OutboxRow> mails;
  Query query{connection,
              "SELECT o.id, o.purpose, o.recipient, o.subject, o.template,"
              " coalesce(c.reference, ''), o.state, (SELECT count(*) FROM delivery_attempt a"
              " WHERE a.outbox_id = o.id), o.message_id, o.next_try, o.sent_at,"
              " coalesce(o.held_because, ''), coalesce((SELECT a.reply FROM delivery_attempt a"
              " WHERE a.outbox_id = o.id ORDER BY a.id DESC LIMIT 1), '') FROM outbox o"
              " LEFT JOIN complaint_case c ON c.id = o.case_id"
              " WHERE ?1 IS NULL OR c.reference = ?1 ORDER BY o.id"};
  query.with(reference);
  while (query.step()) mails.push_back(outbox_row(query));
  return mails;
}

std::vector<EventRow> read_case_events(Connection& connection, const std::string& reference) {
  std::vector<EventRow> events;
  Query query{connection,
              "SELECT id, at, actor, what, facts, coalesce(personal, ''),"
              " personal IS NULL AND length(commitment) > 0, coalesce(reference, ''), message_id"
              " FROM event WHERE reference = ?1 OR message_id IN (SELECT m.id FROM message m"
              " JOIN complaint_case c ON c.id = m.case_id WHERE c.reference = ?1) ORDER BY id"};
  query.with(reference);
  while (query.step()) {
    EventRow event{.id = query.integer(0),
                   .at = query.instant(1),
                   .actor = query.text(2),
                   .what = query.text(3),
                   .facts = query.text(4),
                   .personal = query.text(5),
                   .erased = query.integer(6) != 0,
                   .reference = query.text(7),
                   .message = std::nullopt};
    if (!query.null(8)) event.message = domain::MessageRowId{query.integer(8)};
    events.push_back(std::move(event));
  }
  return events;
}

std::vector<DueRow> read_case_deadlines(Connection& connection, const std::string& reference) {
  std::vector<DueRow> due;
  Query query{connection, REDRESS_DEADLINE_COLUMNS " WHERE c.reference = ? ORDER BY d.at, d.id"};
  query.with(reference);
  while (query.step()) due.push_back(due_row(query));
  return due;
}

std::vector<DueRow> read_open_deadlines(Connection& connection, std::size_t count) {
  std::vector<DueRow> due;
  Query query{connection,
              REDRESS_DEADLINE_COLUMNS " WHERE d.state = 'open' ORDER BY d.at, d.id LIMIT ?"};
  query.with(count);
  while (query.step()) due.push_back(due_row(query));
  return due;
}

std::vector<RestrictionRow> read_restrictions(Connection& connection) {
  std::vector<RestrictionRow> rows;
  Query row{connection,
            "SELECT c.reference, r.number, r.address_key, r.measure, r.effect, r.route_to,"
            " r.starts, coalesce(r.last_day, ''), r.lifted FROM contact_restriction r"
            " JOIN complaint_case c ON c.id = r.case_id ORDER BY r.starts DESC, r.case_id"};
  while (row.step()) {
    rows.push_back({.reference = row.text(0),
                    .number = static_cast<int>(row.integer(1)),
                    .address = row.text(2),
                    .measure = row.text(3),
                    .effect = row.text(4),
                    .route_to = row.text(5),
                    .from = row.instant(6),
                    .last_day = row.text(7),
                    .lifted = row.maybe_instant(8)});
  }
  return rows;
}

}  // namespace redress::adapters
