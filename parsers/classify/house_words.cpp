#include "parsers/classify/house_words.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <utility>

namespace redress::parsers {
namespace {

using domain::ErrorCode;
using domain::fail;

constexpr std::size_t k_phrases_max = 10'000;
constexpr std::size_t k_phrase_bytes_max = 400;
constexpr std::size_t k_phrase_words_max = 12;
constexpr std::size_t k_stem_bytes_min = 3;
/// Of weight 1: as many as the kind or flag that needs most of them.
constexpr double k_full_points = 12;

constexpr std::array<std::pair<std::string_view, Sign>, 14> k_purposes{{
    {"complaint", Sign::says_complaint},
    {"enquiry", Sign::procedure},
    {"compliment", Sign::praise},
    {"junk", Sign::sales},
    {"abusive", Sign::insult},
    {"threat", Sign::threat},
    {"insult", Sign::insult},
    {"discriminatory", Sign::discrimination},
    {"sexual_innuendo", Sign::innuendo},
    {"malicious_allegation", Sign::allegation},
    {"unreasonable_demands", Sign::demands},
    {"serious", Sign::danger},
    {"escalation", Sign::escalation},
    {"withdrawal", Sign::withdrawal},
}};

std::optional<Sign> sign_of(std::string_view purpose) {
  for (const auto& [name, sign] : k_purposes) {
    if (name == purpose) return sign;
  }
  return std::nullopt;
}

std::string all_purposes() {
  std::string out;
  for (const auto& purpose : k_purposes) {
    if (!out.empty()) out += ", ";
    out += purpose.first;
  }
  return out;
}

/// One word between spaces, in the form of the tables; empty: it cannot be.
std::string folded(std::string_view token) {
  if (token == "_") return "_";
  const bool stem = token.ends_with('*');
  if (stem) token.remove_suffix(1);
  if (token.find('*') != std::string_view::npos) return {};
  std::string out;
  for (const auto& word : words_of(token)) out += (out.empty() ? "" : " ") + word.text;
  if (stem && out.size() - (out.rfind(' ') + 1) < k_stem_bytes_min) return {};
  return stem ? out + '*' : out;
}

/// The whole phrase; punctuation that stands alone falls away. Empty: it cannot be.
std::string folded_phrase(std::string_view phrase) {
  std::string out;
  while (!phrase.empty()) {
    const auto end = std::min(phrase.find_first_of(" \t\r\n"), phrase.size());
    const auto token = phrase.substr(0, end);
    const auto part = folded(token);
    if (part.empty() && token.find('*') != std::string_view::npos) return {};
    if (!part.empty()) out += (out.empty() ? "" : " ") + part;
    phrase.remove_prefix(std::min(end + 1, phrase.size()));
  }
  const auto words = static_cast<std::size_t>(std::count(out.begin(), out.end(), ' ')) + 1;
  const bool only_gaps = out.find_first_not_of("_ ") == std::string::npos;
  return only_gaps || words > k_phrase_words_max || !well_formed(out) ? std::string{} : out;
}

}  // namespace

domain::Result<HouseWords> HouseWords::prepare(std::span<const HouseWord> words) {
  if (words.size() > k_phrases_max) return fail(ErrorCode::settings, "more than 10,000 words");
  std::vector<Entry> entries;
  std::vector<std::string> texts;
  for (const auto& word : words) {
    const auto wrong = [&](const std::string& what) {
      return fail(ErrorCode::settings,
                  what + ", of \"" + word.phrase.substr(0, k_phrase_bytes_max) + "\"");
    };
    const auto sign = sign_of(word.speaks_for);
    if (!sign) return wrong("speaks_for: \"" + word.speaks_for + "\" is none of " + all_purposes());
    if (!(word.weight >= -1.0 && word.weight <= 1.0))
      return wrong("weight: it is not from -1 to 1");
    if (word.phrase.size() > k_phrase_bytes_max) return wrong("phrase: it is too long");
    texts.push_back(folded_phrase(word.phrase));
    if (texts.back().empty()) {
      return wrong("phrase: it must have 1 to 12 words; * stands after three letters or more");
    }
    const bool silent = word.weight == 0.0;
    const auto points = static_cast<int>(std::lround(word.weight * k_full_points));
    entries.push_back({word.phrase, silent ? Sign::nothing : *sign, points});
  }
  std::vector<Phrase> phrases;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    phrases.push_back({texts[i], static_cast<std::uint16_t>(entries[i].sign),
                       static_cast<std::int16_t>(entries[i].points)});
  }
  return HouseWords{std::move(entries), phrases};
}

HouseWords::HouseWords(std::vector<Entry> entries, std::span<const Phrase> phrases)
    : entries_(std::move(entries)), index_(phrases) {}

std::vector<HouseWords::Found> HouseWords::find(std::span<const Word> text) const {
  std::vector<Found> out;
  for (const auto& match : index_.find(text)) {
    out.push_back({match.first, match.last, &entries_[match.phrase]});
  }
  return out;
}

}  // namespace redress::parsers
