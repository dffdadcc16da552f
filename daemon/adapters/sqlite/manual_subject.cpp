#include "daemon/adapters/sqlite/manual_subject.hpp"

#include "daemon/adapters/sqlite/snapshot.hpp"

namespace redress::adapters {

domain::ManualSubject read_manual_subject(Connection& connection,
                                          const domain::ManualOrder& order) {
  domain::ManualSubject subject;
  const bool message = domain::names_message(order.verb);
  Query query{connection, message
                              ? "SELECT m.state, c.reference, EXISTS (SELECT 1 FROM outbox o"
                                " WHERE o.case_id = m.case_id AND o.state = 'held'"
                                " AND o.purpose = 'acknowledgement'), coalesce((SELECT k.kind"
                                " FROM correction k WHERE k.message_id = m.id"
                                " ORDER BY k.id DESC LIMIT 1), m.kind) FROM message m"
                                " LEFT JOIN complaint_case c ON c.id = m.case_id WHERE m.id = ?"
                              : "SELECT o.state, c.reference FROM outbox o"
                                " LEFT JOIN complaint_case c ON c.id = o.case_id WHERE o.id = ?"};
  if (!query.with(order.id).step()) return subject;
  if (message) {
    subject.message = stored(domain::message_state(query.text(0)));
    subject.acknowledgement_held = query.integer(2) != 0;
    if (!query.null(3)) subject.kind = stored(domain::message_kind(query.text(3)));
  } else {
    subject.mail = stored(domain::outbox_state(query.text(0)));
  }
  if (!query.null(1)) subject.reference = stored_reference(query.text(1));
  return subject;
}

}  // namespace redress::adapters
