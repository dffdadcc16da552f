#include "daemon/adapters/curl/multi_driver.hpp"

#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <system_error>

namespace redress::adapters {
namespace {

namespace asio = boost::asio;
using boost::system::error_code;
using ports::Task;

/// Connections that curl may keep open; more than all mailboxes and senders together, so that it
/// never closes one to make room for another.
constexpr long k_most_connections = 1000;

void check(CURLMcode code) {
  if (code != CURLM_OK) throw std::runtime_error(curl_multi_strerror(code));
}

/// One transfer that somebody waits for; its timer is the signal.
struct Waiting {
  explicit Waiting(const asio::any_io_executor& executor) : timer(executor) {}
  asio::steady_timer timer;
  std::optional<CURLcode> result;
};

}  // namespace

asio::posix::stream_descriptor watch_socket(const asio::any_io_executor& executor,
                                            curl_socket_t socket) {
  const int copy = ::fcntl(socket, F_DUPFD_CLOEXEC, 0);
  if (copy < 0) throw std::system_error(errno, std::system_category(), "dup of a socket");
  return asio::posix::stream_descriptor{executor, copy};
}

class MultiDriver::State : public std::enable_shared_from_this<State> {
 public:
  explicit State(asio::any_io_executor executor)
      : executor_(std::move(executor)), timer_(executor_), multi_(curl_multi_init()) {
    if (!multi_) throw std::bad_alloc{};
    check(curl_multi_setopt(multi_.get(), CURLMOPT_SOCKETFUNCTION, &State::on_socket));
    check(curl_multi_setopt(multi_.get(), CURLMOPT_SOCKETDATA, this));
    check(curl_multi_setopt(multi_.get(), CURLMOPT_TIMERFUNCTION, &State::on_timer));
    check(curl_multi_setopt(multi_.get(), CURLMOPT_TIMERDATA, this));
    check(curl_multi_setopt(multi_.get(), CURLMOPT_MAXCONNECTS, k_most_connections));
  }

  void add(EasyHandle& handle, Waiting& waiting) {
    handle.set(CURLOPT_OPENSOCKETFUNCTION, &State::on_open);
    handle.set(CURLOPT_OPENSOCKETDATA, static_cast<void*>(this));
    handle.set(CURLOPT_CLOSESOCKETFUNCTION, &State::on_close);
    handle.set(CURLOPT_CLOSESOCKETDATA, static_cast<void*>(this));
    waiting_[handle.get()] = &waiting;
    check(curl_multi_add_handle(multi_.get(), handle.get()));
  }

  void forget(CURL* handle) { waiting_.erase(handle); }

  void remove(CURL* handle) {
    forget(handle);
    check(curl_multi_remove_handle(multi_.get(), handle));
  }

  /// Closing a connection, curl says LOGOUT or QUIT and waits for the answer, blocking. A socket
  /// that can receive no more spares it the wait, and still lets the farewell out.
  void close_all() {
    watches_.clear();
    timer_.cancel();
    for (const auto socket : open_) ::shutdown(socket, SHUT_RD);
    multi_.reset();
  }

  const asio::any_io_executor& executor() const { return executor_; }
  std::size_t open_sockets() const { return open_.size(); }

 private:
  struct Watch {
    asio::posix::stream_descriptor descriptor;
    std::uint64_t generation;  // tells a reused descriptor number from its predecessor
    int wanted{};              // CURL_POLL_IN, CURL_POLL_OUT or both
    bool reading{};
    bool writing{};
  };

  static int on_socket(CURL*, curl_socket_t socket, int what, void* self, void*) {
    static_cast<State*>(self)->watch(socket, what);
    return 0;
  }
  static int on_timer(CURLM*, long milliseconds, void* self) {
    static_cast<State*>(self)->start_timer(milliseconds);
    return 0;
  }
  static curl_socket_t on_open(void* self, curlsocktype, curl_sockaddr* address) {
    const auto socket =
        ::socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
    if (socket >= 0) static_cast<State*>(self)->open_.insert(socket);
    return socket;
  }
  static int on_close(void* self, curl_socket_t socket) {
    auto& state = *static_cast<State*>(self);
    state.open_.erase(socket);
    state.watches_.erase(socket);
    return ::close(socket);
  }

  void watch(curl_socket_t socket, int what) {
    if (what == CURL_POLL_REMOVE) {
      watches_.erase(socket);
      return;
    }
    auto found = watches_.find(socket);
    if (found == watches_.end()) {
      found =
          watches_.emplace(socket, Watch{watch_socket(executor_, socket), ++generations_}).first;
    }
    found->second.wanted = what;
    arm(socket, found->second);
  }

