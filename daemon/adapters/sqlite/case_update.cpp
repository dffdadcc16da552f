#include "daemon/adapters/sqlite/case_update.hpp"

#include "daemon/adapters/sqlite/apply_cases.hpp"
#include "daemon/adapters/sqlite/apply_change.hpp"
#include "daemon/adapters/sqlite/snapshot.hpp"

#include <algorithm>

namespace redress::adapters {
namespace {

struct KnownDeadline {
  std::int64_t id{};
  domain::DeadlineKind kind{};
  int stage{};
  std::string subject;
  domain::Instant at;
  std::string clause;
  bool met{};
  bool seen{};  ///< the case still has it
};

std::vector<KnownDeadline> known_deadlines(Connection& connection, std::int64_t owner) {
  std::vector<KnownDeadline> known;
  Query query{connection,
              "SELECT id, kind, stage, subject, at, clause, state = 'met' FROM deadline"
              " WHERE case_id = ? AND state IN ('open', 'met') ORDER BY id"};
  query.with(owner);
  while (query.step()) {
    known.push_back({.id = query.integer(0),
                     .kind = stored(domain::deadline_kind(query.text(1))),
                     .stage = static_cast<int>(query.integer(2)),
                     .subject = query.text(3),
                     .at = query.instant(4),
                     .clause = query.text(5),
                     .met = query.integer(6) != 0});
  }
  return known;
}

void supersede(Connection& connection, std::int64_t id) {
  Query{connection, "UPDATE deadline SET state = 'superseded' WHERE id = ?"}.with(id).run();
}

void write_deadline(Connection& connection, std::int64_t owner, const domain::CaseDeadline& one,
                    KnownDeadline* known) {
  if (known == nullptr) {
    if (!one.dropped) insert_case_deadline(connection, owner, one);
    return;
  }
  known->seen = true;
  const bool moved = known->at != one.deadline.at || known->clause != one.deadline.clause;
  if (known->met && one.met) return;
  if (known->met) {
    Query{connection, "UPDATE deadline SET state = 'reopened' WHERE id = ?"}.with(known->id).run();
    if (!one.dropped) insert_case_deadline(connection, owner, one);
  } else if (one.dropped) {
    supersede(connection, known->id);
  } else if (moved) {
    supersede(connection, known->id);
    insert_case_deadline(connection, owner, one);
  } else if (one.met) {
    Query{connection, "UPDATE deadline SET state = 'met', met_at = ? WHERE id = ?"}
        .with(*one.met, known->id)
        .run();
  }
}

void write_deadlines(Connection& connection, std::int64_t owner,
                     const std::vector<domain::CaseDeadline>& deadlines) {
  auto known = known_deadlines(connection, owner);
  for (const auto& one : deadlines) {
    const auto row = std::find_if(known.begin(), known.end(), [&](const KnownDeadline& each) {
      return !each.seen && each.kind == one.deadline.kind && each.stage == one.deadline.stage &&
             each.subject == one.deadline.subject;
    });
    write_deadline(connection, owner, one, row == known.end() ? nullptr : &*row);
  }
  for (const auto& row : known) {
    if (!row.seen && !row.met) supersede(connection, row.id);
  }
}

void keep_from(Connection& connection, std::int64_t owner, const domain::MailAddress& staff) {
  Query{connection,
        "INSERT INTO named_staff (case_id, address_key) VALUES (?,?) ON CONFLICT DO NOTHING"}
      .with(owner, staff.key())
      .run();
}

void write_people(Connection& connection, std::int64_t owner, const domain::CaseFile& file) {
  Query{connection, "DELETE FROM participant WHERE case_id = ? AND role = 'other'"}
      .with(owner)
      .run();
  for (const auto& person : file.participants()) {
    Query{connection,
          "INSERT INTO participant (case_id, address_key, address, name, role)"
          " VALUES (?,?,?,?,'other') ON CONFLICT DO NOTHING"}
        .with(owner, person.address.key(), person.address.str(), person.name)
        .run();
  }
  Query{connection, "DELETE FROM named_staff WHERE case_id = ?"}.with(owner).run();
  for (const auto& one : file.named_staff) keep_from(connection, owner, one.email);
  for (const auto& one : file.mentioned) keep_from(connection, owner, one);
}

std::optional<std::string> day_text(const std::optional<domain::Date>& day) {
  return day ? std::optional{domain::to_iso(*day)} : std::nullopt;
}

void write_restrictions(Connection& connection, std::int64_t owner, const domain::CaseFile& file) {
  Query{connection, "DELETE FROM contact_restriction WHERE case_id = ?"}.with(owner).run();
  for (const auto& one : file.restrictions) {
    Query{connection,
          "INSERT INTO contact_restriction (case_id, number, address_key, measure, effect,"
          " route_to, starts, last_day, lifted) VALUES (?,?,?,?,?,?,?,?,?)"}
        .with(owner, one.number, file.complainant.address.key(), one.measure, to_string(one.effect),
              one.route_to ? one.route_to->key() : std::string{}, one.from, day_text(one.until),
              one.lifted)
        .run();
  }
}

void write_incidents(Connection& connection, std::int64_t owner, const domain::CaseFile& file) {
  Query{connection, "DELETE FROM incident WHERE case_id = ?"}.with(owner).run();
  for (const auto& one : file.incidents) {
    Query{connection,
          "INSERT INTO incident (case_id, number, category, at, message_id) VALUES (?,?,?,?,?)"}
        .with(owner, one.number, one.category, one.at, one.message)
        .run();
  }
}

void write_actions(Connection& connection, std::int64_t owner, const domain::CaseFile& file) {
  Query{connection, "DELETE FROM corrective_action WHERE case_id = ?"}.with(owner).run();
  for (const auto& one : file.actions) {
    Query{connection,
          "INSERT INTO corrective_action (case_id, number, preventive, owner, due, done)"
          " VALUES (?,?,?,?,?,?)"}
        .with(owner, one.number, one.preventive, one.owner, domain::to_iso(one.due), one.done)
        .run();
  }
}

void write_row(Connection& connection, std::int64_t owner, const domain::CaseFile& file) {
  std::optional<std::int64_t> merged;
  if (file.merged_into) merged = case_row(connection, *file.merged_into);
  std::optional<domain::Instant> paused_from;
  std::optional<domain::Date> paused;
  if (!file.pauses.empty()) {
    paused_from = file.pauses.back().from;
    paused = file.pauses.back().until;
  }
  const auto finding = file.outcome ? std::string{to_string(file.outcome->finding)} : std::string{};
  Query{connection,
        "UPDATE complaint_case SET status = ?, stage = ?, acknowledged_at = ?, priority = ?,"
        " area = ?, owner = ?, channel = ?, finding = ?, closed_at = ?, merged_into = ?,"
        " paused_from = ?, paused_until = ?"
        " WHERE id = ?"}
      .with(to_string(file.status), file.stage, file.stages.front().acknowledged, file.priority,
            file.area, file.owner, to_string(file.channel), finding, file.current().closed, merged,
            paused_from, day_text(paused), owner)
      .run();
}

}  // namespace

void write_case(Connection& connection, const domain::CaseUpdate& update, bool fresh) {
  const auto owner = case_row(connection, update.file.reference);
  write_row(connection, owner, update.file);
  if (fresh) {
    for (const auto& one : update.deadlines) {
      if (!one.dropped) insert_case_deadline(connection, owner, one);
    }
    for (const auto& one : update.file.mentioned) keep_from(connection, owner, one);
    return;
  }
  write_deadlines(connection, owner, update.deadlines);
  write_people(connection, owner, update.file);
  write_restrictions(connection, owner, update.file);
  write_incidents(connection, owner, update.file);
  write_actions(connection, owner, update.file);
}

}  // namespace redress::adapters
