#pragma once

#include "parsers/documents/document.hpp"
#include "parsers/message.hpp"

#include <optional>
#include <span>
#include <string_view>

namespace redress::parsers {

/// The known names of what forms ask for: "name", "email", "what_happened" …
std::span<const std::string_view> form_fields();
bool is_form_field(std::string_view name);

/// What a label of a form asks for.
struct FormLabel {
  std::string_view text;  ///< as forms print it, without mark, number or "?" behind it
  std::string_view name;  ///< one of form_fields()
};
std::span<const FormLabel> form_labels();

/// How labels are told from values.
enum class FormStyle {
  marked,  ///< a colon, a tab, a bar or two spaces between them, or the label on a line of its own
  table,   ///< also by one space: two columns of an HTML table leave no other mark
};

/// A form in a text: lines of "label: value", values that go on below, or labels above their
/// values, as people paste them and web sites send them (CILEX-04). Nothing, unless it has a name,
/// an address and what happened among four fields or more. Fields come in order; a value keeps its
/// line breaks; a label that no table knows names its field itself. Linear. `more`: labels beside
/// the known ones.
std::optional<Form> read_form(std::string_view text, FormStyle style = FormStyle::marked,
                              std::span<const FormLabel> more = {});

/// The same of fields that a document's format knows as such. Labels come first, technical names
/// ("FullName", "e-mail_address") where they tell nothing; what was not filled in is left out.
std::optional<Form> form_of_fields(std::span<const documents::Field> fields,
                                   std::span<const FormLabel> more = {});

/// The first value of that known name; empty where there is none.
std::string_view form_value(const Form& form, std::string_view name);

}  // namespace redress::parsers
