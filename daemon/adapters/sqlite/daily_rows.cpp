#include "daemon/adapters/sqlite/daily_rows.hpp"

#include "daemon/adapters/sqlite/kept_from.hpp"
#include "daemon/adapters/sqlite/snapshot.hpp"
#include "daemon/domain/casework/fold.hpp"

#include <charconv>
#include <string_view>

namespace redress::adapters {
namespace {

using domain::DayRow;
using What = domain::DayRow::What;
using Each = std::function<void(const DayRow&)>;

/// How far back a case is new where no round was before.
constexpr int k_first_days = 7;

// ?1: whether names are wanted. ?3: the end of today, until when an acknowledgement that is about
// to go out by itself needs nobody. ?4: what was told later does not count. Whose an action is, and
// which measure a review is about, is theirs and not the case's. A message without a case is kept
// from staff whom its words name.
constexpr std::string_view k_promises = R"sql(
SELECT d.kind, d.stage, d.subject, d.at, c.reference, d.message_id,
  coalesce(a.owner, c.owner, ''), coalesce(r.measure, ''), coalesce(c.area, ''), c.paused_until,
  CASE WHEN ?1 THEN coalesce((SELECT p.name FROM participant p WHERE p.case_id = c.id
    AND p.role = 'complainant'), '') ELSE '' END,
)sql" REDRESS_KEPT_FROM_MESSAGE("d.message_id") " || ' ' || " REDRESS_NAMED_IN_CASE("c.id") R"sql(,
  d.promise,
  coalesce((SELECT group_concat(t.person || ' ' || t.rung, char(10)) FROM reminder t
    WHERE t.promise = d.promise AND t.at <= ?4), ''),
  coalesce(c.status, ''), c.paused_from
FROM (SELECT o.*, coalesce((SELECT reference FROM complaint_case WHERE id = o.case_id),
        'message ' || o.message_id) || ':' || o.kind || ':' || o.stage || ':' || o.subject || ':'
        || o.at AS promise
      FROM deadline o INDEXED BY deadline_open WHERE o.state = 'open' AND o.at < ?2
        AND NOT (o.kind = 'acknowledge' AND o.at >= ?3 AND EXISTS (SELECT 1 FROM outbox x
          WHERE x.case_id = o.case_id AND x.purpose = 'acknowledgement'
          AND x.state IN ('pending', 'sending') AND x.attempts = 0))) d
LEFT JOIN complaint_case c ON c.id = d.case_id
LEFT JOIN corrective_action a ON a.case_id = d.case_id AND d.subject = 'action ' || a.number
LEFT JOIN contact_restriction r ON r.case_id = d.case_id
  AND d.subject = 'restriction ' || r.number
ORDER BY d.at)sql";

#define REDRESS_DAY_CASE                                                               \
  "SELECT c.reference, c.stage, c.owner, c.area, CASE WHEN ?1 THEN coalesce((SELECT"   \
  " p.name FROM participant p WHERE p.case_id = c.id AND p.role = 'complainant'), '')" \
  " ELSE '' END, " REDRESS_NAMED_IN_CASE("c.id") ", c.paused_until FROM complaint_case c"

constexpr std::string_view k_messages = R"sql(
SELECT m.state, m.id, c.reference,
  (SELECT min(d.at) FROM deadline d WHERE d.message_id = m.id AND d.state = 'open') AS owed,
  )sql" REDRESS_KEPT_FROM_MESSAGE("m.id") R"sql(
FROM message m LEFT JOIN complaint_case c ON c.id = m.case_id
WHERE m.state IN ('held', 'quarantined') AND (owed IS NOT NULL) = ?1 ORDER BY owed, m.id)sql";

// ?1: held or failed; the second term is the index's. What failed is over where its case is, or
// where the acknowledgement went out in another way.
constexpr std::string_view k_letters = R"sql(
SELECT c.reference, o.id, o.template, c.stage, c.owner, c.area, )sql" REDRESS_NAMED_IN_CASE(
    "c.id") R"sql(
FROM outbox o LEFT JOIN complaint_case c ON c.id = o.case_id
WHERE o.state = ?1 AND o.state <> 'sent' AND o.template <> 'digest' AND (o.state = 'held' OR (
  coalesce(c.status, '') NOT IN ('closed', 'final') AND NOT (o.purpose = 'acknowledgement'
    AND EXISTS (SELECT 1 FROM deadline d WHERE d.case_id = o.case_id
      AND d.kind = 'acknowledge' AND d.state = 'met')
    AND NOT EXISTS (SELECT 1 FROM deadline d WHERE d.case_id = o.case_id
      AND d.kind = 'acknowledge' AND d.state = 'open'))))
ORDER BY o.purpose <> 'acknowledgement', o.id)sql";

void take_subject(Query& query, DayRow& row, int reference, int message) {
  if (!query.null(reference)) row.reference = stored_reference(query.text(reference));
  if (!query.null(message)) row.message = domain::MessageRowId{query.integer(message)};
}

