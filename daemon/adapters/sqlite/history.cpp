#include "daemon/adapters/sqlite/history.hpp"

#include "daemon/adapters/sqlite/compression.hpp"
#include "daemon/adapters/sqlite/event_chain.hpp"
#include "daemon/adapters/sqlite/journal.hpp"

#include <nlohmann/json.hpp>

#include <vector>

namespace redress::adapters {
namespace {

struct Frame {
  const ports::HistoricMessage* message;  // of the caller's batch
  std::string bytes;
};

bool is_imported(Connection& connection, const std::string& digest) {
  Query query{connection, "SELECT 1 FROM imported WHERE digest = ?"};
  return query.with(digest).step();
}

domain::MailboxId import_folder(Connection& connection, const std::string& mailbox,
                                domain::Instant now) {
  Query{connection,
        "INSERT INTO mailbox (name, folder, validity, junk, known_since) VALUES (?,?,?,0,?)"
        " ON CONFLICT (name, folder, validity) DO NOTHING"}
      .with(mailbox, k_import_folder, k_import_validity, now)
      .run();
  Query query{connection, "SELECT id FROM mailbox WHERE name = ? AND folder = ? AND validity = ?"};
  query.with(mailbox, k_import_folder, k_import_validity).step();
  return {query.integer(0)};
}

std::uint32_t last_uid(Connection& connection, domain::MailboxId folder) {
  Query query{connection, "SELECT coalesce(max(uid), 0) FROM message WHERE mailbox_id = ?"};
  query.with(folder).step();
  return static_cast<std::uint32_t>(query.integer(0));
}

void insert_historic(Connection& connection, domain::MailboxId folder, domain::Uid uid,
                     const Frame& frame, domain::Instant now) {
  const auto& message = *frame.message;
  const auto row = insert_row(connection,
                              {.folder = folder,
                               .uid = uid,
                               .internal_date = message.internal_date,
                               .size = message.size,
                               .history = true,
                               .relisted = false,
                               .length = message.bytes.size(),
                               .frame = frame.bytes},
                              now);
  Query{connection, "INSERT INTO imported (digest, message_id) VALUES (?,?)"}
      .with(message.digest, row)
      .run();
}

domain::NewEvent import_event(const ports::ImportBatch& batch, const ports::ImportCount& count,
                              domain::Instant now) {
  const nlohmann::json facts{
      {"mailbox", batch.mailbox}, {"added", count.added}, {"known", count.known}};
  return {.reference = std::nullopt,
          .message = std::nullopt,
          .at = now,
          .actor = batch.actor,
          .what = "history_imported",
          .facts = facts.dump(),
          .personal = {}};
}

}  // namespace

ports::ImportCount append_history(Connection& connection, const ports::ImportBatch& batch,
                                  domain::Instant now) {
  std::vector<Frame> frames;  // compressed before the lock is taken
  Compressor compressor;
  frames.reserve(batch.messages.size());
  for (const auto& message : batch.messages) {
    if (!is_imported(connection, message.digest)) {
      frames.push_back({&message, compressor.compress(message.bytes)});
    }
  }
  ports::ImportCount count{.added = 0, .known = batch.messages.size()};
  if (frames.empty()) return count;
  Transaction transaction{connection};
  const auto folder = import_folder(connection, batch.mailbox, now);
  auto uid = last_uid(connection, folder);
  for (const auto& frame : frames) {
    if (is_imported(connection, frame.message->digest)) continue;  // twice in one batch
    insert_historic(connection, folder, {++uid}, frame, now);
    ++count.added;
    --count.known;
  }
  append_event(connection, import_event(batch, count, now), {});
  transaction.commit();
  return count;
}

}  // namespace redress::adapters
