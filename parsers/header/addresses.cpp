#include "parsers/header/addresses.hpp"

#include "parsers/ascii.hpp"
#include "parsers/mime/charset.hpp"
#include "parsers/mime/encoded_words.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace redress::parsers {
namespace {

/// What stands between two separators of a list, as it is gathered.
struct Piece {
  std::string words;    ///< phrase or bare address: quotes undone, comments left out
  std::string comment;  ///< what stood in comments; the name of an old style address
  std::string angle;    ///< what stood in angle brackets
  bool has_angle{false};
  bool quoted{false};  ///< some of the words stood in quotes

  bool empty() const {
    return !has_angle && ascii::trimmed(words).empty() && ascii::trimmed(comment).empty();
  }
};

std::string squeezed(std::string_view text) {
  std::string out;
  for (const char c : ascii::trimmed(text)) {
    const bool blank = ascii::is_space(c);
    if (!blank) {
      out += c;
    } else if (out.back() != ' ') {
      out += ' ';
    }
  }
  return out;
}

/// `@a,@b:user@host` to `user@host` (RFC 5322, 4.4).
std::string_view without_route(std::string_view address) {
  const auto colon = address.starts_with('@') ? address.find(':') : address.npos;
  return colon == address.npos ? address : address.substr(colon + 1);
}

/// Reads the list in one pass; quotes and comments that never end are taken as letters.
class ListReader {
 public:
  ListReader(std::string_view field, std::size_t limit, DefectLog& defects)
      : field_(field), limit_(limit), defects_(defects), words_(field) {}

  std::vector<Address> read() {
    while (at_ < field_.size() && !full()) step();
    flush(true);
    flush_pending();
    if (full() && at_ < field_.size()) defects_.add("too_many_addresses");
    return std::move(out_);
  }

 private:
  bool full() const { return out_.size() >= limit_; }

  void step() {
    const char c = field_[at_];
    EncodedWord word;
    if (c == '=' && words_.at(at_, word)) {
      piece_.words += field_.substr(at_, word.end - at_);
      at_ = word.end;
    } else if (c == '"' && !piece_.has_angle) {
      quoted_string();
    } else if (c == '(') {
      comment();
    } else if (c == '<') {
      angle();
    } else if (c == ',' || c == ';') {
      ++at_;
      flush(c == ';');
    } else if (c == ':' && !piece_.has_angle && piece_.words.find('@') == std::string::npos) {
      // The name of a group; its members follow, up to the semicolon.
      ++at_;
      piece_ = {};
      pending_ = {};
    } else {
      if (piece_.has_angle && !ascii::is_space(c)) flush(true);  // the comma was forgotten
      piece_.words += c;
      ++at_;
    }
  }

  void quoted_string() {
    std::string text;
    auto at = at_ + 1;
    for (; !no_more_quotes_ && at < field_.size() && field_[at] != '"'; ++at) {
      if (field_[at] == '\\' && at + 1 < field_.size()) ++at;
      text += field_[at];
    }
    if (no_more_quotes_ || at >= field_.size()) {
      no_more_quotes_ = true;
      piece_.words += field_[at_++];
      return;
    }
    at_ = at + 1;
    piece_.quoted = true;
    piece_.words += text;
  }

  void comment() {
    std::string text;
    std::size_t depth = 0;
    for (auto at = at_; !no_more_comments_ && at < field_.size(); ++at) {
      const char c = field_[at];
      if (c == '(' && depth++ == 0) continue;
      if (c == ')' && --depth == 0) {
        if (!piece_.comment.empty()) piece_.comment += ' ';
        piece_.comment += text;
        at_ = at + 1;
        return;
      }
      if (c == '\\' && at + 1 < field_.size()) ++at;
      text += field_[at];
    }
    no_more_comments_ = true;
    piece_.words += field_[at_++];
  }

  void angle() {
    if (piece_.has_angle) flush(true);
    const auto close = no_more_angles_ ? std::string_view::npos : field_.find('>', at_);
    if (close == std::string_view::npos) {
      no_more_angles_ = true;
      piece_.angle = field_.substr(at_ + 1, field_.find_first_of(",;", at_) - at_ - 1);
      at_ += 1 + piece_.angle.size();
    } else {
      piece_.angle = field_.substr(at_ + 1, close - at_ - 1);
      at_ = close + 1;
    }
    piece_.has_angle = true;
  }

