#include "parsers/new_text.hpp"

#include "parsers/ascii.hpp"
#include "parsers/html_text.hpp"
#include "parsers/quote_lines.hpp"
#include "parsers/signature.hpp"

#include <algorithm>
#include <vector>

namespace redress::parsers {
namespace {

// Lines over which programs break "On … wrote:".
constexpr std::size_t k_attribution_lines = 4;
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
      if (is_quoted_line(lines_[n])) {
        kinds_[n] = Line::quoted;
      } else if (lines_[n].starts_with(k_signature_mark)) {
        kinds_[n] = Line::signature;
      }
    }
  }

  void mark_headings() {
    for (std::size_t n = 0; n < lines_.size(); ++n) {
      if (kinds_[n] != Line::written) continue;
      if (is_quote_separator(lines_[n]) || is_header_block(n)) return forget_from(rule_above(n));
      const auto end = attribution_end(n);
      if (end == 0) continue;
      const auto after = first_text(end);
      const bool marked = after >= lines_.size() || kinds_[after] != Line::written;
      if (!marked) {
        // A quotation without marks reaches to the end; but people also write "she wrote:".
        if (is_certain(n, end)) return forget_from(n);
        continue;
      }
      for (auto at = n; at < end; ++at) kinds_[at] = Line::heading;
    }
  }

  /// Whether a program wrote the phrase: it names an address, or a date with a time or a year.
  bool is_certain(std::size_t from, std::size_t end) const {
    for (auto at = from; at < end; ++at) {
      const auto line = lines_[at];
      for (std::size_t n = 1; n + 1 < line.size(); ++n) {
        if (line[n] == '@') return true;
        const bool around = ascii::is_digit(line[n - 1]) && ascii::is_digit(line[n + 1]);
        if (around && line[n] == ':') return true;
        if (around && n + 2 < line.size() && line.substr(n - 1, 2) == "20") return true;
      }
    }
    return false;
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
    if (!is_quoted_from(lines_[n])) return false;
    std::size_t hits = 0;
    std::size_t seen = 0;
    for (auto at = n + 1; at < lines_.size() && seen < k_header_lines; ++at) {
      if (blank(at) && ++seen > 2) break;
      if (is_quoted_header(lines_[at])) ++hits;
      ++seen;
    }
    return hits >= k_header_hits;
  }

  /// Line behind a phrase that starts at n, or 0.
  std::size_t attribution_end(std::size_t n) const {
    if (!starts_attribution(lines_[n])) return 0;
    std::size_t bytes = 0;
    const auto last = std::min(n + k_attribution_lines, lines_.size());
    for (auto at = n; at < last && !blank(at) && kinds_[at] == Line::written; ++at) {
      bytes += lines_[at].size();
      if (bytes > k_attribution_bytes) return 0;
      if (ends_attribution(lines_[at])) return at + 1;
    }
    return 0;
  }

  void mark_signatures() {
    bool in_signature = false;
    for (std::size_t n = 0; n < lines_.size(); ++n) {
      if (kinds_[n] == Line::quoted || kinds_[n] == Line::heading) in_signature = false;
      if (kinds_[n] != Line::written) continue;
      const bool starts = is_signature_delimiter(lines_[n]) || starts_disclaimer(lines_[n]);
      in_signature = in_signature || (starts && any_written_before(n));
      if (in_signature || is_device_signature(lines_[n])) kinds_[n] = Line::signature;
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
