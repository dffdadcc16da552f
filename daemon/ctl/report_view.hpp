#pragma once

#include "daemon/domain/report.hpp"

#include <nlohmann/json.hpp>

#include <string>

namespace redress::ctl {

/// {"title","from","to","sections":{NAME:{LINE:COUNT}},"patterns":[{"kind","what","count"}],
/// "lessons":[…],"lessons_withheld","cases":[{"reference", …}]}
nlohmann::ordered_json to_json(const domain::Report& report, const std::string& title);

/// The counts, a line each (RFC 4180): section,name,count. A cell that a spreadsheet would take for
/// a formula has a quotation mark before it.
std::string to_csv(const domain::Report& report);

}  // namespace redress::ctl
