#include "daemon/domain/staff.hpp"

#include <algorithm>

namespace redress::domain {
namespace {

bool same_letters(std::string_view a, std::string_view b) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [&](char x, char y) { return lower(x) == lower(y); });
}

}  // namespace

bool StaffMember::has_role(std::string_view role) const {
  return std::find(roles.begin(), roles.end(), role) != roles.end();
}

const StaffMember* find_staff(const Staff& staff, std::string_view name_or_address) {
  const auto found = std::find_if(staff.begin(), staff.end(), [&](const StaffMember& one) {
    return same_letters(one.name, name_or_address) ||
           same_letters(one.email.str(), name_or_address);
  });
  return found == staff.end() ? nullptr : &*found;
}

bool is_role_of(const Staff& staff, std::string_view role) {
  return std::any_of(staff.begin(), staff.end(),
                     [&](const StaffMember& one) { return one.has_role(role); });
}

}  // namespace redress::domain
