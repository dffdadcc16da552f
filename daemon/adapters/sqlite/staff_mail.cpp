#include "daemon/adapters/sqlite/staff_mail.hpp"

#include "daemon/adapters/sqlite/apply_change.hpp"
#include "daemon/adapters/sqlite/compression.hpp"
#include "daemon/adapters/sqlite/snapshot.hpp"

#include <nlohmann/json.hpp>

namespace redress::adapters {

std::optional<domain::IssuedMail> read_issued_mail(Connection& connection,
                                                   const std::string& serial, domain::Instant now) {
  Query row{connection,
            "SELECT o.recipient, c.reference, o.created,"
            " EXISTS (SELECT 1 FROM notice n WHERE n.key = 'answer-misused:' || o.serial),"
            " (SELECT count(*) FROM outbox a WHERE a.recipient_key = o.recipient_key"
            " AND a.template = 'staff_answer' AND a.created > ?)"
            " FROM outbox o LEFT JOIN complaint_case c ON c.id = o.case_id"
            " WHERE o.serial = ? AND o.purpose = 'staff_letter'"};
  if (!row.with(now - std::chrono::hours{1}, serial).step()) return std::nullopt;
  domain::IssuedMail issued{.to = stored_address(row.text(0)),
                            .reference = {},
                            .written = row.instant(2),
                            .misuse_told = row.integer(3) != 0,
                            .answered_lately = static_cast<int>(row.integer(4))};
  if (!row.null(1)) issued.reference = stored_reference(row.text(1));
  return issued;
}

std::optional<domain::PendingOrders> read_pending_orders(Connection& connection,
                                                         const std::string& serial) {
  Query row{connection,
            "SELECT p.message_id, c.reference, p.commands, p.asked, p.settled FROM pending_order p"
            " JOIN complaint_case c ON c.id = p.case_id WHERE p.serial = ?"};
  if (!row.with(serial).step()) return std::nullopt;
  return domain::PendingOrders{
      .serial = serial,
      .message = {row.integer(0)},
      .reference = stored_reference(row.text(1)),
      .commands = nlohmann::json::parse(row.text(2)).get<std::vector<std::string>>(),
      .asked = row.instant(3),
      .used = row.maybe_instant(4)};
}

std::optional<std::string> read_mail_bytes(Connection& connection, domain::OutboxId mail) {
  Query row{connection, "SELECT bytes FROM outbox_bytes WHERE outbox_id = ?"};
  if (!row.with(mail).step()) return std::nullopt;
  return std::string{row.blob(0)};
}

std::optional<std::string> read_raw_message(Connection& connection, domain::MessageRowId message) {
  Query row{connection, "SELECT length, zstd FROM raw_message WHERE message_id = ?"};
  if (!row.with(message).step()) return std::nullopt;
  return decompress(row.blob(1), static_cast<std::size_t>(row.integer(0)));
}

void insert_pending_orders(Connection& connection, const domain::PendingOrders& pending) {
  Query{connection,
        "INSERT INTO pending_order (serial, case_id, message_id, commands, asked)"
        " VALUES (?,?,?,?,?)"}
      .with(pending.serial, case_row(connection, pending.reference), pending.message,
            nlohmann::json(pending.commands).dump(), pending.asked)
      .run();
}

void settle_pending_orders(Connection& connection, const std::string& serial, domain::Instant at) {
  const auto settled = Query{connection,
                             "UPDATE pending_order SET settled = ?, commands = '[]'"
                             " WHERE serial = ? AND settled IS NULL"}
                           .with(at, serial)
                           .run();
  if (settled != 1) {
    throw StoreFailure{domain::Error{domain::ErrorCode::conflict, "that was answered before"}};
  }
}

}  // namespace redress::adapters
