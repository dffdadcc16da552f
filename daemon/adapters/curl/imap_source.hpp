#pragma once

#include "daemon/adapters/curl/server_config.hpp"
#include "daemon/adapters/curl/transport.hpp"
#include "daemon/ports/mail_source.hpp"

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>

namespace redress::adapters {

class MultiDriver;

/// How long each step of an IMAP session may take.
struct ImapTimeouts {
  std::chrono::milliseconds connect{std::chrono::seconds{60}};  ///< resolve, TLS and login together
  std::chrono::milliseconds silence{std::chrono::seconds{60}};  ///< no byte while an answer is owed
  std::chrono::milliseconds command{
      std::chrono::minutes{30}};  ///< one command, however it dribbles
  std::chrono::milliseconds logout{std::chrono::seconds{3}};
  /// IDLE is renewed this often. RFC 2177 asks for less than 29 minutes; sooner finds dead
  /// connections sooner.
  std::chrono::milliseconds idle{std::chrono::minutes{10}};
};

struct ImapConfig {
  ServerConfig server;
  std::string keyword{"$RedressDone"};  ///< flag of After::flag, where the server permits it
  ImapTimeouts timeouts;
};

/// A mailbox over libcurl. The driver must outlive it; no call may be under way when it goes
/// (cancel, and wait for the end). Error texts name the host and the mend, never the password.
std::unique_ptr<ports::MailSource> create_imap_source(MultiDriver& driver, ImapConfig config);

/// The same session over other bytes, for tests.
std::unique_ptr<ports::MailSource> create_imap_source_over(std::unique_ptr<Transport> transport,
                                                           ImapConfig config);

}  // namespace redress::adapters
