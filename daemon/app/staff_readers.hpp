#pragma once

#include "config/settings.hpp"
#include "daemon/domain/case.hpp"
#include "daemon/ports/store.hpp"

#include <string>
#include <utility>
#include <vector>

namespace redress::app {

/// Everybody who has that role.
std::vector<domain::Person> staff_of(const domain::Staff& staff, std::string_view role);

/// Who gets mail that is meant for a role: its members, else complaints managers, else
/// administrators; without those it is kept from, as long as anybody else of these or of senior
/// management is left.
std::vector<domain::Person> staff_for(const config::Settings& settings, const std::string& role,
                                      const std::vector<domain::MailAddress>& not_to);

/// The readers of staff notices, each with the notices that are for them; nobody twice.
std::vector<std::pair<domain::Person, std::vector<domain::NewNotice>>> share_out(
    const config::Settings& settings, const std::vector<ports::UntoldNotice>& notices);

}  // namespace redress::app
