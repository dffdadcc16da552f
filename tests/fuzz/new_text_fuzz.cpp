#include "parsers/mime/charset.hpp"
#include "parsers/text/html_text.hpp"
#include "parsers/text/new_text.hpp"
#include "tests/fuzz/fuzz.hpp"

using namespace redress;

/// What was written this time is never more than the whole, and a cut never parts a character.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  parsers::DefectLog defects;
  const auto marked =
      parsers::clean_text(parsers::to_utf8(fuzz::text_of(data, size), "utf-8", defects));
  const auto fresh = parsers::new_text_of(marked, "Ann Smith");
  fuzz::require(parsers::is_utf8(fresh));
  fuzz::require(fresh.size() <= parsers::without_marks(marked).size());
  return 0;
}
