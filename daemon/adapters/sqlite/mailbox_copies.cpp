#include "daemon/adapters/sqlite/mailbox_copies.hpp"

#include "daemon/adapters/sqlite/apply_change.hpp"
#include "daemon/adapters/sqlite/compression.hpp"
#include "daemon/adapters/sqlite/event_chain.hpp"

#include <nlohmann/json.hpp>

namespace redress::adapters {
namespace {

using ports::CopyOutcome;

/// Where it lay and what became of it: nothing in it is personal.
domain::NewEvent settled_event(Connection& connection, domain::MessageRowId message,
                               CopyOutcome outcome, domain::Instant now) {
  Query query{connection,
              "SELECT b.name, b.folder, m.uid FROM message m JOIN mailbox b ON b.id = m.mailbox_id"
              " WHERE m.id = ?"};
  query.with(message).step();
  const bool erased = outcome == CopyOutcome::erased;
  nlohmann::ordered_json facts{
      {"mailbox", query.text(0)}, {"folder", query.text(1)}, {"uid", query.integer(2)}};
  if (!erased) facts["because"] = to_string(outcome);
  return {.reference = std::nullopt,
          .message = message,
          .at = now,
          .actor = "redressd",
          .what = erased ? "mailbox_copy_erased" : "mailbox_copy_left",
          .facts = facts.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace),
          .personal = {}};
}

}  // namespace

// UIDVALIDITY 0 is no server's: what was imported came out of a file.
bool has_copy(Connection& connection, std::int64_t message) {
  Query query{connection,
              "SELECT 1 FROM message m JOIN mailbox b ON b.id = m.mailbox_id"
              " JOIN raw_message r ON r.message_id = m.id WHERE m.id = ? AND b.validity <> 0"};
  return query.with(message).step();
}

bool order_copy(Connection& connection, std::int64_t message,
                const std::function<std::string(std::string_view)>& digest, domain::Instant now) {
  if (!has_copy(connection, message)) return false;
  std::size_t length = 0;
  std::string known_by;
  {
    Query query{connection, "SELECT length, zstd FROM raw_message WHERE message_id = ?"};
    query.with(message).step();
    length = static_cast<std::size_t>(query.integer(0));
    known_by = digest(decompress(query.blob(1), length));
  }
  return Query{connection,
               "INSERT OR IGNORE INTO mailbox_copy (message_id, digest, length, ordered, state)"
               " VALUES (?,?,?,?,'ordered')"}
             .with(message, known_by, length, now)
             .run() > 0;
}

std::vector<std::string> mailboxes_with_copies(Connection& connection) {
  std::vector<std::string> names;
  Query query{connection,
              "SELECT DISTINCT b.name FROM mailbox_copy c JOIN message m ON m.id = c.message_id"
              " JOIN mailbox b ON b.id = m.mailbox_id WHERE c.settled IS NULL ORDER BY b.name"};
  while (query.step()) names.push_back(query.text(0));
  return names;
}

std::vector<ports::MailboxCopy> copies_to_erase(Connection& connection, const std::string& mailbox,
                                                std::size_t count) {
  std::vector<ports::MailboxCopy> copies;
  Query query{connection,
              "SELECT c.message_id, b.folder, b.validity, m.uid, m.size, c.length, c.digest,"
              " c.state = 'found', EXISTS (SELECT 1 FROM mailbox_copy o"
              " JOIN message om ON om.id = o.message_id JOIN mailbox ob ON ob.id = om.mailbox_id"
              " WHERE o.digest = c.digest AND o.message_id <> c.message_id AND ob.name = b.name"
              " AND o.state = 'erased')"
              " FROM mailbox_copy c JOIN message m ON m.id = c.message_id"
              " JOIN mailbox b ON b.id = m.mailbox_id WHERE c.settled IS NULL AND b.name = ?"
              " ORDER BY b.folder, c.message_id LIMIT ?"};
  query.with(mailbox, count);
  while (query.step()) {
    copies.push_back({.message = {query.integer(0)},
                      .folder = query.text(1),
                      .validity = {static_cast<std::uint32_t>(query.integer(2))},
                      .uid = {static_cast<std::uint32_t>(query.integer(3))},
                      .size = static_cast<std::uint64_t>(query.integer(4)),
                      .length = static_cast<std::uint64_t>(query.integer(5)),
                      .digest = query.text(6),
                      .found = query.integer(7) != 0,
                      .twin = query.integer(8) != 0});
  }
  return copies;
}

void set_copies_found(Connection& connection, std::span<const domain::MessageRowId> messages) {
  Transaction transaction{connection};
  for (const auto message : messages) {
    Query{connection,
          "UPDATE mailbox_copy SET state = 'found' WHERE message_id = ? AND settled IS NULL"}
        .with(message)
        .run();
  }
  transaction.commit();
}

void settle_copies(Connection& connection, std::span<const domain::MessageRowId> messages,
                   CopyOutcome outcome, const std::optional<domain::NewNotice>& notice,
                   domain::Instant now) {
  Transaction transaction{connection};
  for (const auto message : messages) {
    const auto changed = Query{connection,
                               "UPDATE mailbox_copy SET state = ?, settled = ?"
                               " WHERE message_id = ? AND settled IS NULL"}
                             .with(outcome == CopyOutcome::erased ? "erased" : "left", now, message)
                             .run();
    if (changed > 0) {
      append_event(connection, settled_event(connection, message, outcome, now), {});
    }
  }
  if (notice) insert_notice(connection, *notice);
  transaction.commit();
}

}  // namespace redress::adapters
