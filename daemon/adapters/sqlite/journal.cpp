#include "daemon/adapters/sqlite/journal.hpp"

#include "daemon/adapters/sqlite/apply_change.hpp"
#include "daemon/adapters/sqlite/compression.hpp"
#include "daemon/adapters/sqlite/event_chain.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace redress::adapters {
namespace {

using domain::ErrorCode;

domain::Uid highest_uid(Connection& connection, std::int64_t folder) {
  Query query{connection, "SELECT max(uid) FROM message WHERE mailbox_id = ?"};
  query.with(folder).step();
  return {query.null(0) ? 0U : static_cast<std::uint32_t>(query.integer(0))};
}

/// A connection may go on seeing a folder that was removed and made anew: what came so shortly
/// before the last look at the old one may never have been seen there.
constexpr std::chrono::seconds k_stale_view{60};

/// Mail older than this may be in the ledger already, under another UIDVALIDITY of the same folder.
std::optional<domain::Instant> relisted_before(Connection& connection, domain::MailboxId folder) {
  Query query{connection,
              "SELECT max(other.last_polled) FROM mailbox this JOIN mailbox other"
              " ON other.name = this.name AND other.folder = this.folder AND other.id <> this.id"
              " WHERE this.id = ? AND other.id < this.id"};
  query.with(folder);
  const auto last_look = query.step() ? query.maybe_instant(0) : std::nullopt;
  if (!last_look) return std::nullopt;
  return *last_look - k_stale_view;
}

bool is_known(Connection& connection, domain::MailboxId folder, domain::Uid uid) {
  Query query{connection, "SELECT 1 FROM message WHERE mailbox_id = ? AND uid = ?"};
  return query.with(folder, uid).step();
}

struct Journalled {
  const ports::FetchedMessage* message;  // of the caller's span
  std::string frame;
};

}  // namespace

ports::FolderRecord open_folder(Connection& connection, const std::string& mailbox,
                                const std::string& folder, ports::FolderUse use,
                                domain::UidValidity validity, domain::Instant now) {
  Transaction transaction{connection};
  ports::FolderRecord record;
  record.known_since = now;
  bool others = false;
  {
    Query query{connection,
                "SELECT min(known_since), max(last_polled), count(*) FILTER (WHERE validity <> ?)"
                " FROM mailbox WHERE name = ? AND folder = ?"};
    query.with(validity, mailbox, folder).step();
    record.known_since = query.maybe_instant(0).value_or(now);
    record.last_polled = query.maybe_instant(1);
    others = query.integer(2) > 0;
  }
  Query{connection,
        "INSERT INTO mailbox (name, folder, validity, junk, sent, known_since) VALUES (?,?,?,?,?,?)"
        " ON CONFLICT (name, folder, validity) DO UPDATE SET junk = excluded.junk,"
        " sent = excluded.sent"}
      .with(mailbox, folder, validity, use == ports::FolderUse::junk, use == ports::FolderUse::sent,
            now)
      .run();
  {
    Query query{
        connection,
        "SELECT id, last_polled FROM mailbox WHERE name = ? AND folder = ? AND validity = ?"};
    query.with(mailbox, folder, validity).step();
    record.id = {query.integer(0)};
    record.validity_changed = others && query.null(1);
  }
  record.first_time = !record.last_polled;
  record.highest = highest_uid(connection, record.id.value);
  transaction.commit();
  return record;
}

domain::MessageRowId insert_row(Connection& connection, const NewRow& row, domain::Instant now) {
  Query{
      connection,
      "INSERT INTO message (mailbox_id, uid, internal_date, journalled_at, size, history, relisted,"
      " state) VALUES (?,?,?,?,?,?,?,'journalled')"}
      .with(row.folder, row.uid, row.internal_date, now, static_cast<std::int64_t>(row.size),
            row.history, row.relisted)
      .run();
  const domain::MessageRowId id{connection.last_id()};
  Query{connection, "INSERT INTO raw_message (message_id, length, zstd) VALUES (?,?,?)"}
      .with(id, row.length, Blob{row.frame})
      .run();
  return id;
}

std::size_t append_messages(Connection& connection, domain::MailboxId folder,
                            std::span<const ports::FetchedMessage> messages,
                            std::optional<domain::Instant> history_before, domain::Instant now) {
  std::vector<Journalled> frames;  // compressed before the lock is taken
  Compressor compressor;
  frames.reserve(messages.size());
  for (const auto& message : messages) {
    if (!is_known(connection, folder, message.uid)) {
      frames.push_back({&message, compressor.compress(message.bytes)});
    }
  }
  Transaction transaction{connection};
  const auto relisted = relisted_before(connection, folder);
  std::size_t added = 0;
  for (const auto& one : frames) {
    if (is_known(connection, folder, one.message->uid)) continue;  // twice in one batch
    const auto date = one.message->internal_date;
    insert_row(connection,
               {.folder = folder,
                .uid = one.message->uid,
                .internal_date = date,
                .size = one.message->size,
                .history = history_before && date < *history_before,
                .relisted = one.message->marked || (relisted && date < *relisted),
                .length = one.message->bytes.size(),
                .frame = one.frame},
               now);
    ++added;
  }
  transaction.commit();
  return added;
}

