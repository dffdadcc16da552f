#include "parsers/text/signature.hpp"

#include "parsers/ascii.hpp"

#include <algorithm>
#include <array>

namespace redress::parsers {
namespace {

// A block longer than this is no signature, or one that is worth reading.
constexpr std::size_t k_block_bytes = 1200;
constexpr std::size_t k_sign_off_bytes = 40;
constexpr std::size_t k_sign_off_words = 4;
constexpr std::size_t k_block_line_bytes = 90;
// Letters that two forms of one name share ("Nige" and "Nigel").
constexpr std::size_t k_name_letters = 3;

constexpr std::array<std::string_view, 16> k_closings{
    "regards",     "kind regards", "best regards", "best wishes",     "with best wishes", "thanks",
    "many thanks", "thank you",    "yours",        "yours sincerely", "yours faithfully", "cheers",
    "best",        "sincerely",    "warm regards", "cofion"};

/// Words of standing text, which has whole sentences.
constexpr std::array<std::string_view, 11> k_standing{
    "this message",       "this email",     "this e-mail",       "e-mail may be",
    "email may be",       "registered in",  "limited liability", "confidential",
    "intended recipient", "company number", "charity number"};

std::string_view without_stop(std::string_view line) {
  line = ascii::trimmed(line);
  while (!line.empty() && (line.back() == ',' || line.back() == '!' || line.back() == '.')) {
    line.remove_suffix(1);
  }
  return line;
}

std::string_view last_line(std::string_view paragraph) {
  const auto at = paragraph.rfind('\n');
  return at == paragraph.npos ? paragraph : paragraph.substr(at + 1);
}

std::size_t words_in(std::string_view line) {
  return static_cast<std::size_t>(std::count(line.begin(), line.end(), ' ')) + 1;
}

bool shares_a_name(std::string_view line, std::string_view name) {
  for (std::size_t at = 0; at < line.size();) {
    const auto end = std::min(line.find_first_of(" ,.", at), line.size());
    const auto word = line.substr(at, end - at);
    // "the" in a line is no Theo; but "theo" or "theo b" is.
    const bool alone = at == 0 && words_in(line) <= 2;
    const bool capital = !word.empty() && (word[0] < 'a' || word[0] > 'z');
    if (word.size() >= k_name_letters && (alone || capital) &&
        ascii::contains(name, word.substr(0, std::max(k_name_letters, word.size() - 1)))) {
      return true;
    }
    at = end + 1;
  }
  return false;
}

/// Whether a paragraph ends in a line that signs the mail.
bool signs_off(std::string_view paragraph, std::string_view sender_name) {
  const auto line = without_stop(last_line(paragraph));
  const bool short_line =
      !line.empty() && line.size() <= k_sign_off_bytes && words_in(line) <= k_sign_off_words;
  const auto typed = ascii::trimmed(last_line(paragraph));
  if (!short_line || typed.ends_with('.') || typed.ends_with(',')) return false;
  if (shares_a_name(line, sender_name)) return true;
  const auto above = paragraph.substr(0, paragraph.size() - last_line(paragraph).size());
  if (above.empty()) return false;
  const auto closing = without_stop(last_line(above.substr(0, above.size() - 1)));
  return std::any_of(k_closings.begin(), k_closings.end(),
                     [closing](auto words) { return ascii::equal(closing, words); });
}

/// Short lines that are no sentences, or standing text.
bool is_block(std::string_view paragraph) {
  if (ascii::starts_with(paragraph, "ps") || ascii::starts_with(paragraph, "p.s")) return false;
  if (paragraph.find('?') != paragraph.npos) return false;
  const bool standing = std::any_of(k_standing.begin(), k_standing.end(), [paragraph](auto words) {
    return ascii::contains(paragraph, words);
  });
  if (standing) return true;
  ascii::Lines lines{paragraph};
  for (std::string_view line; lines.next(line);) {
    const auto text = ascii::trimmed(line);
    if (text.size() > k_block_line_bytes || text.ends_with('.')) return false;
  }
  return true;
}

bool is_all_block(std::string_view text) {
  if (text.size() > k_block_bytes) return false;
  while (!text.empty()) {
    const auto gap = std::min(text.find("\n\n"), text.size());
    if (!is_block(text.substr(0, gap))) return false;
    text.remove_prefix(std::min(gap + 2, text.size()));
  }
  return true;
}

}  // namespace

std::string_view without_typed_signature(std::string_view new_text, std::string_view sender_name) {
  // Only gaps near the end can have no more than a block below them.
  std::size_t start = new_text.size() > k_block_bytes ? new_text.size() - k_block_bytes : 0;
  for (auto gap = new_text.find("\n\n", start); gap != new_text.npos;
       gap = new_text.find("\n\n", gap + 2)) {
    const auto above = gap == 0 ? gap : new_text.rfind("\n\n", gap - 1);
    const auto from = above == new_text.npos ? 0 : above + 2;
    if (from > gap) continue;
    const bool first = above == new_text.npos;  // a greeting, not a sign-off
    const auto paragraph = new_text.substr(from, gap - from);
    const bool greets = first && paragraph.find('\n') == paragraph.npos;
    if (!greets && signs_off(paragraph, sender_name) && is_all_block(new_text.substr(gap + 2))) {
      return new_text.substr(0, gap);
    }
  }
  return new_text;
}

}  // namespace redress::parsers
