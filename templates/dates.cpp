#include "templates/dates.hpp"

#include <fmt/format.h>

#include <array>

namespace redress::templates {
namespace {

constexpr std::array<std::string_view, 7> k_welsh_days{"dydd Sul",     "dydd Llun", "dydd Mawrth",
                                                       "dydd Mercher", "dydd Iau",  "dydd Gwener",
                                                       "dydd Sadwrn"};
constexpr std::array<std::string_view, 12> k_welsh_months{
    "Ionawr",     "Chwefror", "Mawrth", "Ebrill", "Mai",      "Mehefin",
    "Gorffennaf", "Awst",     "Medi",   "Hydref", "Tachwedd", "Rhagfyr"};

}  // namespace

std::string long_date(domain::Date date, std::string_view language) {
  if (language != "cy") return domain::long_date(date);
  const std::chrono::weekday day{std::chrono::sys_days{date}};
  return fmt::format(
      "{} {} {} {}", k_welsh_days.at(day.c_encoding()), static_cast<unsigned>(date.day()),
      k_welsh_months.at(static_cast<unsigned>(date.month()) - 1), static_cast<int>(date.year()));
}

}  // namespace redress::templates
