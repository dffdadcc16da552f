#pragma once

#include "daemon/adapters/curl/imap_connection.hpp"

#include <chrono>

namespace redress::adapters {

/// IDLE (RFC 2177), or NOOP every `poll`. True as soon as EXISTS came since the last listing, also
/// where it came during another command.
ports::Task<domain::Result<bool>> wait_for_change(ImapConnection& connection,
                                                  std::chrono::seconds at_most,
                                                  std::chrono::seconds poll);

}  // namespace redress::adapters
