#include "daemon/domain/command/grammar_nearest.hpp"
#include "daemon/domain/command/grammar_values.hpp"
#include "daemon/domain/command/spoken_dates.hpp"
#include "daemon/domain/command/spoken_numbers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace redress::domain {
namespace {

using Words = std::span<const Word>;
using A = ArgumentKind;

constexpr std::size_t k_name_words = 12;    ///< of one value
constexpr std::size_t k_name_bytes = 100;   ///< of a person's name
constexpr std::size_t k_number_digits = 9;  ///< fits an int

/// Of all values with the longest name here: one is the meaning, several are a question.
ArgumentMatch match_known(const ArgumentRow& argument, const std::vector<KnownValue>& values,
                          Words words) {
  std::vector<std::string> keys{""};
  for (std::size_t i = 0; i < std::min(k_name_words, words.size()); ++i) {
    keys.push_back(key_of(keys.back() + (i == 0 ? "" : "-") + words[i].text));
  }
  for (std::size_t length = keys.size() - 1; length > 0; --length) {
    if (keys[length].empty()) continue;
    for (const auto names : {&KnownValue::exact, &KnownValue::loose}) {
      std::map<std::string, std::string> found;
      for (const auto& value : values) {
        const auto& own = value.*names;
        if (std::find(own.begin(), own.end(), keys[length]) == own.end()) continue;
        found.emplace(value.normal, argument.kind == A::staff && value.normal != value.shown
                                        ? fmt::format("{} <{}>", value.shown, value.normal)
                                        : value.shown);
      }
      if (found.empty()) continue;
      ArgumentMatch match{.words = length, .word = found.begin()->first};
      if (found.size() > 1) {
        std::vector<std::string> shown;
        for (const auto& [normal, text] : found) shown.push_back(text);
        match.wrong = fmt::format("may be {}; write which", one_of(shown));
      }
      return match;
    }
  }
  return {};
}

/// "2", "#2"; nothing where it is no whole number from 1.
std::string number_of(std::string_view word) {
  if (word.starts_with("#")) word.remove_prefix(1);
  const auto value = whole_number(word, k_number_digits);
  return value && *value > 0 ? std::to_string(*value) : std::string{};
}

ArgumentMatch match_number(Words words, bool message) {
  const std::string_view first = words.front().text;
  const bool led = message && (first == "message" || first == "mail") && words.size() > 1;
  const auto number = number_of(led ? words[1].text : first);
  if (number.empty()) return {};
  return {.words = led ? 2U : 1U, .word = number};
}

/// "CIM-2026-000123", in brackets too, and with fewer noughts.
ArgumentMatch match_reference(Words words) {
  const std::string_view text = words.front().text;
  const auto second = text.rfind('-');
  const auto first =
      second == std::string_view::npos || second == 0 ? second : text.rfind('-', second - 1);
  if (first == std::string_view::npos || first == second) return {};
  const auto year = whole_number(text.substr(first + 1, second - first - 1));
  const auto number = whole_number(text.substr(second + 1), k_number_digits);
  if (!year || !number) return {};
  const auto reference =
      CaseReference::make(text.substr(0, first), *year, static_cast<std::uint32_t>(*number));
  if (!reference) return {.words = 1, .wrong = "is no case reference like CIM-2026-000123"};
  return {.words = 1, .word = reference->str()};
}

std::string_view written(std::string_view head, const Word& word) {
  return head.substr(word.begin, word.end - word.begin);
}

/// An address as mail programs write it: "<a@b>", "(a@b)", "mailto:a@b".
std::optional<MailAddress> address_of(std::string_view word) {
  constexpr std::string_view k_link = "mailto:";
  constexpr std::string_view k_before = "<([,;'";
  constexpr std::string_view k_after = ">)],;.'!";
  for (auto before = word.size() + 1; before != word.size();) {
    before = word.size();
    while (!word.empty() && k_before.find(word.front()) != std::string_view::npos) {
      word.remove_prefix(1);
    }
    while (!word.empty() && k_after.find(word.back()) != std::string_view::npos) {
      word.remove_suffix(1);
    }
    if (lower_case(word.substr(0, k_link.size())) == k_link) word.remove_prefix(k_link.size());
  }
  const auto address = MailAddress::parse(word);
  return address ? std::optional{*address} : std::nullopt;
}

/// Words without digits up to an address.
ArgumentMatch match_person(std::string_view head, Words words) {
  std::string name;
  for (std::size_t i = 0; i < std::min(k_name_words, words.size()); ++i) {
    const auto word = written(head, words[i]);
    if (word.find('@') != std::string_view::npos) {
      const auto address = address_of(word);
      if (!address) return {.words = i + 1, .wrong = "has no address like name@example.org"};
      if (name.size() > k_name_bytes) return {.words = i + 1, .wrong = "has too long a name"};
      while (!name.empty() && (name.back() == ',' || name.back() == ';')) name.pop_back();
      return {.words = i + 1, .person = Person{name, *address}};
    }
    if (word.find_first_of("0123456789<>") != std::string_view::npos) return {};
    if (!name.empty()) name += ' ';
    name += word;
  }
  return {};
}

ArgumentMatch match_day(Words words, bool after_by, const CommandContext& context) {
  const auto match =
      match_date(words, {context.zone.date_of(context.now), &context.calendar, Direction::ahead});
  if (!match) return {};
  if (!match->date) return {.words = match->words, .wrong = ": " + match->date.error().text};
  if (match->span && after_by) {
    return {
        .words = match->words,
        .wrong = ": it is not plain from when to count; write the date, or \"in\" for from today"};
  }
  return {.words = match->words, .date = *match->date};
}

ArgumentMatch match_time(Words words, const CommandContext& context) {
  const auto match = match_moment(words, context.now, context.zone);
  if (!match) return {};
  if (!match->moment) return {.words = match->words, .wrong = ": " + match->moment.error().text};
  return {.words = match->words, .moment = *match->moment};
}

struct Place {
  const ArgumentRow& argument;
  const std::vector<KnownValue>& known;
  std::string_view head;
  const CommandContext& context;

  ArgumentMatch match(Words words, bool after_by) const {
    if (words.empty()) return {};
    switch (argument.kind) {
      case A::number: return match_number(words, false);
      case A::message: return match_number(words, true);
      case A::reference: return match_reference(words);
      case A::person: return match_person(head, words);
      case A::date: return match_day(words, after_by, context);
      case A::moment: return match_time(words, context);
      default: return match_known(argument, known, words);
    }
  }
};

}  // namespace

ArgumentMatch match_argument(const ArgumentRow& argument, const std::vector<KnownValue>& known,
                             std::string_view head, std::span<const Word> words,
                             const CommandContext& context) {
  const Place place{argument, known, head, context};
  const auto leads = leads_before(argument, words);
  const bool after_by = leads > 0 && words[leads - 1].text == "by";
  auto led = place.match(words.subspan(leads), after_by);
  if (led.words > 0) led.words += leads;
  if (leads == 0 || argument.kind == A::person) return led;
  // A value may begin with what is a lead elsewhere.
  auto plain = place.match(words, false);
  return plain.words > led.words ? plain : led;
}

}  // namespace redress::domain
