#pragma once

#include "daemon/domain/result.hpp"
#include "daemon/ports/imports.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/local/stream_protocol.hpp>

#include <memory>
#include <string>

namespace redress::adapters {

/// Sends messages of files to the running daemon over its control socket. Synchronous.
class ImportClient {
 public:
  /// Errors: not_found (no daemon listens there), not_allowed.
  static domain::Result<std::unique_ptr<ImportClient>> connect(const std::string& path);
  explicit ImportClient(std::string path) : path_(std::move(path)) {}

  /// One batch, within the limits of import_wire.hpp; durable when it returns. Errors: timed_out,
  /// unreachable, protocol, and what the daemon says. After an error the connection is of no use.
  domain::Result<ports::ImportCount> send(const ports::ImportBatch& batch);

 private:
  domain::Result<void> write(const ports::ImportBatch& batch);
  domain::Result<std::string> read_line();
  domain::Result<void> finish(const bool& done, const boost::system::error_code& error);

  std::string path_;
  boost::asio::io_context loop_{1};
  boost::asio::local::stream_protocol::socket socket_{loop_};
};

}  // namespace redress::adapters
