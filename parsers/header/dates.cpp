#include "parsers/header/dates.hpp"

#include "parsers/ascii.hpp"

#include <array>
#include <charconv>
#include <chrono>
#include <string>
#include <utility>

namespace redress::parsers {
namespace {

constexpr std::size_t k_field_bytes = 200;
constexpr int k_first_year = 1900;  // RFC 5322, 4.3
constexpr int k_last_year = 2100;

constexpr std::array<std::string_view, 12> k_months{"jan", "feb", "mar", "apr", "may", "jun",
                                                    "jul", "aug", "sep", "oct", "nov", "dec"};

/// Minutes east of Greenwich. The first rows are RFC 5322's; the military letters were defined the
/// wrong way round by RFC 822, so that 4.3 reads them as UTC: any name not here is UTC too.
constexpr std::array<std::pair<std::string_view, int>, 20> k_zones{{
    {"ut", 0},     {"gmt", 0},    {"utc", 0},    {"est", -300}, {"edt", -240},
    {"cst", -360}, {"cdt", -300}, {"mst", -420}, {"mdt", -360}, {"pst", -480},
    {"pdt", -420}, {"bst", 60},   {"ist", 60},   {"wet", 0},    {"west", 60},
    {"cet", 60},   {"cest", 120}, {"met", 60},   {"mest", 120}, {"jst", 540},
}};

struct Tokens {
  std::array<std::string_view, 12> words{};
  std::size_t count{};
};

/// Words of the field, without comments (which nest) and day name's comma.
Tokens split(std::string_view field) {
  Tokens out;
  std::size_t depth = 0;
  std::size_t start = std::string_view::npos;
  for (std::size_t at = 0; at <= field.size(); ++at) {
    const char c = at < field.size() ? field[at] : ' ';
    const bool dash = c == '-' && start != std::string_view::npos && at > start;
    const bool ends = ascii::is_space(c) || c == ',' || c == '(' || dash;
    if (depth == 0 && ends && start != std::string_view::npos) {
      if (out.count < out.words.size()) out.words[out.count++] = field.substr(start, at - start);
      start = std::string_view::npos;
    } else if (depth == 0 && !ends && c != ')' && start == std::string_view::npos) {
      start = at;
    }
    if (c == '(') ++depth;
    if (c == ')' && depth > 0) --depth;
  }
  return out;
}

std::optional<int> number(std::string_view text) {
  int value = 0;
  const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || stop != text.data() + text.size() || value < 0) return std::nullopt;
  return value;
}

std::optional<unsigned> month(std::string_view word) {
  if (word.size() < 3) return std::nullopt;
  for (std::size_t n = 0; n < k_months.size(); ++n) {
    if (ascii::starts_with(word, k_months[n])) return static_cast<unsigned>(n + 1);
  }
  return std::nullopt;
}

std::optional<std::chrono::seconds> clock(std::string_view word) {
  std::array<int, 3> fields{};
  std::size_t count = 0;
  while (count < fields.size()) {
    const auto colon = word.find(':');
    const auto value = number(word.substr(0, colon));
    if (!value || *value > 99) return std::nullopt;
    fields[count++] = *value;
    if (colon == word.npos) break;
    word.remove_prefix(colon + 1);
  }
  if (count < 2 || fields[0] > 23 || fields[1] > 59 || fields[2] > 60) return std::nullopt;
  if (fields[2] == 60) fields[2] = 59;  // a leap second
  return std::chrono::hours{fields[0]} + std::chrono::minutes{fields[1]} +
         std::chrono::seconds{fields[2]};
}

/// RFC 5322, 4.3: two digits below 50 are of this century, others of the last one.
int full_year(int year, std::size_t digits) {
  if (digits == 2) return year < 50 ? year + 2000 : year + 1900;
  return digits == 3 ? year + 1900 : year;
}

std::chrono::minutes zone(std::string_view word) {
  if (word.size() == 5 && (word[0] == '+' || word[0] == '-')) {
    const auto digits = number(word.substr(1));
    if (!digits || *digits % 100 > 59 || *digits > 2400) return {};
    const std::chrono::minutes offset{*digits / 100 * 60 + *digits % 100};
    return word[0] == '-' ? -offset : offset;
  }
  for (const auto& [name, minutes] : k_zones) {
    if (ascii::equal(word, name)) return std::chrono::minutes{minutes};
  }
  return {};
}

struct Reading {
  std::optional<unsigned> month;
  std::optional<int> day;
  std::optional<int> year;
  std::optional<std::chrono::seconds> time;
  std::chrono::minutes zone{};
};

/// Gives a word to the first thing that it can be.
void take(std::string_view word, Reading& out) {
  const bool offset = out.time && (word[0] == '+' || word[0] == '-');
  const auto value = offset ? std::nullopt : number(word);
  if (word.find(':') != word.npos) {
    if (!out.time) out.time = clock(word);
  } else if (!value && !out.month && month(word)) {
    out.month = month(word);
  } else if (!value && out.time) {
    out.zone = zone(word);
  } else if (value && !out.day && word.size() <= 2) {
    out.day = *value;
  } else if (value && !out.year && word.size() <= 4 && word.size() >= 2) {
    out.year = full_year(*value, word.size());
  }
}

}  // namespace

std::optional<domain::Instant> parse_mail_date(std::string_view field) {
  const auto tokens = split(field.substr(0, k_field_bytes));
  Reading read;
  for (std::size_t n = 0; n < tokens.count; ++n) {
    // A dash splits "21-Nov-2026", but starts the word where it is the zone's sign.
    auto word = tokens.words[n];
    if (!read.time && word.size() > 1 && word.starts_with('-')) word.remove_prefix(1);
    if (!word.empty()) take(word, read);
  }
  if (!read.day || !read.month || !read.year || !read.time) return std::nullopt;
  if (*read.year < k_first_year || *read.year > k_last_year) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year{*read.year},
                                         std::chrono::month{*read.month},
                                         std::chrono::day{static_cast<unsigned>(*read.day)}};
  if (!date.ok()) return std::nullopt;
  return std::chrono::sys_days{date} + *read.time - read.zone;
}

}  // namespace redress::parsers
