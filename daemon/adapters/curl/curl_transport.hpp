#pragma once

#include "daemon/adapters/curl/server_config.hpp"
#include "daemon/adapters/curl/transport.hpp"

#include <curl/curl.h>

#include <memory>
#include <string>

namespace redress::adapters {

class MultiDriver;
enum class Protocol;

/// A connection that libcurl makes, secures and logs in (CURLOPT_CONNECT_ONLY), and whose bytes are
/// ours from then on. The driver must outlive it.
std::unique_ptr<Transport> create_curl_transport(MultiDriver& driver, ServerConfig server,
                                                 Protocol protocol);

/// What a failed connection or login means. `last_line`: what the server said last.
domain::Error connection_error(CURLcode code, const std::string& last_line,
                               const ServerConfig& server);

}  // namespace redress::adapters