std::vector<ports::JournalledMessage> unread_messages(Connection& connection, std::size_t count,
                                                      std::size_t bytes,
                                                      domain::MessageRowId after) {
  std::vector<ports::JournalledMessage> messages;
  std::size_t taken = 0;
  Query query{
      connection,
      "SELECT m.id, b.name, b.junk, m.uid, m.internal_date, m.size, m.history, m.relisted,"
      " m.released, r.length, r.zstd, b.sent FROM message m JOIN mailbox b ON b.id = m.mailbox_id"
      " JOIN raw_message r ON r.message_id = m.id WHERE m.state = 'journalled'"
      " AND m.id > ? ORDER BY m.id LIMIT ?"};
  query.with(after, count);
  while (query.step()) {
    const auto length = static_cast<std::size_t>(query.integer(9));
    if (!messages.empty() && taken + length > bytes) break;
    taken += length;
    messages.push_back({.id = {query.integer(0)},
                        .mailbox = query.text(1),
                        .from_junk = query.integer(2) != 0,
                        .from_sent = query.integer(11) != 0,
                        .uid = {static_cast<std::uint32_t>(query.integer(3))},
                        .internal_date = query.instant(4),
                        .size = static_cast<std::uint64_t>(query.integer(5)),
                        .history = query.integer(6) != 0,
                        .released = query.integer(8) != 0,
                        .relisted = query.integer(7) != 0,
                        .bytes = decompress(query.blob(10), length)});
  }
  return messages;
}

domain::NewEvent quarantine_event(domain::MessageRowId message, const std::string& reason,
                                  domain::Instant now) {
  const nlohmann::json personal{{"reason", reason}};
  return {.reference = std::nullopt,
          .message = message,
          .at = now,
          .actor = "redressd",
          .what = "message_quarantined",
          .facts = "{}",
          .personal = personal.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace)};
}

void quarantine_message(Connection& connection, domain::MessageRowId message,
                        const std::string& reason, domain::Instant now, const std::string& salt) {
  Transaction transaction{connection};
  const auto changed = Query{connection,
                             "UPDATE message SET state = 'quarantined', quarantine_reason = ?"
                             " WHERE id = ? AND state = 'journalled'"}
                           .with(reason, message)
                           .run();
  if (changed != 1) {
    throw StoreFailure{ErrorCode::conflict,
                       fmt::format("message {} is not waiting to be read", message.value)};
  }
  std::string place;
  {
    Query query{connection,
                "SELECT b.name || '/' || b.folder || ', UID ' || m.uid FROM message m"
                " JOIN mailbox b ON b.id = m.mailbox_id WHERE m.id = ?"};
    query.with(message).step();
    place = query.text(0);
  }
  insert_notice(connection,
                {.kind = domain::NoticeKind::quarantined,
                 // With the time, so that one that fails again after a replay is told again.
                 .key = fmt::format("quarantined:{}:{}", message.value, domain::to_rfc3339(now)),
                 .at = now,
                 .reference = std::nullopt,
                 .message = message,
                 .text = fmt::format("Message {} ({}) could not be handled and is in quarantine. "
                                     "See: redressctl quarantine show {}",
                                     message.value, place, message.value)});
  append_event(connection, quarantine_event(message, reason, now), salt);
  transaction.commit();
}

std::vector<domain::Uid> uids_to_mark(Connection& connection, domain::MailboxId folder,
                                      std::size_t count) {
  std::vector<domain::Uid> uids;
  Query query{
      connection,
      "SELECT uid FROM message WHERE mailbox_id = ? AND marked = 0"
      " AND state IN ('recorded', 'held', 'duplicate') AND history = 0 ORDER BY uid LIMIT ?"};
  query.with(folder, count);
  while (query.step()) uids.push_back({static_cast<std::uint32_t>(query.integer(0))});
  return uids;
}

void set_marked(Connection& connection, domain::MailboxId folder,
                std::span<const domain::Uid> uids) {
  Transaction transaction{connection};
  for (const auto uid : uids) {
    Query{connection, "UPDATE message SET marked = 1 WHERE mailbox_id = ? AND uid = ?"}
        .with(folder, uid)
        .run();
  }
  transaction.commit();
}

void set_polled(Connection& connection, domain::MailboxId folder, domain::Instant now) {
  Query{connection, "UPDATE mailbox SET last_polled = ? WHERE id = ?"}.with(now, folder).run();
}

void set_trouble(Connection& connection, const std::string& mailbox, const std::string& text,
                 domain::Instant now) {
  if (text.empty()) {
    Query{connection, "DELETE FROM mailbox_trouble WHERE name = ?"}.with(mailbox).run();
    return;
  }
  Query{connection,
        "INSERT INTO mailbox_trouble (name, text, since) VALUES (?,?,?)"
        " ON CONFLICT (name) DO UPDATE SET text = excluded.text"}
      .with(mailbox, text, now)
      .run();
}

}  // namespace redress::adapters
