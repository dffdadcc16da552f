#include "parsers/documents/text_builder.hpp"
#include "parsers/documents/xml_text.hpp"
#include "parsers/documents/xml_walk.hpp"

namespace redress::documents {
namespace {

bool is_on(const pugi::xml_node& node, const char* attribute) {
  const std::string_view value = node.attribute(attribute).value();
  return value == "1" || value == "true" || value == "on";
}

/// What a content control says of itself (17.5.2.38).
void read_control_properties(const pugi::xml_node& properties, TextBuilder& builder) {
  builder.label(properties.child("w:alias").attribute("w:val").value());
  builder.name(properties.child("w:tag").attribute("w:val").value());
  if (properties.child("w:showingPlcHdr")) builder.placeholder();
  if (const auto box = properties.child("w14:checkbox")) {
    builder.tick(is_on(box.child("w14:checked"), "w14:val"));
  }
}

class Wordprocessing {
 public:
  explicit Wordprocessing(TextBuilder& builder) : builder_(builder) {}

  bool enter(const pugi::xml_node& node) {
    const std::string_view name = node.name();
    if (name == "mc:Fallback" || name == "w:del" || name == "w:moveFrom") return false;
    if (name == "w:t") {
      builder_.text(node.child_value());
      return false;
    }
    if (name == "w:tab") builder_.tab();
    if (name == "w:br" || name == "w:cr") builder_.line_break();
    if (name == "w:noBreakHyphen") builder_.text("-");
    if (name == "w:tr") builder_.begin_row();
    if (name == "w:tc") builder_.begin_cell();
    if (name == "w:sdt") builder_.begin_field();
    if (name == "w:fldChar") legacy_field(node);
    if (name == "w:sdtPr") {
      if (builder_.in_field()) read_control_properties(node, builder_);
      return false;
    }
    // A tab stop of the paragraph's style is no tab.
    return name != "w:pPr" && name != "w:rPr" && name != "w:tblPr";
  }

  void leave(const pugi::xml_node& node) {
    const std::string_view name = node.name();
    if (name == "w:p") builder_.paragraph_over();
    if (name == "w:tc") builder_.end_cell();
    if (name == "w:tr") builder_.end_row();
    if (name == "w:sdt") builder_.end_field();
  }

 private:
  /// Form fields of old documents stand between two marks in the run of text (17.16.17). Other
  /// fields (dates, page numbers) have the same marks, but no form data.
  void legacy_field(const pugi::xml_node& mark) {
    const std::string_view kind = mark.attribute("w:fldCharType").value();
    if (kind == "begin") {
      const auto data = mark.child("w:ffData");
      legacy_.push_back(!data.empty());
      if (data) begin_legacy(data);
    } else if (kind == "end" && !legacy_.empty()) {
      if (legacy_.back() && builder_.in_field()) builder_.end_field();
      legacy_.pop_back();
    }
  }

  void begin_legacy(const pugi::xml_node& data) {
    builder_.begin_field();
    builder_.name(data.child("w:name").attribute("w:val").value());
    builder_.label(data.child("w:statusText").attribute("w:val").value());
    if (const auto box = data.child("w:checkBox")) {
      const auto state = box.child("w:checked") ? box.child("w:checked") : box.child("w:default");
      builder_.tick(state && (!state.attribute("w:val") || is_on(state, "w:val")));
    }
  }

  TextBuilder& builder_;
  std::vector<bool> legacy_;  // open marks; whether each is a form field
};

}  // namespace

void read_wordprocessing(const pugi::xml_document& xml, const Limits& limits, DocumentText& out) {
  TextBuilder builder{limits, out};
  Wordprocessing reader{builder};
  walk(
      xml, [&](const pugi::xml_node& node) { return reader.enter(node); },
      [&](const pugi::xml_node& node) { reader.leave(node); });
}

}  // namespace redress::documents
