#include "parsers/text/language.hpp"

#include "parsers/ascii.hpp"
#include "parsers/mime/charset.hpp"

#include <cld2/public/compact_lang_det.h>

namespace redress::parsers {
namespace {

constexpr std::size_t k_looked_at_bytes = 1U << 10U;  // some 170 words are enough to tell

}  // namespace

std::string language_of(std::string_view text) {
  const auto start = cut_utf8(ascii::trimmed(text), k_looked_at_bytes);
  if (start.empty() || !is_utf8(start)) return {};
  bool reliable = false;
  const auto language = CLD2::DetectLanguage(start.data(), static_cast<int>(start.size()),
                                             /*is_plain_text=*/true, &reliable);
  if (!reliable || language == CLD2::UNKNOWN_LANGUAGE) return {};
  return CLD2::LanguageCode(language);
}

}  // namespace redress::parsers
