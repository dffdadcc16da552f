#pragma once

#include "config/settings.hpp"
#include "daemon/domain/working_calendar.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <stdexcept>
#include <string>
#include <vector>

namespace redress::test {

/// The calendars that the program ships, read by its own reader; tests run in the source tree.
inline config::CalendarData shipped_calendar(domain::Nation nation) {
  const std::filesystem::path path{"config/calendars/" + std::string{to_string(nation)} + ".toml"};
  std::ifstream in{path};
  if (!in) throw std::runtime_error("no calendar " + path.string());
  const std::string text{std::istreambuf_iterator<char>{in}, {}};
  return config::read_calendar(text, path.string()).value();
}

inline domain::WorkingCalendar calendar_of(domain::Nation nation,
                                           const std::vector<domain::Date>& closed = {}) {
  const auto data = shipped_calendar(nation);
  return domain::WorkingCalendar::make(data.nation,
                                       std::set(data.holidays.begin(), data.holidays.end()),
                                       data.first_year, data.last_year, closed)
      .value();
}

inline domain::Date day(std::string_view text) {
  return domain::parse_date(text).value();
}

}  // namespace redress::test
