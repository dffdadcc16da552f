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

/// Where "credential:NAME" of these settings lies: what systemd gave (`given`, the value of
/// $CREDENTIALS_DIRECTORY), or for a program that a person starts, the folder that the unit loads
/// from: NAME.credentials beside NAME.toml if there is one, else `credentials` beside the file.
std::string credentials_folder(const char* given, const std::string& settings_file);

}  // namespace redress::adapters
