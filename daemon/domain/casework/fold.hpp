#pragma once

#include "daemon/domain/casework/case_file.hpp"

#include <string_view>

namespace redress::domain {

/// In place of an address that was erased; the domain can never exist (RFC 2606).
inline constexpr std::string_view k_erased_address = "erased@erased.invalid";

/// What stands after the "@" of a case whose complainant has no email address.
inline constexpr std::string_view k_no_address_domain = "no-address.invalid";
/// In place of the address of a person whom a command gives by name alone.
inline constexpr std::string_view k_no_address = "nobody@no-address.invalid";
/// False for these, and all in a domain that can never exist: no mail is sent there.
bool can_get_mail(const MailAddress& address);

/// Whether such an event begins a case.
bool is_opening(std::string_view what);
/// Addresses separated by spaces, both ways: by their keys, as an event's fact has them.
std::vector<MailAddress> addresses_of(std::string_view text);
std::string keys_of(const std::vector<MailAddress>& addresses);
/// "name" and "address" of the personal payload; k_erased_address where it is gone.
Person person_of(const CaseEvent& event);

}  // namespace redress::domain
