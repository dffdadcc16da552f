#include "daemon/adapters/sqlite/apply_mail.hpp"

#include "daemon/adapters/sqlite/apply_cases.hpp"
#include "daemon/adapters/sqlite/apply_change.hpp"

#include <fmt/format.h>

#include <vector>

namespace redress::adapters {
namespace {

using domain::ErrorCode;

/// Due since for ever.
constexpr domain::Instant k_at_once{};

/// The Subject field of bytes that we composed ourselves, unfolded, for lists.
std::string subject_of(std::string_view bytes) {
  constexpr std::string_view k_field = "\r\nSubject: ";
  const auto headers = bytes.substr(0, bytes.find("\r\n\r\n"));
  const auto start = headers.find(k_field);
  if (start == std::string_view::npos) return {};
  std::string subject;
  auto rest = headers.substr(start + k_field.size());
  while (true) {
    const auto end = rest.find("\r\n");
    subject += rest.substr(0, end);
    if (end == std::string_view::npos || end + 2 >= rest.size()) return subject;
    rest.remove_prefix(end + 2);
    if (rest.front() != ' ' && rest.front() != '\t') return subject;
  }
}

/// Throws not_found or conflict for a mail that a change of state did not touch.
[[noreturn]] void refuse(Connection& connection, domain::OutboxId mail, std::string_view wanted) {
  Query query{connection, "SELECT state, recipient_domain FROM outbox WHERE id = ?"};
  if (!query.with(mail).step()) {
    throw StoreFailure{ErrorCode::not_found,
                       fmt::format("there is no mail {} in the outbox", mail.value)};
  }
  if (query.text(1).ends_with(".invalid")) {
    throw StoreFailure{ErrorCode::not_allowed,
                       fmt::format("mail {} has no address that it could be sent to", mail.value)};
  }
  throw StoreFailure{ErrorCode::conflict,
                     fmt::format("mail {} is {}, not {}", mail.value, query.text(0), wanted)};
}

}  // namespace

std::int64_t insert_mail(Connection& connection, const domain::NewMail& mail,
                         std::optional<domain::Instant> at) {
  std::optional<std::int64_t> owner;
  if (mail.reference) owner = case_row(connection, *mail.reference);
  const std::optional<std::string> because =
      mail.held_because.empty() ? std::nullopt : std::optional{mail.held_because};
  Query{connection,
        "INSERT INTO outbox (purpose, template, case_id, serial, message_id, envelope_from,"
        " recipient, recipient_key, recipient_domain, subject, state, held_because, created,"
        " next_try) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?)"}
      .with(to_string(mail.purpose), mail.template_name, owner, mail.serial, mail.message_id,
            mail.envelope_from.str(), mail.to.str(), mail.to.key(), mail.to.domain_key(),
            mail.subject.empty() ? subject_of(mail.bytes) : mail.subject, to_string(mail.state),
            because, at.value_or(mail.not_before), mail.not_before)
      .run();
  const auto id = connection.last_id();
  Query{connection, "INSERT INTO outbox_bytes (outbox_id, bytes) VALUES (?,?)"}
      .with(id, Blob{mail.bytes})
      .run();
  return id;
}

void record_delivery(Connection& connection, const domain::DeliveryRecord& delivery) {
  const bool sent = delivery.state == domain::OutboxState::sent;
  const bool again = delivery.state == domain::OutboxState::pending ||
                     delivery.state == domain::OutboxState::unknown;
  const auto changed =
      Query{connection,
            "UPDATE outbox SET state = ?, next_try = coalesce(?, next_try),"
            " attempts = attempts + ?, sent_at = coalesce(?, sent_at) WHERE id = ?"}
          .with(to_string(delivery.state), again ? std::optional{delivery.next_try} : std::nullopt,
                delivery.counts ? 1 : 0, sent ? std::optional{delivery.at} : std::nullopt,
                delivery.mail)
          .run();
  if (changed != 1) refuse(connection, delivery.mail, "known");
  Query{connection,
        "INSERT INTO delivery_attempt (outbox_id, at, state, smtp_code, reply) VALUES (?,?,?,?,?)"}
      .with(delivery.mail, delivery.at, to_string(delivery.state), delivery.smtp_code,
            delivery.reply)
      .run();
  if (!sent) return;
  Query{connection,
        "UPDATE complaint_case SET acknowledged_at = coalesce(acknowledged_at, ?) WHERE id ="
        " (SELECT case_id FROM outbox WHERE id = ? AND purpose = 'acknowledgement')"}
      .with(delivery.at, delivery.mail)
      .run();
}

void release_mail(Connection& connection, domain::OutboxId mail,
                  std::optional<domain::Instant> at) {
  const auto changed =
      Query{connection,
            "UPDATE outbox SET state = 'pending', held_because = NULL, next_try = ?"
            " WHERE id = ? AND state IN ('held', 'failed', 'unknown')"
            " AND recipient_domain NOT LIKE '%.invalid'"}
          .with(at.value_or(k_at_once), mail)
          .run();
  if (changed != 1) refuse(connection, mail, "held, failed or unknown");
}

void return_mail(Connection& connection, domain::OutboxId mail) {
  const auto changed =
      Query{connection, "UPDATE outbox SET state = 'pending' WHERE id = ? AND state = 'sending'"}
          .with(mail)
          .run();
  if (changed != 1) refuse(connection, mail, "sending");
}

void hold_mail(Connection& connection, domain::OutboxId mail) {
  const auto changed =
      Query{connection, "UPDATE outbox SET state = 'held' WHERE id = ? AND state = 'pending'"}
          .with(mail)
          .run();
  if (changed != 1) refuse(connection, mail, "pending");
}

void discard_mail(Connection& connection, domain::OutboxId mail) {
  Query{connection, "DELETE FROM outbox_bytes WHERE outbox_id = ?"}.with(mail).run();
  const auto changed = Query{connection,
                             "DELETE FROM outbox WHERE id = ? AND state = 'held' AND NOT EXISTS"
                             " (SELECT 1 FROM delivery_attempt a WHERE a.outbox_id = outbox.id)"}
                           .with(mail)
                           .run();
  if (changed != 1) refuse(connection, mail, "held, and never tried");
}

void release_message(Connection& connection, domain::MessageRowId message,
                     std::optional<domain::Instant> at) {
  std::vector<domain::OutboxId> mails;
  {
    Query query{connection,
                "SELECT o.id FROM message m JOIN outbox o ON o.case_id = m.case_id WHERE m.id = ?"
                " AND o.state = 'held' AND o.purpose = 'acknowledgement'"
                " AND o.recipient_domain NOT LIKE '%.invalid'"};
    query.with(message);
    while (query.step()) mails.push_back({query.integer(0)});
  }
  for (const auto mail : mails) release_mail(connection, mail, at);
  // Without a case it is read once more, as the complaint that a person says it is.
  const auto again = Query{connection,
                           "UPDATE message SET released = 1, held_because = NULL,"
                           " state = 'journalled'"
                           " WHERE id = ? AND state = 'held' AND case_id IS NULL"}
                         .with(message)
                         .run();
  const auto settled = Query{connection,
                             "UPDATE message SET held_because = NULL, state = 'recorded'"
                             " WHERE id = ? AND state = 'held'"}
                           .with(message)
                           .run();
  if (mails.empty() && again + settled == 0) {
    throw StoreFailure{ErrorCode::conflict,
                       fmt::format("message {} is not held, and no acknowledgement of its case is",
                                   message.value)};
  }
  if (again == 0) settle_message(connection, message, at);
}

void mark_told(Connection& connection, const std::string& key, std::optional<std::int64_t> mail) {
  Query{connection, "UPDATE notice SET told = 1, told_by = ? WHERE key = ?"}.with(mail, key).run();
}

}  // namespace redress::adapters
