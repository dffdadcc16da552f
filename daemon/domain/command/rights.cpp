#include "daemon/domain/command/handling.hpp"
#include "daemon/domain/reminders/recipients.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace redress::domain {
namespace {

bool has(const Actor& actor, std::string_view role) {
  return !role.empty() && actor.member != nullptr && actor.member->has_role(role);
}

/// Whether the actor is that, or the deputy of somebody who is and who is away.
bool acts_as(const CommandScene& scene, const Actor& actor, std::string_view whom) {
  if (actor.member == nullptr) return false;
  if (is_meant(*actor.member, whom)) return true;
  const auto today = scene.house.zone.date_of(scene.now);
  return std::any_of(scene.staff.begin(), scene.staff.end(), [&](const StaffMember& one) {
    return one.deputy == actor.member->name && is_meant(one, whom) && is_away(one, today);
  });
}

/// Whether the actor is the line manager of whoever owns the case.
bool manages_owner(const CommandScene& scene, const CaseFile& file, const Actor& actor) {
  if (actor.member == nullptr || file.owner.empty()) return false;
  return std::any_of(scene.staff.begin(), scene.staff.end(), [&](const StaffMember& one) {
    return is_meant(one, file.owner) && one.manager == actor.member->name;
  });
}

bool is_owner(const CommandScene& scene, const CaseFile& file, const Actor& actor) {
  if (actor.member == nullptr) return true;
  const auto& policy = scene.house.policy;
  const auto* stage = find_stage(policy, file.stage);
  const auto* area = find_named(policy.areas, file.area);
  return acts_as(scene, actor, file.owner) || has(actor, k_complaints_manager) ||
         has(actor, k_administrator) || has(actor, k_senior_management) ||
         (stage != nullptr && acts_as(scene, actor, stage->owner_role)) ||
         (area != nullptr && acts_as(scene, actor, area->owner_role)) ||
         manages_owner(scene, file, actor);
}

/// Who gives new cases to people gives them on, too (CILEX-16).
bool allocates(const CommandScene& scene, const Actor& actor, const Command& command) {
  return command.verb == Verb::assign && has(actor, scene.house.policy.enquiries_to);
}

/// Whom the policy's rule names for what the command takes.
const std::vector<std::string>* deciders(const CommandScene& scene, const Command& command) {
  const auto& policy = scene.house.policy;
  if (command.verb == Verb::restrict) {
    const auto* measure = find_named(policy.measures, command.word("measure"));
    return measure == nullptr ? nullptr : &measure->decided_by;
  }
  if (command.verb == Verb::refer) {
    const auto* referral = find_named(policy.referrals, command.word("referral"));
    return referral == nullptr ? nullptr : &referral->decided_by;
  }
  return nullptr;
}

bool has_rank(const CommandScene& scene, const CaseFile& file, const Actor& actor,
              const Command& command, Rank rank) {
  switch (rank) {
    case Rank::staff: return true;  // may_see was asked before
    case Rank::owner: return is_owner(scene, file, actor) || allocates(scene, actor, command);
    case Rank::manager: return is_manager(scene, file, actor);
    case Rank::rule: break;
  }
  const auto* roles = deciders(scene, command);
  if (roles == nullptr || roles->empty()) return is_owner(scene, file, actor);
  return is_any_of(scene, file, actor, *roles);
}

std::string who_may(const CommandScene& scene, const Command& command, Rank rank) {
  const auto* roles = rank == Rank::rule ? deciders(scene, command) : nullptr;
  if (roles == nullptr || roles->empty()) return std::string{to_string(rank)};
  return fmt::format("{}", fmt::join(*roles, " or "));
}

}  // namespace

bool may_see(const CommandScene& scene, const CaseFile& file, const Actor& actor) {
  if (actor.member == nullptr) return true;
  if (file.is_named(actor.member->email)) return false;
  const auto& named = scene.house.policy.may_see;
  return is_owner(scene, file, actor) || has(actor, k_duty) ||
         std::any_of(named.begin(), named.end(),
                     [&](const std::string& role) { return has(actor, role); });
}

bool is_manager(const CommandScene& scene, const CaseFile& file, const Actor& actor) {
  return has(actor, k_complaints_manager) || has(actor, k_manager) ||
         has(actor, k_senior_management) || manages_owner(scene, file, actor);
}

bool is_any_of(const CommandScene& scene, const CaseFile& file, const Actor& actor,
               const std::vector<std::string>& roles) {
  return std::any_of(roles.begin(), roles.end(), [&](const std::string& role) {
    return role == k_manager ? is_manager(scene, file, actor) : has(actor, role);
  });
}

Result<void> check_rights(const CommandScene& scene, const CaseFile& file, const Actor& actor,
                          const Command& command) {
  const auto& row = row_of(command.verb);
  if (!may_see(scene, file, actor)) {
    // The same words for a case that names them and for one that is not theirs.
    return fail(ErrorCode::not_allowed,
                fmt::format("{} is not a case of yours", file.reference.str()));
  }
  if (!has_rank(scene, file, actor, command, row.rank)) {
    const auto* hint = actor.member == nullptr ? "; say who you are with --as" : "";
    return fail(ErrorCode::not_allowed, fmt::format("/{} is decided by {}{}", row.name,
                                                    who_may(scene, command, row.rank), hint));
  }
  if (!row.states.has(file.status)) {
    return fail(ErrorCode::not_allowed, fmt::format("{} is {}: {}", file.reference.str(),
                                                    to_string(file.status), row.instead));
  }
  if (row.text == TextNeed::required && command.text.empty()) {
    return fail(ErrorCode::invalid_input,
                fmt::format("/{} wants {}: {}", row.name, row.text_name, usage(row)));
  }
  if (row.confirm && !command.confirmed) {
    return fail(
        ErrorCode::not_allowed,
        fmt::format("this cannot simply be undone; write \"yes\" before the text to do it: {}",
                    usage(row)));
  }
  return {};
}

}  // namespace redress::domain
