#include "config/values.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>

namespace redress::config {
namespace {

using domain::ErrorCode;
using domain::fail;
using domain::Result;

constexpr std::size_t k_shown_bytes = 60;
constexpr std::size_t k_name_bytes = 64;

constexpr bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
constexpr bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
constexpr bool is_control(char c) {
  return static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
}

domain::Error wrong(std::string text) {
  return fail(ErrorCode::settings, std::move(text));
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

/// Takes the decimal number at the front of the text off it.
template <class Number>
std::optional<Number> take_number(std::string_view& text) {
  Number value{};
  if (text.empty() || !is_digit(text.front())) return std::nullopt;
  const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{}) return std::nullopt;
  text.remove_prefix(static_cast<std::size_t>(stop - text.data()));
  return value;
}

template <class Value, std::size_t N>
std::optional<Value> unit(const std::array<std::pair<std::string_view, Value>, N>& units,
                          std::string_view name) {
  for (const auto& [known, value] : units) {
    if (known == name) return value;
  }
  return std::nullopt;
}

using UnitSeconds = std::pair<std::string_view, std::int64_t>;
constexpr std::array k_time_units{
    UnitSeconds{"s", 1},        UnitSeconds{"second", 1}, UnitSeconds{"seconds", 1},
    UnitSeconds{"m", 60},       UnitSeconds{"min", 60},   UnitSeconds{"minute", 60},
    UnitSeconds{"minutes", 60}, UnitSeconds{"h", 3600},   UnitSeconds{"hour", 3600},
    UnitSeconds{"hours", 3600}, UnitSeconds{"d", 86400},  UnitSeconds{"day", 86400},
    UnitSeconds{"days", 86400},
};
using UnitLimit = std::pair<std::string_view, domain::LimitUnit>;
constexpr std::array k_limit_units{
    UnitLimit{"working day", domain::LimitUnit::working_days},
    UnitLimit{"working days", domain::LimitUnit::working_days},
    UnitLimit{"day", domain::LimitUnit::days},
    UnitLimit{"days", domain::LimitUnit::days},
    UnitLimit{"week", domain::LimitUnit::weeks},
    UnitLimit{"weeks", domain::LimitUnit::weeks},
};
using UnitBytes = std::pair<std::string_view, std::uint64_t>;
constexpr std::array k_size_units{
    UnitBytes{"B", 1},           UnitBytes{"kB", 1000},       UnitBytes{"MB", 1000000},
    UnitBytes{"GB", 1000000000}, UnitBytes{"KiB", 1U << 10U}, UnitBytes{"MiB", 1U << 20U},
    UnitBytes{"GiB", 1U << 30U},
};

}  // namespace

std::string in_quotes(std::string_view text) {
  std::string shown{text.substr(0, k_shown_bytes)};
  std::replace_if(shown.begin(), shown.end(), is_control, ' ');
  // A cut must not leave half a UTF-8 character.
  while (text.size() > shown.size() && !shown.empty() &&
         (static_cast<unsigned char>(text[shown.size()]) & 0xC0U) == 0x80U) {
    shown.pop_back();
  }
  return fmt::format("\"{}{}\"", shown, text.size() > shown.size() ? "…" : "");
}

Result<std::chrono::seconds> parse_duration(std::string_view text) {
  auto rest = text;
  const auto count = take_number<std::int64_t>(rest);
  const auto seconds = count ? unit(k_time_units, trimmed(rest)) : std::nullopt;
  constexpr std::int64_t k_most = std::numeric_limits<std::int32_t>::max();
  if (!seconds || *count > k_most / *seconds) {
    return wrong(
        fmt::format("{} is no length of time; write it like \"15 minutes\"", in_quotes(text)));
  }
  return std::chrono::seconds{*count * *seconds};
}

Result<Rate> parse_rate(std::string_view text) {
  auto rest = text;
  const auto count = take_number<int>(rest);
  const bool divided = count && !rest.empty() && rest.front() == '/';
  const auto seconds = divided ? unit(k_time_units, rest.substr(1)) : std::nullopt;
  if (!seconds || *count < 1) {
    return wrong(fmt::format("{} is no rate; write it like \"3/day\" or \"100/hour\", at least 1",
                             in_quotes(text)));
  }
  return Rate{*count, std::chrono::seconds{*seconds}};
}

Result<std::uint64_t> parse_size(std::string_view text) {
  auto rest = text;
  const auto count = take_number<std::uint64_t>(rest);
  const auto bytes = count ? unit(k_size_units, trimmed(rest)) : std::nullopt;
  if (!bytes || *count > std::numeric_limits<std::uint64_t>::max() / *bytes) {
    return wrong(fmt::format("{} is no size; write it like \"50 MiB\"", in_quotes(text)));
  }
  return *count * *bytes;
}

Result<SecretSource> parse_secret(std::string_view text) {
  constexpr std::string_view k_credential = "credential:";
  constexpr std::string_view k_file = "file:";
  if (text.starts_with(k_credential)) {
    const auto name = text.substr(k_credential.size());
    if (is_plain_name(name)) return SecretSource{SecretSource::From::credential, std::string{name}};
    return wrong("a credential's name is letters, digits, \"-\", \"_\" and \".\"; mend the name");
  }
  if (text.starts_with(k_file) && text.size() > k_file.size()) {
    return SecretSource{SecretSource::From::file, std::string{text.substr(k_file.size())}};
  }
  return wrong("secrets do not stand in this file; write \"credential:NAME\" or \"file:PATH\"");
}

Result<std::pair<domain::Date, domain::Date>> parse_absence(std::string_view text) {
  const auto slash = text.find('/');
  const auto first = domain::parse_date(text.substr(0, slash));
  const auto last =
      slash == std::string_view::npos ? first : domain::parse_date(text.substr(slash + 1));
  if (!first || !last) {
    return wrong(
        fmt::format("{} is no absence; write it like \"2026-12-21/2027-01-04\"", in_quotes(text)));
  }
  if (*last < *first) {
    return wrong(fmt::format("{} ends before it starts; swap the dates", in_quotes(text)));
  }
  return std::pair{*first, *last};
}

Result<Start> parse_start(std::string_view text) {
  if (text == "now") return Start{Start::From::now, {}};
  if (text == "beginning") return Start{Start::From::beginning, {}};
  const auto date = domain::parse_date(text);
  if (date) return Start{Start::From::date, *date};
  return wrong(
      fmt::format("{} is neither \"now\", \"beginning\" nor a date; write a date like "
                  "\"2026-11-24\"",
                  in_quotes(text)));
}

Result<domain::Limit> parse_limit(std::string_view text) {
  constexpr int k_most = 3660;  // ten years: more is a slip of the pen
  auto rest = text;
  const auto count = take_number<int>(rest);
  const auto word = trimmed(rest);
  const auto unit_of_time = unit(k_limit_units, word);
  constexpr int k_days_of_week = 7;
  const bool weeks = unit_of_time == domain::LimitUnit::weeks;
  const int most = weeks ? k_most / k_days_of_week : k_most;
  if (!count || *count < 1 || *count > most || !unit_of_time) {
    return wrong(
        fmt::format("{} is no limit; write it like \"2 working days\", \"7 days\" or "
                    "\"8 weeks\"",
                    in_quotes(text)));
  }
  domain::Limit limit;
  limit.count = *count;
  limit.unit = *unit_of_time;
  return limit;
}

Result<int> parse_years(std::string_view text) {
  constexpr int k_most = 100;
  auto rest = text;
  const auto count = take_number<int>(rest);
  const auto word = trimmed(rest);
  if (!count || *count < 1 || *count > k_most || (word != "years" && word != "year")) {
    return wrong(
        fmt::format("{} is no number of years; write it like \"6 years\"", in_quotes(text)));
  }
  return *count;
}

bool is_plain_name(std::string_view text) {
  const auto plain = [](char c) {
    return is_letter(c) || is_digit(c) || c == '-' || c == '_' || c == '.';
  };
  return !text.empty() && text.size() <= k_name_bytes &&
         (is_letter(text.front()) || is_digit(text.front())) &&
         std::all_of(text.begin(), text.end(), plain);
}

}  // namespace redress::config
