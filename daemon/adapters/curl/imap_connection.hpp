#pragma once

#include "daemon/adapters/curl/imap/machine.hpp"
#include "daemon/adapters/curl/imap_source.hpp"
#include "daemon/adapters/curl/transport.hpp"

#include <array>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace redress::adapters {

/// One logged-in IMAP connection: the protocol machine and its bytes. After any error it is of no
/// use. NO and BAD are no errors here but answers.
class ImapConnection {
 public:
  using OnResponse = std::function<void(imap::Response&)>;

  ImapConnection(Transport& transport, const ImapTimeouts& timeouts)
      : transport_(transport), timeouts_(timeouts) {}

  /// Runs one command to its end. `on_response` sees every untagged response meanwhile.
  ports::Task<domain::Result<imap::StatusText>> run(imap::Command command,
                                                    OnResponse on_response = {});
  /// Starts a command without waiting; returns its tag.
  ports::Task<domain::Result<std::string>> start(imap::Command command);
  /// The next response, within the silence timeout and before `deadline`. Answers BYE with an error
  /// (server_busy or unreachable). timed_out where nothing came.
  ports::Task<domain::Result<imap::Response>> next(TimePoint deadline);
  /// Like next, but silence is no error: nothing where no response came before `until`.
  ports::Task<domain::Result<std::optional<imap::Response>>> next_within(TimePoint until);
  /// Sends what the machine has ready.
  ports::Task<domain::Result<void>> flush();

  /// `error` of a server's NO or BAD: server_busy where it asks to come back, else server_refused.
  domain::Error refusal(const imap::StatusText& status, std::string_view what) const;
  domain::Error trouble(domain::ErrorCode code, std::string_view what) const;

  imap::Machine& machine() { return machine_; }
  TimePoint now() const { return transport_.now(); }
  TimePoint command_deadline() const { return now() + timeouts_.command; }
  const ImapTimeouts& timeouts() const { return timeouts_; }

 private:
  static constexpr std::size_t k_receive_bytes = 64U << 10U;

  Transport& transport_;
  ImapTimeouts timeouts_;
  imap::Machine machine_;
  std::unique_ptr<std::array<char, k_receive_bytes>> buffer_{
      std::make_unique<std::array<char, k_receive_bytes>>()};
  std::string_view pending_;  // received, not read yet; lies in buffer_
};

/// Whether the server means "later" rather than "never" (RFC 5530).
bool asks_to_come_back(const imap::StatusText& status);

}  // namespace redress::adapters
