#include "config/readers.hpp"
#include "config/section.hpp"
#include "config/settings.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace redress::config {
namespace {

constexpr int k_year_least = 1900;
constexpr int k_year_most = 2200;
/// England and Wales has the fewest bank holidays of a year, and never fewer than these: a year
/// with less is a year that somebody did not finish.
constexpr int k_holidays_a_year = 8;

int year_of(domain::Date date) {
  return static_cast<int>(date.year());
}

void check_years(const Section& top, const CalendarData& calendar) {
  if (calendar.first_year > calendar.last_year) {
    top.add("last_year", "the last year is before the first; mend one of the two");
    return;
  }
  for (const auto holiday : calendar.holidays) {
    if (year_of(holiday) >= calendar.first_year && year_of(holiday) <= calendar.last_year) continue;
    top.add("holidays",
            fmt::format("{} is outside {} to {}; mend the years or the date",
                        domain::to_iso(holiday), calendar.first_year, calendar.last_year));
  }
  for (int year = calendar.first_year; year <= calendar.last_year; ++year) {
    const auto count = std::count_if(calendar.holidays.begin(), calendar.holidays.end(),
                                     [&](domain::Date date) { return year_of(date) == year; });
    if (count >= k_holidays_a_year) continue;
    top.add("holidays", fmt::format("{} has {} bank holidays, and {} are the fewest of any year; "
                                    "add those that are missing, or leave the year out",
                                    year, count, k_holidays_a_year));
  }
}

/// Dates in order, each once.
void check_order(const Section& top, const std::vector<domain::Date>& holidays) {
  for (std::size_t i = 1; i < holidays.size(); ++i) {
    if (holidays[i - 1] < holidays[i]) continue;
    top.add("holidays", fmt::format("{} comes after {}; put them in order, each once",
                                    domain::to_iso(holidays[i]), domain::to_iso(holidays[i - 1])));
    return;
  }
}

}  // namespace

domain::Result<domain::Nation> parse_nation(std::string_view text) {
  if (const auto known = domain::nation(text)) return *known;
  return domain::fail(domain::ErrorCode::settings,
                      fmt::format("{} is not known; write \"england-and-wales\", \"scotland\" or "
                                  "\"northern-ireland\"",
                                  in_quotes(text)));
}

domain::Result<CalendarData> read_calendar(std::string_view text, const std::string& file) {
  const auto table = parse_toml(text, file);
  if (!table) return table.error();
  Findings findings{file};
  const File input{*table, k_calendar_keys, findings};
  input.check({}, {});
  const auto top = input.top();
  top.check_keys();
  CalendarData calendar;
  calendar.nation = top.value("nation", parse_nation).value_or(domain::Nation{});
  const auto year = [&](std::string_view key) {
    return static_cast<int>(top.number(key, k_year_least, k_year_most).value_or(0));
  };
  calendar.first_year = year("first_year");
  calendar.last_year = year("last_year");
  calendar.holidays = top.dates("holidays");
  if (!findings.empty()) return findings.error();
  check_order(top, calendar.holidays);
  check_years(top, calendar);
  if (!findings.empty()) return findings.error();
  return calendar;
}

}  // namespace redress::config
