#include "parsers/text/attribution.hpp"

#include "parsers/ascii.hpp"
#include "parsers/mime/charset.hpp"
#include "parsers/text/quote_tables.hpp"

#include <algorithm>
#include <string>

namespace redress::parsers {
namespace {

// Of an opening: how far into it its first number stands, and how long its first word is.
constexpr std::size_t k_opening_bytes = 60;
constexpr std::size_t k_weekday_bytes = 30;
constexpr std::size_t k_short_phrase_words = 6;
constexpr std::string_view k_around = " \t*_\x01";
constexpr std::string_view k_wide_colon = "\xEF\xBC\x9A";

/// Bytes of a mark at `at` that nobody sees (U+200B-200F, 202A-202E, 2066-2069), or 0.
std::size_t invisible(std::string_view text, std::size_t at) {
  if (const auto bytes = direction_mark(text, at); bytes > 0) return bytes;
  const auto mark = text.substr(at, 3);
  const bool zero_width = mark.size() == 3 && mark.starts_with("\xE2\x80") &&
                          ascii::byte(mark[2]) >= 0x8B && ascii::byte(mark[2]) <= 0x8F;
  return zero_width ? mark.size() : 0;
}

/// Bytes of a blank at `at` that no line breaks at (U+00A0, U+202F), or 0.
std::size_t hard_blank(std::string_view text, std::size_t at) {
  if (text.substr(at, 2) == "\xC2\xA0") return 2;
  return text.substr(at, 3) == "\xE2\x80\xAF" ? 3 : 0;
}

/// A line without marks that nobody sees, with plain blanks, without emphasis around it.
std::string plain(std::string_view line) {
  std::string out;
  out.reserve(line.size());
  for (std::size_t at = 0; at < line.size();) {
    if (const auto bytes = invisible(line, at); bytes > 0) {
      at += bytes;
    } else if (const auto blank = hard_blank(line, at); blank > 0) {
      out += ' ';
      at += blank;
    } else {
      out += line[at++];
    }
  }
  const auto first = out.find_first_not_of(k_around);
  if (first == out.npos) return {};
  return out.substr(first, out.find_last_not_of(k_around) - first + 1);
}

/// Letters as they stand: "I" is a person, "i" may be anything.
bool tells_a_story(std::string_view text) {
  return std::any_of(k_story_words.begin(), k_story_words.end(),
                     [text](auto word) { return text.find(word) != text.npos; });
}

std::size_t digits_at(std::string_view text, std::size_t at) {
  std::size_t count = 0;
  while (at + count < text.size() && ascii::is_digit(text[at + count])) ++count;
  return count;
}

struct Dates {
  bool time{false};  ///< "16:12", "20.42", "16h12"
  bool year{false};  ///< 1900-2099
};
Dates dates_in(std::string_view text) {
  Dates out;
  for (std::size_t at = 0; at < text.size();) {
    const auto count = digits_at(text, at);
    if (count == 0) {
      ++at;
      continue;
    }
    const auto end = at + count;
    const auto century = text.substr(at, 2);
    out.year = out.year || (count == 4 && (century == "19" || century == "20"));
    const char mark = end < text.size() ? text[end] : ' ';
    const bool minutes = count <= 2 && digits_at(text, end + 1) == 2;
    const bool in_date = at > 0 && text[at - 1] == '.';
    const bool goes_on = end + 3 < text.size() && text[end + 3] == '.';
    const bool dotted = mark == '.' && !in_date && !goes_on;  // "01.10.2026" is a date
    out.time = out.time || (minutes && (mark == ':' || mark == 'h' || dotted));
    at = end;
  }
  return out;
}

struct Addresses {
  bool any{false};
  bool bracketed{false};
};
Addresses addresses_in(std::string_view text) {
  Addresses out;
  std::size_t past = 0;  // every word is looked at once
  for (auto at = text.find('@'); at != text.npos; at = text.find('@', std::max(at + 1, past))) {
    if (at == 0 || at + 1 >= text.size() || text[at - 1] == ' ' || text[at + 1] == ' ') continue;
    const auto space = text.substr(0, at).rfind(' ');
    const auto start = space == text.npos ? 0 : space + 1;
    past = std::min(text.find(' ', at), text.size());
    const auto word = text.substr(start, past - start);
    out.any = true;
    out.bracketed =
        out.bracketed || word.find_first_of("<>()[") != word.npos || ascii::contains(word, "&lt;");
  }
  return out;
}

/// Cuts the end of a phrase; false where there is none.
bool take_end(std::string_view& text) {
  if (text.ends_with(':')) {
    text.remove_suffix(1);
    return true;
  }
  if (text.ends_with(k_wide_colon)) {
    text.remove_suffix(k_wide_colon.size());
    return true;
  }
  if (text.ends_with("> wrote")) return true;
  if (!text.starts_with("--") || !text.ends_with("--")) return false;
  const auto first = text.find_first_not_of('-');
  if (first == text.npos) return false;
  text = ascii::trimmed(text.substr(first, text.find_last_not_of('-') - first + 1));
  return true;
}

bool closes_address(std::string_view text) {
  text = ascii::trimmed(text);
  return text.ends_with('>') || text.ends_with(')') || text.ends_with("&gt;");
}

/// "2013/7/20 Jo <jo@example.org>": no verb and no colon, by programs of that time.
bool is_dated_name(std::string_view text) {
  return !text.empty() && ascii::is_digit(text.front()) && text.ends_with('>');
}

enum class Opening { none, date, word };
Opening opening_in(std::string_view text) {
  const auto digit = text.find_first_of("0123456789");
  if (digit == text.npos || digit > k_opening_bytes) return Opening::none;
  const bool word =
      std::any_of(k_on.begin(), k_on.end(), [text](auto start) { return text.starts_with(start); });
  if (word) return Opening::word;
  // A number, or a weekday before it.
  const auto first_blank = text.find(' ');
  const bool weekday = digit > 1 && first_blank + 1 == digit && digit <= k_weekday_bytes;
  return digit == 0 || weekday ? Opening::date : Opening::none;
}

/// What some lines say as one phrase.
Attribution attribution_of(std::span<const std::string_view> lines) {
  std::string phrase;
  for (const auto line : lines) {
    if (!phrase.empty()) phrase += ' ';
    phrase += plain(line);
  }
  std::string_view text = phrase;
  const auto dates = dates_in(text);
  const auto addresses = addresses_in(text);
  if (!take_end(text)) {
    const bool dated = is_dated_name(text) && dates.year && addresses.bracketed;
    return dated ? Attribution::likely : Attribution::none;
  }
  const auto opening = opening_in(text);
  const bool dated = dates.time || dates.year;
  const bool verb = ascii::contains_any(text, k_wrote);
  const auto words = static_cast<std::size_t>(std::count(text.begin(), text.end(), ' ')) + 1;
  const bool likely =
      verb ? addresses.any || dated || opening != Opening::none || words <= k_short_phrase_words
           : dated && addresses.bracketed && closes_address(text);
  if (!likely) return Attribution::none;
  const bool by_program =
      verb ? (addresses.any || dates.time) && (addresses.bracketed || opening != Opening::none)
           : dates.time && opening != Opening::none;
  return by_program && !tells_a_story(text) ? Attribution::certain : Attribution::likely;
}

/// A phrase may begin with this line: by a word ("On 1 October"), or by a date.
Opening opening_of(std::string_view line) {
  return opening_in(plain(line.substr(0, 4 * k_opening_bytes)));
}

bool ends_sentence(std::string_view line) {
  line = ascii::trimmed(line);
  return line.ends_with('.') || line.ends_with('!') || line.ends_with('?');
}

}  // namespace

bool may_end_attribution(std::string_view line) {
  // No more than a mark that nobody sees stands behind the colon.
  const auto tail = plain(line.substr(line.size() - std::min<std::size_t>(line.size(), 12)));
  if (tail.ends_with(':') || tail.ends_with(k_wide_colon) || tail.ends_with("> wrote")) return true;
  const auto text = ascii::trimmed(line);
  if (text.starts_with("--")) return text.ends_with("--") && text.find('@') != text.npos;
  return is_dated_name(text) && text.find('@') != text.npos;
}

FoundAttribution find_attribution(std::span<const std::string_view> lines) {
  const auto line = [&lines](std::size_t up) { return lines[lines.size() - up]; };
  FoundAttribution dated;
  FoundAttribution other;
  bool dates_go_on = false;
  bool sentence_goes_on = true;
  for (std::size_t up = 1; up <= lines.size(); ++up) {
    const auto opening = opening_of(line(up));
    const auto kind = attribution_of(lines.last(up));
    if (kind == Attribution::none) continue;
    if (opening == Opening::word) return {up, kind};
    // Of lines that begin with a date the topmost: the others only go on with it.
    dates_go_on = opening == Opening::date && (dated.lines == 0 || dates_go_on);
    if (dates_go_on) dated = {up, kind};
    sentence_goes_on = sentence_goes_on && (other.lines == 0 || !ends_sentence(line(up)));
    const bool more = kind == Attribution::certain && other.kind == Attribution::likely;
    if (other.lines == 0 || (more && sentence_goes_on)) other = {up, kind};
  }
  return dated.lines > 0 ? dated : other;
}

}  // namespace redress::parsers
