#include "daemon/adapters/control/import_client.hpp"

#include "daemon/adapters/control/control_client.hpp"
#include "daemon/adapters/control/import_wire.hpp"

#include <boost/asio/buffer.hpp>
#include <boost/asio/read_until.hpp>
#include <boost/asio/write.hpp>

#include <chrono>
#include <list>
#include <vector>

namespace redress::adapters {
namespace {

namespace asio = boost::asio;
using domain::ErrorCode;
using domain::fail;
using domain::Result;

/// For the daemon to take a batch, and again to store it: it may be at work on other mail.
constexpr std::chrono::seconds k_patience{120};

}  // namespace

Result<std::unique_ptr<ImportClient>> ImportClient::connect(const std::string& path) {
  auto client = std::make_unique<ImportClient>(path);
  const auto connected = connect_control(client->socket_, path);
  if (!connected) return connected.error();
  return client;
}

/// Runs what was begun until it is done or patience ends.
Result<void> ImportClient::finish(const bool& done, const boost::system::error_code& error) {
  loop_.restart();
  loop_.run_for(k_patience);
  if (!done) {
    boost::system::error_code ignored;  // its handler must not outlive the caller's frame
    socket_.close(ignored);
    loop_.run();
    return fail(ErrorCode::timed_out, path_ + ": the daemon does not answer; try again");
  }
  if (error) {
    return fail(ErrorCode::unreachable,
                path_ + ": the daemon went away (" + error.message() + "); try again");
  }
  return {};
}

Result<void> ImportClient::write(const ports::ImportBatch& batch) {
  std::list<std::string> lines{request_line(batch)};
  std::vector<asio::const_buffer> buffers{asio::buffer(lines.back())};
  for (const auto& message : batch.messages) {
    buffers.push_back(asio::buffer(lines.emplace_back(head_line(message))));
    buffers.push_back(asio::buffer(message.bytes));
  }
  bool done = false;
  boost::system::error_code error;
  asio::async_write(socket_, buffers,
                    [&](const boost::system::error_code& failed, std::size_t /*written*/) {
                      error = failed;
                      done = true;
                    });
  return finish(done, error);
}

Result<std::string> ImportClient::read_line() {
  std::string line;
  bool done = false;
  boost::system::error_code error;
  asio::async_read_until(socket_, asio::dynamic_buffer(line, k_control_line), '\n',
                         [&](const boost::system::error_code& failed, std::size_t /*read*/) {
                           error = failed;
                           done = true;
                         });
  const auto read = finish(done, error);
  if (!read) return read.error();
  return line;
}

Result<ports::ImportCount> ImportClient::send(const ports::ImportBatch& batch) {
  const auto written = write(batch);
  // A daemon that refuses the batch may have said why before it hung up.
  const auto line = read_line();
  if (line) return read_answer(*line);
  return written ? line.error() : written.error();
}

}  // namespace redress::adapters
