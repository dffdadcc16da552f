#include "parsers/documents/text_builder.hpp"
#include "parsers/documents/xml_text.hpp"
#include "parsers/documents/xml_walk.hpp"

#include <algorithm>
#include <array>

namespace redress::documents {
namespace {

/// Controls that a person writes into or ticks (ODF 1.2 part 1, 13.5).
constexpr std::array<std::string_view, 8> k_controls{
    "form:text",     "form:textarea", "form:formatted-text", "form:date",
    "form:combobox", "form:listbox",  "form:checkbox",       "form:radio"};

/// Not of the text, or no longer.
constexpr std::array<std::string_view, 5> k_left_out{"office:annotation", "text:tracked-changes",
                                                     "office:settings", "office:scripts",
                                                     "office:automatic-styles"};

template <std::size_t N>
bool among(const std::array<std::string_view, N>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

Field control(const pugi::xml_node& node) {
  Field field{.label = node.attribute("form:label").value(),
              .name = node.attribute("form:name").value(),
              .value = node.attribute("form:current-value").value()};
  if (field.value.empty()) field.value = node.attribute("form:value").value();
  const std::string_view kind = node.name();
  if (kind == "form:checkbox" || kind == "form:radio") {
    const auto state = node.attribute("form:current-state") ? node.attribute("form:current-state")
                                                            : node.attribute("form:state");
    const bool ticked = std::string_view{state.value()} == "checked" ||
                        node.attribute("form:current-selected").as_bool();
    field.value = ticked ? "yes" : "";
  }
  if (kind == "form:listbox") {
    for (const auto option : node.children("form:option")) {
      if (option.attribute("form:current-selected").as_bool()) {
        field.value = option.attribute("form:label").value();
      }
    }
  }
  return field;
}

class OpenDocument {
 public:
  explicit OpenDocument(TextBuilder& builder) : builder_(builder) {}

  bool enter(const pugi::xml_node& node) {
    const std::string_view name = node.name();
    if (among(k_left_out, name)) return false;
    if (among(k_controls, name)) {
      builder_.field(control(node));
      return false;
    }
    if (node.type() == pugi::node_pcdata && paragraphs_ > 0) builder_.text(node.value());
    if (name == "text:p" || name == "text:h") ++paragraphs_;
    if (name == "text:s") builder_.space(node.attribute("text:c").as_uint(1));
    if (name == "text:tab") builder_.tab();
    if (name == "text:line-break") builder_.line_break();
    if (name == "table:table-row") builder_.begin_row();
    if (name == "table:table-cell") builder_.begin_cell();
    if (name == "text:text-input") {
      builder_.begin_field();
      builder_.label(node.attribute("text:description").value());
    }
    return true;
  }

  void leave(const pugi::xml_node& node) {
    const std::string_view name = node.name();
    if (name == "text:p" || name == "text:h") {
      --paragraphs_;
      builder_.paragraph_over();
    }
    if (name == "table:table-cell") builder_.end_cell();
    if (name == "table:table-row") builder_.end_row();
    if (name == "text:text-input") builder_.end_field();
  }

 private:
  TextBuilder& builder_;
  std::size_t paragraphs_{0};  // open ones: text outside is only the file's own layout
};

}  // namespace

void read_opendocument(const pugi::xml_document& xml, const Limits& limits, DocumentText& out) {
  TextBuilder builder{limits, out};
  OpenDocument reader{builder};
  walk(
      xml, [&](const pugi::xml_node& node) { return reader.enter(node); },
      [&](const pugi::xml_node& node) { reader.leave(node); });
}

}  // namespace redress::documents
