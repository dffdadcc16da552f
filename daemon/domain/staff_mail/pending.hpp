#pragma once

#include "daemon/domain/case.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace redress::domain {

/// Commands of one mail that write to somebody outside, restrict somebody, or cannot be taken back:
/// they wait for a word from the registered address (SYS-09). Used once.
struct PendingOrders {
  std::string serial;  ///< of the mail that asks for that word
  MessageRowId message;
  CaseReference reference;
  std::vector<std::string> commands;  ///< as they were written
  Instant asked;
  std::optional<Instant> used{};
};

/// How long the question stands.
inline constexpr std::chrono::days k_confirm_days{7};

}  // namespace redress::domain
