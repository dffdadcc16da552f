#pragma once

#include <gumbo.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <functional>
#include <map>
#include <memory>
#include <string>

namespace redress::templates {

/// A parsed letter, for tests of what it shows.
class HtmlPage {
 public:
  explicit HtmlPage(const std::string& html)
      : html_(html),
        output_(gumbo_parse_with_options(&kGumboDefaultOptions, html_.data(), html_.size())) {}

  using Visitor = std::function<void(const GumboNode&)>;
  void visit(const Visitor& visitor) const { visit(*output_->root, visitor); }

  static std::string attribute(const GumboNode& node, const char* name) {
    if (node.type != GUMBO_NODE_ELEMENT) return {};
    const GumboAttribute* found = gumbo_get_attribute(&node.v.element.attributes, name);
    return found == nullptr ? std::string{} : found->value;
  }
  static std::string tag(const GumboNode& node) {
    return node.type == GUMBO_NODE_ELEMENT ? gumbo_normalized_tagname(node.v.element.tag) : "";
  }
  std::size_t count(const std::string& name) const {
    std::size_t found = 0;
    visit([&](const GumboNode& node) { found += tag(node) == name ? 1U : 0U; });
    return found;
  }
  /// Text below the first element of that name.
  std::string text_of(const std::string& name) const {
    std::string text;
    visit([&](const GumboNode& node) {
      if (node.type == GUMBO_NODE_TEXT && node.parent != nullptr && tag(*node.parent) == name &&
          text.empty()) {
        text = node.v.text.text;
      }
    });
    return text;
  }
  std::size_t parse_errors() const { return output_->errors.length; }

 private:
  struct Destroy {
    void operator()(GumboOutput* output) const {
      gumbo_destroy_output(&kGumboDefaultOptions, output);
    }
  };

  static void visit(const GumboNode& node, const Visitor& visitor) {
    visitor(node);
    if (node.type != GUMBO_NODE_ELEMENT) return;
    const GumboVector& children = node.v.element.children;
    for (unsigned i = 0; i < children.length; ++i) {
      visit(*static_cast<const GumboNode*>(children.data[i]), visitor);
    }
  }

  std::string html_;
  std::unique_ptr<GumboOutput, Destroy> output_;
};

/// "#rrggbb" of a CSS property in a list of declarations; empty where it is not there.
inline std::string css_colour(const std::string& declarations, const std::string& property) {
  const std::string text = ";" + declarations;
  for (auto at = text.find(property + ":"); at != std::string::npos;
       at = text.find(property + ":", at + 1)) {
    const auto before = text.find_last_not_of(' ', at - 1);
    if (before != std::string::npos && text[before] != ';') continue;  // "background-color"
    const auto hash = text.find_first_not_of(' ', at + property.size() + 1);
    if (hash != std::string::npos && text[hash] == '#') return text.substr(hash, 7);
  }
  return {};
}

/// Relative luminance of "#rrggbb" (WCAG 2.1).
inline double luminance(const std::string& colour) {
  const std::array<double, 3> weights{0.2126, 0.7152, 0.0722};
  double sum = 0;
  for (std::size_t i = 0; i < 3; ++i) {
    const double value =
        static_cast<double>(std::strtol(colour.substr(1 + 2 * i, 2).c_str(), nullptr, 16)) / 255.0;
    sum += weights[i] * (value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4));
  }
  return sum;
}

/// Contrast ratio of two colours (WCAG 2.1), 1 to 21.
inline double contrast(const std::string& a, const std::string& b) {
  const auto [dark, light] = std::minmax({luminance(a), luminance(b)});
  return (light + 0.05) / (dark + 0.05);
}

}  // namespace redress::templates
