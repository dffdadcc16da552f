#include "daemon/ctl/adopt_change.hpp"

#include "daemon/domain/command/decide_command.hpp"

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
  const auto story = story_of(adopted, actor, now);
  const auto file = domain::replay(*reference, story);
  if (!file) return file.error();
  auto update = domain::update_of(*file, house);
  if (!update) return update.error();
  domain::Change change;
  change.new_case = domain::NewCase{.reference = *reference,
                                    .status = file->status,
                                    .stage = file->stage,
                                    .received = file->received,
                                    .complainant = file->complainant,
                                    .mailbox = file->mailbox};
  for (const auto& event : story) {
    change.events.push_back({.reference = *reference,
                             .message = std::nullopt,
                             .at = now,
                             .actor = actor,
                             .what = event.what,
                             .facts = domain::to_json(event.facts),
                             .personal = domain::to_json(event.personal)});
  }
  change.updates.push_back(std::move(*update));
  return change;
}

}  // namespace redress::ctl
