#include "daemon/domain/command/spoken_numbers.hpp"

#include "daemon/domain/command/grammar_words.hpp"

#include <algorithm>
#include <charconv>

namespace redress::domain {
namespace {

template <std::size_t N>
std::optional<unsigned> named(const std::array<std::string_view, N>& names, std::string_view word) {
  if (word == "sept") word = "sep";
  if (word == "tues") word = "tue";
  if (word == "thur" || word == "thurs") word = "thu";
  for (std::size_t i = 0; i < N; ++i) {
    const auto name = lower_case(names[i]);
    if (word == name || word == name.substr(0, 3)) return static_cast<unsigned>(i);
  }
  return std::nullopt;
}

constexpr std::array<std::string_view, 11> k_numbers{
    "", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"};

}  // namespace

const std::array<std::string_view, 12> k_month_names{
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};
const std::array<std::string_view, 7> k_weekday_names{"Sunday",   "Monday", "Tuesday", "Wednesday",
                                                      "Thursday", "Friday", "Saturday"};

std::optional<unsigned> month_named(std::string_view word) {
  const auto index = named(k_month_names, word);
  return index ? std::optional{*index + 1} : std::nullopt;
}

std::optional<unsigned> weekday_named(std::string_view word) {
  return named(k_weekday_names, word);
}

std::optional<int> whole_number(std::string_view word, std::size_t digits) {
  if (word.empty() || word.size() > digits || !std::all_of(word.begin(), word.end(), is_digit)) {
    return std::nullopt;
  }
  int value = 0;
  const auto [stop, error] = std::from_chars(word.data(), word.data() + word.size(), value);
  return error == std::errc{} ? std::optional{value} : std::nullopt;
}

std::optional<int> day_number(std::string_view word) {
  for (const std::string_view ending : {"st", "nd", "rd", "th"}) {
    if (word.ends_with(ending)) word.remove_suffix(ending.size());
  }
  return whole_number(word, 2);
}

std::optional<int> small_number(std::string_view word) {
  if (word == "a" || word == "an") return 1;
  const auto found = std::find(k_numbers.begin() + 1, k_numbers.end(), word);
  if (found != k_numbers.end()) return static_cast<int>(found - k_numbers.begin());
  return whole_number(word);
}

}  // namespace redress::domain
