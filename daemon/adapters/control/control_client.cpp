#include "daemon/adapters/control/control_client.hpp"

#include <boost/asio/buffer.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/local/stream_protocol.hpp>
#include <boost/asio/read_until.hpp>
#include <boost/asio/write.hpp>
#include <nlohmann/json.hpp>

#include <chrono>

namespace redress::adapters {
namespace {

namespace asio = boost::asio;
using domain::ErrorCode;
using domain::fail;

domain::Result<std::string> read_reply(const std::string& line) {
  const auto reply = nlohmann::json::parse(line, nullptr, false);
  if (!reply.is_object() || !reply.contains("ok")) {
    return fail(ErrorCode::protocol, "the daemon's answer makes no sense; is it of this version?");
  }
  auto text = reply.value("text", std::string{});
  if (reply["ok"] == true) return text;
  return fail(static_cast<ErrorCode>(reply.value("code", 0)), std::move(text));
}

}  // namespace

domain::Result<void> connect_control(asio::local::stream_protocol::socket& socket,
                                     const std::string& path) {
  boost::system::error_code error;
  socket.connect(asio::local::stream_protocol::endpoint{path}, error);
  if (error == boost::system::errc::permission_denied) {
    return fail(ErrorCode::not_allowed, path + ": you may not; be root or the service's user");
  }
  if (error) return fail(ErrorCode::not_found, path + ": no daemon listens there");
  return {};
}

domain::Result<std::string> ask_daemon(const std::string& path,
                                       const ports::ControlRequest& request,
                                       std::chrono::seconds patience) {
  asio::io_context loop{1};
  asio::local::stream_protocol::socket socket{loop};
  const auto connected = connect_control(socket, path);
  if (!connected) return connected.error();
  boost::system::error_code error;
  const nlohmann::json asked{{"verb", request.verb}, {"id", request.id},
                             {"kind", request.kind}, {"reference", request.reference},
                             {"as", request.as},     {"text", request.text}};
  asio::write(socket, asio::buffer(asked.dump() + "\n"), error);
  std::string line;
  bool done = false;
  asio::async_read_until(socket, asio::dynamic_buffer(line, k_control_line), '\n',
                         [&](const boost::system::error_code& failed, std::size_t) {
                           error = failed;
                           done = true;
                         });
  loop.run_for(patience);
  if (!done) return fail(ErrorCode::timed_out, path + ": the daemon does not answer; try again");
  if (error) return fail(ErrorCode::unreachable, path + ": " + error.message());
  return read_reply(line);
}

}  // namespace redress::adapters
