#include "daemon/adapters/sqlite/case_mails.hpp"

#include "daemon/adapters/sqlite/apply_change.hpp"
#include "daemon/adapters/sqlite/compression.hpp"
#include "daemon/adapters/sqlite/snapshot.hpp"
#include "daemon/domain/casework/fold.hpp"

#include <fmt/format.h>

namespace redress::adapters {
namespace {

// The message that is shown: the order's, else the oldest that the case has.
constexpr std::string_view k_waiting = R"sql(
SELECT w.id, c.reference, w.message_id, w.whom, w.headline, w.text, w.at,
  m.id, b.name, b.folder, m.uid, m.internal_date, m.size, r.length, r.zstd,
  coalesce(g.json, ''),
  coalesce((SELECT group_concat(json_extract(e.facts, '$.mentions'), ' ') FROM event e
    WHERE e.message_id = m.id AND e.what = 'message_joined'), '')
FROM case_mail w
JOIN complaint_case c ON c.id = w.case_id
LEFT JOIN message m
  ON m.id = coalesce(w.message_id, (SELECT min(f.id) FROM message f WHERE f.case_id = w.case_id))
LEFT JOIN mailbox b ON b.id = m.mailbox_id
LEFT JOIN raw_message r ON r.message_id = m.id
LEFT JOIN reading g ON g.message_id = m.id
ORDER BY w.id LIMIT ?)sql";

ports::JournalledMessage message_of(Query& query) {
  return {.id = {query.integer(7)},
          .mailbox = query.text(8),
          .uid = {static_cast<std::uint32_t>(query.integer(10))},
          .internal_date = query.instant(11),
          .size = static_cast<std::uint64_t>(query.integer(12)),
          .bytes = decompress(query.blob(14), static_cast<std::size_t>(query.integer(13)))};
}

ports::WaitingCaseMail order_of(Query& query) {
  ports::WaitingCaseMail waiting{.id = query.integer(0),
                                 .order = {.reference = stored_reference(query.text(1)),
                                           .message = {},
                                           .whom = query.text(3),
                                           .headline = query.text(4),
                                           .text = query.text(5),
                                           .at = query.instant(6)},
                                 .folder = query.null(9) ? std::string{} : query.text(9),
                                 .reading_json = query.text(15),
                                 .mentions = domain::addresses_of(query.text(16)),
                                 .message = {}};
  if (!query.null(2)) waiting.order.message = domain::MessageRowId{query.integer(2)};
  return waiting;
}

}  // namespace

void insert_case_mail(Connection& connection, const domain::CaseMailOrder& order) {
  Query{connection,
        "INSERT INTO case_mail (case_id, message_id, whom, headline, text, at)"
        " VALUES (?,?,?,?,?,?)"}
      .with(case_row(connection, order.reference), order.message, order.whom, order.headline,
            order.text, order.at)
      .run();
}

void settle_case_mail(Connection& connection, std::int64_t order) {
  if (Query{connection, "DELETE FROM case_mail WHERE id = ?"}.with(order).run() == 1) return;
  throw StoreFailure{domain::ErrorCode::conflict,
                     fmt::format("no mail on a case is ordered by the number {}", order)};
}

std::vector<ports::WaitingCaseMail> waiting_case_mails(Connection& connection, std::size_t count,
                                                       std::size_t bytes) {
  std::vector<ports::WaitingCaseMail> all;
  std::size_t taken = 0;
  Query query{connection, k_waiting};
  query.with(count);
  while (query.step()) {
    const bool whole = !query.null(14);
    const auto length = whole ? static_cast<std::size_t>(query.integer(13)) : 0U;
    if (!all.empty() && taken + length > bytes) break;
    taken += length;
    all.push_back(order_of(query));
    if (whole) all.back().message = message_of(query);
  }
  return all;
}

}  // namespace redress::adapters
