#include "daemon/adapters/curl/imap/text.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

namespace redress::adapters::imap {
namespace {

constexpr std::string_view k_base64 =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+,";
static_assert(k_base64.size() == 64);

char upper_letter(char c) {
  return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}
bool stands_for_itself(char c) {
  return c >= ' ' && c <= '~';
}
std::uint32_t byte(char c) {
  return static_cast<unsigned char>(c);
}

/// Takes one code point off the front of UTF-8 (RFC 3629: shortest form, no surrogates).
std::optional<char32_t> take_code_point(std::string_view& text) {
  const std::uint32_t lead = byte(text.front());
  const std::size_t length = lead < 0x80        ? 1
                             : lead >> 5U == 6  ? 2
                             : lead >> 4U == 14 ? 3
                             : lead >> 3U == 30 ? 4
                                                : 0;
  if (length == 0 || text.size() < length) return std::nullopt;
  constexpr std::array<std::uint32_t, 5> k_mask{0, 0x7f, 0x1f, 0x0f, 0x07};
  constexpr std::array<std::uint32_t, 5> k_least{0, 0, 0x80, 0x800, 0x10000};
  std::uint32_t value = lead & k_mask.at(length);
  for (std::size_t i = 1; i < length; ++i) {
    if (byte(text[i]) >> 6U != 2) return std::nullopt;
    value = value << 6U | (byte(text[i]) & 0x3fU);
  }
  text.remove_prefix(length);
  if (value < k_least.at(length) || value > 0x10ffff || (value >= 0xd800 && value < 0xe000)) {
    return std::nullopt;
  }
  return static_cast<char32_t>(value);
}

void append_utf8(std::string& out, char32_t point) {
  const auto value = static_cast<std::uint32_t>(point);
  const auto add = [&out](std::uint32_t b) { out.push_back(static_cast<char>(b)); };
  if (value < 0x80) return add(value);
  if (value < 0x800) {
    add(0xc0U | value >> 6U);
  } else {
    if (value < 0x10000) {
      add(0xe0U | value >> 12U);
    } else {
      add(0xf0U | value >> 18U);
      add(0x80U | (value >> 12U & 0x3fU));
    }
    add(0x80U | (value >> 6U & 0x3fU));
  }
  add(0x80U | (value & 0x3fU));
}

std::string base64_of(const std::vector<std::uint16_t>& units) {
  std::string out;
  std::uint32_t bits = 0;
  unsigned count = 0;
  for (const auto unit : units) {
    bits = bits << 16U | unit;
    for (count += 16; count >= 6;) {
      count -= 6;
      out.push_back(k_base64[bits >> count & 0x3fU]);
    }
    bits &= (1U << count) - 1U;
  }
  if (count > 0) out.push_back(k_base64[bits << (6U - count) & 0x3fU]);
  return out;
}

std::optional<std::vector<std::uint16_t>> units_of(std::string_view base64) {
  std::vector<std::uint16_t> units;
  std::uint32_t bits = 0;
  unsigned count = 0;
  for (const char c : base64) {
    const auto value = k_base64.find(c);
    if (value == std::string_view::npos) return std::nullopt;
    bits = bits << 6U | static_cast<std::uint32_t>(value);
    count += 6;
    if (count >= 16) {
      count -= 16;
      units.push_back(static_cast<std::uint16_t>(bits >> count));
      bits &= (1U << count) - 1U;
    }
  }
  if (count >= 6 || bits != 0) return std::nullopt;
  return units;
}

/// UTF-16 to UTF-8; false where surrogates do not pair.
bool append_units(std::string& out, const std::vector<std::uint16_t>& units) {
  for (std::size_t i = 0; i < units.size(); ++i) {
    const std::uint32_t unit = units[i];
    if (unit < 0xd800 || unit >= 0xe000) {
      append_utf8(out, static_cast<char32_t>(unit));
      continue;
    }
    if (unit >= 0xdc00 || i + 1 == units.size()) return false;
    const std::uint32_t low = units[++i];
    if (low < 0xdc00 || low >= 0xe000) return false;
    append_utf8(out, static_cast<char32_t>(0x10000U + ((unit - 0xd800U) << 10U) + (low - 0xdc00U)));
  }
  return true;
}

void add_units(std::vector<std::uint16_t>& units, char32_t point) {
  auto value = static_cast<std::uint32_t>(point);
  if (value < 0x10000) {
    units.push_back(static_cast<std::uint16_t>(value));
    return;
  }
  value -= 0x10000;
  units.push_back(static_cast<std::uint16_t>(0xd800U + (value >> 10U)));
  units.push_back(static_cast<std::uint16_t>(0xdc00U + (value & 0x3ffU)));
}

}  // namespace

bool same_letters(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return upper_letter(x) == upper_letter(y); });
}

bool has_word(const std::vector<std::string>& words, std::string_view wanted) {
  return std::any_of(words.begin(), words.end(),
                     [&](const std::string& word) { return same_letters(word, wanted); });
}

std::string upper(std::string_view text) {
  std::string out{text};
  std::transform(out.begin(), out.end(), out.begin(), upper_letter);
  return out;
}

std::string printable(std::string_view text, std::size_t limit) {
  while (!text.empty() && (text.back() == '\r' || text.back() == '\n' || text.back() == ' ')) {
    text.remove_suffix(1);
  }
  std::string out{text.substr(0, limit)};
  std::replace_if(
      out.begin(), out.end(), [](char c) { return !stands_for_itself(c); }, '?');
  return out;
}

std::optional<std::string> to_modified_utf7(std::string_view utf8) {
  std::string out;
  std::vector<std::uint16_t> pending;
  const auto flush = [&] {
    if (!pending.empty()) out += '&' + base64_of(pending) + '-';
    pending.clear();
  };
  while (!utf8.empty()) {
    const auto point = take_code_point(utf8);
    if (!point) return std::nullopt;
    if (*point > U'~' || *point < U' ') {
      add_units(pending, *point);
      continue;
    }
    flush();
    out.push_back(static_cast<char>(*point));
    if (*point == U'&') out.push_back('-');
  }
  flush();
  return out;
}

std::optional<std::string> from_modified_utf7(std::string_view wire) {
  std::string out;
  while (!wire.empty()) {
    const char c = wire.front();
    wire.remove_prefix(1);
    if (!stands_for_itself(c)) return std::nullopt;
    if (c != '&') {
      out.push_back(c);
      continue;
    }
    const auto end = wire.find('-');
    if (end == std::string_view::npos) return std::nullopt;
    if (end == 0) out.push_back('&');
    const auto units = units_of(wire.substr(0, end));
    if (!units || !append_units(out, *units)) return std::nullopt;
    wire.remove_prefix(end + 1);
  }
  return out;
}

}  // namespace redress::adapters::imap
