#include "parsers/text/new_text.hpp"

#include "parsers/ascii.hpp"
#include "parsers/text/attribution.hpp"
#include "parsers/text/html_text.hpp"
#include "parsers/text/quote_lines.hpp"
#include "parsers/text/signature.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <vector>

namespace redress::parsers {
namespace {

// Lines over which programs break "On … wrote:".
constexpr std::size_t k_attribution_lines = 5;
constexpr std::size_t k_attribution_bytes = 400;
// Lines of a header block looked at, and how many of them must be header lines.
constexpr std::size_t k_header_lines = 8;
constexpr std::size_t k_header_hits = 2;

enum class Line { written, quoted, heading, signature, gone };

class Reader {
 public:
  explicit Reader(std::string_view text) {
    ascii::Lines lines{text};
    for (std::string_view line; lines.next(line);) lines_.push_back(line);
    kinds_.assign(lines_.size(), Line::written);
  }

  std::string read() {
    mark_quotes();
    mark_headings();
    mark_signatures();
    return written();
  }

  /// Whether something of another writer was left out.
  bool left_out_quotes() const {
    return std::any_of(kinds_.begin(), kinds_.end(),
                       [](Line kind) { return kind == Line::quoted || kind == Line::gone; });
  }

 private:
  bool blank(std::size_t n) const { return ascii::trimmed(lines_[n]).empty(); }

  void mark_quotes() {
    for (std::size_t n = 0; n < lines_.size(); ++n) {
      if (lines_[n].starts_with(k_signature_mark)) {
        kinds_[n] = Line::signature;
      } else if (is_quoted_line(lines_[n]) && !ends_address(n)) {
        kinds_[n] = Line::quoted;
      }
    }
  }

  /// Whether the ">" of a line belongs to "<jo@example.org" above it, where a program broke a long
  /// phrase.
  bool ends_address(std::size_t n) const {
    if (!lines_[n].starts_with('>') || !may_end_attribution(lines_[n])) return false;
    int open = 0;
    for (auto at = n; at > 0 && n - at < 2 && kinds_[at - 1] == Line::written; --at) {
      const auto above = lines_[at - 1];
      if (above.size() > k_attribution_bytes) return false;
      open += static_cast<int>(std::count(above.begin(), above.end(), '<'));
      open -= static_cast<int>(std::count(above.begin(), above.end(), '>'));
    }
    return open > 0;
  }

  void mark_headings() {
    for (std::size_t n = 0; n < lines_.size(); ++n) {
      if (kinds_[n] != Line::written) continue;
      if (is_quote_separator(lines_[n]) || is_header_block(n)) return forget_from(rule_above(n));
      if (may_end_attribution(lines_[n]) && !take_attribution(n)) return;
      if (first_written_ == k_none && kinds_[n] == Line::written && !blank(n)) first_written_ = n;
    }
  }

  /// Marks a phrase that ends at n, and what it quotes. False where that reaches to the end.
  bool take_attribution(std::size_t n) {
    const auto phrase = phrase_ending_at(n);
    if (phrase.kind == Attribution::none) return true;
    const auto after = first_text(n + 1);
    const bool bars = after < lines_.size() && is_barred(after);
    const bool marked = after >= lines_.size() || kinds_[after] != Line::written || bars;
    if (!marked && phrase.kind != Attribution::certain) return true;
    const bool anything_above = first_written_ < phrase.start;
    if (!marked && anything_above) {
      // A quotation without marks reaches to the end.
      forget_from(phrase.start);
      return false;
    }
    // At the very top nobody knows where the quotation ends: all of it stays.
    std::fill(kinds_.begin() + static_cast<std::ptrdiff_t>(phrase.start),
              kinds_.begin() + static_cast<std::ptrdiff_t>(n) + 1, Line::heading);
    if (!anything_above) first_written_ = k_none;
    for (auto at = after; bars && at < lines_.size() && is_barred(at); ++at) {
      kinds_[at] = Line::quoted;
    }
    return true;
  }

  bool is_barred(std::size_t n) const { return ascii::trimmed(lines_[n]).starts_with('|'); }

  struct Phrase {
    std::size_t start{};
    Attribution kind{Attribution::none};
  };

