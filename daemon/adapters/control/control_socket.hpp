#pragma once

#include <string>

namespace redress::adapters {

/// Where the control socket lies: in the service's runtime folder where systemd made one
/// ($RUNTIME_DIRECTORY, /run/redress), else beside the database.
std::string control_path(const std::string& store_path);
/// Where redressctl looks for it, whatever instance has the database: beside it. The daemon makes a
/// symbolic link there where its socket lies elsewhere.
std::string control_link(const std::string& store_path);

/// Longest request or reply, line end included; longer ones are refused.
inline constexpr std::size_t k_control_line = 160U << 10U;

}  // namespace redress::adapters
