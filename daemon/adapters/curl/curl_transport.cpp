#include "daemon/adapters/curl/curl_transport.hpp"

#include "daemon/adapters/curl/easy_handle.hpp"
#include "daemon/adapters/curl/multi_driver.hpp"
#include "daemon/adapters/curl/reply_lines.hpp"

#include <sys/socket.h>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <optional>

namespace redress::adapters {
namespace {

namespace asio = boost::asio;
using asio::posix::stream_descriptor;
using boost::system::error_code;
using domain::ErrorCode;
using domain::fail;
using domain::Result;
using ports::Task;

constexpr std::string_view k_closed = "the server closed the connection";
constexpr std::string_view k_broke = "the connection broke";

class CurlTransport final : public Transport {
 public:
  CurlTransport(MultiDriver& driver, ServerConfig server, Protocol protocol)
      : driver_(driver),
        server_(std::move(server)),
        protocol_(protocol),
        host_(host_of(server_.url)) {}
  ~CurlTransport() override { CurlTransport::close(); }

  TimePoint now() const override { return std::chrono::steady_clock::now(); }
  Task<Result<void>> connect(TimePoint deadline) override;
  Task<Result<void>> send(std::string_view bytes, TimePoint deadline) override;
  Task<Result<std::size_t>> receive(std::span<char> buffer, TimePoint deadline) override;
  void close() override;
  bool offers(std::string_view keyword) const override { return replies_.offered(keyword); }
  const std::string& host() const override { return host_; }

 private:
  /// False: the deadline passed.
  Task<bool> wait(stream_descriptor::wait_type type, TimePoint deadline);

  MultiDriver& driver_;
  ServerConfig server_;
  Protocol protocol_;
  std::string host_;
  ReplyLines replies_;
  std::unique_ptr<EasyHandle> handle_;
  std::optional<stream_descriptor> socket_;  // a second descriptor, to wait on
};

Task<Result<void>> CurlTransport::connect(TimePoint deadline) {
  close();
  handle_ = std::make_unique<EasyHandle>();
  handle_->set_server(server_, protocol_);
  handle_->set(CURLOPT_CONNECT_ONLY, 1L);
  handle_->set(CURLOPT_FRESH_CONNECT, 1L);
  replies_.attach(*handle_);
  const auto code = co_await driver_.perform(*handle_, deadline, true);
  if (code != CURLE_OK) {
    auto error = connection_error(code, replies_.last(), server_);
    close();
    co_return error;
  }
  const auto socket = handle_->active_socket();
  if (socket == CURL_SOCKET_BAD) {
    close();
    co_return fail(ErrorCode::unreachable, std::string{k_closed});
  }
  socket_.emplace(watch_socket(driver_.executor(), socket));
  co_return Result<void>{};
}

Task<bool> CurlTransport::wait(stream_descriptor::wait_type type, TimePoint deadline) {
  asio::steady_timer timer{driver_.executor(), deadline};
  // Shared, because the timer's handler may already be queued when this frame goes.
  const auto late = std::make_shared<bool>(false);
  timer.async_wait([this, still_waiting = std::weak_ptr{late}](error_code error) {
    const auto flag = still_waiting.lock();
    if (error || !flag) return;
    *flag = true;
    socket_->cancel();
  });
  error_code error;
  co_await socket_->async_wait(type, asio::redirect_error(asio::use_awaitable, error));
  if (error == asio::error::operation_aborted && !*late) throw boost::system::system_error(error);
  co_return !*late;
}

Task<Result<void>> CurlTransport::send(std::string_view bytes, TimePoint deadline) {
  while (!bytes.empty()) {
    if (!socket_) co_return fail(ErrorCode::unreachable, "not connected");
    std::size_t sent = 0;
    const auto code = curl_easy_send(handle_->get(), bytes.data(), bytes.size(), &sent);
    if (code == CURLE_OK) {
      bytes.remove_prefix(sent);
    } else if (code != CURLE_AGAIN) {
      co_return fail(ErrorCode::unreachable, std::string{k_broke});
    } else if (!co_await wait(stream_descriptor::wait_write, deadline)) {
      co_return fail(ErrorCode::timed_out, "the server takes nothing");
    }
  }
  co_return Result<void>{};
}

/// TLS may hold decrypted bytes while the socket is silent: ask curl first, wait after.
Task<Result<std::size_t>> CurlTransport::receive(std::span<char> buffer, TimePoint deadline) {
  for (;;) {
    if (!socket_) co_return fail(ErrorCode::unreachable, "not connected");
    std::size_t count = 0;
    const auto code = curl_easy_recv(handle_->get(), buffer.data(), buffer.size(), &count);
    if (code == CURLE_OK && count > 0) co_return count;
    if (code == CURLE_OK) co_return fail(ErrorCode::unreachable, std::string{k_closed});
    if (code != CURLE_AGAIN) co_return fail(ErrorCode::unreachable, std::string{k_broke});
    if (!co_await wait(stream_descriptor::wait_read, deadline)) {
      co_return fail(ErrorCode::timed_out, "nothing came");
    }
  }
}

void CurlTransport::close() {
  // curl would say LOGOUT or QUIT and wait for the answer, blocking every other mailbox meanwhile.
  if (socket_) ::shutdown(socket_->native_handle(), SHUT_RDWR);
  socket_.reset();
  handle_.reset();
}

}  // namespace

std::unique_ptr<Transport> create_curl_transport(MultiDriver& driver, ServerConfig server,
                                                 Protocol protocol) {
  return std::make_unique<CurlTransport>(driver, std::move(server), protocol);
}

}  // namespace redress::adapters
