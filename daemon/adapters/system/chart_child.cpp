#include "daemon/adapters/system/chart_child.hpp"

#include "daemon/adapters/system/child_process.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/experimental/awaitable_operators.hpp>
#include <boost/asio/local/stream_protocol.hpp>
#include <boost/asio/read.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>

#include <chrono>
#include <string_view>
#include <utility>

namespace redress::adapters {
namespace {

namespace asio = boost::asio;
using domain::ErrorCode;
using domain::Result;
using Socket = asio::local::stream_protocol::socket;

constexpr std::string_view k_png_start = "\x89PNG\r\n\x1A\n";  // PNG specification, 5.2

/// Gives the script and takes the picture, as much of it as is wanted. What breaks on the way shows
/// in what there is of it, and in the status of the child.
ports::Task<std::string> exchange(Socket& socket, const std::string& script, std::size_t most) {
  constexpr auto k_told = asio::as_tuple(asio::use_awaitable);
  co_await asio::async_write(socket, asio::buffer(script), k_told);
  boost::system::error_code ignored;
  socket.shutdown(Socket::shutdown_send, ignored);
  std::string picture;
  co_await asio::async_read(socket, asio::dynamic_buffer(picture, most), k_told);
  co_return picture;
}

class ChartChild final : public ports::ChartDrawer {
 public:
  ChartChild(asio::any_io_executor executor, std::string program, std::size_t most)
      : executor_(std::move(executor)), program_(std::move(program)), most_(most) {}

  ports::Task<Result<std::string>> draw(std::string script,
                                        std::chrono::steady_clock::time_point until) override {
    using namespace asio::experimental::awaitable_operators;
    const auto too_long = domain::fail(ErrorCode::timed_out, program_ + " took too long");
    if (std::chrono::steady_clock::now() >= until) co_return too_long;
    auto line = make_child_line();
    Child child{program_, line.theirs};
    if (!child.started()) co_return domain::fail(ErrorCode::settings, child.why());
    line.theirs = FileHandle{-1};  // so that its end is seen
    Socket socket{executor_, asio::local::stream_protocol{}, line.ours.release()};
    asio::steady_timer timer{executor_, until};
    const auto most = most_ + 1;
    auto first = co_await (exchange(socket, script, most) || timer.async_wait(asio::use_awaitable));
    if (first.index() != 0) co_return too_long;
    auto picture = std::get<0>(std::move(first));
    if (picture.size() >= most) {
      co_return domain::fail(ErrorCode::invalid_input, program_ + " gave out too much");
    }
    // Its output is closed, which it does by ending: this waits for no more than that.
    if (const int status = child.wait(); status != 0 || !picture.starts_with(k_png_start)) {
      co_return domain::fail(ErrorCode::invalid_input,
                             child_ended_with(program_, status) + ", and without a picture");
    }
    co_return picture;
  }

 private:
  asio::any_io_executor executor_;
  std::string program_;
  std::size_t most_;
};

}  // namespace

std::unique_ptr<ports::ChartDrawer> create_chart_child(asio::any_io_executor executor,
                                                       std::string program,
                                                       std::size_t picture_bytes) {
  return std::make_unique<ChartChild>(std::move(executor), std::move(program), picture_bytes);
}

}  // namespace redress::adapters
