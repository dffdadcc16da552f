#include "parsers/form/form.hpp"
#include "tests/fuzz/fuzz.hpp"

using namespace redress;

/// A form in a text, in both styles, and the same bytes as the technical name of a document's
/// field.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr std::size_t k_fields_max = 100;
  const auto text = fuzz::text_of(data, size);
  for (const auto style : {parsers::FormStyle::marked, parsers::FormStyle::table}) {
    const auto form = parsers::read_form(text, style);
    if (!form) continue;
    fuzz::require(form->fields.size() <= k_fields_max);
    fuzz::require(!parsers::form_value(*form, "email").empty());
    fuzz::require(!parsers::form_value(*form, "what_happened").empty());
  }
  const documents::Field fields[] = {{"", std::string{text}, "x"}, {std::string{text}, "", "x"}};
  fuzz::require(!parsers::form_of_fields(fields));  // two fields are no form
  return 0;
}
