#pragma once

#include "daemon/domain/policy.hpp"
#include "daemon/domain/staff.hpp"

#include <string_view>
#include <vector>

namespace redress::app {

/// Staff whose names or addresses stand in a message: "Jo Bloggs", "Ms Bloggs", jo@example.org. A
/// greeting ("Dear Jo Bloggs") names nobody. Better one too many: it only keeps mail from them
/// until a person looks (CILEX-09). Linear in the text for each member of staff.
std::vector<domain::MailAddress> mentioned_staff(const domain::Staff& staff,
                                                 std::string_view subject, std::string_view text);

/// The policy's bodies whose names stand in a message: "CIM Business Centre".
std::vector<const domain::OtherBody*> mentioned_bodies(const domain::Policy& policy,
                                                       std::string_view subject,
                                                       std::string_view text);

}  // namespace redress::app
