#include "parsers/message.hpp"

#include "parsers/ascii.hpp"

namespace redress::parsers {

const HeaderField* MessageFacts::header(std::string_view name) const {
  for (const auto& field : headers) {
    if (ascii::equal(field.name, name)) return &field;
  }
  return nullptr;
}

std::vector<const HeaderField*> MessageFacts::header_all(std::string_view name) const {
  std::vector<const HeaderField*> out;
  for (const auto& field : headers) {
    if (ascii::equal(field.name, name)) out.push_back(&field);
  }
  return out;
}

}  // namespace redress::parsers
