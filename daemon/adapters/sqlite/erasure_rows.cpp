#include "daemon/adapters/sqlite/erasure_rows.hpp"

#include "daemon/domain/casework/fold.hpp"

namespace redress::adapters {
namespace {

void run(Connection& connection, std::string_view sql, std::int64_t id) {
  Query{connection, sql}.with(id).run();
}

}  // namespace

void withdraw_mail(Connection& connection, std::int64_t id) {
  run(connection, "UPDATE notice SET told_by = NULL WHERE told_by = ?", id);
  run(connection, "DELETE FROM delivery_attempt WHERE outbox_id = ?", id);
  run(connection, "DELETE FROM outbox_bytes WHERE outbox_id = ?", id);
  run(connection, "DELETE FROM outbox WHERE id = ?", id);
}

ErasedMail erase_mail(Connection& connection, std::int64_t id) {
  std::string state;
  bool to_staff = false;
  {
    Query query{connection,
                "SELECT state, purpose NOT IN ('acknowledgement', 'letter') FROM outbox"
                " WHERE id = ?"};
    if (!query.with(id).step()) return ErasedMail::nothing;
    state = query.text(0);
    to_staff = query.integer(1) != 0;
  }
  if (state == "sending") {
    throw StoreFailure{domain::ErrorCode::conflict,
                       "a mail to this person is going out at this moment; try again in a minute"};
  }
  if (state != "sent") {
    withdraw_mail(connection, id);
    return ErasedMail::withdrawn;
  }
  run(connection, "DELETE FROM outbox_bytes WHERE outbox_id = ?", id);
  run(connection, "UPDATE delivery_attempt SET reply = '' WHERE outbox_id = ?", id);
  run(connection, "UPDATE outbox SET subject = '', held_because = NULL WHERE id = ?", id);
  if (to_staff) return ErasedMail::letter;
  const auto nobody = domain::MailAddress::parse(domain::k_erased_address).value();
  Query{connection,
        "UPDATE outbox SET recipient = ?, recipient_key = ?, recipient_domain = ? WHERE id = ?"}
      .with(nobody.str(), nobody.key(), nobody.domain_key(), id)
      .run();
  return ErasedMail::letter;
}

bool erase_message(Connection& connection, std::int64_t id) {
  const auto bytes =
      Query{connection, "DELETE FROM raw_message WHERE message_id = ?"}.with(id).run();
  run(connection, "DELETE FROM reading WHERE message_id = ?", id);
  run(connection, "UPDATE correction SET reading = '{}' WHERE message_id = ?", id);
  const auto texts =
      Query{connection,
            "UPDATE message SET message_id = NULL, sender = NULL, subject = NULL,"
            " held_because = NULL, quarantine_reason = NULL, kind = coalesce(kind, 'unreadable'),"
            " state = CASE WHEN state IN ('held', 'quarantined') THEN 'recorded' ELSE state END"
            " WHERE id = ? AND state <> 'journalled'"}
          .with(id)
          .run();
  run(connection,
      "UPDATE deadline SET state = 'superseded' WHERE message_id = ? AND state = 'open'", id);
  run(connection, "UPDATE notice SET text = '', told = 1 WHERE message_id = ?", id);
  return bytes + texts > 0;
}

bool erase_payload(Connection& connection, std::int64_t id) {
  return Query{connection,
               "UPDATE event SET personal = NULL, salt = NULL WHERE id = ? AND personal IS NOT"
               " NULL"}
             .with(id)
             .run() > 0;
}

void erase_case(Connection& connection, std::int64_t id, domain::Instant now) {
  run(connection, "DELETE FROM participant WHERE case_id = ?", id);
  run(connection, "DELETE FROM case_mail WHERE case_id = ?", id);
  run(connection, "UPDATE pending_order SET commands = '[]' WHERE case_id = ?", id);
  Query{connection, "UPDATE contact_restriction SET address_key = ? WHERE case_id = ?"}
      .with(domain::k_erased_address, id)
      .run();
  run(connection, "UPDATE notice SET text = '', told = 1 WHERE case_id = ?", id);
  run(connection, "UPDATE deadline SET state = 'superseded' WHERE case_id = ? AND state = 'open'",
      id);
  Query{connection,
        "UPDATE complaint_case SET status = 'final', closed_at = ? WHERE id = ?"
        " AND status NOT IN ('closed', 'final')"}
      .with(now, id)
      .run();
}

void leave_case(Connection& connection, std::int64_t id, const domain::MailAddress& person) {
  Query{connection,
        "DELETE FROM participant WHERE case_id = ? AND address_key = ? AND role <> 'complainant'"}
      .with(id, person.key())
      .run();
}

}  // namespace redress::adapters
