#pragma once

#include "daemon/domain/casework/case_file.hpp"

#include <string_view>

namespace redress::domain {

/// Whether a text has an e-mail address in it, or a name of somebody whom the case knows: any word
/// of three letters or more of it. Rather too often than not: what it says goes to all staff
/// (CILEX-17).
bool names_somebody(const CaseFile& file, std::string_view text);

}  // namespace redress::domain
