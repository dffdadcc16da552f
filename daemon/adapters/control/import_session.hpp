#pragma once

#include "daemon/domain/result.hpp"
#include "daemon/ports/imports.hpp"
#include "daemon/ports/task.hpp"

#include <boost/asio/local/stream_protocol.hpp>

#include <functional>
#include <string>

namespace redress::adapters {

/// Stores one batch; may fill in what the batch lacks.
using ImportHandler =
    std::function<ports::Task<domain::Result<ports::ImportCount>>(ports::ImportBatch&)>;

/// Takes the batches of one connection (import_wire.hpp), stores each and answers it, until the
/// client leaves, says nothing for a while or makes no sense, or a batch cannot be stored.
/// `received` is what was read of it so far: the first line and maybe more. Loop thread only; holds
/// one batch.
ports::Task<void> serve_imports(boost::asio::local::stream_protocol::socket& socket,
                                std::string received, const std::string& actor,
                                const ImportHandler& store);

}  // namespace redress::adapters
