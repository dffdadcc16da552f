#include "daemon/domain/command/handling.hpp"

#include <fmt/format.h>

namespace redress::domain {
namespace {

Error named_in_it(const CaseFile& file, const std::string& name) {
  return fail(ErrorCode::not_allowed, fmt::format("{} is named in {}; give it to somebody else",
                                                  name, file.reference.str()));
}

}  // namespace

Result<void> handle_assign(Handling& work) {
  const auto owner = work.command.word("staff");
  const auto* member = find_staff(work.scene.staff, owner);
  if (member != nullptr && work.file.is_named(member->email)) {
    return named_in_it(work.file, member->name);
  }
  work.facts["staff"] = owner;
  if (member != nullptr) std::erase(work.file.mentioned, member->email);
  work.hand_over(owner, fmt::format("{} is yours now", work.file.reference.str()));
  return {};
}

Result<void> handle_priority(Handling& work) {
  const auto before = work.file.priority;
  if (!before.empty()) work.facts["before"] = before;
  return {};
}

/// The area's department deals with it from then on (CIM-04).
Result<void> handle_area(Handling& work) {
  const auto* area = find_named(work.policy().areas, work.command.word("area"));
  if (area == nullptr || area->owner_role.empty()) return {};
  work.facts["owner"] = area->owner_role;
  work.hand_over(area->owner_role, fmt::format("{} is about {} and is yours now",
                                               work.file.reference.str(), area->title));
  return {};
}

/// Who cannot resolve it tells their line manager (CILEX-16).
Result<void> handle_manager(Handling& work) {
  const auto* member = work.actor.member;
  const auto* manager = member == nullptr ? nullptr : find_staff(work.scene.staff, member->manager);
  if (manager == nullptr || member->manager.empty()) {
    return fail(ErrorCode::settings,
                "nobody is named as your line manager; add manager = \"NAME\" to your [[staff]]");
  }
  if (work.file.is_named(manager->email)) return named_in_it(work.file, manager->name);
  work.facts["manager"] = manager->email.key();
  work.hand_over(manager->email.key(),
                 fmt::format("{} cannot resolve {} and asks for your help{}{}", member->name,
                             work.file.reference.str(), work.command.text.empty() ? "" : ": ",
                             work.command.text));
  return {};
}

Result<void> handle_action(Handling& work) {
  auto owner = work.command.word("staff");
  if (owner.empty()) owner = work.file.owner.empty() ? work.stage().owner_role : work.file.owner;
  if (work.command.date && *work.command.date < work.today()) {
    return fail(ErrorCode::invalid_input, "that day is over; give a day that is still to come");
  }
  work.facts["staff"] = owner;
  work.facts["due"] = to_iso(work.command.date.value());
  work.facts["number"] = std::to_string(work.file.actions.size() + 1);
  work.facts.erase("until");
  work.tell(owner, fmt::format("action {} of {} is yours, by {}", work.file.actions.size() + 1,
                               work.file.reference.str(), long_date(*work.command.date)));
  return {};
}

Result<void> handle_done(Handling& work) {
  const auto number = work.command.word("number");
  for (const auto& action : work.file.actions) {
    if (std::to_string(action.number) != number) continue;
    if (!action.done) return {};
    return fail(ErrorCode::not_allowed, fmt::format("action {} is done already", number));
  }
  return fail(ErrorCode::not_found,
              fmt::format("{} has no action {}", work.file.reference.str(), number));
}

}  // namespace redress::domain
