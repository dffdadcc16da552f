#include "parsers/mime/encoded_words.hpp"

#include "parsers/ascii.hpp"
#include "parsers/mime/charset.hpp"
#include "parsers/mime/mime.hpp"

namespace redress::parsers {
namespace {

constexpr std::size_t k_charset_bytes = 60;

/// The Q encoding (RFC 2047, 4.2).
std::string decode_q(std::string_view text, DefectLog& defects) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '_') {
      out += ' ';
    } else if (c == '=' && at + 2 < text.size() && ascii::hex_value(text[at + 1]) >= 0 &&
               ascii::hex_value(text[at + 2]) >= 0) {
      out +=
          static_cast<char>(ascii::hex_value(text[at + 1]) * 16 + ascii::hex_value(text[at + 2]));
      at += 2;
    } else {
      if (c == '=') defects.add("encoded_word_invalid", text);
      out += c;
    }
  }
  return out;
}

std::string word_bytes(const EncodedWord& word, DefectLog& defects) {
  if (word.encoding == 'q') return decode_q(word.text, defects);
  auto decoded = decode_base64(word.text);
  // Missing padding is so common in words that it is worth no remark.
  return std::move(decoded.bytes);
}

std::string_view without_language(std::string_view charset) {
  return charset.substr(0, charset.find('*'));
}

std::string raw_text(std::string_view raw, DefectLog& defects) {
  if (is_utf8(raw)) return std::string{raw};
  defects.add("header_8bit", raw);
  return to_utf8(raw, "utf-8", defects);
}

bool is_blank(std::string_view text) {
  return ascii::trimmed(text).empty();
}

std::string without_controls(std::string text) {
  for (char& c : text) {
    if (ascii::byte(c) < 0x20 || c == 0x7F) c = ' ';
  }
  return text;
}

/// Words in a row whose bytes belong together.
class Run {
 public:
  explicit Run(DefectLog& defects) : defects_(defects) {}
  void add(const EncodedWord& word, std::string& out) {
    if (!ascii::equal(charset_, word.charset)) flush(out);
    charset_ = word.charset;
    bytes_ += word_bytes(word, defects_);
  }
  void flush(std::string& out) {
    if (!bytes_.empty()) out += to_utf8(bytes_, charset_, defects_);
    bytes_.clear();
    charset_ = {};
  }

 private:
  DefectLog& defects_;
  std::string bytes_;
  std::string_view charset_;
};

}  // namespace

bool EncodedWordFinder::at(std::size_t at, EncodedWord& word) {
  if (field_.substr(at, 2) != "=?") return false;
  const auto charset_end = field_.substr(at + 2, k_charset_bytes).find('?');
  if (charset_end == std::string_view::npos || charset_end == 0) return false;
  const auto encoding_at = at + 2 + charset_end + 1;
  const auto head = field_.substr(encoding_at, 2);
  if (head.size() != 2 || head[1] != '?') return false;
  const char encoding = ascii::lower(head[0]);
  if (encoding != 'b' && encoding != 'q') return false;
  const auto charset = field_.substr(at + 2, charset_end);
  if (charset.find_first_of(" \t=\"<>@,;") != std::string_view::npos) return false;
  const auto text_at = encoding_at + 2;
  if (next_end_ < text_at) {
    const auto found = field_.find("?=", text_at);
    next_end_ = found == std::string_view::npos ? field_.size() : found;
  }
  if (next_end_ >= field_.size()) return false;
  word = {at, next_end_ + 2, without_language(charset), encoding,
          field_.substr(text_at, next_end_ - text_at)};
  return true;
}

std::string decode_encoded_words(std::string_view field, DefectLog& defects) {
  std::string out;
  EncodedWordFinder finder{field};
  Run run{defects};
  std::size_t plain = 0;  // where text starts that is not written yet
  bool after_word = false;
  for (auto at = field.find("=?"); at != field.npos; at = field.find("=?", at)) {
    EncodedWord word;
    if (!finder.at(at, word)) {
      ++at;
      continue;
    }
    const auto between = field.substr(plain, at - plain);
    if (!after_word || !is_blank(between)) {
      run.flush(out);
      out += raw_text(between, defects);
    }
    run.add(word, out);
    after_word = true;
    at = plain = word.end;
  }
  run.flush(out);
  out += raw_text(field.substr(plain), defects);
  return without_controls(std::move(out));
}

}  // namespace redress::parsers
