#include "daemon/domain/command/spoken_dates.hpp"

#include "daemon/domain/command/command.hpp"
#include "daemon/domain/command/spoken_numbers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace redress::domain {
namespace {

using std::chrono::days;
using std::chrono::sys_days;
using Words = std::span<const Word>;
using Match = std::optional<DateMatch>;

constexpr int k_year_min = 1970;
constexpr int k_year_max = 2199;
constexpr int k_span_max = 1000;
constexpr int k_leap_years = 8;  ///< at most so far apart (1896 to 1904, 2096 to 2104)

Error no_date(std::string text) {
  return fail(ErrorCode::invalid_input, std::move(text));
}

std::string_view at(Words words, std::size_t i) {
  return i < words.size() ? std::string_view{words[i].text} : std::string_view{};
}

Date plus(Date date, int count) {
  return Date{sys_days{date} + days{count}};
}

Date date_of(int year, unsigned month, int day) {
  return Date{std::chrono::year{year}, std::chrono::month{month},
              std::chrono::day{static_cast<unsigned>(day)}};
}

unsigned last_day(int year, unsigned month) {
  const auto last = std::chrono::year{year} / std::chrono::month{month} / std::chrono::last;
  return static_cast<unsigned>(last.day());
}

std::string_view month_name(unsigned month) {
  return k_month_names[month - 1];
}

Result<Date> with_year(int day, unsigned month, int year) {
  if (year < 100) {
    return no_date(fmt::format("write the year with four digits: {} {} 20{:02}", day,
                               month_name(month), year));
  }
  if (year < k_year_min || year > k_year_max) {
    return no_date(fmt::format("the year {} lies outside {} to {}", year, k_year_min, k_year_max));
  }
  const auto most = last_day(year, month);
  if (day < 1 || static_cast<unsigned>(day) > most) {
    return no_date(fmt::format("{} {} has {} days, so {} is none of them", month_name(month), year,
                               most, day));
  }
  return date_of(year, month, day);
}

/// The next or the last day of that name; today is both.
Result<Date> without_year(int day, unsigned month, const DateScene& scene) {
  constexpr int k_leap_year = 2000;
  const auto most = last_day(k_leap_year, month);
  if (day < 1 || static_cast<unsigned>(day) > most) {
    return no_date(
        fmt::format("{} has {} days, so {} is none of them", month_name(month), most, day));
  }
  const int step = scene.direction == Direction::ahead ? 1 : -1;
  for (int i = 0; i <= k_leap_years; ++i) {
    const auto date = date_of(static_cast<int>(scene.today.year()) + i * step, month, day);
    const bool fits = step > 0 ? date >= scene.today : date <= scene.today;
    if (date.ok() && fits) return date;
  }
  return no_date(fmt::format("{} {} needs a year", day, month_name(month)));
}

Match relative_day(Words words, const DateScene& scene) {
  constexpr std::array<std::pair<std::string_view, int>, 3> k_days{
      {{"today", 0}, {"tomorrow", 1}, {"yesterday", -1}}};
  for (const auto& [name, count] : k_days) {
    if (at(words, 0) == name) return DateMatch{1, plus(scene.today, count)};
  }
  return std::nullopt;
}

Result<Date> numeric_date(std::string_view text, const std::vector<int>& parts,
                          const DateScene& scene) {
  const auto month = static_cast<unsigned>(parts[1]);
  if (month < 1 || month > 12) {
    return no_date(
        fmt::format("\"{}\" has no month {}: the day comes first, as in 31/12/2027", text, month));
  }
  return parts.size() == 2 ? without_year(parts[0], month, scene)
                           : with_year(parts[0], month, parts[2]);
}

/// "2027-03-12", "12/3/2027", "12.3.2027", "12/3". What has two dots only may be a time of day.
Match in_digits(Words words, const DateScene& scene) {
  const auto text = at(words, 0);
  if (text.empty() || !is_digit(text.front())) return std::nullopt;
  const auto mark = text[std::min(text.find_first_not_of("0123456789"), text.size() - 1)];
  if (mark != '/' && mark != '.' && mark != '-') return std::nullopt;
  std::vector<int> parts;
  for (auto rest = text; parts.size() <= 3; rest.remove_prefix(rest.find(mark) + 1)) {
    const auto part = whole_number(rest.substr(0, rest.find(mark)));
    if (!part) return std::nullopt;
    parts.push_back(*part);
    if (rest.find(mark) == std::string_view::npos) break;
  }
  const bool iso = mark == '-' && text.find(mark) == 4;
  if (iso && parts.size() == 3 && parts[1] >= 1 && parts[1] <= 12) {
    return DateMatch{1, with_year(parts[2], static_cast<unsigned>(parts[1]), parts[0])};
  }
  if (iso && parts.size() == 3) {
    return DateMatch{1, no_date(fmt::format("\"{}\" has no month {}", text, parts[1]))};
  }
  const bool whole = parts.size() == 3 || (parts.size() == 2 && mark == '/');
  if (!whole) return std::nullopt;
  return DateMatch{1, numeric_date(text, parts, scene)};
}

/// A year after a day and a month; not the hour of "3 March 9 am", nor of "3 March 9:30".
std::optional<int> year_after(Words words, std::size_t i) {
  const auto text = at(words, i);
  const auto next = at(words, i + 1);
  const bool hour = next == "am" || next == "pm" || next == "a.m" || next == "p.m";
  if (hour || (text.size() != 2 && text.size() != 4)) return std::nullopt;
  return whole_number(text);
}

/// "12 March 2027", "12th of March", "March 12, 2027", with or without the day of the week.
Match named_date(Words words, const DateScene& scene) {
  std::size_t i = 0;
  const auto weekday = weekday_named(at(words, 0));
  if (weekday) ++i;
  if (weekday && at(words, i) == "the") ++i;
  auto month = month_named(at(words, i));
  auto day = month ? day_number(at(words, i + 1)) : day_number(at(words, i));
  i += 1;
  if (!month) {
    if (at(words, i) == "of") ++i;
    month = month_named(at(words, i));
  }
  if (!day || !month) return std::nullopt;
  i += 1;
  const auto year = year_after(words, i);
  if (year) ++i;
  auto date = year ? with_year(*day, *month, *year) : without_year(*day, *month, scene);
  if (date && weekday) {
    const auto real = std::chrono::weekday{sys_days{*date}}.c_encoding();
    if (real != *weekday) {
      date = no_date(fmt::format("{} is a {}, not a {}",
                                 long_date(*date).substr(long_date(*date).find(' ') + 1),
                                 k_weekday_names[real], k_weekday_names[*weekday]));
    }
  }
  return DateMatch{i, std::move(date)};
}

/// "Friday": the next one, never today; behind: the last one.
Match day_of_week(Words words, const DateScene& scene) {
  const auto before = at(words, 0);
  const bool led = before == "next" || before == "this" || before == "last";
  const auto wanted = weekday_named(at(words, led ? 1 : 0));
  if (!wanted) return std::nullopt;
  const auto present = std::chrono::weekday{sys_days{scene.today}}.c_encoding();
  const int away = static_cast<int>((*wanted + 6 - present) % 7) + 1;  // 1 to 7
  const bool back = scene.direction == Direction::behind && before != "next";
  const auto date = plus(scene.today, back && away < 7 ? away - 7 : back ? -7 : away);
  if (before == "next") {
    return DateMatch{
        2, no_date(fmt::format("\"next {}\" may be {} or {}: write which", k_weekday_names[*wanted],
                               long_date(date), long_date(plus(date, 7))))};
  }
  return DateMatch{led ? 2U : 1U, date};
}

Date months_after(Date date, int count) {
  const auto month = date.year() / date.month() + std::chrono::months{count};
  const auto last = std::chrono::year_month_day_last{month / std::chrono::last}.day();
  return month / std::min(date.day(), last);
}

enum class SpanUnit { working_days, days, weeks, months };

/// The unit, and how many words it took.
std::optional<std::pair<SpanUnit, std::size_t>> unit_of(Words words) {
  const auto one = at(words, 0);
  const auto two = at(words, 1);
  const bool working = one == "working" || one == "business";
  if (working && (two == "days" || two == "day")) return {{SpanUnit::working_days, 2}};
  if (one == "working-days" || one == "working-day") return {{SpanUnit::working_days, 1}};
  if (one == "calendar" && (two == "days" || two == "day")) return {{SpanUnit::days, 2}};
  if (one == "days" || one == "day") return {{SpanUnit::days, 1}};
  if (one == "weeks" || one == "week") return {{SpanUnit::weeks, 1}};
  if (one == "months" || one == "month") return {{SpanUnit::months, 1}};
  return std::nullopt;
}

Result<Date> moved(const DateScene& scene, int count, SpanUnit unit) {
  if (unit == SpanUnit::days) return plus(scene.today, count);
  if (unit == SpanUnit::weeks) return plus(scene.today, 7 * count);
  if (unit == SpanUnit::months) return months_after(scene.today, count);
  if (scene.calendar == nullptr || count < 0) return no_date("write the date of that working day");
  auto date = scene.calendar->working_days_after(scene.today, count);
  return date ? date : Result<Date>{no_date(date.error().text)};
}

/// "in 5 working days", "2 weeks", "for a month", "3 days ago".
Match span_of_time(Words words, const DateScene& scene) {
  const auto lead = at(words, 0);
  const bool led = lead == "in" || lead == "within" || lead == "for";
  std::size_t i = led ? 1 : 0;
  const auto count = small_number(at(words, i));
  const auto unit = count ? unit_of(words.subspan(std::min(i + 1, words.size()))) : std::nullopt;
  if (!unit) return std::nullopt;
  i += 1 + unit->second;
  const bool ago = !led && at(words, i) == "ago";
  if (ago) ++i;
  if (*count < 1 || *count > k_span_max) {
    return DateMatch{i, no_date(fmt::format("{} is no number from 1 to {}", *count, k_span_max))};
  }
  return DateMatch{i, moved(scene, ago ? -*count : *count, unit->first), !led && !ago};
}

/// "end of month", "the end of the month".
Match end_of_month(Words words, const DateScene& scene) {
  std::size_t i = at(words, 0) == "the" ? 1 : 0;
  if (at(words, i) != "end" || at(words, i + 1) != "of") return std::nullopt;
  i += 2;
  if (at(words, i) == "the" || at(words, i) == "this") ++i;
  if (at(words, i) != "month") return std::nullopt;
  const auto [year, month] = std::pair{scene.today.year(), scene.today.month()};
  return DateMatch{i + 1, Date{year / month / std::chrono::last}};
}

}  // namespace

std::optional<DateMatch> match_date(std::span<const Word> words, const DateScene& scene) {
  for (const auto& form :
       {relative_day, in_digits, named_date, day_of_week, span_of_time, end_of_month}) {
    if (auto match = form(words, scene)) return match;
  }
  return std::nullopt;
}

Result<Date> parse_spoken_date(std::string_view text, Date today, const WorkingCalendar& calendar) {
  const auto words = words_of(fold_head(clean_command(excerpt(text, k_command_head_bytes))).text);
  const auto match = match_date(words, {today, &calendar});
  if (match && match->words == words.size()) return match->date;
  if (match && !match->date) return match->date;
  return no_date(
      fmt::format("\"{}\" is no date; write 12 March, 2027-03-12, Friday or \"in 5 working "
                  "days\"",
                  excerpt(text)));
}

}  // namespace redress::domain
