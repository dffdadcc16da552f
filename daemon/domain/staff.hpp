#pragma once

#include "daemon/domain/ids.hpp"
#include "daemon/domain/time.hpp"

#include <string>
#include <utility>
#include <vector>

namespace redress::domain {

/// Roles that the product itself knows; a policy names further ones.
inline constexpr std::string_view k_administrator = "administrator";
inline constexpr std::string_view k_complaints_manager = "complaints-manager";
inline constexpr std::string_view k_manager = "manager";
inline constexpr std::string_view k_senior_management = "senior-management";
inline constexpr std::string_view k_duty = "duty";

/// Somebody who deals with complaints (`[[staff]]`).
struct StaffMember {
  std::string name;
  MailAddress email;
  std::vector<std::string> roles;
  std::string manager, deputy;  ///< names of other staff, or empty
  std::vector<std::pair<Date, Date>> away;

  bool has_role(std::string_view role) const;
};
using Staff = std::vector<StaffMember>;

/// The member with that name (in any case of letters) or address; null where there is none.
const StaffMember* find_staff(const Staff& staff, std::string_view name_or_address);
/// Whether anybody has that role.
bool is_role_of(const Staff& staff, std::string_view role);

}  // namespace redress::domain
