#include "daemon/domain/casework/case_update.hpp"
#include "daemon/domain/command/handling.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace redress::domain {
namespace {

Result<const StaffMember*> member_named(const Handling& work) {
  const auto* member = find_staff(work.scene.staff, work.command.word("staff"));
  if (member != nullptr) return member;
  return fail(ErrorCode::invalid_input, "name a person, not a role");
}

Result<const StaffMember*> member_of_complaint(const Handling& work) {
  auto member = member_named(work);
  if (!member || work.file.is_named((*member)->email)) return member;
  return fail(ErrorCode::not_allowed,
              fmt::format("{} is not named in {}; /staff-named {} first", (*member)->name,
                          work.file.reference.str(), (*member)->name));
}

}  // namespace

/// Asking writes to the complainant alone: nobody else learns of the case before they agree
/// (CIM-09).
Result<void> handle_third_party(Handling& work) {
  const auto& person = work.command.person.value();
  if (person.address == work.file.complainant.address) {
    return fail(ErrorCode::invalid_input, "that is the complainant's own address");
  }
  if (work.command.word("consent") != "asked") return {};
  auto order = work.letter("third_party_consent");
  order.fields["third_party_name"] = person.name.empty() ? person.address.str() : person.name;
  work.send(std::move(order));
  return {};
}

/// From here on they see, get and do nothing of it; a case of theirs goes back to its stage's role.
Result<void> handle_staff_named(Handling& work) {
  const auto member = member_named(work);
  if (!member) return member.error();
  const bool last =
      std::none_of(work.scene.staff.begin(), work.scene.staff.end(), [&](const StaffMember& other) {
        return other.email != (*member)->email && !work.file.is_named(other.email) &&
               (other.has_role(k_complaints_manager) || other.has_role(k_senior_management));
      });
  if (last) {
    return fail(ErrorCode::not_allowed,
                "nobody would be left to deal with it; give somebody else the role "
                "complaints-manager or senior-management first");
  }
  return {};
}

Result<void> handle_tell(Handling& work) {
  const auto member = member_of_complaint(work);
  if (!member) return member.error();
  auto order = staff_letter(work.file, "staff_named_notice", work.scene.now);
  order.to_staff = {{(*member)->name, (*member)->email}};
  order.fields["staff_name"] = (*member)->name;
  order.lists["paragraphs"] = paragraphs_of(work.command.text);
  if (work.command.date) order.fields["until_date"] = to_iso(*work.command.date);
  work.send(std::move(order));
  return {};
}

Result<void> handle_heard(Handling& work) {
  if (auto member = member_of_complaint(work); !member) return member.error();
  return {};
}

}  // namespace redress::domain
