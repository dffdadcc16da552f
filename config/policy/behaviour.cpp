#include "config/policy/parts.hpp"
#include "daemon/domain/reading.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace redress::config {
namespace {

using domain::Flag;
using domain::MeasureEffect;

/// Flags of a reading that are behaviours (CIEEM-03, BEH-01, BEH-02).
constexpr std::array k_behaviours{
    Flag::threat,
    Flag::abusive,
    Flag::insult,
    Flag::discriminatory,
    Flag::sexual_innuendo,
    Flag::malicious_allegation,
    Flag::unreasonable_demands,
};
constexpr std::array k_effects{MeasureEffect::none, MeasureEffect::end_contact_on_matter,
                               MeasureEffect::route_contact, MeasureEffect::end_contact};

template <class Values>
std::vector<std::string_view> words_of(const Values& values) {
  std::vector<std::string_view> words;
  for (const auto value : values) words.push_back(domain::to_string(value));
  return words;
}

bool contains(const std::vector<std::string_view>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

domain::BehaviourRule read_rule(const Section& section, const PolicyFile& out) {
  section.check_keys();
  domain::BehaviourRule rule{.category = section.text_or("category", ""),
                             .title = section.text_or("title", ""),
                             .clause = section.text_or("clause", "")};
  if (rule.category.empty()) return rule;
  const auto known = words_of(k_behaviours);
  if (!contains(known, rule.category)) {
    section.add("category",
                fmt::format("{} is no behaviour that the product knows; write one of {}",
                            in_quotes(rule.category), quoted_list(known)));
  }
  const auto& earlier = out.policy.behaviours;
  if (std::any_of(earlier.begin(), earlier.end(),
                  [&](const auto& other) { return other.category == rule.category; })) {
    section.add("category", fmt::format("{} stands here twice; put both into one title",
                                        in_quotes(rule.category)));
  }
  return rule;
}

MeasureEffect read_effect(const Section& section) {
  const auto word = section.text("effect");
  if (!word) return MeasureEffect::none;
  const auto effect = domain::measure_effect(*word);
  if (!effect) {
    section.add("effect", fmt::format("{} is not known; write one of {}", in_quotes(*word),
                                      quoted_list(words_of(k_effects))));
  }
  return effect.value_or(MeasureEffect::none);
}

domain::Measure read_measure(const Section& section, PolicyFile& out) {
  section.check_keys();
  domain::Measure measure;
  measure.name = read_name(section, "name", names_of(out.policy.measures));
  measure.title = section.text_or("title", "");
  measure.effect = read_effect(section);
  measure.decided_by = read_deciders(section, "decided_by", out);
  measure.needs_end = section.flag("needs_end", false);
  measure.at_once = section.flag("at_once", false);
  measure.clause = section.text_or("clause", "");
  return measure;
}

}  // namespace

void read_behaviour(const File& input, PolicyFile& out) {
  for (const auto& section : input.sections("behaviour")) {
    out.policy.behaviours.push_back(read_rule(section, out));
  }
  for (const auto& section : input.sections("measure")) {
    out.policy.measures.push_back(read_measure(section, out));
  }
}

}  // namespace redress::config
