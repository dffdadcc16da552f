#pragma once

#include "daemon/domain/change.hpp"

#include <string>

namespace redress::domain {

/// The story of a case in a page of plain text, 72 columns: who, where it stands, what is due and
/// was kept, what was found and done, who is concerned, what holds against whom.
std::string case_page(const CaseUpdate& update, const TimeZone& zone);

}  // namespace redress::domain
