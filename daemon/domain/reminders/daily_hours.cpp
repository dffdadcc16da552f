#include "daemon/domain/reminders/daily_hours.hpp"

#include <algorithm>

namespace redress::domain {

DailyHours daily_hours(const Policy& policy, const std::optional<TimeOfDay>& at) {
  auto opening = at.value_or(std::max(policy.open_of_business, k_earliest));
  // A house that opens at night gets its mails all the same.
  if (opening >= k_evening) opening = k_earliest;
  auto evening = std::min(policy.close_of_business, k_evening);
  if (evening <= opening) evening = k_evening;
  return {opening, evening};
}

}  // namespace redress::domain
