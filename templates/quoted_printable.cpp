#include "templates/quoted_printable.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace redress::templates {
namespace {

constexpr std::size_t k_columns = 76;

bool is_plain(char c) {
  return c == ' ' || c == '\t' || (c > ' ' && c < 0x7F && c != '=');
}

void add_line(std::string& out, std::string_view line) {
  std::size_t column = 0;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char c = line[i];
    const bool last = i + 1 == line.size();
    const bool space_at_end = last && (c == ' ' || c == '\t');
    const bool misread = i == 0 && (line.starts_with("From ") || c == '.');
    const bool plain = is_plain(c) && !space_at_end && !misread;
    const std::size_t width = plain ? 1 : 3;
    // The last column is for the "=" of a soft break, which the end of the line does not need.
    if (column + width > k_columns - (last ? 0U : 1U)) {
      out += "=\r\n";
      column = 0;
    }
    if (plain) {
      out += c;
    } else {
      out += fmt::format("={:02X}", static_cast<unsigned char>(c));
    }
    column += width;
  }
  out += "\r\n";
}

}  // namespace

std::string quoted_printable(std::string_view text) {
  std::string out;
  out.reserve(text.size() + text.size() / 4);
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of("\r\n"), text.size());
    add_line(out, text.substr(0, end));
    text.remove_prefix(end);
    if (text.starts_with("\r\n")) {
      text.remove_prefix(2);
    } else if (!text.empty()) {
      text.remove_prefix(1);
    }
  }
  return out;
}

}  // namespace redress::templates
