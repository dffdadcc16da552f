#pragma once

#include "daemon/ports/files.hpp"

namespace redress::adapters {

/// Files of this computer. Thread-safe.
class SystemFiles final : public ports::Files {
 public:
  /// `credentials`: the folder of the credentials; see credentials_folder. Empty: there are none.
  explicit SystemFiles(std::string credentials = {}) : credentials_(std::move(credentials)) {}

  domain::Result<std::string> read(const std::string& path) const override;
  std::vector<std::string> list(const std::string& folder) const override;
  /// The folder is synced too: once it returns, the file survives a power cut.
  domain::Result<void> write_secret(const std::string& path, std::string_view text) override;
  domain::Result<std::string> credential(const std::string& name) const override;

 private:
  std::string credentials_;
};

/// Reads a whole file of at most `limit` bytes. Errors: not_found; settings, where it cannot be
/// read or is larger.
domain::Result<std::string> read_file(const std::string& path, std::size_t limit);

}  // namespace redress::adapters
