#include "daemon/domain/casework/fold.hpp"
#include "daemon/domain/casework/folding.hpp"

#include <algorithm>
#include <array>

namespace redress::domain {
namespace {

void third_party(CaseFile& file, const CaseEvent& event) {
  const auto person = person_of(event);
  const auto word = event.fact("consent");
  const auto consent =
      word == "granted" ? Consent::granted : (word == "asked" ? Consent::asked : Consent::refused);
  for (auto& known : file.third_parties) {
    if (known.person.address == person.address) {
      known.consent = consent;
      return;
    }
  }
  file.third_parties.push_back({person, consent});
}

void adjusted(CaseFile& file, const CaseEvent& event) {
  const auto name = event.fact("adjustment");
  auto& known = file.adjustments;
  if (std::find(known.begin(), known.end(), name) == known.end()) known.push_back(name);
}

NamedStaff* named(CaseFile& file, const CaseEvent& event) {
  const auto address = address_fact(event, "staff");
  for (auto& one : file.named_staff) {
    if (address && one.email == *address) return &one;
  }
  return nullptr;
}

void staff_named(CaseFile& file, const CaseEvent& event) {
  const auto address = address_fact(event, "staff");
  if (!address) return;
  if (named(file, event) == nullptr) file.named_staff.push_back({*address, {}, {}});
  if (file.owner == address->key()) file.owner.clear();
}

void staff_told(CaseFile& file, const CaseEvent& event) {
  if (auto* one = named(file, event)) one->told = event.at;
}

void staff_heard(CaseFile& file, const CaseEvent& event) {
  if (auto* one = named(file, event)) one->answered = event.at;
}

void incident_recorded(CaseFile& file, const CaseEvent& event) {
  std::optional<MessageRowId> message = event.message;
  file.incidents.push_back({.number = static_cast<int>(file.incidents.size()) + 1,
                            .category = event.fact("category"),
                            .at = event.at,
                            .message = message});
}

void restricted(CaseFile& file, const CaseEvent& event) {
  file.restrictions.push_back(
      {.number = static_cast<int>(file.restrictions.size()) + 1,
       .stage = file.stage,
       .measure = event.fact("measure"),
       .effect = measure_effect(event.fact("effect")).value_or(MeasureEffect::none),
       .route_to = address_fact(event, "staff"),
       .from = event.at,
       .until = date_fact(event, "until"),
       .review = date_fact(event, "review"),
       .lifted = {},
       .end_told = {}});
}

void restriction_lifted(CaseFile& file, const CaseEvent& event) {
  const auto number = event.number("number").value_or(0);
  for (auto& one : file.restrictions) {
    if (one.number == number) one.lifted = event.at;
  }
}

/// What ends on the day of its review needs nobody any more once that was told.
void review_due(CaseFile& file, const CaseEvent& event) {
  const auto day = date_fact(event, "day");
  for (auto& one : file.restrictions) {
    if (day && one.review == day && one.until && *one.until <= *day) one.end_told = event.at;
  }
}

void referred(CaseFile& file, const CaseEvent& event) {
  file.referred_to.push_back(event.fact("referral"));
  if (const auto owner = event.fact("owner"); !owner.empty()) {
    file.owner = owner;
    take_up(file, CaseStatus::triage);
  }
  if (event.fact("ends_response_limit") == "true") file.response_limit_ended = true;
}

constexpr std::array k_people{
    FoldRow{"third_party", third_party}, FoldRow{"adjusted", adjusted},
    FoldRow{"staff_named", staff_named}, FoldRow{"staff_told", staff_told},
    FoldRow{"staff_heard", staff_heard}, FoldRow{"incident_recorded", incident_recorded},
    FoldRow{"restricted", restricted},   FoldRow{"restriction_lifted", restriction_lifted},
    FoldRow{"review_due", review_due},   FoldRow{"referred", referred},
};

}  // namespace

std::span<const FoldRow> people_folds() {
  return k_people;
}

}  // namespace redress::domain
