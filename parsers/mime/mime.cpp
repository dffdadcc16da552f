#include "parsers/mime/mime.hpp"

#include "parsers/ascii.hpp"

#if defined(__clang__)
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wregister"
#endif
#include <mimetic/mimeentity.h>
#include <mimetic/parser/itparser.h>
#if defined(__clang__)
#pragma clang diagnostic pop
#endif

#include <algorithm>
#include <array>
#include <cstdint>
#include <iterator>

namespace redress::parsers {
namespace {

using Bytes = std::string::const_iterator;
using ParserBase = mimetic::IteratorParser<Bytes, std::iterator_traits<Bytes>::iterator_category>;
using ParserRoot = mimetic::IteratorParser<Bytes, std::input_iterator_tag>;  // has the position

/// mimetic's header reader without its body reader: that one recurses once a nesting level, takes
/// every line that only begins with a boundary for one, and rewrites the Content-Type it looked at.
class HeaderReader : public ParserBase {
 public:
  explicit HeaderReader(mimetic::MimeEntity& entity) : ParserBase(entity) {}
  void read(Bytes begin, Bytes end) {
    ParserRoot::m_bit = begin;
    ParserRoot::m_eit = end;
    loadHeader();
  }
};

constexpr std::uint8_t k_no_letter = 64;

/// The value of each letter of base64 (RFC 4648, 4); k_no_letter for every other byte.
constexpr std::array<std::uint8_t, 256> base64_values() {
  std::array<std::uint8_t, 256> out{};
  out.fill(k_no_letter);
  constexpr std::string_view k_letters =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  for (std::uint8_t value = 0; value < k_no_letter; ++value) {
    out[ascii::byte(k_letters[value])] = value;
  }
  return out;
}
constexpr auto k_base64_values = base64_values();

/// Letter by letter with what lies between them; whole groups of four, which are nearly all, at
/// once.
class Base64Reader {
 public:
  explicit Base64Reader(std::string_view encoded) : encoded_(encoded) {
    out_.bytes.resize(encoded.size() / 4 * 3 + 3);  // no letter gives more than six bits
    end_ = out_.bytes.data();
  }

  Decoded read() {
    for (std::size_t at = 0; at < encoded_.size(); ++at) {
      if (letters_ == 0) at = skip_groups(at);
      if (at < encoded_.size()) take(encoded_[at]);
    }
    end_piece();
    out_.bytes.resize(static_cast<std::size_t>(end_ - out_.bytes.data()));
    return std::move(out_);
  }

 private:
  std::uint32_t value(std::size_t at) const { return k_base64_values[ascii::byte(encoded_[at])]; }

  void put(std::uint32_t byte) { *end_++ = static_cast<char>(byte); }
  void put_group(std::uint32_t bits) {
    put(bits >> 16U);
    put(bits >> 8U);
    put(bits);
  }

  /// Decodes the groups from `at` on that stand side by side; the place behind them.
  std::size_t skip_groups(std::size_t at) {
    for (; at + 4 <= encoded_.size(); at += 4) {
      const auto a = value(at), b = value(at + 1), c = value(at + 2), d = value(at + 3);
      if (((a | b | c | d) & k_no_letter) != 0) break;
      put_group(a << 18U | b << 12U | c << 6U | d);
      padded_ = false;
    }
    return at;
  }

  void take(char c) {
    const std::uint32_t value = k_base64_values[ascii::byte(c)];
    if (value == k_no_letter) {
      padded_ = padded_ || c == '=';
      if (c != '=' && !ascii::is_space(c)) out_.clean = false;
      return;
    }
    if (padded_) end_piece();  // encoded pieces in a row
    bits_ = bits_ << 6U | value;
    if (++letters_ < 4) return;
    put_group(bits_);
    bits_ = letters_ = 0;
  }

  /// Of a group that is not full two letters hold one byte, three hold two, one holds none.
  void end_piece() {
    if (letters_ == 1 || (letters_ > 1 && !padded_)) out_.clean = false;
    if (letters_ == 2) put(bits_ >> 4U);
    if (letters_ == 3) {
      put(bits_ >> 10U);
      put(bits_ >> 2U);
    }
    bits_ = letters_ = 0;
    padded_ = false;
  }

  std::string_view encoded_;
  Decoded out_;
  char* end_{};              ///< of what is decoded, in out_.bytes
  std::uint32_t bits_{};     ///< of the group that is not full yet
  std::uint32_t letters_{};  ///< how many of it are there
  bool padded_{false};       ///< a "=" came since the last letter
};

/// Decodes one line (RFC 2045, 6.7); true where the next one goes on with it.
bool append_quoted_printable(std::string_view line, Decoded& out) {
  while (!line.empty() && ascii::is_blank(line.back())) line.remove_suffix(1);  // of a transport
  const bool goes_on = line.ends_with('=');
  if (goes_on) line.remove_suffix(1);
  while (!line.empty()) {
    const auto sign = std::min(line.find('='), line.size());
    out.bytes += line.substr(0, sign);
    line.remove_prefix(sign);
    if (line.empty()) break;
    const int high = line.size() > 2 ? ascii::hex_value(line[1]) : -1;
    const int low = line.size() > 2 ? ascii::hex_value(line[2]) : -1;
    const bool pair = high >= 0 && low >= 0;
    out.bytes += pair ? static_cast<char>(high * 16 + low) : '=';
    out.clean = out.clean && pair;
    line.remove_prefix(pair ? 3 : 1);
  }
  return goes_on;
}

}  // namespace

std::vector<HeaderField> split_header_block(std::string_view block) {
  // A field is only complete for mimetic when the line after it begins.
  const std::string bytes = std::string{block} + "\r\n\r\n";
  mimetic::MimeEntity entity;
  HeaderReader{entity}.read(bytes.begin(), bytes.end());
  std::vector<HeaderField> fields;
  for (const auto& field : entity.header()) {
    const auto& name = field.name();
    fields.push_back(
        {std::string{name.begin(), name.end()}, std::string{ascii::trimmed(field.value())}});
  }
  return fields;
}

Decoded decode_base64(std::string_view encoded) {
  return Base64Reader{encoded}.read();
}

Decoded decode_quoted_printable(std::string_view encoded) {
  Decoded out;
  out.bytes.reserve(encoded.size());
  bool goes_on = true;
  ascii::Lines lines{encoded};
  for (std::string_view line; lines.next(line);) {
    goes_on = append_quoted_printable(line, out);
    if (!goes_on) out.bytes += '\n';
  }
  const bool ended = encoded.ends_with('\n') || encoded.ends_with('\r');
  if (!goes_on && !ended) out.bytes.pop_back();
  return out;
}

}  // namespace redress::parsers
