#include "parsers/text/html_reduce.hpp"

#include "parsers/ascii.hpp"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace redress::parsers {
namespace {

constexpr std::size_t k_depth = 200;
constexpr std::size_t k_attributes = 100;
constexpr std::size_t k_attribute_bytes = 2000;

enum class Keep {
  element,  ///< goes on as it is
  block,    ///< goes on as a div
  empty,    ///< goes on; has no content
  inline_,  ///< only its text goes on
  raw,      ///< neither it nor its content, which is no markup, goes on
  drop,     ///< neither it nor its content goes on
};

struct ElementRule {
  std::string_view name;
  Keep keep;
};

/// Elements that are not here are inline.
constexpr std::array k_elements{
    ElementRule{"a", Keep::element},      ElementRule{"blockquote", Keep::element},
    ElementRule{"br", Keep::empty},       ElementRule{"div", Keep::element},
    ElementRule{"hr", Keep::empty},       ElementRule{"img", Keep::empty},
    ElementRule{"li", Keep::element},     ElementRule{"ol", Keep::element},
    ElementRule{"p", Keep::element},      ElementRule{"pre", Keep::element},
    ElementRule{"table", Keep::element},  ElementRule{"tbody", Keep::inline_},
    ElementRule{"td", Keep::element},     ElementRule{"th", Keep::element},
    ElementRule{"tr", Keep::element},     ElementRule{"ul", Keep::element},
    ElementRule{"h1", Keep::block},       ElementRule{"h2", Keep::block},
    ElementRule{"h3", Keep::block},       ElementRule{"h4", Keep::block},
    ElementRule{"h5", Keep::block},       ElementRule{"h6", Keep::block},
    ElementRule{"address", Keep::block},  ElementRule{"article", Keep::block},
    ElementRule{"aside", Keep::block},    ElementRule{"caption", Keep::inline_},
    ElementRule{"center", Keep::block},   ElementRule{"dd", Keep::block},
    ElementRule{"dl", Keep::block},       ElementRule{"dt", Keep::block},
    ElementRule{"fieldset", Keep::block}, ElementRule{"figure", Keep::block},
    ElementRule{"footer", Keep::block},   ElementRule{"form", Keep::block},
    ElementRule{"header", Keep::block},   ElementRule{"main", Keep::block},
    ElementRule{"nav", Keep::block},      ElementRule{"option", Keep::block},
    ElementRule{"section", Keep::block},  ElementRule{"script", Keep::raw},
    ElementRule{"style", Keep::raw},      ElementRule{"title", Keep::raw},
    ElementRule{"iframe", Keep::raw},     ElementRule{"noembed", Keep::raw},
    ElementRule{"noframes", Keep::raw},   ElementRule{"template", Keep::drop},
    ElementRule{"svg", Keep::drop},       ElementRule{"math", Keep::drop},
    ElementRule{"object", Keep::inline_}, ElementRule{"input", Keep::empty},
};

/// Elements without content that are not kept: they must not wait for an end tag.
constexpr std::array<std::string_view, 12> k_void{"area",  "base", "col",      "embed",
                                                  "link",  "meta", "param",    "source",
                                                  "track", "wbr",  "basefont", "frame"};

/// An element that a new one of the same name ends (HTML, 13.1.2.4 optional tags).
constexpr std::array<std::string_view, 9> k_ends_itself{"p",  "li", "td", "th",    "tr",
                                                        "dd", "dt", "a",  "option"};

Keep keep_of(std::string_view name) {
  for (const auto& rule : k_elements) {
    if (rule.name == name) return rule.keep;
  }
  return Keep::inline_;
}

template <class Table>
bool in(const Table& table, std::string_view name) {
  return std::find(table.begin(), table.end(), name) != table.end();
}

/// How mail programs mark what they quote or sign with.
struct Mark {
  std::string_view attribute;
  std::string_view value;  ///< part of the attribute's value, lower case
  std::string_view becomes;
};
constexpr std::array k_blockquote_marks{
    Mark{"type", "cite", k_quote_class},
    Mark{"class", "quote", k_quote_class},
    Mark{"cite", "", k_quote_class},
};
constexpr std::array k_marks{
    Mark{"class", "yahoo_quoted", k_quote_class},
    Mark{"class", "gmail_signature", k_signature_class},
    Mark{"class", "moz-signature", k_signature_class},
    Mark{"class", "protonmail_signature", k_signature_class},
    Mark{"id", "signature", k_signature_class},
    Mark{"id", "ms-outlook-mobile-signature", k_signature_class},
};

struct Tag {
  std::string name;
  bool closing{false};
  bool self_closing{false};
  std::vector<std::pair<std::string, std::string>> attributes;

