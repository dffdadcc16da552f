#include "templates/quoted_printable.hpp"

#include <algorithm>
#include <array>

namespace redress::templates {
namespace {

constexpr std::size_t k_columns = 76;

constexpr auto k_plain = [] {
  std::array<bool, 256> plain{};
  for (unsigned char c = ' '; c < 0x7F; ++c) plain[c] = c != '=';
  plain['\t'] = true;
  return plain;
}();

bool is_plain(char c) {
  return k_plain[static_cast<unsigned char>(c)];
}

void add_escaped(std::string& out, char c) {
  constexpr std::string_view k_digits = "0123456789ABCDEF";
  const auto byte = static_cast<unsigned char>(c);
  out += '=';
  out += k_digits[byte >> 4U];
  out += k_digits[byte & 0xFU];
}

/// Whether the byte must be escaped for where it stands: a space that a relay would cut off at the
/// end of a line, and what a mailbox file or SMTP would misread at its start.
bool misread(std::string_view line, std::size_t at) {
  const char c = line[at];
  if (at + 1 == line.size() && (c == ' ' || c == '\t')) return true;
  return at == 0 && (c == '.' || line.starts_with("From "));
}

void add_line(std::string& out, std::string_view line) {
  std::size_t column = 0;
  for (std::size_t at = 0; at < line.size();) {
    const bool plain = is_plain(line[at]) && !misread(line, at);
    const std::size_t width = plain ? 1 : 3;
    // The last column is for the "=" of a soft break, which the end of the line does not need.
    const std::size_t columns = k_columns - (at + 1 == line.size() ? 0U : 1U);
    if (column + width > columns) {
      out += "=\r\n";
      column = 0;
    }
    if (!plain) {
      add_escaped(out, line[at++]);
      column += width;
      continue;
    }
    const auto begin = at++;
    // Up to the last byte but one of the line, which needs no other thought.
    const auto most = std::min(line.size() - 1, begin + k_columns - 1 - column);
    while (at < most && is_plain(line[at])) ++at;
    out += line.substr(begin, at - begin);
    column += at - begin;
  }
  out += "\r\n";
}

}  // namespace

std::string quoted_printable(std::string_view text) {
  std::string out;
  out.reserve(text.size() + text.size() / 4);
  while (!text.empty()) {
    const auto* end =
        std::find_if(text.begin(), text.end(), [](char c) { return c == '\r' || c == '\n'; });
    const auto line = text.substr(0, static_cast<std::size_t>(end - text.begin()));
    add_line(out, line);
    text.remove_prefix(line.size());
    if (text.starts_with("\r\n")) {
      text.remove_prefix(2);
    } else if (!text.empty()) {
      text.remove_prefix(1);
    }
  }
  return out;
}

}  // namespace redress::templates