  Phrase phrase_ending_at(std::size_t n) const {
    std::array<std::size_t, k_attribution_lines> at{};  // lines going up
    std::array<std::string_view, k_attribution_lines> text{};
    std::size_t count = 0;
    std::size_t bytes = 0;
    for (auto line = n;; line = above(line)) {
      bytes += lines_[line].size();
      if (bytes > k_attribution_bytes) break;
      at.at(count) = line;
      text.at(k_attribution_lines - ++count) = lines_[line];
      if (count == k_attribution_lines || above(line) == k_none) break;
    }
    const std::span<const std::string_view> all{text};
    const auto found = find_attribution(all.last(count));
    return {found.lines == 0 ? n : at.at(found.lines - 1), found.kind};
  }

  /// The line above that may belong to the same phrase, or k_none. Only before "<" a gap may be.
  std::size_t above(std::size_t n) const {
    if (n == 0) return k_none;
    auto at = n - 1;
    if (blank(at) && at > 0 && ascii::trimmed(lines_[n]).starts_with('<')) --at;
    if (blank(at) || kinds_[at] != Line::written || may_end_attribution(lines_[at])) return k_none;
    return at;
  }

  std::size_t first_text(std::size_t from) const {
    while (from < lines_.size() && blank(from)) ++from;
    return from;
  }

  void forget_from(std::size_t n) {
    std::fill(kinds_.begin() + static_cast<std::ptrdiff_t>(n), kinds_.end(), Line::gone);
  }

  /// The rule of underscores or dashes that Outlook draws above its header block.
  std::size_t rule_above(std::size_t n) const {
    auto at = n;
    while (at > 0 && blank(at - 1)) --at;
    if (at == 0) return n;
    const auto above = ascii::trimmed(lines_[at - 1]);
    const bool rule = above.size() >= 5 && above.find_first_not_of("_-") == above.npos;
    return rule ? at - 1 : n;
  }

  bool is_header_block(std::size_t n) const {
    const bool sent_first =
        n + 1 < lines_.size() && is_quoted_sent(lines_[n]) && is_quoted_from(lines_[n + 1]);
    if (!sent_first && !is_quoted_from(lines_[n])) return false;
    std::size_t hits = 0;
    std::size_t seen = 0;
    for (auto at = n + 1; at < lines_.size() && seen < k_header_lines; ++at) {
      if (blank(at) && ++seen > 2) break;
      if (is_quoted_header(lines_[at])) ++hits;
      ++seen;
    }
    return hits >= k_header_hits;
  }

  void mark_signatures() {
    bool in_signature = false;
    for (std::size_t n = 0; n < lines_.size(); ++n) {
      if (kinds_[n] == Line::quoted || kinds_[n] == Line::heading) in_signature = false;
      if (kinds_[n] != Line::written) continue;
      const bool starts = is_signature_delimiter(lines_[n]) || starts_disclaimer(lines_[n]);
      in_signature = in_signature || (starts && any_written_before(n));
      const bool apart = n == 0 || blank(n - 1) || kinds_[n - 1] != Line::written;
      if (in_signature || is_device_signature(lines_[n], apart)) kinds_[n] = Line::signature;
    }
  }

  bool any_written_before(std::size_t n) {
    for (; checked_ < n && !written_before_; ++checked_) {
      written_before_ = kinds_[checked_] == Line::written && !blank(checked_);
    }
    return written_before_;
  }

  std::string written() const {
    std::string out;
    bool gap = false;
    for (std::size_t n = 0; n < lines_.size(); ++n) {
      if (kinds_[n] != Line::written || blank(n)) {
        gap = true;
        continue;
      }
      if (!out.empty()) out += gap ? "\n\n" : "\n";
      gap = false;
      out += lines_[n];
    }
    return out;
  }

  std::vector<std::string_view> lines_;
  std::vector<Line> kinds_;
  static constexpr auto k_none = static_cast<std::size_t>(-1);
  std::size_t first_written_{k_none};  ///< before the line that is looked at
  std::size_t checked_{};
  bool written_before_{false};
};

}  // namespace

std::string new_text_of(std::string_view marked, std::string_view sender_name) {
  Reader reader{marked};
  const auto text = reader.read();
  const auto written = without_typed_signature(ascii::trimmed(text), sender_name);
  if (!written.empty() || !reader.left_out_quotes()) return std::string{written};
  const auto whole = without_marks(marked);
  return std::string{ascii::trimmed(whole)};
}

}  // namespace redress::parsers
