#include "daemon/domain/reminders/recipients.hpp"

#include <algorithm>
#include <optional>

namespace redress::domain {
namespace {

using Members = std::vector<const StaffMember*>;

void add(Members& members, const StaffMember* one) {
  if (one == nullptr) return;
  if (std::find(members.begin(), members.end(), one) == members.end()) members.push_back(one);
}

void add_all(Members& members, const Staff& staff, std::string_view address_or_role) {
  for (const auto& one : staff) {
    if (is_meant(one, address_or_role)) add(members, &one);
  }
}

Members owners_of(const Staff& staff, const std::vector<std::string>& owners) {
  Members members;
  for (const auto& one : owners) add_all(members, staff, one);
  return members;
}

/// Whom the rung means, by what stands in [[staff]].
Members meant(const Staff& staff, const std::vector<std::string>& owners, std::string_view to) {
  const auto members = owners_of(staff, owners);
  if (to == k_to_owner) return members;
  Members others;
  if (to == k_to_deputy || to == k_to_manager) {
    for (const auto* one : members) {
      const auto& name = to == k_to_deputy ? one->deputy : one->manager;
      if (!name.empty()) add(others, find_staff(staff, name));
    }
  } else {
    add_all(others, staff, to);
  }
  return others;
}

/// The member, or the first of the deputies in a row who is there; null where nobody is. Without a
/// day everybody is there.
const StaffMember* present(const Staff& staff, const StaffMember* member,
                           const std::optional<Date>& today) {
  for (std::size_t tried = 0; tried < staff.size(); ++tried) {  // deputies may go in a circle
    if (member == nullptr || !today || !is_away(*member, *today)) return member;
    member = member->deputy.empty() ? nullptr : find_staff(staff, member->deputy);
  }
  return nullptr;
}

bool may_read(const StaffMember& member, const std::vector<MailAddress>& kept_from) {
  return std::find(kept_from.begin(), kept_from.end(), member.email) == kept_from.end();
}

Members readers(const Staff& staff, const Members& members,
                const std::vector<MailAddress>& kept_from, const std::optional<Date>& today) {
  Members found;
  for (const auto* one : members) {
    const auto* there = present(staff, one, today);
    if (there != nullptr && may_read(*there, kept_from)) add(found, there);
  }
  return found;
}

}  // namespace

std::vector<std::string> case_owners(const Policy& policy, const std::string& owner,
                                     std::string_view area, int stage) {
  if (!owner.empty()) return {owner};
  const auto* department = find_named(policy.areas, area);
  if (department != nullptr && !department->owner_role.empty()) return {department->owner_role};
  const auto* found = find_stage(policy, stage);
  return {found == nullptr ? std::string{k_complaints_manager} : found->owner_role};
}

bool is_meant(const StaffMember& member, std::string_view whom) {
  return !whom.empty() && (member.email.key() == whom || member.has_role(whom));
}

bool is_away(const StaffMember& member, Date day) {
  return std::any_of(member.away.begin(), member.away.end(), [&](const auto& absence) {
    return absence.first <= day && day <= absence.second;
  });
}

std::vector<const StaffMember*> recipients(const Staff& staff,
                                           const std::vector<std::string>& owners,
                                           std::string_view to,
                                           const std::vector<MailAddress>& kept_from, Date today) {
  // Where everybody is away it is better in the mail of one who is than in nobody's.
  for (const auto& day : {std::optional{today}, std::optional<Date>{}}) {
    auto found = readers(staff, meant(staff, owners, to), kept_from, day);
    for (const auto role : {k_complaints_manager, k_administrator, k_senior_management}) {
      if (!found.empty()) return found;
      found = readers(staff, owners_of(staff, {std::string{role}}), kept_from, day);
    }
    if (!found.empty()) return found;
  }
  return {};
}

}  // namespace redress::domain
