#pragma once

#include "daemon/domain/policy.hpp"

#include <optional>

namespace redress::domain {

/// SYS-06: staff get no daily mail at night.
inline constexpr TimeOfDay k_earliest{6 * 60};

/// When the daily mails go out: from `opening` on, and before `evening`.
struct DailyHours {
  TimeOfDay opening, evening;

  bool contains(TimeOfDay time) const { return opening <= time && time < evening; }
};

/// From the hour that is set (between k_earliest and k_evening), else from the policy's opening of
/// business; until its close, or k_evening.
DailyHours daily_hours(const Policy& policy, const std::optional<TimeOfDay>& at);

}  // namespace redress::domain