  const std::string* find(std::string_view key) const {
    for (const auto& [name_, value] : attributes) {
      if (name_ == key) return &value;
    }
    return nullptr;
  }
};

template <class Marks>
std::string_view marked(const Tag& tag, const Marks& marks) {
  for (const auto& mark : marks) {
    const auto* value = tag.find(mark.attribute);
    if (value != nullptr && ascii::contains(*value, mark.value)) return mark.becomes;
  }
  return {};
}

/// What a browser or mail program would not show.
bool is_hidden(const Tag& tag) {
  if (tag.find("hidden") != nullptr) return true;
  const auto* given = tag.find("style");
  if (given == nullptr) return false;
  auto style = ascii::lowered(*given);
  std::erase_if(style, [](char c) { return ascii::is_space(c); });
  for (const std::string_view zero : {"font-size:0;", "font-size:0px", "font-size:0pt"}) {
    if ((style + ";").find(zero) != std::string::npos) return true;
  }
  return style.find("display:none") != std::string::npos ||
         style.find("visibility:hidden") != std::string::npos ||
         style.find("mso-hide:all") != std::string::npos;
}

class TagReader {
 public:
  TagReader(std::string_view html, std::size_t at) : html_(html), at_(at) {}
  std::size_t position() const { return at_; }

  /// Reads the tag whose "<" stands before the position.
  Tag read() {
    Tag tag;
    tag.closing = peek() == '/';
    if (tag.closing) ++at_;
    tag.name = ascii::lowered(until(" \t\r\n\f/>"));
    while (at_ < html_.size() && peek() != '>') attribute(tag);
    if (at_ < html_.size()) ++at_;
    return tag;
  }

 private:
  char peek() const { return at_ < html_.size() ? html_[at_] : '\0'; }

  std::string_view until(std::string_view stops) {
    const auto start = at_;
    at_ = std::min(html_.find_first_of(stops, at_), html_.size());
    return html_.substr(start, at_ - start);
  }

  void skip_spaces() {
    while (at_ < html_.size() && ascii::is_space(html_[at_])) ++at_;
  }

  void attribute(Tag& tag) {
    skip_spaces();
    if (peek() == '/') {
      ++at_;
      tag.self_closing = peek() == '>';
      return;
    }
    if (peek() == '>' || at_ >= html_.size()) return;
    auto name = ascii::lowered(until(" \t\r\n\f/>=").substr(0, k_attribute_bytes));
    if (name.empty()) ++at_;  // a stray "="
    skip_spaces();
    std::string_view value;
    if (peek() == '=') {
      ++at_;
      skip_spaces();
      const char quote = peek();
      if (quote == '"' || quote == '\'') {
        ++at_;
        value = until(std::string_view{&quote, 1});
        if (at_ < html_.size()) ++at_;
      } else {
        value = until(" \t\r\n\f>");
      }
    }
    if (tag.attributes.size() < k_attributes) {
      tag.attributes.emplace_back(std::move(name), value.substr(0, k_attribute_bytes));
    }
  }

  std::string_view html_;
  std::size_t at_;
};

class Reducer {
 public:
  Reducer(std::string_view html, DefectLog& defects) : html_(html), defects_(defects) {}

  std::string reduce() {
    out_.reserve(html_.size());
    while (at_ < html_.size()) {
      const auto open = std::min(html_.find('<', at_), html_.size());
      text(html_.substr(at_, open - at_));
      at_ = open;
      if (at_ < html_.size()) markup();
    }
    while (!stack_.empty()) pop();
    return std::move(out_);
  }

 private:
  struct Open {
    std::string name;
    std::string_view written;  ///< element in the reduced form; empty: none
    bool hides{false};
  };

  void text(std::string_view text) {
    if (hidden_ == 0) out_ += text;
  }

  void markup() {
    const auto rest = html_.substr(at_);
    if (rest.starts_with("<!--")) {
      skip_past("-->", at_ + 4);
    } else if (rest.starts_with("<!") || rest.starts_with("<?")) {
      skip_past(">", at_ + 2);
    } else if (rest.size() > 1 && (ascii::is_alpha(rest[1]) || rest[1] == '/')) {
      TagReader reader{html_, at_ + 1};
      const auto tag = reader.read();
      at_ = reader.position();
      tag.closing ? close(tag.name) : open(tag);
    } else {
      text("&lt;");
      ++at_;
    }
  }

  void skip_past(std::string_view end, std::size_t from) {
    const auto found = html_.find(end, from);
    at_ = found == std::string_view::npos ? html_.size() : found + end.size();
  }

