#include "parsers/mime/charset.hpp"
#include "parsers/mime/encoded_words.hpp"
#include "tests/fuzz/fuzz.hpp"

using namespace redress;

/// RFC 2047: whatever stands in a field, its text is UTF-8.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  parsers::DefectLog defects;
  fuzz::require(
      parsers::is_utf8(parsers::decode_encoded_words(fuzz::text_of(data, size), defects)));
  return 0;
}
