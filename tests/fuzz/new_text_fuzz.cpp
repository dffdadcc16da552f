#include "parsers/charset.hpp"
#include "parsers/html_text.hpp"
#include "parsers/new_text.hpp"
#include "tests/fuzz/fuzz.hpp"

#include <algorithm>

using namespace redress;

/// Quotes are cut off, never the whole of a text; a cut never parts a character.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  parsers::DefectLog defects;
  const auto marked =
      parsers::clean_text(parsers::to_utf8(fuzz::text_of(data, size), "utf-8", defects));
  const auto fresh = parsers::new_text_of(marked, "Ann Smith");
  fuzz::require(parsers::is_utf8(fresh));
  const auto whole = parsers::without_marks(marked);
  const bool blank = std::all_of(whole.begin(), whole.end(),
                                 [](char c) { return c == ' ' || c == '\n' || c == '\t'; });
  fuzz::require(blank || !fresh.empty());
  return 0;
}
