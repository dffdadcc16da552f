#include "daemon/domain/command/handling.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace redress::domain {
namespace {

/// A measure without an end is looked at again by a person after so long; our own choice, told to
/// nobody outside.
constexpr std::chrono::days k_review_after{182};

Result<void> check_measure(const Handling& work, const Measure& measure) {
  const bool warning = work.policy().warning_first && !measure.at_once && !work.file.warned;
  if (warning) {
    return fail(ErrorCode::not_allowed,
                fmt::format("the policy wants a warning before \"{}\": /warn, and release it",
                            measure.title));
  }
  if (measure.needs_end && !work.command.date) {
    return fail(ErrorCode::invalid_input,
                fmt::format("\"{}\" holds for a time: add until DATE", measure.title));
  }
  if (work.command.date && *work.command.date < work.today()) {
    return fail(ErrorCode::invalid_input, "that day is over; give a day that is still to come");
  }
  if (measure.effect == MeasureEffect::route_contact && !work.command.has("staff")) {
    return fail(ErrorCode::invalid_input,
                fmt::format("\"{}\" wants the member of staff: add to NAME", measure.title));
  }
  return {};
}

const Restriction* restriction_to_lift(const Handling& work) {
  const auto number = work.command.word("number");
  const Restriction* found = nullptr;
  for (const auto& one : work.file.restrictions) {
    if (one.lifted) continue;
    const bool named = number.empty() || std::to_string(one.number) == number;
    if (named) found = &one;
  }
  return found;
}

}  // namespace

Result<void> handle_incident(Handling& work) {
  work.about = message_of(work.command);
  work.facts["number"] = std::to_string(work.file.incidents.size() + 1);
  work.tell(k_senior_management,
            fmt::format("incident {} is recorded on {} ({})", work.file.incidents.size() + 1,
                        work.file.reference.str(), work.command.word("category")));
  return {};
}

Result<void> handle_warn(Handling& work) {
  auto order = work.letter("warning");
  order.lists["paragraphs"] = paragraphs_of(work.command.text);
  work.send(std::move(order));
  return {};
}

Result<void> handle_restrict(Handling& work) {
  const auto* measure = find_named(work.policy().measures, work.command.word("measure"));
  if (measure == nullptr) return fail(ErrorCode::not_found, "the policy knows no such measure");
  if (auto fit = check_measure(work, *measure); !fit) return fit;
  const auto* member = find_staff(work.scene.staff, work.command.word("staff"));
  auto order = work.letter("restriction_notice");
  order.fields["measure_title"] = measure->title;
  order.lists["paragraphs"] = paragraphs_of(work.command.text);
  if (member != nullptr) order.fields["contact_name"] = member->name;
  const auto review = work.command.date
                          ? *work.command.date
                          : Date{std::chrono::sys_days{work.today()} + k_review_after};
  work.facts["effect"] = to_string(measure->effect);
  work.facts["review"] = to_iso(review);
  if (work.command.date) {
    work.facts["until"] = to_iso(*work.command.date);
    order.fields["until_date"] = to_iso(*work.command.date);
  }
  work.send(std::move(order));
  return {};
}

Result<void> handle_lift(Handling& work) {
  const auto* restriction = restriction_to_lift(work);
  if (restriction == nullptr) {
    return fail(ErrorCode::not_found,
                fmt::format("no such measure holds on {}", work.file.reference.str()));
  }
  work.facts["number"] = std::to_string(restriction->number);
  auto order = work.letter("restriction_lifted");
  order.lists["paragraphs"] = paragraphs_of(work.command.text);
  if (const auto* measure = find_named(work.policy().measures, restriction->measure)) {
    order.fields["measure_title"] = measure->title;
  }
  work.send(std::move(order));
  return {};
}

/// Refused where the referral is only for people of another standing (CIEEM-04).
Result<void> handle_refer(Handling& work) {
  const auto* found = find_named(work.policy().referrals, work.command.word("referral"));
  if (found == nullptr) return fail(ErrorCode::not_found, "the policy knows no such referral");
  const auto& only = found->only_for;
  const auto& standing = work.file.standing;
  if (!only.empty() && standing.empty()) {
    return fail(ErrorCode::not_allowed,
                fmt::format("\"{}\" is for {} alone; say what the complainant is: /standing …",
                            found->title, fmt::join(only, " or ")));
  }
  if (!only.empty() && std::find(only.begin(), only.end(), standing) == only.end()) {
    return fail(ErrorCode::not_allowed,
                fmt::format("\"{}\" is for {} alone; the complainant is: {}", found->title,
                            fmt::join(only, " or "), standing));
  }
  if (found->takes_over) work.facts["owner"] = found->role;
  if (found->ends_response_limit) work.facts["ends_response_limit"] = "true";
  work.hand_over(found->role,
                 fmt::format("{} is referred to you: {}", work.file.reference.str(), found->title));
  if (found->letter.empty()) return {};
  auto order = work.letter(found->letter);
  order.fields["referral_title"] = found->title;
  order.lists["paragraphs"] = paragraphs_of(work.command.text);
  work.send(std::move(order));
  return {};
}

}  // namespace redress::domain
