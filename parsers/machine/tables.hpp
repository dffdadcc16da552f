#pragma once

#include "parsers/classify/words.hpp"

#include <cstdint>
#include <span>
#include <string_view>

namespace redress::parsers {

/// How the value of a header is compared. Values are taken up to the first ";", trimmed, and in
/// any case of letters.
enum class HeaderMatch : std::uint8_t {
  any,       ///< present, with any value but an empty one, "no" or "false"
  one_of,    ///< equal to one of `values`
  contains,  ///< one of `values` is part of it (parameters included)
  not_no,    ///< anything but "no" (RFC 3834, 5.)
};

/// A header that machines write. `points` towards k_header_points: below it, the header alone
/// proves nothing.
struct HeaderRule {
  std::string_view name;  ///< lower case
  HeaderMatch match;
  std::string_view values;  ///< separated by spaces
  int points;
  std::string_view reason;
};

inline constexpr int k_header_points = 10;

std::span<const HeaderRule> header_rules();

/// Signs of machine mail in subject and text.
enum class AutomaticSign : std::uint16_t {
  subject_prefix,  ///< a subject starts with it only in an automatic reply
  subject_hint,    ///< a subject that people also write
  absence,         ///< "I am out of the office"
  detail,          ///< when back, whom to ask instead
  machine,         ///< says itself that nobody wrote it
  receipt,         ///< a ticket system took the mail in
  newsletter,
  reaction,  ///< an emoji on our mail
  person,    ///< only people write so
  count_,
};

/// A row of the tables below.
constexpr Phrase say(std::string_view text, AutomaticSign sign, int weight) {
  return {text, static_cast<std::uint16_t>(sign), static_cast<std::int16_t>(weight)};
}

/// Phrases of both, in English, Welsh, German, French, Spanish, Italian, Dutch and Polish.
std::span<const Phrase> automatic_subject_phrases();
std::span<const Phrase> automatic_text_phrases();
/// In the other languages of Europe, and some beyond.
std::span<const Phrase> automatic_language_subjects();
std::span<const Phrase> automatic_language_texts();
/// By what a notice tells, in all of them: away; unread, held, taken in; what only people write.
std::span<const Phrase> automatic_away_texts();
std::span<const Phrase> automatic_notice_subjects();
std::span<const Phrase> automatic_notice_texts();
/// Of languages that put no space between words: to be looked for as they stand.
std::span<const Phrase> automatic_unspaced_texts();

}  // namespace redress::parsers
