#pragma once

#include "daemon/domain/result.hpp"

#include <filesystem>
#include <string_view>

namespace redress::ctl {

// What is written out of the register is people's mail and data: only its owner reads it, and
// nothing that is there is written over.

/// A new folder (mode 0700). Error: not_allowed, also where something of that name is there.
domain::Result<void> make_private_folder(const std::filesystem::path& folder);

/// Another text for a file that is there, whole or not at all, for the same owner and as private as
/// before. Error: not_allowed.
domain::Result<void> replace_private(const std::filesystem::path& path, std::string_view text);

/// A new file (mode 0600). Error: not_allowed.
domain::Result<void> write_private(const std::filesystem::path& path, std::string_view text);

}  // namespace redress::ctl
