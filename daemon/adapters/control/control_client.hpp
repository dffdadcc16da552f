#pragma once

#include "daemon/adapters/control/control_socket.hpp"
#include "daemon/domain/result.hpp"
#include "daemon/ports/control.hpp"

#include <boost/asio/local/stream_protocol.hpp>

#include <chrono>
#include <string>

namespace redress::adapters {

/// Connects to the daemon behind that socket. Errors: not_found (no daemon listens there),
/// not_allowed.
domain::Result<void> connect_control(boost::asio::local::stream_protocol::socket& socket,
                                     const std::string& path);

/// Asks the daemon behind that socket and waits for its word. Who asks is told by the socket, not
/// by the request. Errors: not_found (no daemon listens there), timed_out, and whatever the daemon
/// says.
domain::Result<std::string> ask_daemon(const std::string& path,
                                       const ports::ControlRequest& request,
                                       std::chrono::seconds patience = std::chrono::seconds{30});

}  // namespace redress::adapters
