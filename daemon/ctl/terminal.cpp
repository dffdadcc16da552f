#include "daemon/ctl/terminal.hpp"

#include <fmt/core.h>
#include <unicode/utf8.h>
#include <unistd.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>

namespace redress::ctl {
namespace {

constexpr std::size_t k_widest = 48;
constexpr std::string_view k_replacement = "\xEF\xBF\xBD";
constexpr std::string_view k_ellipsis = "\xE2\x80\xA6";

bool is_terminal() {
  return ::isatty(STDOUT_FILENO) == 1;
}

bool unsafe(UChar32 c) {
  const bool control = c < 0x20 || (c >= 0x7F && c < 0xA0);
  const bool bidi =
      (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200E || c == 0x200F;
  return control || bidi;
}

std::size_t code_points(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
  }));
}

std::string cut(const std::string& text, std::size_t width) {
  if (code_points(text) <= width) return text;
  std::size_t seen = 0;
  std::size_t at = 0;
  for (; at < text.size(); ++at) {
    const bool starts = (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
    if (starts && ++seen == width) break;
  }
  return text.substr(0, at) + std::string{k_ellipsis};
}

std::string padded(const std::string& text, std::size_t width) {
  const auto length = code_points(text);
  return length < width ? text + std::string(width - length, ' ') : text;
}

std::string_view escape(Colour colour) {
  switch (colour) {
    case Colour::none: return "";
    case Colour::good: return "\x1b[32m";
    case Colour::warning: return "\x1b[33m";
    case Colour::bad: return "\x1b[31;1m";
    case Colour::dim: return "\x1b[2m";
    case Colour::strong: return "\x1b[1m";
  }
  return "";
}

}  // namespace

std::string printable(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  const auto length = static_cast<std::int32_t>(text.size());
  for (std::int32_t at = 0; at < length;) {
    const auto start = at;
    UChar32 c = 0;
    U8_NEXT(text.data(), at, length, c);
    if (c == '\n' || c == '\t') {
      out.push_back(' ');
    } else if (c < 0 || unsafe(c)) {
      out += k_replacement;
    } else {
      out += text.substr(static_cast<std::size_t>(start), static_cast<std::size_t>(at - start));
    }
  }
  return out;
}

std::string printable_lines(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const auto end = text.find('\n');
    if (!out.empty()) out += '\n';
    out += printable(text.substr(0, end));
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return out;
}

std::string coloured(std::string_view text, Colour colour) {
  if (colour == Colour::none || !is_terminal()) return std::string{text};
  return fmt::format("{}{}\x1b[0m", escape(colour), text);
}

void Table::print() const {
  std::vector<std::size_t> widths;
  for (const auto& title : header_) widths.push_back(code_points(title));
  std::vector<std::vector<std::string>> texts;
  for (const auto& row : rows_) {
    auto& line = texts.emplace_back();
    for (std::size_t i = 0; i < row.size(); ++i) {
      const bool last = i + 1 == row.size();
      line.push_back(last ? printable(row[i].text) : cut(printable(row[i].text), k_widest));
      if (i < widths.size()) widths[i] = std::max(widths[i], code_points(line.back()));
    }
  }
  std::string head;
  for (std::size_t i = 0; i < header_.size(); ++i) {
    head += i + 1 == header_.size() ? header_[i] : padded(header_[i], widths[i] + 2);
  }
  fmt::print("{}\n", coloured(head, Colour::strong));
  for (std::size_t r = 0; r < rows_.size(); ++r) {
    for (std::size_t i = 0; i < texts[r].size(); ++i) {
      const bool last = i + 1 == texts[r].size();
      const auto text = last ? texts[r][i] : padded(texts[r][i], widths[i] + 2);
      fmt::print("{}", coloured(text, rows_[r][i].colour));
    }
    fmt::print("\n");
  }
}

void print_pairs(const std::vector<std::pair<std::string, Cell>>& pairs) {
  std::size_t width = 0;
  for (const auto& [name, cell] : pairs) width = std::max(width, code_points(name));
  for (const auto& [name, cell] : pairs) {
    fmt::print("{}  {}\n", coloured(padded(name, width), Colour::dim),
               coloured(printable(cell.text), cell.colour));
  }
}

}  // namespace redress::ctl
