#include "daemon/domain/report_period.hpp"

#include <algorithm>

namespace redress::domain {
namespace {

using std::chrono::days;
using std::chrono::months;
using std::chrono::sys_days;

constexpr int k_months = 12;
constexpr days k_early{60}, k_soon{14};
constexpr days k_week{7};
constexpr sys_days k_a_monday = std::chrono::year{2001} / 1 / 1;

int month_number(Date day) {
  return static_cast<int>(day.year()) * k_months +
         static_cast<int>(static_cast<unsigned>(day.month())) - 1;
}

Date first_of(int month_number) {
  return std::chrono::year{month_number / k_months} /
         std::chrono::month{static_cast<unsigned>(month_number % k_months) + 1} / 1;
}

Date day_before(Date day) {
  return Date{sys_days{day} - days{1}};
}

}  // namespace

Date plus_months(Date day, int count) {
  const auto moved = day + months{count};
  return moved.ok() ? moved : Date{moved.year() / moved.month() / std::chrono::last};
}

ReportPeriod last_period(const ReportRule& rule, Date today) {
  if (rule.every_weeks > 0) {
    // Counted from a Monday, so that two installations cut them alike.
    const auto weeks = (sys_days{today} - k_a_monday).count() / k_week.count() / rule.every_weeks;
    const auto begun = k_a_monday + weeks * rule.every_weeks * k_week;
    return {Date{begun - rule.every_weeks * k_week}, Date{begun - days{1}}};
  }
  const auto begun = month_number(today) / rule.every_months * rule.every_months;
  return {first_of(begun - rule.every_months), day_before(first_of(begun))};
}

ReportPeriod period_before(ReportPeriod period) {
  const auto last = day_before(period.first);
  const Date after{sys_days{period.last} + days{1}};
  if (period.first.day() == std::chrono::day{1} && after.day() == std::chrono::day{1}) {
    return {plus_months(period.first, month_number(period.first) - month_number(after)), last};
  }
  const auto length = sys_days{period.last} - sys_days{period.first};
  return {Date{sys_days{last} - length}, last};
}

std::vector<ReportPeriod> months_up_to(ReportPeriod period, int count) {
  const bool weekly = sys_days{period.last} - sys_days{period.first} < k_week * 2;
  std::vector<ReportPeriod> months;
  for (auto last = period.last; count > 0; --count) {
    const Date first =
        weekly ? Date{sys_days{last} - k_week + days{1}} : first_of(month_number(last));
    months.insert(months.begin(), {first, last});
    last = day_before(first);
  }
  return months;
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
