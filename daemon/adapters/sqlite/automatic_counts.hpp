#pragma once

#include "daemon/adapters/sqlite/connection.hpp"
#include "daemon/domain/change.hpp"

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <tuple>

namespace redress::adapters {

/// How many acknowledgements were lately written, for the breaker against loops. Counting takes the
/// longer the more there were, so one transaction counts a domain once and adds what it writes
/// itself.
class AutomaticCounts {
 public:
  /// As it stands in the transaction whose counts these are.
  domain::AutomaticCounts read(Connection& connection, const domain::SnapshotQuery& query);

  /// The transaction has stored this.
  void add(const domain::Change& change);

 private:
  /// Where the windows end, and how long they are.
  std::optional<std::tuple<domain::Instant, std::chrono::seconds, std::chrono::seconds>> windows_;
  std::map<std::string, int, std::less<>> domains_;
  std::optional<int> total_;
};

}  // namespace redress::adapters
