#include "parsers/text/html_text.hpp"

#include "parsers/ascii.hpp"
#include "parsers/mime/charset.hpp"
#include "parsers/text/html_reduce.hpp"

#include <gumbo.h>

#include <algorithm>
#include <memory>
#include <utility>

namespace redress::parsers {
namespace {

struct DestroyTree {
  void operator()(GumboOutput* tree) const { gumbo_destroy_output(&kGumboDefaultOptions, tree); }
};
using Tree = std::unique_ptr<GumboOutput, DestroyTree>;

constexpr std::size_t k_quote_levels = 20;
// How much of a link's text is searched for its address.
constexpr std::size_t k_link_bytes = 2000;
// No-break space, which writers of HTML use as a space like any other.
constexpr std::string_view k_nbsp = "\xC2\xA0";

/// Lays out text: collapses white space, keeps at most one empty line between paragraphs.
class Page {
 public:
  void words(std::string_view text) {
    for (std::size_t at = 0; at < text.size(); ++at) {
      const bool nbsp = text.substr(at, 2) == k_nbsp;
      if (nbsp) ++at;
      if (nbsp || ascii::is_space(text[at])) {
        space_ = space_ || !at_line_start_;
      } else if (ascii::byte(text[at]) >= 0x20 && text[at] != 0x7F) {
        letter(text[at]);
      }
    }
  }

  void verbatim(std::string_view text) {
    for (const char c : text) {
      if (c == '\n') {
        line_break();
      } else if (ascii::byte(c) >= 0x20 || c == '\t') {
        letter(c);
      }
    }
  }

  /// Ends the line if there is one.
  void new_line() {
    if (!at_line_start_) line_break();
  }
  void paragraph() {
    new_line();
    wanted_blank_ = true;
  }
  /// As <br>: an empty line where the line was empty.
  void line_break() {
    if (at_line_start_) {
      wanted_blank_ = true;
    } else {
      out_ += '\n';
      at_line_start_ = true;
    }
    space_ = false;
  }
  void cell() { space_ = space_ || !at_line_start_; }

  std::size_t quote_level{};
  bool signature{false};
  std::string take() { return std::move(out_); }

 private:
  void letter(char c) {
    if (at_line_start_) {
      if (wanted_blank_ && !out_.empty()) {
        marks(std::min(quote_level, last_level_));
        out_ += '\n';
      }
      marks(quote_level);
      if (signature) out_ += k_signature_mark;
      last_level_ = quote_level;
      wanted_blank_ = at_line_start_ = space_ = false;
    }
    if (space_) out_ += ' ';
    space_ = false;
    out_ += c;
  }
  void marks(std::size_t level) { out_.append(level, k_quote_mark); }

  std::string out_;
  std::size_t last_level_{};
  bool at_line_start_{true};
  bool wanted_blank_{false};
  bool space_{false};
};

std::string_view attribute(const GumboElement& element, const char* name) {
  const auto* found = gumbo_get_attribute(&element.attributes, name);
  return found == nullptr ? std::string_view{} : std::string_view{found->value};
}

/// Nesting is bounded by reduce_html, so recursion is too.
class Walker {
 public:
  explicit Walker(Page& page) : page_(page) {}

  void node(const GumboNode& node) {
    switch (node.type) {
      case GUMBO_NODE_TEXT:
      case GUMBO_NODE_CDATA:
      case GUMBO_NODE_WHITESPACE: text(node.v.text.text); break;
      case GUMBO_NODE_ELEMENT: element(node.v.element); break;
      default: break;
    }
  }

  void children(const GumboVector& nodes) {
    for (unsigned n = 0; n < nodes.length; ++n) {
      node(*static_cast<const GumboNode*>(nodes.data[n]));
    }
  }

 private:
  void text(std::string_view text) {
    if (preformatted_ > 0) {
      page_.verbatim(text);
    } else {
      page_.words(text);
    }
    if (link_text_ != nullptr && link_text_->size() < k_link_bytes) {
      link_text_->append(text.substr(0, k_link_bytes));
    }
  }

