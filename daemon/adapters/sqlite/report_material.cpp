#include "daemon/adapters/sqlite/report_material.hpp"

#include "daemon/adapters/sqlite/command_subject.hpp"
#include "daemon/adapters/sqlite/snapshot.hpp"

namespace redress::adapters {

domain::ReportMaterial read_report_material(Connection& connection) {
  domain::ReportMaterial material;
  material.since = in_use_since(connection);
  Query cases{connection, "SELECT reference FROM complaint_case ORDER BY prefix, year, number"};
  while (cases.step()) {
    const auto reference = stored_reference(cases.text(0));
    auto course = domain::course_of(reference, read_case_trail(connection, reference));
    if (!course) throw StoreFailure{course.error()};
    material.cases.push_back(std::move(*course));
  }
  Query messages{connection,
                 "SELECT k.kind, k.received FROM (SELECT coalesce((SELECT c.kind FROM correction c"
                 " WHERE c.message_id = m.id ORDER BY c.id DESC LIMIT 1), m.kind) AS kind,"
                 " coalesce(m.received, m.internal_date) AS received, m.id AS id FROM message m"
                 " WHERE m.state IN ('recorded', 'held', 'history') AND m.case_id IS NULL) k"
                 " WHERE k.kind IN ('enquiry', 'compliment') ORDER BY k.id"};
  while (messages.step()) {
    material.messages.push_back(
        {stored(domain::message_kind(messages.text(0))), messages.instant(1)});
  }
  return material;
}

bool is_noted(Connection& connection, const std::string& key) {
  Query query{connection, "SELECT 1 FROM notice WHERE key = ?"};
  return query.with(key).step();
}

std::optional<domain::Instant> in_use_since(Connection& connection) {
  Query query{connection, "SELECT min(known_since) FROM mailbox WHERE validity > 0"};
  return query.step() ? query.maybe_instant(0) : std::nullopt;
}

}  // namespace redress::adapters
