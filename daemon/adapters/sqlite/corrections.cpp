#include "daemon/adapters/sqlite/corrections.hpp"

#include "daemon/adapters/sqlite/snapshot.hpp"

namespace redress::adapters {

void insert_correction(Connection& connection, const domain::Correction& correction) {
  Query{connection,
        "INSERT INTO correction (message_id, at, actor, kind, read_as, reading)"
        " SELECT m.id, ?, ?, ?, m.kind, coalesce(r.json, '{}') FROM message m"
        " LEFT JOIN reading r ON r.message_id = m.id WHERE m.id = ?"}
      .with(correction.at, correction.actor, to_string(correction.kind), correction.message)
      .run();
}

std::vector<CorrectionRow> read_corrections(Connection& connection) {
  std::vector<CorrectionRow> rows;
  Query query{connection,
              "SELECT k.message_id, b.name, k.at, k.actor, k.kind, k.read_as, k.reading"
              " FROM correction k JOIN message m ON m.id = k.message_id"
              " JOIN mailbox b ON b.id = m.mailbox_id WHERE k.id = (SELECT max(n.id)"
              " FROM correction n WHERE n.message_id = k.message_id) ORDER BY k.message_id"};
  while (query.step()) {
    rows.push_back({.message = {query.integer(0)},
                    .mailbox = query.text(1),
                    .at = query.instant(2),
                    .actor = query.text(3),
                    .kind = stored(domain::message_kind(query.text(4))),
                    .read_as = stored(domain::message_kind(query.text(5))),
                    .reading = query.text(6)});
  }
  return rows;
}

}  // namespace redress::adapters
