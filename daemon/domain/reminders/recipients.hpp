#pragma once

#include "daemon/domain/policy.hpp"
#include "daemon/domain/staff.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace redress::domain {

/// Who of the staff reads what is meant for `to` ("owner", "deputy", "manager" of those who own it,
/// or a role), each once. `owners`: addresses of staff or roles. In the place of whoever is away on
/// that day stands their deputy. Nobody whom it is kept from, ever (CILEX-09). Where that leaves
/// nobody: the complaints managers, then the administrators, then senior management. May be empty.
std::vector<const StaffMember*> recipients(const Staff& staff,
                                           const std::vector<std::string>& owners,
                                           std::string_view to,
                                           const std::vector<MailAddress>& kept_from, Date today);

/// Whose a case is: whoever has it, else the department of its area, else the role of its stage.
std::vector<std::string> case_owners(const Policy& policy, const std::string& owner,
                                     std::string_view area, int stage);

/// Whether that (key of an address, or a role) means them; nothing means nobody.
bool is_meant(const StaffMember& member, std::string_view whom);
bool is_away(const StaffMember& member, Date day);

}  // namespace redress::domain
