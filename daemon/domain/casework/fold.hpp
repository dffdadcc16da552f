#pragma once

#include "daemon/domain/casework/case_file.hpp"

#include <string_view>

namespace redress::domain {

/// In place of an address that was erased; the domain can never exist (RFC 2606).
inline constexpr std::string_view k_erased_address = "erased@erased.invalid";

/// Whether such an event begins a case.
bool is_opening(std::string_view what);
/// Addresses separated by spaces.
std::vector<MailAddress> addresses_of(std::string_view text);
/// "name" and "address" of the personal payload; k_erased_address where it is gone.
Person person_of(const CaseEvent& event);

}  // namespace redress::domain
