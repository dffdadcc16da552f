#pragma once

#include "daemon/domain/result.hpp"

#include <string>

namespace redress::adapters {

/// The folder that holds policies/, calendars/ and templates/ of this installation: the nearest
/// `share/redress` above the running program, so that an installed tree can be moved. Error:
/// settings.
domain::Result<std::string> share_folder();

/// Likewise for a program at that absolute path.
domain::Result<std::string> share_folder_of(const std::string& program);

}  // namespace redress::adapters
