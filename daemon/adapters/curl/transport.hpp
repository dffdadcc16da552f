#pragma once

#include "daemon/domain/result.hpp"
#include "daemon/ports/task.hpp"

#include <chrono>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace redress::adapters {

using TimePoint = std::chrono::steady_clock::time_point;

/// The bytes of one logged-in connection, so that the session can be tested without a network. Not
/// thread-safe, one call at a time. Cancelled calls throw boost::system::system_error; the
/// connection must then be closed. Errors are whole sentences without the host's name.
class Transport {
 public:
  virtual ~Transport() = default;
  virtual TimePoint now() const = 0;
  /// Connects, secures and logs in; an earlier connection is closed. Errors: unreachable,
  /// timed_out, tls, login_refused, server_busy, protocol.
  virtual ports::Task<domain::Result<void>> connect(TimePoint deadline) = 0;
  /// Sends all. Errors: unreachable, timed_out.
  virtual ports::Task<domain::Result<void>> send(std::string_view bytes, TimePoint deadline) = 0;
  /// Receives at least one byte. Errors: unreachable (also: closed by the peer), timed_out (nothing
  /// came; the connection is still good).
  virtual ports::Task<domain::Result<std::size_t>> receive(std::span<char> buffer,
                                                           TimePoint deadline) = 0;
  /// At once, without a farewell. Harmless where nothing is open.
  virtual void close() = 0;
  /// Whether the server's last EHLO reply had this keyword ("SMTPUTF8"). SMTP only.
  virtual bool offers(std::string_view) const { return false; }
  /// "imap.example.org", for error texts.
  virtual const std::string& host() const = 0;
};

}  // namespace redress::adapters
