#include "parsers/mime/charset.hpp"
#include "parsers/text/html_text.hpp"
#include "parsers/text/new_text.hpp"
#include "tests/fuzz/fuzz.hpp"

using namespace redress;

/// Any page ends as text, and text that was UTF-8 stays so.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  parsers::DefectLog defects;
  const auto page = parsers::to_utf8(fuzz::text_of(data, size), "utf-8", defects);
  const auto marked = parsers::html_to_marked_text(page, {}, defects);
  fuzz::require(parsers::is_utf8(marked));
  fuzz::require(parsers::is_utf8(parsers::without_marks(marked)));
  return 0;
}
