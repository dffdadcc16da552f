#include "daemon/adapters/sqlite/event_chain.hpp"

#include <fmt/format.h>
#include <sodium.h>

#include <algorithm>
#include <array>

namespace redress::adapters {
namespace {

constexpr std::size_t k_hash_bytes = 32;

/// BLAKE2b over fields, each preceded by its length, so that no two different rows read the same.
class FieldHash {
 public:
  FieldHash() { crypto_generichash_init(&state_, nullptr, 0, k_hash_bytes); }

  FieldHash& add(std::string_view bytes) {
    std::array<unsigned char, 8> length{};
    for (std::size_t at = 0; at < length.size(); ++at) {
      length[at] = static_cast<unsigned char>((bytes.size() >> (8 * at)) & 0xFFU);
    }
    crypto_generichash_update(&state_, length.data(), length.size());
    crypto_generichash_update(&state_, reinterpret_cast<const unsigned char*>(bytes.data()),
                              bytes.size());
    return *this;
  }
  FieldHash& add(std::int64_t number) { return add(std::string_view{std::to_string(number)}); }
  /// An absent field is not an empty one.
  FieldHash& add(const std::optional<std::string>& text) {
    return text ? add(k_present).add(std::string_view{*text}) : add(k_absent);
  }

  std::string done() {
    std::string hash(k_hash_bytes, '\0');
    crypto_generichash_final(&state_, reinterpret_cast<unsigned char*>(hash.data()), hash.size());
    return hash;
  }

 private:
  static constexpr std::string_view k_present{"1"}, k_absent{"0"};
  crypto_generichash_state state_{};
};

struct EventRow {
  std::int64_t id{};
  std::string at, actor, what;
  std::optional<std::string> reference;
  std::optional<std::string> message;  ///< the row id as text
  std::string facts, commitment, previous;
};

std::string hash_of(const EventRow& row) {
  FieldHash hash;
  hash.add(std::string_view{row.previous}).add(row.id).add(std::string_view{row.at});
  hash.add(std::string_view{row.actor}).add(std::string_view{row.what});
  hash.add(row.reference).add(row.message);
  hash.add(std::string_view{row.facts}).add(std::string_view{row.commitment});
  return hash.done();
}

std::string commitment_of(std::string_view salt, std::string_view personal) {
  FieldHash hash;
  hash.add(salt).add(personal);
  return hash.done();
}

/// What stands before the first event.
std::string genesis() {
  return std::string(k_hash_bytes, '\0');
}

/// The last id that AUTOINCREMENT gave: it stays when rows at the end are taken away.
std::int64_t last_given(Connection& connection) {
  Query query{connection, "SELECT seq FROM sqlite_sequence WHERE name = 'event'"};
  return query.step() ? query.integer(0) : 0;
}

std::optional<std::string> maybe_text(Query& query, int column) {
  if (query.null(column)) return std::nullopt;
  return query.text(column);
}

domain::Error broken(std::int64_t id, std::string_view how) {
  return domain::fail(domain::ErrorCode::store_damaged,
                      fmt::format("the audit trail does not verify: event {} {}", id, how));
}

}  // namespace

void append_event(Connection& connection, const domain::NewEvent& event, const std::string& salt) {
  EventRow row;
  row.previous = genesis();
  {
    Query last{connection, "SELECT id, hash FROM event ORDER BY id DESC LIMIT 1"};
    if (last.step()) {
      row.id = last.integer(0);
      row.previous = std::string{last.blob(1)};
    }
  }
  row.id = std::max(row.id, last_given(connection)) + 1;
  row.at = domain::to_rfc3339(event.at);
  row.actor = event.actor;
  row.what = event.what;
  if (event.reference) row.reference = event.reference->str();
  if (event.message) row.message = std::to_string(event.message->value);
  row.facts = event.facts;
  const bool personal = !event.personal.empty();
  if (personal) row.commitment = commitment_of(salt, event.personal);

  Query insert{
      connection,
      "INSERT INTO event (id, at, actor, what, reference, message_id, facts, personal, salt,"
      " commitment, previous, hash) VALUES (?,?,?,?,?,?,?,?,?,?,?,?)"};
  insert.with(row.id, row.at, row.actor, row.what, row.reference, event.message, row.facts);
  insert.with(personal ? std::optional{event.personal} : std::nullopt,
              personal ? std::optional{salt} : std::nullopt);
  insert.with(Blob{row.commitment}, Blob{row.previous}, Blob{hash_of(row)}).run();
}

domain::Result<std::int64_t> verify_chain(Connection& connection) {
  Query query{
      connection,
      "SELECT id, at, actor, what, reference, message_id, facts, personal, salt, commitment,"
      " previous, hash FROM event ORDER BY id"};
  std::string previous = genesis();
  std::int64_t count = 0;
  while (query.step()) {
    const EventRow row{.id = query.integer(0),
                       .at = query.text(1),
                       .actor = query.text(2),
                       .what = query.text(3),
                       .reference = maybe_text(query, 4),
                       .message = maybe_text(query, 5),
                       .facts = query.text(6),
                       .commitment = std::string{query.blob(9)},
                       .previous = std::string{query.blob(10)}};
    ++count;
    if (row.id != count) return broken(count, "is missing");
    if (row.previous != previous) return broken(row.id, "does not follow the one before it");
    if (query.blob(11) != hash_of(row)) return broken(row.id, "was changed");
    const auto personal = maybe_text(query, 7);
    if (personal && commitment_of(query.text(8), *personal) != row.commitment) {
      return broken(row.id, "has another personal payload than it was recorded with");
    }
    previous = hash_of(row);
  }
  if (last_given(connection) > count) return broken(count + 1, "is missing");
  return count;
}

}  // namespace redress::adapters
