#include "daemon/app/completeness.hpp"

#include "parsers/ascii.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace redress::app {
namespace {

/// A shorter text is hardly a detailed account.
constexpr std::size_t k_account_words = 80;

constexpr std::array<std::string_view, 21> k_wishes{"i would like",
                                                    "i'd like",
                                                    "i want",
                                                    "i expect",
                                                    "i request",
                                                    "i ask you to",
                                                    "i am asking for",
                                                    "please refund",
                                                    "a refund",
                                                    "an apology",
                                                    "apologise",
                                                    "compensat",
                                                    "put it right",
                                                    "put this right",
                                                    "resolve",
                                                    "should be done",
                                                    "what i am looking for",
                                                    "reimburse",
                                                    "please arrange",
                                                    "would be resolved",
                                                    "desired outcome"};
constexpr std::array<std::string_view, 12> k_months{
    "january", "february", "march",     "april",   "may ",     "june",
    "july",    "august",   "september", "october", "november", "december"};
constexpr std::array<std::string_view, 7> k_weekdays{"monday", "tuesday",  "wednesday", "thursday",
                                                     "friday", "saturday", "sunday"};

template <std::size_t N>
bool has_any(const std::string& text, const std::array<std::string_view, N>& words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return text.find(word) != std::string::npos; });
}

/// "12/3/2026", "12.03.26", "2026-03-12": two digits beside two separators.
bool has_numeric_date(std::string_view text) {
  int parts = 0;
  bool digit = false;
  for (const char c : text) {
    if (parsers::ascii::is_digit(c)) {
      if (!digit) ++parts;
      digit = true;
    } else {
      const bool joins = digit && (c == '/' || c == '.' || c == '-');
      if (parts >= 3 && !joins) return true;
      if (!joins) parts = 0;
      digit = false;
    }
  }
  return parts >= 3;
}

std::size_t count_words(std::string_view text) {
  std::size_t words = 0;
  bool inside = false;
  for (const char c : text) {
    const bool space = c == ' ' || c == '\n' || c == '\t';
    if (!space && !inside) ++words;
    inside = !space;
  }
  return words;
}

bool has_account(const std::string& text) {
  const bool dated = has_any(text, k_months) || has_any(text, k_weekdays) || has_numeric_date(text);
  return dated && count_words(text) >= k_account_words;
}

}  // namespace

std::vector<domain::AskedFor> lacks_of(const parsers::MessageFacts& facts) {
  const auto text = parsers::ascii::lowered(facts.new_text);
  std::vector<domain::AskedFor> lacks;
  if (!has_account(text)) lacks.push_back(domain::AskedFor::account);
  if (!has_any(text, k_wishes)) lacks.push_back(domain::AskedFor::resolution);
  if (facts.attachments.empty()) lacks.push_back(domain::AskedFor::evidence);
  return lacks;
}

}  // namespace redress::app
