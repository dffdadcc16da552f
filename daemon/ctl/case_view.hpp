#pragma once

#include "daemon/domain/casework/case_file.hpp"

#include <nlohmann/json.hpp>

namespace redress::ctl {

/// What the events of a case tell besides its row: outcome, records, actions, people, behaviour.
nlohmann::ordered_json to_json(const domain::CaseFile& file);

}  // namespace redress::ctl
