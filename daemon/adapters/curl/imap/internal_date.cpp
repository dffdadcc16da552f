#include "daemon/adapters/curl/imap/parser.hpp"
#include "daemon/adapters/curl/imap/text.hpp"

#include <array>
#include <charconv>
#include <chrono>

namespace redress::adapters::imap {
namespace {

constexpr std::array<std::string_view, 12> k_months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                    "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

/// Exactly these bytes as a number within the bounds.
std::optional<int> number(std::string_view text, int least, int most) {
  int value = 0;
  const auto* end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, value);
  if (error != std::errc{} || stop != end || value < least || value > most) return std::nullopt;
  return value;
}

std::optional<unsigned> month(std::string_view name) {
  for (unsigned i = 0; i < k_months.size(); ++i) {
    if (same_letters(name, k_months.at(i))) return i + 1;
  }
  return std::nullopt;
}

/// "02:44:25"; a leap second is read as the second before it.
std::optional<std::chrono::seconds> clock(std::string_view text) {
  if (text.size() != 8 || text[2] != ':' || text[5] != ':') return std::nullopt;
  const auto hour = number(text.substr(0, 2), 0, 23);
  const auto minute = number(text.substr(3, 2), 0, 59);
  const auto second = number(text.substr(6, 2), 0, 60);
  if (!hour || !minute || !second) return std::nullopt;
  return std::chrono::hours{*hour} + std::chrono::minutes{*minute} +
         std::chrono::seconds{std::min(*second, 59)};
}

std::optional<std::chrono::minutes> offset(std::string_view text) {
  if (text.size() != 5 || (text[0] != '+' && text[0] != '-')) return std::nullopt;
  const auto hours = number(text.substr(1, 2), 0, 23);
  const auto minutes = number(text.substr(3, 2), 0, 59);
  if (!hours || !minutes) return std::nullopt;
  const std::chrono::minutes value{*hours * 60 + *minutes};
  return text[0] == '-' ? -value : value;
}

}  // namespace

std::optional<domain::Instant> parse_internal_date(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  if (text.size() == 25) {  // the day without padding
    if (text[1] != '-') return std::nullopt;
  } else if (text.size() != 26 || text[2] != '-') {
    return std::nullopt;
  }
  const auto dash = text.find('-');
  const auto day = number(text.substr(0, dash), 1, 31);
  const auto rest = text.substr(dash + 1);  // "Jul-1996 02:44:25 -0700"
  const auto named = month(rest.substr(0, 3));
  const auto year = number(rest.substr(4, 4), 1, 9999);
  const auto time = clock(rest.substr(9, 8));
  const auto zone = offset(rest.substr(18));
  if (!day || !named || !year || !time || !zone || rest[3] != '-' || rest[8] != ' ' ||
      rest[17] != ' ') {
    return std::nullopt;
  }
  const domain::Date date{std::chrono::year{*year}, std::chrono::month{*named},
                          std::chrono::day{static_cast<unsigned>(*day)}};
  if (!date.ok()) return std::nullopt;
  return std::chrono::sys_days{date} + *time - *zone;
}

}  // namespace redress::adapters::imap
