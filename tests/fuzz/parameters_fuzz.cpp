#include "parsers/mime/charset.hpp"
#include "parsers/mime/parameters.hpp"
#include "tests/fuzz/fuzz.hpp"

using namespace redress;

/// RFC 2045 and 2231: whatever stands in a Content-Type, its parameters are UTF-8.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  parsers::DefectLog defects;
  const auto value = parsers::parse_parameterised(fuzz::text_of(data, size), defects);
  for (const auto& [name, text] : value.parameters) fuzz::require(parsers::is_utf8(text));
  return 0;
}
