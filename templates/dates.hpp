#pragma once

#include "daemon/domain/time.hpp"

#include <string>
#include <string_view>

namespace redress::templates {

/// A date as a letter in that language says it: "Tuesday 24 November 2026", in Welsh ("cy") "dydd
/// Mawrth 24 Tachwedd 2026". A language that is not known here reads English.
std::string long_date(domain::Date date, std::string_view language);

}  // namespace redress::templates
