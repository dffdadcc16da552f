#pragma once

#include "daemon/domain/report.hpp"

#include <nlohmann/json.hpp>

#include <string>

namespace redress::ctl {

/// {"title","from","to","sections":{NAME:{LINE:COUNT}},"before":null|{"from","to","sections"},
/// "counted_from":null|DAY,"small_withheld","trend":[{"from","to","received","ended","open"}],
/// "patterns":[{"kind","what","count"}],"lessons":[…],"lessons_withheld","cases":[{"reference",
/// …}]}. Counts that are withheld are null; lines that are, absent.
nlohmann::ordered_json to_json(const domain::Report& report, const std::string& title);

}  // namespace redress::ctl
