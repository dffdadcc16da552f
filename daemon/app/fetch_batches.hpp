#pragma once

#include "daemon/ports/mail_source.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace redress::app {

/// Runs of messages that are fetched together: at most 200, and about 4 MiB where one is fetched up
/// to `limit` bytes. At least one a run, in order; views of `listed`.
std::vector<std::span<const ports::ListedMessage>> cut_in_batches(
    const std::vector<ports::ListedMessage>& listed, std::uint64_t limit);

}  // namespace redress::app
