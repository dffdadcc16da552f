#pragma once

#include "daemon/adapters/sqlite/erasure_scope.hpp"
#include "daemon/ports/personal_data.hpp"

#include <optional>
#include <utility>

namespace redress::adapters {

/// One order to erase, in pieces of a bounded number of rows, each a transaction of its own.
/// Participants go last: an order that broke off finds the rest of its cases again.
class Erasure {
 public:
  /// `salt`: for the reason in the audit trail, random text.
  Erasure(ports::ErasureOrder order, std::string salt, domain::Instant now)
      : order_(std::move(order)), salt_(std::move(salt)), now_(now) {}

  /// The next piece. False: all is done. Throws as ports::PersonalData::erase, and
  /// SQLite::Exception.
  bool step(Connection& connection);
  const ports::ErasureCount& count() const { return count_; }

 private:
  enum class Row { mail, message, event };

  ErasureScope find(Connection& connection) const;
  void begin(Connection& connection);
  void erase(Connection& connection, Row kind, std::int64_t id);
  void finish(Connection& connection);
  void record(Connection& connection, const ErasureScope& scope);

  ports::ErasureOrder order_;
  std::string salt_;
  domain::Instant now_;
  std::optional<std::vector<std::pair<Row, std::int64_t>>> left_;  ///< nothing: not begun
  ports::ErasureCount count_;
  bool finished_{false};
};

/// Writes the whole file anew and empties the write-ahead log, so that no byte of what was erased
/// is left in either. Returns why it could not, or an empty text. Needs as much room again as the
/// database has.
std::string rewrite_file(Connection& connection);

}  // namespace redress::adapters
