#pragma once

#include "daemon/domain/time.hpp"

#include <string>

namespace redress::domain {

enum class LimitUnit { working_days, days, weeks };
enum class LimitBase { received, acknowledged, escalated };

/// A promise of time, and the clause of the published policy that makes it.
struct Limit {
  int count{};  ///< at least 1
  LimitUnit unit{LimitUnit::working_days};
  LimitBase base{LimitBase::received};
  std::string clause;
};

}  // namespace redress::domain
