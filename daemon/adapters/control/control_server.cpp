#include "daemon/adapters/control/control_server.hpp"

#include "daemon/adapters/control/import_wire.hpp"
#include "daemon/adapters/control/json_fields.hpp"

#include <fmt/format.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>
#include <boost/asio/buffer.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/experimental/awaitable_operators.hpp>
#include <boost/asio/read_until.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <nlohmann/json.hpp>

namespace redress::adapters {
namespace {

namespace asio = boost::asio;
using asio::local::stream_protocol;

/// A client that says nothing is let go.
constexpr std::chrono::seconds k_patience{10};

std::optional<uid_t> peer_of(stream_protocol::socket& socket) {
  ucred peer{};
  socklen_t size = sizeof(peer);
  if (::getsockopt(socket.native_handle(), SOL_SOCKET, SO_PEERCRED, &peer, &size) != 0) {
    return std::nullopt;
  }
  return peer.uid;
}

std::string reply_line(const domain::Result<std::string>& done) {
  nlohmann::json reply{{"ok", done.has_value()}};
  if (done) {
    reply["text"] = *done;
  } else {
    reply["code"] = static_cast<int>(done.error().code);
    reply["text"] = done.error().text;
  }
  return reply.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

}  // namespace

ControlServer::ControlServer(asio::any_io_executor loop, std::string path, std::string link,
                             Handler handler, ImportHandler imports)
    : loop_(std::move(loop)),
      path_(std::move(path)),
      link_(std::move(link)),
      handler_(std::move(handler)),
      imports_(std::move(imports)),
      acceptor_(loop_) {}

ControlServer::~ControlServer() {
  stop();
}

void ControlServer::start() {
  // The store's lock is ours by now, so a socket that lies there is a dead daemon's.
  ::unlink(path_.c_str());
  acceptor_.open();
  const auto before = ::umask(0177);
  boost::system::error_code bound;
  acceptor_.bind(stream_protocol::endpoint{path_}, bound);
  ::umask(before);
  if (bound) throw boost::system::system_error(bound, "control socket " + path_);
  acceptor_.listen();
  if (link_ != path_) {
    ::unlink(link_.c_str());
    if (::symlink(path_.c_str(), link_.c_str()) != 0) {
      throw boost::system::system_error(errno, boost::system::system_category(), link_);
    }
  }
  asio::co_spawn(loop_, accept(), asio::detached);
}

void ControlServer::stop() {
  if (!acceptor_.is_open()) return;
  boost::system::error_code ignored;  // it is going away either way
  acceptor_.close(ignored);
  ::unlink(path_.c_str());
  if (link_ != path_) ::unlink(link_.c_str());
}

ports::Task<void> ControlServer::accept() {
  while (acceptor_.is_open()) {
    auto socket = co_await acceptor_.async_accept(asio::use_awaitable);
    asio::co_spawn(loop_, serve(std::move(socket)), asio::detached);
  }
}

ports::Task<void> ControlServer::serve(Socket socket) {
  using namespace asio::experimental::awaitable_operators;
  const auto peer = peer_of(socket);
  std::string line;
  asio::steady_timer patience{loop_, k_patience};
  const auto got =
      co_await (asio::async_read_until(socket, asio::dynamic_buffer(line, k_control_line), '\n',
                                       asio::use_awaitable) ||
                patience.async_wait(asio::use_awaitable));
  if (got.index() != 0) co_return;
  std::string reply;
  if (!peer || (*peer != 0 && *peer != ::geteuid())) {
    reply = reply_line(domain::fail(domain::ErrorCode::not_allowed,
                                    "only root and the service's own user may change anything"));
  } else {
    const auto actor = fmt::format("redressctl:uid {}", *peer);
    if (is_import(std::string_view{line}.substr(0, std::get<0>(got)))) {
      co_return co_await serve_imports(socket, std::move(line), actor, imports_);
    }
    reply = co_await answer(line, actor);
  }
  co_await asio::async_write(socket, asio::buffer(reply), asio::use_awaitable);
}

ports::Task<std::string> ControlServer::answer(const std::string& line, const std::string& actor) {
  const auto asked = nlohmann::json::parse(line, nullptr, false);
  const bool shaped = asked.is_object() && asked.contains("verb") && asked["verb"].is_string() &&
                      asked.contains("id") && asked["id"].is_number_integer();
  if (!shaped) {
    co_return reply_line(domain::fail(domain::ErrorCode::invalid_input, "that is no request"));
  }
  const ports::ControlRequest request{.verb = asked["verb"].get<std::string>(),
                                      .id = asked["id"].get<std::int64_t>(),
                                      .kind = text(asked, "kind").value_or(std::string{}),
                                      .actor = actor,
                                      .reference = text(asked, "reference").value_or(std::string{}),
                                      .as = text(asked, "as").value_or(std::string{}),
                                      .text = text(asked, "text").value_or(std::string{})};
  co_return reply_line(co_await handler_(request));
}

}  // namespace redress::adapters
