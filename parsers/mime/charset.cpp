#include "parsers/mime/charset.hpp"

#include "parsers/ascii.hpp"

#include <unicode/ucnv.h>
#include <unicode/utf8.h>

#include <array>
#include <memory>
#include <utility>

namespace redress::parsers {
namespace {

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, CloseConverter>;

// Names that mail uses for something wider, or that ICU does not know.
constexpr std::array<std::pair<std::string_view, std::string_view>, 18> k_aliases{{
    {"ascii", "windows-1252"},
    {"us-ascii", "windows-1252"},
    {"ansi_x3.4-1968", "windows-1252"},
    {"iso-8859-1", "windows-1252"},
    {"iso8859-1", "windows-1252"},
    {"iso_8859-1", "windows-1252"},
    {"latin1", "windows-1252"},
    {"cp-1252", "windows-1252"},
    {"cp-850", "cp850"},
    {"iso-8859-8-i", "iso-8859-8"},
    {"iso-8859-9", "windows-1254"},
    {"gb2312", "gb18030"},
    {"gbk", "gb18030"},
    {"ks_c_5601-1987", "windows-949"},
    {"euc-kr", "windows-949"},
    {"shift_jis", "ibm-943_P15A-2003"},
    {"x-sjis", "ibm-943_P15A-2003"},
    {"iso-2022-jp", "iso-2022-jp-2"},
}};

constexpr std::array<std::string_view, 7> k_no_charset{
    "", "unknown-8bit", "x-unknown", "8bit", "unknown", "x-user-defined", "_autodetect"};
constexpr std::array<std::string_view, 4> k_utf8_names{"utf-8", "utf8", "unicode-1-1-utf-8",
                                                       "utf8mb4"};
constexpr std::size_t k_charset_name_bytes = 60;

// Windows-1252, 0x80-0x9F; the five holes are read as the C1 controls of the same number.
constexpr std::array<char16_t, 32> k_windows_1252{
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x008D, 0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178};

template <class Table>
bool has_name(const Table& table, std::string_view name) {
  return std::find(table.begin(), table.end(), name) != table.end();
}

/// A byte above 0x7F.
void append_windows_1252(std::string& out, char c) {
  const auto byte = ascii::byte(c);
  const char16_t code = byte < 0xA0 ? k_windows_1252[byte - 0x80U] : char16_t{byte};
  if (code < 0x800) {
    out += static_cast<char>(0xC0 | (code >> 6));
    out += static_cast<char>(0x80 | (code & 0x3F));
  } else {
    out += static_cast<char>(0xE0 | (code >> 12));
    out += static_cast<char>(0x80 | ((code >> 6) & 0x3F));
    out += static_cast<char>(0x80 | (code & 0x3F));
  }
}

/// Bytes of the character at `at`, or 0 where there is no well-formed one.
std::size_t utf8_length(std::string_view bytes, std::size_t at) {
  // U8_NEXT counts in int32_t; a window of four bytes is all that it ever looks at.
  const auto window = bytes.substr(at, 4);
  std::int32_t next = 0;
  UChar32 code = 0;
  const auto length = static_cast<std::int32_t>(window.size());
  U8_NEXT(window.data(), next, length, code);
  return code < 0 ? 0 : static_cast<std::size_t>(next);
}

/// Most text is ASCII for many bytes on end: copies these, moves `at` behind them.
void append_ascii(std::string& out, std::string_view bytes, std::size_t& at) {
  const auto start = at;
  while (at < bytes.size() && ascii::byte(bytes[at]) < 0x80) ++at;
  out += bytes.substr(start, at - start);
}

/// UTF-8 as it stands; each byte that is none by windows-1252.
std::string repaired_utf8(std::string_view bytes, bool& repaired) {
  std::string out;
  out.reserve(bytes.size());
  for (std::size_t at = 0; at < bytes.size();) {
    append_ascii(out, bytes, at);
    if (at == bytes.size()) break;
    const auto length = utf8_length(bytes, at);
    if (length == 0) {
      append_windows_1252(out, bytes[at++]);
      repaired = true;
    } else {
      out += bytes.substr(at, length);
      at += length;
    }
  }
  return out;
}

std::string by_converter(UConverter& from, std::string_view bytes) {
  UErrorCode status = U_ZERO_ERROR;
  const Converter to{ucnv_open("UTF-8", &status)};
  std::string out;
  std::array<char, 8192> room{};
  std::array<UChar, 4096> pivot{};
  UChar* pivot_source = pivot.data();
  UChar* pivot_target = pivot.data();
  const char* source = bytes.data();
  const char* const source_end = bytes.data() + bytes.size();
  bool first = true;
  do {
    status = U_ZERO_ERROR;
    char* target = room.data();
    ucnv_convertEx(to.get(), &from, &target, room.data() + room.size(), &source, source_end,
                   pivot.data(), &pivot_source, &pivot_target, pivot.data() + pivot.size(),
                   first ? 1 : 0, true, &status);
    out.append(room.data(), static_cast<std::size_t>(target - room.data()));
    first = false;
  } while (status == U_BUFFER_OVERFLOW_ERROR);
  return out;
}

std::string windows_1252(std::string_view bytes) {
  std::string out;
  out.reserve(bytes.size());
  for (std::size_t at = 0; at < bytes.size();) {
    append_ascii(out, bytes, at);
    if (at < bytes.size()) append_windows_1252(out, bytes[at++]);
  }
  return out;
}

/// Name as ICU knows it.
std::string normal_name(std::string_view charset) {
  auto name = ascii::lowered(ascii::trimmed(charset.substr(0, k_charset_name_bytes)));
  std::erase_if(name, [](char c) { return c == '"' || c == '\'' || c == ' ' || c == '\0'; });
  for (const auto& [alias, better] : k_aliases) {
    if (name == alias) return std::string{better};
  }
  return name;
}

}  // namespace

bool is_utf8(std::string_view bytes) {
  if (ascii::is_ascii(bytes)) return true;
  for (std::size_t at = 0; at < bytes.size();) {
    if (ascii::byte(bytes[at]) < 0x80) {
      ++at;
      continue;
    }
    const auto length = utf8_length(bytes, at);
    if (length == 0) return false;
    at += length;
  }
  return true;
}

std::string to_utf8(std::string_view bytes, std::string_view charset, DefectLog& defects) {
  const auto name = normal_name(charset);
  const bool stateful = name.starts_with("utf-") || name.starts_with("utf1") ||
                        name.starts_with("iso-2022") || name.starts_with("hz");
  if (!stateful && ascii::is_ascii(bytes)) return std::string{bytes};
  if (has_name(k_no_charset, name)) {
    defects.add("charset_missing");
    return is_utf8(bytes) ? std::string{bytes} : windows_1252(bytes);
  }
  if (has_name(k_utf8_names, name)) {
    if (is_utf8(bytes)) return std::string{bytes};
    bool repaired = false;
    auto out = repaired_utf8(bytes, repaired);
    if (repaired) defects.add("charset_mismatch", charset);
    return out;
  }
  if (name == "windows-1252") {
    // More than one well-formed sequence of bytes above 0x7F is no accident in a Latin text.
    const bool narrow = !ascii::contains(charset, "1252");
    if (is_utf8(bytes)) {
      defects.add("charset_mismatch", charset);
      return std::string{bytes};
    }
    if (narrow && ascii::contains(charset, "ascii")) defects.add("charset_mismatch", charset);
    return windows_1252(bytes);
  }
  UErrorCode status = U_ZERO_ERROR;
  const Converter from{ucnv_open(name.c_str(), &status)};
  if (U_FAILURE(status) != 0 || !from) {
    defects.add("charset_unknown", charset);
    return is_utf8(bytes) ? std::string{bytes} : windows_1252(bytes);
  }
  auto out = by_converter(*from, bytes);
  if (out.find("\xEF\xBF\xBD") == out.npos) return out;
  defects.add("charset_mismatch", charset);
  return is_utf8(bytes) && !ascii::is_ascii(bytes) ? std::string{bytes} : out;
}

std::string clean_text(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  const auto as_it_is = [](char c) {
    return c == '\n' || c == '\t' || (ascii::byte(c) >= 0x20 && c != 0x7F);
  };
  for (std::size_t at = 0; at < text.size();) {
    auto end = at;
    while (end < text.size() && as_it_is(text[end])) ++end;
    out += text.substr(at, end - at);
    if (end < text.size() && text[end] == '\r') {
      const auto next = text.substr(end + 1, 2);
      if (!next.starts_with('\n') && next != "\r\n") out += '\n';
    }
    at = end + 1;
  }
  return out;
}

std::size_t direction_mark(std::string_view text, std::size_t at) {
  const auto mark = text.substr(at, 3);
  if (mark.size() < 3 || mark[0] != '\xE2') return 0;
  const auto last = ascii::byte(mark[2]);
  const bool embedding = mark[1] == '\x80' && last >= 0xAA && last <= 0xAE;
  const bool isolate = mark[1] == '\x81' && last >= 0xA6 && last <= 0xA9;
  return embedding || isolate ? mark.size() : 0;
}

std::string_view cut_utf8(std::string_view text, std::size_t bytes) {
  if (text.size() <= bytes) return text;
  while (bytes > 0 && !starts_character(text[bytes])) --bytes;
  return text.substr(0, bytes);
}

}  // namespace redress::parsers
