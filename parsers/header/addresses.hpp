#pragma once

#include "parsers/defects.hpp"
#include "parsers/message.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

namespace redress::parsers {

/// Mailboxes of an address field (RFC 5322, 3.4 and 4.4; RFC 6854 groups), in order. A group gives
/// its members; an empty group nothing. Also read: "@" and unquoted commas in display names,
/// semicolons between addresses, a route before an address, `<>`, an address that is a comment's
/// only neighbour, encoded words that stand in quotes. Linear; at most `limit` mailboxes, the rest
/// is the defect "too_many_addresses". Other defects: "address_invalid".
std::vector<Address> parse_addresses(std::string_view field, std::size_t limit, DefectLog& defects);

}  // namespace redress::parsers
