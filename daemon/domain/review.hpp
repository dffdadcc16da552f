#pragma once

#include "daemon/domain/casework/case_file.hpp"
#include "daemon/domain/decide.hpp"

#include <vector>

namespace redress::domain {

/// The mails that ask those who manage complaints to look at a measure again, one for each whose
/// day has come (CIEEM-06). None for what was lifted.
std::vector<LetterOrder> review_letters(const CaseFile& file, const Policy& policy, Date day,
                                        Instant now);

}  // namespace redress::domain
