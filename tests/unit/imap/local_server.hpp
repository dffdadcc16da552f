#pragma once

#include "daemon/adapters/curl/easy_handle.hpp"
#include "daemon/ports/task.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/read_until.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>

#include <string>
#include <vector>

namespace redress::adapters::testing {

/// The server waits until it has read `expect` (nothing: does not wait), then says `reply`, where
/// "%T" stands for the first word of the line that held it.
struct Line {
  std::string expect;
  std::string reply;
};
/// One connection; afterwards the server hangs up, or says and reads nothing more.
struct Talk {
  std::vector<Line> lines;
  bool hang_up{false};
};

/// A server on loopback that is a table, run by the same loop as the client.
class LocalServer {
 public:
  LocalServer(boost::asio::io_context& context, std::vector<Talk> talks)
      : acceptor_(context, {boost::asio::ip::make_address("127.0.0.1"), 0}),
        talks_(std::move(talks)) {
    boost::asio::co_spawn(context, serve(), boost::asio::detached);
  }

  std::string url(const std::string& scheme) const {
    return scheme + "://127.0.0.1:" + std::to_string(acceptor_.local_endpoint().port());
  }
  /// All that clients said, connection after connection.
  const std::string& heard() const { return heard_; }
  std::size_t connections() const { return sockets_.size(); }

 private:
  using Socket = boost::asio::ip::tcp::socket;

  ports::Task<void> serve() {
    for (std::size_t next = 0; next < talks_.size(); ++next) {
      sockets_.push_back(
          std::make_unique<Socket>(co_await acceptor_.async_accept(boost::asio::use_awaitable)));
      boost::asio::co_spawn(acceptor_.get_executor(), talk(*sockets_.back(), talks_[next]),
                            boost::asio::detached);
    }
  }

  ports::Task<void> talk(Socket& socket, const Talk& script) {
    std::string buffer;
    for (const auto& line : script.lines) {
      std::string tag;
      if (!line.expect.empty()) {
        co_await boost::asio::async_read_until(socket, boost::asio::dynamic_buffer(buffer),
                                               line.expect, boost::asio::use_awaitable);
        const auto at = buffer.find(line.expect);
        const auto begin = at == 0 ? 0 : buffer.rfind('\n', at - 1) + 1;
        tag = buffer.substr(begin, buffer.find(' ', begin) - begin);
        const auto size = co_await boost::asio::async_read_until(
            socket, boost::asio::dynamic_buffer(buffer), "\n", boost::asio::use_awaitable);
        const auto end = std::max(size, buffer.find('\n', at + line.expect.size() - 1) + 1);
        heard_ += buffer.substr(0, end);
        buffer.erase(0, end);
      }
      auto reply = line.reply;
      if (const auto mark = reply.find("%T"); mark != std::string::npos)
        reply.replace(mark, 2, tag);
      co_await boost::asio::async_write(socket, boost::asio::buffer(reply),
                                        boost::asio::use_awaitable);
    }
    if (script.hang_up) socket.close();
  }

  boost::asio::ip::tcp::acceptor acceptor_;
  std::vector<Talk> talks_;
  std::vector<std::unique_ptr<Socket>> sockets_;
  std::string heard_;
};

/// Runs the loop until the coroutine has ended; servers may still be waiting then.
template <class T>
T run_on(boost::asio::io_context& context, ports::Task<T> task) {
  std::optional<T> result;
  std::exception_ptr thrown;
  bool done = false;
  boost::asio::co_spawn(
      context, [&]() -> ports::Task<void> { result.emplace(co_await std::move(task)); },
      [&](std::exception_ptr error) {
        thrown = error;
        done = true;
      });
  context.restart();
  while (!done && context.run_one() > 0) {
  }
  if (thrown) std::rethrow_exception(thrown);
  return std::move(*result);
}

}  // namespace redress::adapters::testing