  /// Ends a piece. Words without an address may be the surname of "Bloggs, Jo <jo@…>": they wait
  /// for the next piece, unless the list ends (`last`).
  void flush(bool last) {
    Piece piece = std::exchange(piece_, {});
    const bool addressed = piece.has_angle || piece.words.find('@') != std::string::npos;
    if (!addressed && !last) {
      if (piece.empty()) return;
      if (!pending_.empty()) flush_pending();
      pending_ = std::move(piece);
      return;
    }
    if (!pending_.empty()) {
      if (piece.has_angle && !piece.quoted) {
        piece.words = std::exchange(pending_, {}).words + ", " + squeezed(piece.words);
      } else {
        flush_pending();
      }
    }
    if (!piece.empty()) keep(piece);
  }

  void flush_pending() {
    const Piece piece = std::exchange(pending_, {});
    if (!piece.empty()) keep(piece);
  }

  /// Addresses with nothing but blanks between them, where the commas were forgotten.
  bool keep_each(const Piece& piece) {
    if (piece.has_angle || piece.quoted) return false;
    std::vector<Address> found;
    for (std::size_t at = 0; at < piece.words.size() && out_.size() + found.size() < limit_;) {
      const auto start = piece.words.find_first_not_of(" \t\r\n", at);
      if (start == std::string::npos) break;
      at = std::min(piece.words.find_first_of(" \t\r\n", start), piece.words.size());
      auto address = piece.words.substr(start, at - start);
      auto parsed = domain::MailAddress::parse(address);
      if (!parsed || address.find('.', address.find('@')) == std::string::npos) return false;
      found.push_back({{}, std::move(address), std::move(parsed.value())});
    }
    if (found.size() < 2) return false;
    std::move(found.begin(), found.end(), std::back_inserter(out_));
    return true;
  }

  void keep(const Piece& piece) {
    if (full() || keep_each(piece)) return;
    Address address;
    std::string_view name;
    if (piece.has_angle) {
      address.address = plain(without_route(ascii::trimmed(piece.angle)));
      name = ascii::trimmed(piece.words).empty() ? std::string_view{piece.comment} : piece.words;
    } else if (piece.words.find('@') != std::string::npos) {
      bare(piece, address);
      name = address.name.empty() ? std::string_view{piece.comment} : address.name;
    } else {
      name = ascii::trimmed(piece.words).empty() ? std::string_view{piece.comment} : piece.words;
    }
    address.name = squeezed(decode_encoded_words(name, defects_));
    if (auto parsed = domain::MailAddress::parse(address.address)) {
      address.parsed = std::move(parsed.value());
    } else if (!(piece.has_angle && address.address.empty())) {
      defects_.add("address_invalid", address.address.empty() ? address.name : address.address);
    }
    out_.push_back(std::move(address));
  }

  /// Words with an "@" but no angle brackets: the last word that has one is the address.
  void bare(const Piece& piece, Address& address) {
    if (piece.quoted) {
      address.address = plain(piece.words);
      return;
    }
    const auto words = without_inner_blanks(ascii::trimmed(piece.words));
    const auto at = words.rfind('@');
    auto start = words.find_last_of(" \t", at);
    start = start == words.npos ? 0 : start + 1;
    const auto end = std::min(words.find_first_of(" \t", at), words.size());
    address.address = plain(std::string_view{words}.substr(start, end - start));
    address.name = words.substr(0, start);
  }

  /// Blanks around "@", and a "." that stands alone, are obsolete syntax (RFC 5322, 4.4).
  static std::string without_inner_blanks(std::string_view text) {
    std::string out;
    bool glue = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
      const char c = text[at];
      if (glue && ascii::is_blank(c)) continue;
      const bool lone_dot =
          c == '.' && out.ends_with(' ') && at + 1 < text.size() && ascii::is_blank(text[at + 1]);
      glue = c == '@' || lone_dot;
      while (glue && out.ends_with(' ')) out.pop_back();
      out += c == '\t' ? ' ' : c;
    }
    return out;
  }

  /// An addr-spec as UTF-8, without comments and blanks; quotes are left where they are.
  std::string plain(std::string_view text) {
    std::string out;
    std::size_t depth = 0;
    for (const char c : text) {
      if (c == '(') ++depth;
      if (depth == 0 && !ascii::is_space(c) && ascii::byte(c) >= 0x20) out += c;
      if (c == ')' && depth > 0) --depth;
    }
    if (!is_utf8(out)) out = to_utf8(out, "utf-8", defects_);
    return out;
  }

  std::string_view field_;
  std::size_t limit_;
  DefectLog& defects_;
  EncodedWordFinder words_;
  std::size_t at_{};
  Piece piece_;
  Piece pending_;
  std::vector<Address> out_;
  bool no_more_quotes_{false};
  bool no_more_comments_{false};
  bool no_more_angles_{false};
};

}  // namespace

std::vector<Address> parse_addresses(std::string_view field, std::size_t limit,
                                     DefectLog& defects) {
  return ListReader{field, limit, defects}.read();
}

}  // namespace redress::parsers