/// Lines of an address and a rung.
std::vector<std::pair<std::string, int>> told_of(std::string_view text) {
  std::vector<std::pair<std::string, int>> told;
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    const auto one = text.substr(0, end);
    const auto space = one.rfind(' ');
    int rung = 0;
    std::from_chars(one.data() + space + 1, one.data() + one.size(), rung);
    told.emplace_back(one.substr(0, space), rung);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return told;
}

void read_promises(Connection& connection, const domain::DayQuery& asked, const ToldDay& known,
                   const Each& each) {
  Query query{connection, k_promises};
  const domain::Instant tomorrow{std::chrono::sys_days{asked.today} + std::chrono::days{1}};
  query.with(asked.names, asked.until, tomorrow, known.until);
  while (query.step()) {
    DayRow row{.what = What::promise,
               .reference = {},
               .message = {},
               .kind = stored(domain::deadline_kind(query.text(0))),
               .stage = static_cast<int>(query.integer(1)),
               .subject = query.text(2),
               .at = query.instant(3),
               .owner = query.text(6),
               .measure = query.text(7),
               .area = query.text(8),
               .complainant = query.text(10),
               .kept_from = domain::addresses_of(query.text(11)),
               .promise = query.text(12),
               .told = told_of(query.text(13))};
    take_subject(query, row, 4, 5);
    if (!query.null(9) && query.text(14) == to_string(domain::CaseStatus::awaiting_complainant)) {
      row.paused = domain::parse_date(query.text(9)).value();
      row.paused_from = query.maybe_instant(15);
    }
    each(row);
  }
}

void give_cases(Query& query, What what, const Each& each) {
  while (query.step()) {
    DayRow row{.what = what,
               .reference = stored_reference(query.text(0)),
               .message = {},
               .stage = static_cast<int>(query.integer(1)),
               .owner = query.text(2),
               .area = query.text(3),
               .complainant = query.text(4),
               .kept_from = domain::addresses_of(query.text(5))};
    if (!query.null(6)) row.paused = domain::parse_date(query.text(6)).value();
    each(row);
  }
}

void read_cases(Connection& connection, const domain::DayQuery& asked, const ToldDay& known,
                const Each& each) {
  Query waiting{connection,
                REDRESS_DAY_CASE " WHERE c.status = 'awaiting_complainant' ORDER BY c.received"};
  waiting.with(asked.names);
  give_cases(waiting, What::waiting, each);
  const auto week = std::chrono::sys_days{asked.today} - std::chrono::days{k_first_days};
  const auto since = known.first ? domain::Instant{week} : domain::Instant{};
  Query fresh{connection, REDRESS_DAY_CASE
              " WHERE c.id > ?2 AND c.received >= ?3 AND c.status NOT IN ('closed', 'final')"
              " ORDER BY c.id"};
  fresh.with(asked.names, known.newest_case, since);
  give_cases(fresh, What::fresh, each);
  // The review of a measure says nothing about the case itself.
  Query open{connection, REDRESS_DAY_CASE
             " WHERE NOT (c.id > ?2 AND c.received >= ?3)"
             " AND c.status NOT IN ('closed', 'final', 'awaiting_complainant')"
             " AND NOT EXISTS (SELECT 1 FROM deadline d WHERE d.case_id = c.id"
             " AND d.state = 'open' AND d.kind <> 'review') ORDER BY c.received, c.id"};
  open.with(asked.names, known.newest_case, since);
  give_cases(open, What::open, each);
}

/// Those that are owed an acknowledgement, or those that are not.
void read_messages(Connection& connection, bool owed, const Each& each) {
  Query query{connection, k_messages};
  query.with(owed);
  while (query.step()) {
    DayRow row{.what = query.text(0) == to_string(domain::MessageState::held) ? What::held
                                                                              : What::quarantined,
               .reference = {},
               .message = {},
               .at = query.maybe_instant(3),
               .kept_from = domain::addresses_of(query.text(4))};
    take_subject(query, row, 2, 1);
    each(row);
  }
}

void read_letters(Connection& connection, domain::OutboxState state, What what, const Each& each) {
  Query query{connection, k_letters};
  query.with(to_string(state));
  while (query.step()) {
    DayRow row{.what = what,
               .reference = {},
               .message = {},
               .letter = query.text(2),
               .mail = domain::OutboxId{query.integer(1)},
               .kept_from = domain::addresses_of(query.text(6))};
    if (!query.null(0)) {
      row.reference = stored_reference(query.text(0));
      row.stage = static_cast<int>(query.integer(3));
      row.owner = query.text(4);
      row.area = query.text(5);
    }
    each(row);
  }
}

}  // namespace

void read_day_rows(Connection& connection, const domain::DayQuery& asked, const ToldDay& told,
                   const Each& each) {
  read_promises(connection, asked, told, each);
  read_cases(connection, asked, told, each);
  // What somebody outside waits for first.
  read_messages(connection, true, each);
  read_letters(connection, domain::OutboxState::held, What::letter, each);
  read_messages(connection, false, each);
  read_letters(connection, domain::OutboxState::failed, What::failed, each);
}

}  // namespace redress::adapters
