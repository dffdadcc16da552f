#include "templates/check_letters.hpp"

#include "templates/fields.hpp"
#include "templates/letter_needs.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace redress::templates {
namespace {

using domain::ErrorCode;
using domain::Result;

constexpr std::string_view k_sample_url = "https://www.example.org/complaints";
/// The one that is promised in every language of the policy.
constexpr std::string_view k_translated = "acknowledgement";

std::string sample(const Field& field) {
  return std::string{field.kind == FieldKind::url ? k_sample_url : field.doc};
}

void add_list(LetterFacts& facts, std::string_view list) {
  std::map<std::string, std::string> item;
  for (const Field& field : k_known_fields) {
    if (field.in == item_schema(list)) item.emplace(field.name, sample(field));
  }
  facts.lists[std::string{list}] = {item, item};
}

Result<void> check_names(const TemplateSet& letters, const domain::Policy& policy) {
  const auto known = letters.letters();
  const auto check = [&](std::string_view name, std::string_view where) -> Result<void> {
    if (std::find(known.begin(), known.end(), name) != known.end()) return {};
    return domain::fail(ErrorCode::settings,
                        fmt::format("{}: there is no letter '{}'; the letters are: {}", where, name,
                                    fmt::join(known, ", ")));
  };
  for (const LetterNeeds& row : k_letter_needs) {
    if (auto found = check(row.letter, "templates"); !found) return found;
  }
  for (const std::string& name : policy.automatic_letters) {
    if (auto found = check(name, "policy: automatic letters"); !found) return found;
  }
  for (const domain::Referral& referral : policy.referrals) {
    if (referral.letter.empty()) continue;
    if (auto found = check(referral.letter, fmt::format("policy: referral '{}'", referral.name));
        !found) {
      return found;
    }
  }
  return {};
}

Result<void> check_one(const TemplateSet& letters, const std::string& letter,
                       std::string_view language) {
  std::vector<LetterFacts> variants{every_fact(), fewest_facts(letter)};
  if (const LetterNeeds* needs = needs_of(letter); needs != nullptr) {
    for (const std::string_view list : needs->one_of) {
      LetterFacts other = fewest_facts(letter);
      other.lists.clear();
      add_list(other, list);
      variants.push_back(std::move(other));
    }
  }
  for (const LetterFacts& facts : variants) {
    if (auto made = letters.render(letter, facts, language); !made) return made.error();
  }
  return {};
}

}  // namespace

LetterFacts every_fact() {
  LetterFacts facts;
  for (const Field& field : k_known_fields) {
    if (!field.in.empty()) continue;
    if (field.kind == FieldKind::list) {
      if (!field.name.starts_with(k_notice_prefix)) add_list(facts, field.name);
    } else {
      facts.fields.emplace(field.name, sample(field));
    }
  }
  return facts;
}

LetterFacts fewest_facts(std::string_view letter) {
  LetterFacts facts;
  const auto give = [&](std::string_view name) {
    const Field* field = find_field(name, "");
    if (field != nullptr) facts.fields.emplace(name, sample(*field));
  };
  for (const std::string_view name : k_always_given) give(name);
  const LetterNeeds* needs = needs_of(letter);
  if (needs == nullptr) return facts;
  for (const std::string_view name : needs->fields) give(name);
  if (!needs->one_of.empty()) add_list(facts, needs->one_of.front());
  return facts;
}

Result<void> check_letters(const TemplateSet& letters, const domain::Policy& policy) {
  if (auto named = check_names(letters, policy); !named) return named;
  for (const std::string& language : policy.languages) {
    if (auto spoken = letters.speaks(k_translated, language); !spoken) {
      return domain::fail(ErrorCode::settings,
                          fmt::format("policy: language '{}': {}", language, spoken.error().text));
    }
    for (const std::string& letter : letters.letters()) {
      if (auto written = check_one(letters, letter, language); !written) return written;
    }
  }
  return {};
}

}  // namespace redress::templates
