#include "daemon/adapters/sqlite/erasure.hpp"

#include "daemon/adapters/sqlite/erasure_rows.hpp"
#include "daemon/adapters/sqlite/event_chain.hpp"
#include "daemon/adapters/sqlite/mailbox_copies.hpp"
#include "daemon/adapters/sqlite/retention.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace redress::adapters {
namespace {

using domain::ErrorCode;

/// Rows of one transaction: a tenth of a second or so.
constexpr std::size_t k_piece = 200;
/// What still waits is named up to here.
constexpr std::size_t k_named = 5;

domain::NewEvent event(const ports::ErasureOrder& order, domain::Instant now, std::string what,
                       const nlohmann::ordered_json& facts) {
  return {.reference = std::nullopt,
          .message = std::nullopt,
          .at = now,
          .actor = order.actor,
          .what = std::move(what),
          .facts = facts.dump(),
          .personal = {}};
}

void refuse_open(const ErasureScope& scope) {
  if (scope.waiting.empty()) return;
  const auto named = std::min(scope.waiting.size(), k_named);
  throw StoreFailure{
      ErrorCode::not_allowed,
      fmt::format("nothing was erased, because this still waits for somebody: {}{}; deal with it "
                  "first, or say --open-too",
                  fmt::join(scope.waiting.begin(),
                            scope.waiting.begin() + static_cast<std::ptrdiff_t>(named), ", "),
                  named < scope.waiting.size() ? " …" : "")};
}

}  // namespace

ErasureScope Erasure::find(Connection& connection) const {
  if (const auto* person = std::get_if<ports::PersonErasure>(&order_.what)) {
    return scope_of_person(connection, person->person, now_);
  }
  return scope_older_than(connection, std::get<ports::RetentionRun>(order_.what).before, now_);
}

void Erasure::begin(Connection& connection) {
  connection.exec("PRAGMA secure_delete = ON");
  const auto scope = find(connection);
  if (const auto* person = std::get_if<ports::PersonErasure>(&order_.what)) {
    if (scope.empty()) {
      throw StoreFailure{ErrorCode::not_found,
                         fmt::format("nothing is held on {}", person->person.str())};
    }
    if (!person->open_too) refuse_open(scope);
  } else {
    require_listed(connection, std::get<ports::RetentionRun>(order_.what), scope);
  }
  if (scope.sending) {
    throw StoreFailure{ErrorCode::conflict,
                       "a mail to this person is going out at this moment; try again in a minute"};
  }
  if (order_.copy_digest) count_.copies = 0;
  left_.emplace();
  for (const auto id : scope.events) left_->emplace_back(Row::event, id);
  for (const auto id : scope.messages) left_->emplace_back(Row::message, id);
  for (const auto id : scope.mails)
    left_->emplace_back(Row::mail, id);  // first: taken from the end
}

void Erasure::erase(Connection& connection, Row kind, std::int64_t id) {
  switch (kind) {
    case Row::mail:
      switch (erase_mail(connection, id)) {
        case ErasedMail::letter: ++count_.letters; break;
        case ErasedMail::withdrawn: ++count_.withdrawn; break;
        case ErasedMail::nothing: break;
      }
      break;
    case Row::message:
      if (order_.copy_digest) {
        const bool ordered = order_copy(connection, id, order_.copy_digest, now_);
        *count_.copies += ordered ? 1 : 0;
      }
      count_.messages += erase_message(connection, id) ? 1 : 0;
      break;
    case Row::event: count_.records += erase_payload(connection, id) ? 1 : 0; break;
  }
}

bool Erasure::step(Connection& connection) {
  if (finished_) {
    count_.leftover = rewrite_file(connection);
    return false;
  }
  if (!left_) {
    begin(connection);
    return true;
  }
  Transaction transaction{connection};
  if (left_->empty()) {
    finish(connection);
    transaction.commit();
    finished_ = true;
    return true;
  }
  for (std::size_t done = 0; done < k_piece && !left_->empty(); ++done) {
    const auto [kind, id] = left_->back();
    left_->pop_back();
    erase(connection, kind, id);
  }
  transaction.commit();
  return true;
}

/// What came meanwhile goes too, in the transaction that forgets who took part.
void Erasure::finish(Connection& connection) {
  const auto scope = find(connection);
  for (const auto id : scope.mails) erase(connection, Row::mail, id);
  for (const auto id : scope.messages) erase(connection, Row::message, id);
  for (const auto id : scope.events) erase(connection, Row::event, id);
  for (const auto& one : scope.cases) erase_case(connection, one.id, now_);
  if (const auto* person = std::get_if<ports::PersonErasure>(&order_.what)) {
    for (const auto& one : scope.shared) leave_case(connection, one.id, person->person);
  }
  count_.cases = scope.cases.size();
  record(connection, scope);
}

void Erasure::record(Connection& connection, const ErasureScope& scope) {
  nlohmann::ordered_json facts;
  const auto* person = std::get_if<ports::PersonErasure>(&order_.what);
  if (person != nullptr) {
    facts["address_digest"] = person->address_digest;
  } else {
    facts["before"] = domain::to_rfc3339(std::get<ports::RetentionRun>(order_.what).before);
  }
  facts["cases"] = count_.cases;
  facts["messages"] = count_.messages;
  facts["letters"] = count_.letters;
  facts["withdrawn"] = count_.withdrawn;
  facts["records"] = count_.records;
  if (count_.copies) facts["mailbox_copies"] = *count_.copies;
  auto whole = event(order_, now_, person != nullptr ? "person_erased" : "retention_run", facts);
  if (person != nullptr) whole.personal = nlohmann::json{{"reason", person->reason}}.dump();
  append_event(connection, whole, salt_);
  for (const auto& one : scope.cases) {
    const auto reference = domain::CaseReference::parse(one.reference).value();
    auto erased = event(order_, now_, "case_erased",
                        {{"because", person != nullptr ? "request" : "retention"}});
    erased.reference = reference;
    append_event(connection, erased, {});
    if (!one.open) continue;
    auto closed = event(order_, now_, "closed", {{"final", "true"}, {"because", "erased"}});
    closed.reference = reference;
    append_event(connection, closed, {});
  }
}

std::string rewrite_file(Connection& connection) {
  try {
    connection.exec("VACUUM");
    SQLite::Statement checkpoint{connection.database(), "PRAGMA wal_checkpoint(TRUNCATE)"};
    checkpoint.executeStep();
    const bool read_by_others = checkpoint.getColumn(0).getInt() != 0;
    checkpoint.reset();
    if (!read_by_others) return {};
    return "somebody reads the database at this moment, so its write-ahead log could not be "
           "emptied";
  } catch (const SQLite::Exception& error) {
    return store_error(error, "write the database anew").text;
  }
}

}  // namespace redress::adapters