  void element(const GumboElement& element) {
    switch (element.tag) {
      case GUMBO_TAG_BR: page_.line_break(); return;
      case GUMBO_TAG_HR: page_.paragraph(); return;
      case GUMBO_TAG_IMG: page_.words(attribute(element, "alt")); return;
      case GUMBO_TAG_A: link(element); return;
      case GUMBO_TAG_P:
      case GUMBO_TAG_TABLE:
      case GUMBO_TAG_UL:
      case GUMBO_TAG_OL: paragraph(element); return;
      case GUMBO_TAG_PRE:
        ++preformatted_;
        paragraph(element);
        --preformatted_;
        return;
      case GUMBO_TAG_BLOCKQUOTE: quote(element); return;
      case GUMBO_TAG_LI:
        page_.new_line();
        page_.words("- ");
        children(element.children);
        page_.new_line();
        return;
      case GUMBO_TAG_TD:
      case GUMBO_TAG_TH:
        page_.cell();
        children(element.children);
        page_.cell();
        return;
      case GUMBO_TAG_DIV:
      case GUMBO_TAG_TR: block(element); return;
      default: children(element.children); return;
    }
  }

  void paragraph(const GumboElement& element) {
    page_.paragraph();
    block(element);
    page_.paragraph();
  }

  void block(const GumboElement& element) {
    const bool was = page_.signature;
    page_.new_line();
    if (attribute(element, "class") == k_signature_class) page_.signature = true;
    children(element.children);
    page_.new_line();
    page_.signature = was;
  }

  void quote(const GumboElement& element) {
    const bool quoted = attribute(element, "class") == k_quote_class;
    const auto level = page_.quote_level;
    page_.paragraph();
    if (quoted && level < k_quote_levels) ++page_.quote_level;
    children(element.children);
    page_.new_line();
    page_.quote_level = level;
    page_.paragraph();
  }

  void link(const GumboElement& element) {
    std::string shown;
    auto* const outer = std::exchange(link_text_, &shown);
    children(element.children);
    link_text_ = outer;
    const auto target = attribute(element, "href");
    const bool web = ascii::starts_with(target, "http");
    if (!web || ascii::trimmed(shown).empty() || ascii::contains(shown, bare(target))) return;
    page_.words(" <");
    page_.words(target);
    page_.words(">");
  }

  /// A web address without what people leave out when they write it.
  static std::string_view bare(std::string_view url) {
    const auto slashes = url.find("//");
    if (slashes != url.npos) url.remove_prefix(slashes + 2);
    if (ascii::starts_with(url, "www.")) url.remove_prefix(4);
    while (url.ends_with('/')) url.remove_suffix(1);
    return url;
  }

  Page& page_;
  std::string* link_text_{nullptr};
  std::size_t preformatted_{};
};

}  // namespace

std::string html_to_marked_text(std::string_view html, const Limits& limits, DefectLog& defects) {
  const auto kept = cut_utf8(html, limits.html_bytes);
  auto reduced = reduce_html(kept, defects);
  if (kept.size() < html.size() || reduced.size() > limits.html_reduced_bytes) {
    defects.add("html_too_long");
  }
  // What a cut leaves open is closed by the reader, and no deeper than before.
  reduced.resize(cut_utf8(reduced, limits.html_reduced_bytes).size());
  GumboOptions options = kGumboDefaultOptions;
  options.max_errors = 0;
  const Tree tree{gumbo_parse_with_options(&options, reduced.data(), reduced.size())};
  if (!tree) return {};
  Page page;
  Walker{page}.children(tree->document->v.document.children);
  auto text = page.take();
  while (!text.empty() && ascii::is_space(text.back())) text.pop_back();
  return text;
}

std::string without_marks(std::string_view marked) {
  if (marked.find(k_quote_mark) == marked.npos && marked.find(k_signature_mark) == marked.npos) {
    return std::string{marked};
  }
  std::string out;
  out.reserve(marked.size());
  bool quoted = false;
  for (const char c : marked) {
    if (c == k_quote_mark) {
      out += '>';
      quoted = true;
    } else if (c != k_signature_mark) {
      if (quoted && c != '\n') out += ' ';
      quoted = false;
      out += c;
    }
  }
  return out;
}

}  // namespace redress::parsers
