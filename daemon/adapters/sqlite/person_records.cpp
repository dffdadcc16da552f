#include "daemon/adapters/sqlite/person_records.hpp"

#include "daemon/adapters/sqlite/compression.hpp"
#include "daemon/adapters/sqlite/corrections.hpp"
#include "daemon/adapters/sqlite/mailbox_copies.hpp"
#include "daemon/adapters/sqlite/register_queries.hpp"

#include <algorithm>
#include <iterator>
#include <set>

namespace redress::adapters {
namespace {

template <class Id>
bool has(const std::vector<std::int64_t>& sorted, Id id) {
  return std::binary_search(sorted.begin(), sorted.end(), id.value);
}

PersonCase read_person_case(Connection& connection, const ErasureScope::Case& found, bool own,
                            const std::vector<std::int64_t>& about_the_person) {
  PersonCase out{.row = read_case_row(connection, found.reference).value(),
                 .own = own,
                 .participants = {},
                 .events = read_case_events(connection, found.reference)};
  if (own) {
    out.participants = read_participants(connection, found.reference);
    return out;
  }
  for (auto& event : out.events) {
    const bool theirs =
        std::binary_search(about_the_person.begin(), about_the_person.end(), event.id);
    if (!theirs) event.personal.clear();
  }
  return out;
}

std::vector<EventRow> message_events(Connection& connection,
                                     const std::vector<MessageRow>& messages) {
  std::vector<EventRow> events;
  for (const auto& message : messages) {
    if (!message.reference.empty()) continue;
    Query query{connection,
                "SELECT id, at, actor, what, facts, coalesce(personal, '') FROM event"
                " WHERE message_id = ? ORDER BY id"};
    query.with(message.id);
    while (query.step()) {
      events.push_back({.id = query.integer(0),
                        .at = query.instant(1),
                        .actor = query.text(2),
                        .what = query.text(3),
                        .facts = query.text(4),
                        .personal = query.text(5),
                        .erased = false,
                        .reference = {},
                        .message = message.id});
    }
  }
  return events;
}

std::vector<NoticeRow> read_notices(Connection& connection, const ErasureScope& scope) {
  std::set<std::int64_t> seen;
  std::vector<NoticeRow> notices;
  const auto add = [&](Query& query) {
    while (query.step()) {
      if (!seen.insert(query.integer(0)).second) continue;
      notices.push_back({query.text(1), query.instant(2), query.text(3)});
    }
  };
  for (const auto& one : scope.cases) {
    Query query{connection, "SELECT id, kind, at, text FROM notice WHERE case_id = ?"};
    add(query.with(one.id));
  }
  for (const auto id : scope.messages) {
    Query query{connection, "SELECT id, kind, at, text FROM notice WHERE message_id = ?"};
    add(query.with(id));
  }
  return notices;
}

}  // namespace

domain::Result<std::unique_ptr<PersonFile>> PersonFile::open(const std::string& path) {
  auto connection = Connection::open(path, Connection::Mode::read_only);
  if (!connection) return connection.error();
  return std::make_unique<PersonFile>(std::move(*connection));
}

PersonFile::PersonFile(std::unique_ptr<Connection> connection)
    : connection_(std::move(connection)) {}

PersonRecords PersonFile::records(const domain::MailAddress& person, domain::Instant now) {
  return translated("read what is held on a person", [&] {
    auto& connection = *connection_;
    const ReadTransaction one_state{connection};
    const auto scope = scope_of_person(connection, person, now);
    PersonRecords records;
    for (const auto& one : scope.cases) {
      records.cases.push_back(read_person_case(connection, one, true, scope.events));
    }
    for (const auto& one : scope.shared) {
      records.cases.push_back(read_person_case(connection, one, false, scope.events));
    }
    for (const auto id : scope.messages) {
      records.messages.push_back(read_message_row(connection, {id}).value());
    }
    auto letters = read_outbox(connection, std::nullopt);
    std::copy_if(std::make_move_iterator(letters.begin()), std::make_move_iterator(letters.end()),
                 std::back_inserter(records.letters),
                 [&](const OutboxRow& row) { return has(scope.mails, row.id); });
    records.events = message_events(connection, records.messages);
    records.notices = read_notices(connection, scope);
    for (auto& row : read_corrections(connection)) {
      if (has(scope.messages, row.message)) records.corrections.push_back(std::move(row));
    }
    return records;
  });
}

std::optional<std::string> PersonFile::message(domain::MessageRowId id) {
  return translated("read a message", [&]() -> std::optional<std::string> {
    Query query{*connection_, "SELECT length, zstd FROM raw_message WHERE message_id = ?"};
    if (!query.with(id).step()) return std::nullopt;
    return decompress(query.blob(1), static_cast<std::size_t>(query.integer(0)));
  });
}

std::optional<std::string> PersonFile::letter(domain::OutboxId id) {
  return translated("read a letter", [&]() -> std::optional<std::string> {
    Query query{*connection_, "SELECT bytes FROM outbox_bytes WHERE outbox_id = ?"};
    if (!query.with(id).step()) return std::nullopt;
    return std::string{query.blob(0)};
  });
}

ErasureScope PersonFile::scope(const domain::MailAddress& person, domain::Instant now) {
  return translated("look for what is held on a person", [&] {
    const ReadTransaction one_state{*connection_};
    return scope_of_person(*connection_, person, now);
  });
}

ErasureScope PersonFile::scope(domain::Instant before, domain::Instant now) {
  return translated("look for what is old", [&] {
    const ReadTransaction one_state{*connection_};
    return scope_older_than(*connection_, before, now);
  });
}

std::size_t PersonFile::copies(const ErasureScope& scope) {
  return translated("count the mail server's copies", [&] {
    return static_cast<std::size_t>(
        std::count_if(scope.messages.begin(), scope.messages.end(),
                      [&](std::int64_t id) { return has_copy(*connection_, id); }));
  });
}

}  // namespace redress::adapters
