#include "daemon/domain/time.hpp"

#include <date/tz.h>
#include <fmt/compile.h>
#include <fmt/format.h>

#include <array>
#include <charconv>
#include <stdexcept>

namespace redress::domain {
namespace {

constexpr std::array k_weekdays{"Sunday",   "Monday", "Tuesday", "Wednesday",
                                "Thursday", "Friday", "Saturday"};
constexpr std::array k_months{"January",   "February", "March",    "April",
                              "May",       "June",     "July",     "August",
                              "September", "October",  "November", "December"};

/// Reads exactly `digits` decimal digits at the front and takes them off.
std::optional<int> take_number(std::string_view& text, std::size_t digits) {
  if (text.size() < digits) return std::nullopt;
  int value = 0;
  const auto* end = text.data() + digits;
  const auto [stop, error] = std::from_chars(text.data(), end, value);
  if (error != std::errc{} || stop != end || value < 0) return std::nullopt;
  text.remove_prefix(digits);
  return value;
}

bool take(std::string_view& text, char expected) {
  if (text.empty() || text.front() != expected) return false;
  text.remove_prefix(1);
  return true;
}

std::optional<Date> take_date(std::string_view& text) {
  const auto year = take_number(text, 4);
  if (!year || !take(text, '-')) return std::nullopt;
  const auto month = take_number(text, 2);
  if (!month || !take(text, '-')) return std::nullopt;
  const auto day = take_number(text, 2);
  if (!day) return std::nullopt;
  const Date date{std::chrono::year{*year}, std::chrono::month{static_cast<unsigned>(*month)},
                  std::chrono::day{static_cast<unsigned>(*day)}};
  return date.ok() ? std::optional{date} : std::nullopt;
}

std::optional<std::chrono::seconds> take_clock(std::string_view& text) {
  const auto hour = take_number(text, 2);
  if (!hour || *hour > 23 || !take(text, ':')) return std::nullopt;
  const auto minute = take_number(text, 2);
  if (!minute || *minute > 59 || !take(text, ':')) return std::nullopt;
  const auto second = take_number(text, 2);
  if (!second || *second > 60) return std::nullopt;
  if (take(text, '.')) {
    while (!text.empty() && text.front() >= '0' && text.front() <= '9') text.remove_prefix(1);
  }
  return std::chrono::hours{*hour} + std::chrono::minutes{*minute} + std::chrono::seconds{*second};
}

std::optional<std::chrono::seconds> take_offset(std::string_view& text) {
  if (take(text, 'Z') || take(text, 'z')) return std::chrono::seconds{0};
  const bool east = take(text, '+');
  if (!east && !take(text, '-')) return std::nullopt;
  const auto hour = take_number(text, 2);
  if (!hour || *hour > 23 || !take(text, ':')) return std::nullopt;
  const auto minute = take_number(text, 2);
  if (!minute || *minute > 59) return std::nullopt;
  const std::chrono::seconds offset = std::chrono::hours{*hour} + std::chrono::minutes{*minute};
  return east ? offset : -offset;
}

date::local_days to_local(Date date) {
  return date::local_days{std::chrono::local_days{date}.time_since_epoch()};
}

}  // namespace

std::string to_rfc3339(Instant at) {
  const auto day = std::chrono::floor<std::chrono::days>(at);
  const std::chrono::hh_mm_ss clock{at - day};
  return fmt::format(FMT_COMPILE("{}T{:02}:{:02}:{:02}Z"), to_iso(Date{day}), clock.hours().count(),
                     clock.minutes().count(), clock.seconds().count());
}

Result<Instant> parse_rfc3339(std::string_view text) {
  auto rest = text;
  const auto date = take_date(rest);
  const bool separated = date && (take(rest, 'T') || take(rest, 't') || take(rest, ' '));
  const auto clock = separated ? take_clock(rest) : std::nullopt;
  const auto offset = clock ? take_offset(rest) : std::nullopt;
  if (!offset || !rest.empty()) {
    return fail(ErrorCode::invalid_input,
                fmt::format("\"{}\" is no time like 2026-11-24T10:15:00Z", text));
  }
  return Instant{std::chrono::sys_days{*date}} + *clock - *offset;
}

std::string to_iso(Date date) {
  return fmt::format(FMT_COMPILE("{:04}-{:02}-{:02}"), static_cast<int>(date.year()),
                     static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

Result<Date> parse_date(std::string_view text) {
  auto rest = text;
  const auto date = take_date(rest);
  if (!date || !rest.empty()) {
    return fail(ErrorCode::invalid_input, fmt::format("\"{}\" is no date like 2026-11-24", text));
  }
  return *date;
}

Result<TimeOfDay> parse_time_of_day(std::string_view text) {
  auto rest = text;
  const auto hour = take_number(rest, 2);
  const auto minute = hour && take(rest, ':') ? take_number(rest, 2) : std::nullopt;
  const bool in_day = minute && *minute <= 59 && (*hour < 24 || (*hour == 24 && *minute == 0));
  if (!in_day || !rest.empty()) {
    return fail(ErrorCode::invalid_input, fmt::format("\"{}\" is no time of day like 17:00", text));
  }
  return TimeOfDay{*hour * 60 + *minute};
}

Result<TimeZone> TimeZone::find(std::string_view name) {
  try {
    return TimeZone{date::locate_zone(std::string{name})};
  } catch (const std::runtime_error&) {
    return fail(ErrorCode::settings,
                fmt::format("time zone \"{}\" is not in the system's tz database; take a name such "
                            "as Europe/London, and install tzdata",
                            name));
  }
}

std::string TimeZone::name() const {
  return zone_->name();
}

Date TimeZone::date_of(Instant at) const {
  const auto local = zone_->to_local(at);
  const auto day = std::chrono::floor<std::chrono::days>(local.time_since_epoch());
  return Date{std::chrono::local_days{day}};
}

TimeOfDay TimeZone::time_of_day(Instant at) const {
  const auto since = zone_->to_local(at).time_since_epoch();
  const auto day = std::chrono::floor<std::chrono::days>(since);
  return std::chrono::floor<std::chrono::minutes>(since - day);
}

Instant TimeZone::at(Date date, TimeOfDay time) const {
  const date::local_seconds local = to_local(date) + time;
  // `earliest` gives the first of a repeated hour and, in a skipped one, the moment of the change.
  return std::chrono::floor<std::chrono::seconds>(zone_->to_sys(local, date::choose::earliest));
}

std::string long_date(Date date) {
  const std::chrono::weekday weekday{std::chrono::sys_days{date}};
  return fmt::format(
      "{} {} {} {}", k_weekdays[weekday.c_encoding()], static_cast<unsigned>(date.day()),
      k_months[static_cast<unsigned>(date.month()) - 1], static_cast<int>(date.year()));
}

std::string clock_text(TimeOfDay time) {
  return fmt::format("{:02}:{:02}", time.count() / 60, time.count() % 60);
}

}  // namespace redress::domain
