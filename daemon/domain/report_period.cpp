#include "daemon/domain/report_period.hpp"

#include <algorithm>

namespace redress::domain {
namespace {

using std::chrono::days;
using std::chrono::months;
using std::chrono::sys_days;

constexpr int k_months = 12;
constexpr days k_early{60}, k_soon{14};

int month_number(Date day) {
  return static_cast<int>(day.year()) * k_months +
         static_cast<int>(static_cast<unsigned>(day.month())) - 1;
}

Date first_of(int month_number) {
  return std::chrono::year{month_number / k_months} /
         std::chrono::month{static_cast<unsigned>(month_number % k_months) + 1} / 1;
}

}  // namespace

Date plus_months(Date day, int count) {
  const auto moved = day + months{count};
  return moved.ok() ? moved : Date{moved.year() / moved.month() / std::chrono::last};
}

ReportPeriod last_period(int every_months, Date today) {
  const auto begun = month_number(today) / every_months * every_months;
  return {first_of(begun - every_months), Date{sys_days{first_of(begun)} - days{1}}};
}

Date review_due(const ReviewRule& rule) {
  return plus_months(rule.last, rule.every_months);
}

std::optional<Date> review_reminder(Date due, Date today) {
  if (today >= due) {
    auto passed = std::max(month_number(today) - month_number(due), 0);
    if (plus_months(due, passed) > today) --passed;
    return plus_months(due, passed);
  }
  for (const auto ahead : {k_soon, k_early}) {
    const Date day{sys_days{due} - ahead};
    if (today >= day) return day;
  }
  return std::nullopt;
}

}  // namespace redress::domain
