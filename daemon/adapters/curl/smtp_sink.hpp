#pragma once

#include "daemon/adapters/curl/server_config.hpp"
#include "daemon/ports/fault_points.hpp"
#include "daemon/ports/mail_sink.hpp"

#include <chrono>
#include <cstddef>
#include <memory>

namespace redress::adapters {

class MultiDriver;

struct SmtpTimeouts {
  std::chrono::milliseconds connect{std::chrono::seconds{60}};  ///< resolve, TLS and login together
  /// One mail, waiting for a free connection and the login excluded. RFC 5321, 4.5.3.2.6 gives a
  /// server ten minutes for the answer after the mail's last byte.
  std::chrono::milliseconds send{std::chrono::minutes{12}};
};

struct SmtpConfig {
  ServerConfig server;
  std::size_t connections{2};  ///< at once; at least one
  SmtpTimeouts timeouts;
  ports::FaultPoints* faults{nullptr};  ///< test builds only
};

/// Sends over SMTP connections that libcurl makes and logs in, a few at once, each reused. The
/// driver must outlive it; no send may be under way when it goes. Replies never hold the password.
std::unique_ptr<ports::MailSink> create_smtp_sink(MultiDriver& driver, SmtpConfig config);

}  // namespace redress::adapters
