#pragma once

#include "daemon/adapters/curl/easy_handle.hpp"
#include "daemon/adapters/curl/transport.hpp"
#include "daemon/ports/task.hpp"

#include <curl/curl.h>
#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/posix/stream_descriptor.hpp>

#include <memory>

namespace redress::adapters {

/// A second descriptor for curl's socket, for Asio to wait on and to close. curl closes its own
/// whenever it likes, and the number may be another socket's a moment later; this one stays ours.
boost::asio::posix::stream_descriptor watch_socket(const boost::asio::any_io_executor& executor,
                                                   curl_socket_t socket);

/// One curl_multi, driven by Asio's sockets and timers; transfers of any number of sources run side
/// by side on the loop thread. Not thread-safe: made, used and destroyed on that thread. Outlives
/// every handle that was given to it. Nothing here ever waits for a peer, not even its destructor.
class MultiDriver {
 public:
  explicit MultiDriver(boost::asio::any_io_executor executor);
  ~MultiDriver();
  MultiDriver(const MultiDriver&) = delete;
  MultiDriver& operator=(const MultiDriver&) = delete;

  /// Runs the handle's transfer. CURLE_OPERATION_TIMEDOUT where the deadline passes first.
  /// Cancelled: throws boost::system::system_error. Afterwards the handle has left the multi,
  /// except where `keep` is set and the transfer went well: a CONNECT_ONLY connection lives only
  /// while it stays.
  ports::Task<CURLcode> perform(EasyHandle& handle, TimePoint deadline, bool keep = false);
  /// Takes the handle out, at any moment; harmless where it is not in.
  void detach(EasyHandle& handle);

  const boost::asio::any_io_executor& executor() const;
  /// Sockets that curl has open now, idle connections too.
  std::size_t open_sockets() const;

 private:
  class State;
  // Shared, because handlers already queued in Asio may run after the driver is gone.
  std::shared_ptr<State> state_;
};

}  // namespace redress::adapters
