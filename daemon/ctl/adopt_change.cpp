#include "daemon/ctl/adopt_change.hpp"

#include "daemon/domain/casework/case_update.hpp"

namespace redress::ctl {
namespace {

using domain::CaseEvent;
using domain::Fields;

/// "elsewhere" is how the fold tells it from a letter of ours that is on its way.
constexpr std::string_view k_elsewhere = "elsewhere";

Fields opening_facts(const AdoptedCase& adopted) {
  Fields facts{{"received", domain::to_rfc3339(adopted.received)},
               {"stage", "1"},
               {"mailbox", adopted.mailbox},
               {"channel", std::string{to_string(adopted.channel)}}};
  if (!adopted.priority.empty()) facts.emplace("priority", adopted.priority);
  if (!adopted.area.empty()) facts.emplace("area", adopted.area);
  return facts;
}

/// What happened to it elsewhere, oldest first.
std::vector<CaseEvent> story_of(const AdoptedCase& adopted, const std::string& actor,
                                domain::Instant now) {
  std::vector<CaseEvent> story;
  const auto add = [&](std::string what, Fields facts, Fields personal = {}) {
    story.push_back({.id = 0,
                     .at = now,
                     .actor = actor,
                     .what = std::move(what),
                     .facts = std::move(facts),
                     .personal = std::move(personal),
                     .message = std::nullopt});
  };
  Fields person{{"name", adopted.complainant.name}, {"address", adopted.complainant.address.str()}};
  if (!adopted.old_reference.empty()) person.emplace("old_reference", adopted.old_reference);
  add("case_adopted", opening_facts(adopted), std::move(person));
  for (int stage = 2; stage <= adopted.stage; ++stage) {
    add("escalated", {{"moment", domain::to_rfc3339(adopted.stage_since.value())},
                      {"stage", std::to_string(stage)}});
  }
  if (adopted.acknowledged) {
    add("acknowledgement_ordered",
        {{"way", std::string{k_elsewhere}}, {"moment", domain::to_rfc3339(*adopted.acknowledged)}});
  }
  if (!adopted.owner.empty()) add("assigned", {{"staff", adopted.owner}});
  return story;
}

}  // namespace

domain::Result<domain::Change> adopt_change(const domain::House& house, const AdoptedCase& adopted,
                                            std::uint32_t number, const std::string& actor,
                                            domain::Instant now) {
  const auto year = static_cast<int>(house.zone.date_of(adopted.received).year());
  const auto reference = domain::CaseReference::make(house.prefix, year, number);
  if (!reference) return reference.error();
  domain::Change change;
  const auto opened = domain::open_case(change, *reference, story_of(adopted, actor, now), house);
  if (!opened) return opened.error();
  return change;
}

}  // namespace redress::ctl
