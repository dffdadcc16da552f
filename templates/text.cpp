#include "templates/text.hpp"

#include <algorithm>

namespace redress::templates {
namespace {

constexpr char32_t k_replacement = 0xFFFD;
constexpr std::string_view k_replacement_utf8 = "\xEF\xBF\xBD";
constexpr std::string_view k_ellipsis = "\xE2\x80\xA6";

constexpr Character k_broken{k_replacement, 1, false};

unsigned byte_at(std::string_view text, std::size_t at) {
  return static_cast<unsigned char>(text[at]);
}

/// What must not stand in a line: it would end it, hide it, or turn it round.
constexpr bool becomes_space(char32_t code) {
  return code <= 0x20 || (code >= 0x7F && code <= 0xA0) || code == 0x2028 || code == 0x2029 ||
         (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
}

std::string_view trim_right(std::string_view line) {
  const auto last = line.find_last_not_of(" \t\r");
  return last == std::string_view::npos ? std::string_view{} : line.substr(0, last + 1);
}

void wrap_line(std::string& out, std::string_view line, std::size_t columns) {
  const std::size_t indent = std::min(line.find_first_not_of(' '), line.size());
  std::string_view rest = line.substr(indent);
  const std::size_t hang = indent + (rest.starts_with("- ") ? 2U : 0U);
  std::string current(indent, ' ');
  std::size_t width = indent;
  bool fresh = true;
  while (!rest.empty()) {
    const std::size_t gap = std::min(rest.find_first_not_of(' '), rest.size());
    const std::size_t end = std::min(rest.find(' ', gap), rest.size());
    const std::string_view word = rest.substr(gap, end - gap);
    const std::size_t word_width = character_count(word);
    if (!fresh && width + gap + word_width > columns) {
      out += current;
      out += '\n';
      current.assign(hang, ' ');
      width = hang;
    } else {
      current.append(gap, ' ');
      width += gap;
    }
    current += word;
    width += word_width;
    // "- " and its first word stay together.
    fresh = width <= hang;
    rest.remove_prefix(end);
  }
  out += current;
  out += '\n';
}

}  // namespace

Character first_character(std::string_view text) {
  const unsigned lead = byte_at(text, 0);
  if (lead < 0x80) return {static_cast<char32_t>(lead), 1, true};
  const std::size_t bytes = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4 || text.size() < bytes) return k_broken;
  char32_t code = lead & (0x7FU >> bytes);
  for (std::size_t i = 1; i < bytes; ++i) {
    const unsigned next = byte_at(text, i);
    if ((next & 0xC0U) != 0x80U) return k_broken;
    code = (code << 6U) | (next & 0x3FU);
  }
  const char32_t least = bytes == 4 ? 0x10000 : bytes == 3 ? 0x800 : 0x80;
  if (code < least || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF)) return k_broken;
  return {code, bytes, true};
}

std::size_t character_count(std::string_view text) {
  std::size_t count = 0;
  for (; !text.empty(); ++count) text.remove_prefix(first_character(text).bytes);
  return count;
}

std::string one_line(std::string_view text, std::size_t most) {
  std::string out;
  std::size_t count = 0;
  std::size_t keep = 0;  // bytes of `out` that leave room for the ellipsis
  bool space = false;
  while (!text.empty()) {
    const Character next = first_character(text);
    if (becomes_space(next.code)) {
      space = !out.empty();
    } else {
      const std::size_t needed = space ? 2 : 1;
      if (count + needed > most) {
        out.resize(keep);
        return most == 0 ? std::string{} : out.append(k_ellipsis);
      }
      if (space) out += ' ';
      out += next.valid ? text.substr(0, next.bytes) : k_replacement_utf8;
      count += needed;
      space = false;
      if (count < most) keep = out.size();
    }
    text.remove_prefix(next.bytes);
  }
  return out;
}

std::string unbroken(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == ' ') {
      out += k_no_break;
    } else {
      out += c;
    }
  }
  return out;
}

std::string escape_html(std::string_view text) {
  std::string out;
  out.reserve(text.size() + text.size() / 8);
  for (const char c : text) {
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      case '\'': out += "&#39;"; break;
      default: out += c;
    }
  }
  return out;
}

std::string wrap_text(std::string_view text, std::size_t columns) {
  std::string out;
  bool blank = true;  // so that no blank line stands at the start
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = trim_right(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    if (!line.empty()) {
      wrap_line(out, line, columns);
    } else if (!blank) {
      out += '\n';
    }
    blank = line.empty();
  }
  while (out.ends_with("\n\n")) out.pop_back();
  for (auto at = out.find(k_no_break); at != std::string::npos; at = out.find(k_no_break, at)) {
    out.replace(at, k_no_break.size(), " ");
  }
  return out;
}

}  // namespace redress::templates
