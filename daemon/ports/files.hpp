#pragma once

#include "daemon/domain/result.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace redress::ports {

/// Files of the installation. Small, trusted, read at start: synchronous.
class Files {
 public:
  virtual ~Files() = default;
  /// Error: not_found, or settings where it cannot be read or is larger than 16 MiB.
  virtual domain::Result<std::string> read(const std::string& path) const = 0;
  /// Names (not paths) of the regular files of a folder, sorted; empty where there is no such
  /// folder.
  virtual std::vector<std::string> list(const std::string& folder) const = 0;
  /// Writes a new file of mode 0600, whole or not at all. Error: conflict where it exists.
  virtual domain::Result<void> write_secret(const std::string& path, std::string_view text) = 0;
  /// The text of a systemd credential. Error: settings, naming the mend.
  virtual domain::Result<std::string> credential(const std::string& name) const = 0;
};

}  // namespace redress::ports
