#include "parsers/mime.hpp"

#include "parsers/ascii.hpp"

#if defined(__clang__)
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wregister"
#endif
#include <mimetic/codec/base64.h>
#include <mimetic/codec/qp.h>
#include <mimetic/mimeentity.h>
#include <mimetic/parser/itparser.h>
#if defined(__clang__)
#pragma clang diagnostic pop
#endif

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

constexpr bool is_base64(char c) {
  return ascii::is_alpha(c) || ascii::is_digit(c) || c == '+' || c == '/';
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
  // Only the alphabet reaches the codec: it looks one past its table for other bytes.
  Decoded out;
  std::string clean;
  clean.reserve(encoded.size());
  bool padded = false;
  for (const char c : encoded) {
    if (is_base64(c)) {
      if (padded) clean.append((4 - clean.size() % 4) % 4, '=');  // encoded pieces in a row
      padded = false;
      clean += c;
    } else if (c == '=') {
      padded = true;
    } else if (!ascii::is_space(c)) {
      out.clean = false;
    }
  }
  const auto rest = clean.size() % 4;
  if (rest == 1) {
    out.clean = false;
    clean.pop_back();
  } else if (rest != 0) {
    out.clean = out.clean && padded;
    clean.append(4 - rest, '=');
  }
  out.bytes.reserve(clean.size() / 4 * 3);
  mimetic::Base64::Decoder codec;
  codec.process(clean.begin(), clean.end(), std::back_inserter(out.bytes));
  return out;
}

Decoded decode_quoted_printable(std::string_view encoded) {
  // CRLF throughout: after trailing blanks the codec takes a bare LF for a soft line break.
  Decoded out;
  std::string lines;
  lines.reserve(encoded.size() + encoded.size() / 32);
  ascii::Lines reader{encoded};
  for (std::string_view line; reader.next(line);) {
    if (reader.start() != 0) lines += "\r\n";
    lines += line;
    for (auto at = line.find('='); at != line.npos; at = line.find('=', at + 1)) {
      const auto after = line.substr(at + 1);
      const bool soft = ascii::trimmed(after).empty();
      const bool hex =
          after.size() >= 2 && ascii::hex_value(after[0]) >= 0 && ascii::hex_value(after[1]) >= 0;
      out.clean = out.clean && (soft || hex);
      if (soft) break;
    }
  }
  const bool ended = !encoded.empty() && (encoded.back() == '\n' || encoded.back() == '\r');
  if (ended) lines += "\r\n";
  out.bytes.reserve(lines.size());
  mimetic::QP::Decoder codec;
  auto sink = std::back_inserter(out.bytes);
  codec.process(lines.begin(), lines.end(), sink);
  return out;
}

}  // namespace redress::parsers
