#pragma once

#include "daemon/domain/time.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace redress::ports {

/// A message out of a file, of before our time: recorded, never acknowledged.
struct HistoricMessage {
  domain::Instant internal_date;
  std::uint64_t size{};  ///< in its file; larger than bytes.size() where cut
  std::string bytes;
  std::string digest;  ///< keyed, of the bytes; whoever has the keys makes it
};

/// Messages that are stored in one transaction.
struct ImportBatch {
  std::string mailbox;  ///< name from the settings
  std::string actor;    ///< who imports, for the audit trail: "redressctl:uid 0"
  std::vector<HistoricMessage> messages;
};

struct ImportCount {
  std::size_t added{};  ///< new ledger rows
  std::size_t known{};  ///< imported before, told by their digest
};

}  // namespace redress::ports
