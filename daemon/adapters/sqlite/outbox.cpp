#include "daemon/adapters/sqlite/outbox.hpp"

#include "daemon/adapters/sqlite/kept_from.hpp"
#include "daemon/adapters/sqlite/snapshot.hpp"
#include "daemon/domain/casework/fold.hpp"

#include <algorithm>

namespace redress::adapters {
namespace {

std::optional<domain::CaseReference> maybe_reference(Query& query, int column) {
  if (query.null(column)) return std::nullopt;
  return stored_reference(query.text(column));
}

std::optional<domain::MessageRowId> maybe_message(Query& query, int column) {
  if (query.null(column)) return std::nullopt;
  return domain::MessageRowId{query.integer(column)};
}

}  // namespace

std::vector<ports::DueMail> claim_mail(Connection& connection, domain::Instant now,
                                       std::size_t count) {
  std::vector<ports::DueMail> mails;
  Transaction transaction{connection};
  {
    Query query{connection,
                "SELECT o.id, o.purpose, c.reference, o.attempts, o.envelope_from, o.recipient,"
                " b.bytes, o.template FROM outbox o JOIN outbox_bytes b ON b.outbox_id = o.id"
                " LEFT JOIN complaint_case c ON c.id = o.case_id"
                " WHERE o.state IN ('pending', 'unknown') AND o.next_try <= ?"
                " ORDER BY CASE WHEN purpose = 'duty_alert' THEN 0 WHEN template = 'digest' THEN 2"
                " ELSE 1 END, o.next_try, o.id LIMIT ?"};
    query.with(now, count);
    while (query.step()) {
      mails.push_back({.id = {query.integer(0)},
                       .purpose = stored(domain::mail_purpose(query.text(1))),
                       .letter = query.text(7),
                       .reference = maybe_reference(query, 2),
                       .attempts = static_cast<int>(query.integer(3)),
                       .envelope_from = stored_address(query.text(4)),
                       .to = stored_address(query.text(5)),
                       .bytes = std::string{query.blob(6)}});
    }
  }
  for (const auto& mail : mails) {
    Query{connection, "UPDATE outbox SET state = 'sending' WHERE id = ?"}.with(mail.id).run();
  }
  transaction.commit();
  return mails;
}

std::size_t recover_mail(Connection& connection) {
  const auto changed = Query{connection,
                             "UPDATE outbox SET state = 'pending' WHERE state = 'sending'"
                             " AND state <> 'sent'"}
                           .run();
  return static_cast<std::size_t>(changed);
}

std::optional<domain::Instant> next_due_time(Connection& connection) {
  Query mail{connection, "SELECT min(next_try) FROM outbox WHERE state IN ('pending', 'unknown')"};
  auto next = mail.step() ? mail.maybe_instant(0) : std::nullopt;
  Query promise{connection,
                "SELECT min(at) FROM deadline INDEXED BY deadline_untold WHERE state = 'open'"
                " AND told = 0"};
  if (promise.step()) {
    if (const auto at = promise.maybe_instant(0)) {
      const auto late = *at + std::chrono::seconds{1};
      next = next ? std::min(*next, late) : late;
    }
  }
  return next;
}

std::vector<ports::OverdueDeadline> overdue_deadlines(Connection& connection, domain::Instant now) {
  std::vector<ports::OverdueDeadline> overdue;
  Query query{connection,
              "SELECT c.reference, d.message_id, d.kind, d.at FROM deadline d"
              " LEFT JOIN complaint_case c ON c.id = d.case_id WHERE d.state = 'open'"
              " AND d.told = 0 AND d.at < ? ORDER BY d.at, d.id"};
  query.with(now);
  while (query.step()) {
    overdue.push_back({.reference = maybe_reference(query, 0),
                       .message = maybe_message(query, 1),
                       .kind = stored(domain::deadline_kind(query.text(2))),
                       .at = query.instant(3)});
  }
  return overdue;
}

std::vector<ports::UntoldNotice> untold_notices(Connection& connection) {
  std::vector<ports::UntoldNotice> notices;
  Query query{connection,
              "SELECT n.kind, n.key, n.at, c.reference, n.message_id, n.text,"
              " " REDRESS_NAMED_IN_CASE("n.case_id") " || ' ' ||"
              " " REDRESS_KEPT_FROM_MESSAGE("n.message_id")
              " FROM notice n"
              " LEFT JOIN complaint_case c ON c.id = n.case_id WHERE n.told = 0"
              " ORDER BY n.at, n.id"};
  while (query.step()) {
    notices.push_back({{.kind = stored(domain::notice_kind(query.text(0))),
                        .key = query.text(1),
                        .at = query.instant(2),
                        .reference = maybe_reference(query, 3),
                        .message = maybe_message(query, 4),
                        .text = query.text(5)},
                       domain::addresses_of(query.text(6))});
  }
  return notices;
}

}  // namespace redress::adapters
