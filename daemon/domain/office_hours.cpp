#include "daemon/domain/office_hours.hpp"

#include <algorithm>
#include <chrono>

namespace redress::domain {
namespace {

constexpr TimeOfDay k_morning = std::chrono::hours{6};
constexpr TimeOfDay k_midnight = std::chrono::hours{24};

}  // namespace

bool staff_are_in(const Policy& policy, const WorkingCalendar& calendar, const TimeZone& zone,
                  Instant now) {
  const auto worked = calendar.is_working_day(zone.date_of(now));
  if (worked && !*worked) return false;
  const auto opening = std::max(policy.open_of_business, k_morning);
  auto evening = std::min(policy.close_of_business, k_evening);
  if (evening <= opening) evening = k_midnight;  // an office that works in the evening, or at night
  const auto time = zone.time_of_day(now);
  return opening <= time && time < evening;
}

}  // namespace redress::domain
