#include "parsers/mime/uuencode.hpp"

#include "parsers/ascii.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace redress::parsers {
namespace {

constexpr std::size_t k_files_max = 500;  // of one text; each costs more than its bytes

constexpr std::size_t k_line_bytes = 45;  // a line holds no more, decoded
constexpr std::size_t k_mode_min = 3;
constexpr std::size_t k_mode_max = 4;

/// The name behind "begin 644 "; nothing where the line is none.
std::optional<std::string_view> begun(std::string_view line) {
  constexpr std::string_view k_word = "begin ";
  if (!line.starts_with(k_word)) return std::nullopt;
  line.remove_prefix(k_word.size());
  std::size_t digits = 0;
  while (digits < line.size() && line[digits] >= '0' && line[digits] <= '7') ++digits;
  if (digits < k_mode_min || digits > k_mode_max || digits + 1 >= line.size()) return std::nullopt;
  if (line[digits] != ' ') return std::nullopt;
  return ascii::trimmed(line.substr(digits));
}

/// Six bits of a character, or nothing.
std::optional<unsigned> bits(char c) {
  if (c < ' ' || c > '`') return std::nullopt;
  return (static_cast<unsigned>(c) - ' ') & 0x3FU;
}

/// Bytes of one line; nothing where it is no line of such a file. Spaces that were cut off at its
/// end stand for zeros.
std::optional<std::string> decoded(std::string_view line) {
  if (line.empty()) return std::nullopt;
  const auto length = bits(line.front());
  if (!length || *length > k_line_bytes) return std::nullopt;
  line.remove_prefix(1);
  const std::size_t characters = (std::size_t{*length} + 2) / 3 * 4;
  if (line.size() > characters + 2) return std::nullopt;  // some add a check or a mark
  std::string out;
  for (std::size_t at = 0; at < characters; at += 4) {
    std::array<unsigned, 4> six{};
    for (std::size_t i = 0; i < six.size(); ++i) {
      const auto value = bits(at + i < line.size() ? line[at + i] : ' ');
      if (!value) return std::nullopt;
      six[i] = *value;
    }
    out += static_cast<char>(six[0] << 2U | six[1] >> 4U);
    out += static_cast<char>((six[1] & 0xFU) << 4U | six[2] >> 2U);
    out += static_cast<char>((six[2] & 0x3U) << 6U | six[3]);
  }
  out.resize(*length);
  return out;
}

bool ends(std::string_view line) {
  return ascii::trimmed(line) == "end";
}

}  // namespace

std::string take_uuencoded(std::string_view text, std::vector<EncodedFile>& files,
                           DefectLog& defects) {
  std::string out;
  std::size_t kept = 0;  // all before this is in `out`
  ascii::Lines lines{text};
  for (std::string_view line; lines.next(line);) {
    const auto name = begun(line);
    if (!name) continue;
    if (files.size() >= k_files_max) {
      defects.add("too_many_files");
      break;
    }
    const auto start = lines.start();
    EncodedFile file{.name = std::string{*name}, .bytes = {}};
    auto inside = lines;
    std::size_t count = 0;
    bool closed = false;
    while (inside.next(line)) {
      closed = ends(line);
      if (closed) break;
      const auto bytes = decoded(line);
      if (!bytes) break;
      file.bytes += *bytes;
      lines = inside;
      ++count;
    }
    if (count == 0 && !closed) continue;
    if (closed) lines = inside;
    if (!closed) defects.add("uuencode_not_closed", file.name);
    out += text.substr(kept, start - kept);
    kept = lines.position();
    files.push_back(std::move(file));
  }
  if (files.empty()) return std::string{text};
  out += text.substr(kept);
  return out;
}

}  // namespace redress::parsers