  void open(const Tag& tag) {
    const auto keep = keep_of(tag.name);
    if (keep == Keep::raw) return skip_raw(tag.name);
    if (keep == Keep::empty) return write_empty(tag);
    if (in(k_void, tag.name)) return;
    if (in(k_ends_itself, tag.name)) end_sibling(tag.name);
    if (stack_.size() >= k_depth) {
      defects_.add("html_too_deep", tag.name);
      if (keep != Keep::inline_ && !out_.ends_with("<br>")) text("<br>");
      return;
    }
    Open entry{tag.name, {}, keep == Keep::drop || is_hidden(tag)};
    if (keep == Keep::element || keep == Keep::block) entry.written = write_open(tag, keep);
    if (entry.hides) ++hidden_;
    stack_.push_back(std::move(entry));
    if (tag.self_closing && keep == Keep::drop) pop();
  }

  std::string_view write_open(const Tag& tag, Keep keep) {
    const auto mark = marked(tag, k_marks);
    const auto quote = tag.name == "blockquote" ? marked(tag, k_blockquote_marks) : "";
    if (hidden_ > 0) return {};
    const auto name = mark == k_quote_class ? std::string_view{"blockquote"}
                      : keep == Keep::block ? std::string_view{"div"}
                                            : kept_name(tag.name);
    out_ += '<';
    out_ += name;
    const auto shown = mark.empty() ? quote : mark;
    if (!shown.empty()) ((out_ += " class=\"") += shown) += '"';
    const auto* link = tag.name == "a" ? tag.find("href") : nullptr;
    if (link != nullptr) write_attribute("href", *link);
    out_ += '>';
    return name;
  }

  void write_empty(const Tag& tag) {
    if (hidden_ > 0 || tag.closing || is_hidden(tag)) return;
    const auto* shown = tag.name == "img" ? tag.find("alt") : nullptr;
    if (tag.name == "br") out_ += "<br>";
    if (tag.name == "hr") out_ += "<hr>";
    if (shown != nullptr && !shown->empty()) {
      out_ += "<img";
      write_attribute("alt", *shown);
      out_ += '>';
    }
  }

  void write_attribute(std::string_view name, std::string_view value) {
    ((out_ += ' ') += name) += "=\"";
    for (const char c : value) {
      if (c == '"') {
        out_ += "&quot;";
      } else if (c != '<' && c != '>') {
        out_ += c;
      }
    }
    out_ += '"';
  }

  /// The literal, as the stack outlives the tag.
  static std::string_view kept_name(std::string_view name) {
    for (const auto& rule : k_elements) {
      if (rule.name == name) return rule.name;
    }
    return "div";
  }

  void skip_raw(std::string_view name) {
    for (auto from = at_;;) {
      // Linear: what a search went past is never searched again.
      const auto found = html_.find("</", from);
      if (found == std::string_view::npos) {
        at_ = html_.size();
        return;
      }
      if (ascii::starts_with(html_.substr(found + 2), name)) return skip_past(">", found);
      from = found + 2;
    }
  }

  /// Ends an open element of that name, unless a list or table has begun inside it.
  void end_sibling(std::string_view name) {
    for (std::size_t n = stack_.size(); n-- > 0;) {
      const auto& open = stack_[n].name;
      if (open == name) return pop_to(n);
      if (open == "table" || open == "ul" || open == "ol" || open == "div") return;
      if (name != "tr" && (open == "td" || open == "th")) return;
      if (name == "p" && keep_of(open) != Keep::inline_) return;
    }
  }

  void close(std::string_view name) {
    if (name == "br") return text("<br>");
    if (name == "p" && !is_open(name)) return text("<br>");
    for (std::size_t n = stack_.size(); n-- > 0;) {
      if (stack_[n].name == name) return pop_to(n);
      // A stray end tag inside a cell ends nothing outside of it.
      if (stack_[n].name == "td" && name != "tr" && name != "table" && name != "tbody") return;
    }
  }

  bool is_open(std::string_view name) const {
    return std::any_of(stack_.begin(), stack_.end(),
                       [name](const Open& open) { return open.name == name; });
  }

  void pop_to(std::size_t size) {
    while (stack_.size() > size) pop();
  }

  void pop() {
    auto open = std::move(stack_.back());
    stack_.pop_back();
    if (open.hides) --hidden_;
    if (!open.written.empty()) ((out_ += "</") += open.written) += '>';
  }

  std::string_view html_;
  DefectLog& defects_;
  std::size_t at_{};
  std::size_t hidden_{};
  std::vector<Open> stack_;
  std::string out_;
};

}  // namespace

std::string reduce_html(std::string_view html, DefectLog& defects) {
  return Reducer{html, defects}.reduce();
}

}  // namespace redress::parsers
