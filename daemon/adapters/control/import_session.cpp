#include "daemon/adapters/control/import_session.hpp"

#include "daemon/adapters/control/control_socket.hpp"
#include "daemon/adapters/control/import_wire.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/experimental/awaitable_operators.hpp>
#include <boost/asio/read.hpp>
#include <boost/asio/read_until.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>

#include <algorithm>
#include <chrono>
#include <tuple>

namespace redress::adapters {
namespace {

namespace asio = boost::asio;
using asio::local::stream_protocol;
using domain::ErrorCode;
using domain::fail;
using domain::Result;
using namespace asio::experimental::awaitable_operators;

/// The client has a batch together before it sends any of it: silence means that it is gone.
constexpr std::chrono::seconds k_patience{10};

/// The client's bytes, a line or a message at a time. A client that is silent for too long ends it
/// as one that left does: with a system_error.
class Incoming {
 public:
  Incoming(stream_protocol::socket& socket, std::string received)
      : socket_(socket), received_(std::move(received)) {}

  ports::Task<std::string> line() {
    const auto size = co_await in_time(
        asio::async_read_until(socket_, asio::dynamic_buffer(received_, k_control_line), '\n',
                               asio::as_tuple(asio::use_awaitable)));
    auto line = received_.substr(0, size);
    received_.erase(0, size);
    co_return line;
  }

  ports::Task<std::string> bytes(std::size_t length) {
    const auto have = std::min(length, received_.size());
    auto bytes = received_.substr(0, have);
    received_.erase(0, have);
    bytes.resize(length);
    co_await in_time(asio::async_read(socket_, asio::buffer(bytes.data() + have, length - have),
                                      asio::as_tuple(asio::use_awaitable)));
    co_return bytes;
  }

 private:
  using Read = std::tuple<boost::system::error_code, std::size_t>;

  ports::Task<std::size_t> in_time(ports::Task<Read> read) {
    asio::steady_timer patience{socket_.get_executor(), k_patience};
    const auto got = co_await (std::move(read) || patience.async_wait(asio::use_awaitable));
    if (got.index() != 0) throw boost::system::system_error(asio::error::timed_out);
    const auto [error, size] = std::get<0>(got);
    if (error) throw boost::system::system_error(error);
    co_return size;
  }

  stream_protocol::socket& socket_;
  std::string received_;
};

/// One batch. Error: invalid_input, where it makes no sense or goes over a limit.
ports::Task<Result<ports::ImportBatch>> read_batch(Incoming& in, const std::string& actor) {
  const auto request = read_request(co_await in.line());
  if (!request) co_return fail(ErrorCode::invalid_input, "that is no import");
  ports::ImportBatch batch{.mailbox = request->mailbox, .actor = actor, .messages = {}};
  std::size_t taken = 0;
  while (batch.messages.size() < request->messages) {
    const auto head = read_head(co_await in.line());
    if (!head || taken >= k_import_bytes) {
      co_return fail(ErrorCode::invalid_input, "that is no message to import, or one too many");
    }
    taken += head->length;
    auto bytes = co_await in.bytes(head->length);
    batch.messages.push_back(
        {.internal_date = head->date, .size = head->size, .bytes = std::move(bytes), .digest = {}});
  }
  co_return batch;
}

ports::Task<Result<ports::ImportCount>> take_batch(Incoming& in, const std::string& actor,
                                                   const ImportHandler& store) {
  auto batch = co_await read_batch(in, actor);
  if (!batch) co_return batch.error();
  co_return co_await store(*batch);
}

}  // namespace

ports::Task<void> serve_imports(stream_protocol::socket& socket, std::string received,
                                const std::string& actor, const ImportHandler& store) {
  Incoming in{socket, std::move(received)};
  while (true) {
    const auto done = co_await take_batch(in, actor, store);
    const auto answer = answer_line(done);
    co_await asio::async_write(socket, asio::buffer(answer), asio::use_awaitable);
    if (!done) co_return;
  }
}

}  // namespace redress::adapters
