#pragma once

#include "daemon/domain/attachment.hpp"
#include "daemon/domain/report.hpp"

#include <string>

namespace redress::app {

/// The counts, a line each (RFC 4180, UTF-8): section,name,label,count,before. The trend is in it,
/// by first days. A cell that a spreadsheet would take for a formula has a quotation mark before
/// it.
std::string to_csv(const domain::Report& report);

/// The same as a file, "complaints 2026-01-01 to 2026-03-31.csv".
domain::Attachment csv_file(const domain::Report& report);

}  // namespace redress::app
