#include "parsers/classify/classify.hpp"
#include "parsers/mime/charset.hpp"
#include "parsers/read_message.hpp"
#include "tests/fuzz/fuzz.hpp"

using namespace redress;

/// Whatever the bytes are: reading and classifying them ends, and what comes out is UTF-8.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto facts = parsers::read_message(fuzz::text_of(data, size));
  fuzz::require(parsers::is_utf8(facts.subject) && parsers::is_utf8(facts.text) &&
                parsers::is_utf8(facts.new_text));
  static_cast<void>(parsers::classify(facts, {}));
  return 0;
}