  void arm(curl_socket_t socket, Watch& watch) {
    using Descriptor = asio::posix::stream_descriptor;
    if ((watch.wanted & CURL_POLL_IN) != 0 && !watch.reading) {
      watch.reading = true;
      wait(socket, watch, Descriptor::wait_read, CURL_CSELECT_IN);
    }
    if ((watch.wanted & CURL_POLL_OUT) != 0 && !watch.writing) {
      watch.writing = true;
      wait(socket, watch, Descriptor::wait_write, CURL_CSELECT_OUT);
    }
  }

  void wait(curl_socket_t socket, Watch& watch, asio::posix::stream_descriptor::wait_type type,
            int event) {
    watch.descriptor.async_wait(type, [weak = weak_from_this(), socket, event,
                                       generation = watch.generation](error_code error) {
      if (error == asio::error::operation_aborted) return;
      const auto self = weak.lock();
      if (self && self->multi_) self->ready(socket, generation, event, error.failed());
    });
  }

  void ready(curl_socket_t socket, std::uint64_t generation, int event, bool failed) {
    const auto found = watches_.find(socket);
    if (found == watches_.end() || found->second.generation != generation) return;
    auto& watch = found->second;
    (event == CURL_CSELECT_IN ? watch.reading : watch.writing) = false;
    const bool wanted = event == CURL_CSELECT_IN ? (watch.wanted & CURL_POLL_IN) != 0
                                                 : (watch.wanted & CURL_POLL_OUT) != 0;
    if (!wanted && !failed) return;
    act(socket, failed ? event | CURL_CSELECT_ERR : event);
    const auto still = watches_.find(socket);
    if (still != watches_.end() && still->second.generation == generation)
      arm(socket, still->second);
  }

  /// curl forbids calling it back from here, even for a time of 0.
  void start_timer(long milliseconds) {
    if (milliseconds < 0) {
      timer_.cancel();
      return;
    }
    timer_.expires_after(std::chrono::milliseconds{milliseconds});
    timer_.async_wait([weak = weak_from_this()](error_code error) {
      if (error) return;
      const auto self = weak.lock();
      if (self && self->multi_) self->act(CURL_SOCKET_TIMEOUT, 0);
    });
  }

  void act(curl_socket_t socket, int event) {
    int running = 0;
    check(curl_multi_socket_action(multi_.get(), socket, event, &running));
    int left = 0;
    while (const CURLMsg* message = curl_multi_info_read(multi_.get(), &left)) {
      if (message->msg != CURLMSG_DONE) continue;
      const auto found = waiting_.find(message->easy_handle);
      if (found == waiting_.end()) continue;
      found->second->result = message->data.result;
      found->second->timer.cancel();
    }
  }

  struct Cleanup {
    void operator()(CURLM* multi) const { curl_multi_cleanup(multi); }
  };
  asio::any_io_executor executor_;
  asio::steady_timer timer_;
  std::map<curl_socket_t, Watch> watches_;
  std::set<curl_socket_t> open_;
  std::map<CURL*, Waiting*> waiting_;
  std::uint64_t generations_{};
  std::unique_ptr<CURLM, Cleanup> multi_;
};

MultiDriver::MultiDriver(asio::any_io_executor executor)
    : state_(std::make_shared<State>(std::move(executor))) {}
MultiDriver::~MultiDriver() {
  state_->close_all();
}

Task<CURLcode> MultiDriver::perform(EasyHandle& handle, TimePoint deadline, bool keep) {
  detach(handle);
  Waiting waiting{state_->executor()};
  waiting.timer.expires_at(deadline);
  struct Leave {
    MultiDriver* driver;
    EasyHandle& handle;
    ~Leave() {
      if (driver != nullptr) driver->detach(handle);
    }
  } leave{this, handle};
  handle.attached_ = this;
  state_->add(handle, waiting);
  error_code error;
  co_await waiting.timer.async_wait(asio::redirect_error(asio::use_awaitable, error));
  if (!waiting.result && error) throw boost::system::system_error(error, "transfer");
  const auto result = waiting.result.value_or(CURLE_OPERATION_TIMEDOUT);
  if (keep && result == CURLE_OK) {
    state_->forget(handle.get());
    leave.driver = nullptr;
  }
  co_return result;
}

void MultiDriver::detach(EasyHandle& handle) {
  if (handle.attached_ != this) return;
  handle.attached_ = nullptr;
  state_->remove(handle.get());
}

const asio::any_io_executor& MultiDriver::executor() const {
  return state_->executor();
}
std::size_t MultiDriver::open_sockets() const {
  return state_->open_sockets();
}

}  // namespace redress::adapters
