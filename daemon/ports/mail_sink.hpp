#pragma once

#include "daemon/domain/ids.hpp"
#include "daemon/domain/result.hpp"
#include "daemon/ports/task.hpp"

#include <string>

namespace redress::ports {

/// One mail for one recipient.
struct Envelope {
  domain::MailAddress from;
  domain::MailAddress to;
  std::string bytes;  ///< RFC 5322 with CRLF; the sink does the dot-stuffing
};

enum class DeliveryOutcome {
  accepted,     ///< 250 after DATA: the server answers for it now
  deferred,     ///< 4xx to this mail: nothing was taken, try again
  unavailable,  ///< no connection, no login, or 421 at the start: no other mail would be taken
  refused,      ///< 5xx to this mail: trying again will not help
  unknown,      ///< the connection broke after DATA and before the reply
};

struct DeliveryResult {
  DeliveryOutcome outcome{};
  int smtp_code{};    ///< 0 where no reply came
  std::string reply;  ///< one printable line, at most 500 bytes; what happened, where no reply came
  /// Why, where unavailable: unreachable, timed_out, tls, login_refused, server_busy.
  domain::ErrorCode because{};
};

/// Hands mail to an SMTP server. Several sends may be under way at once; connections are reused.
class MailSink {
 public:
  virtual ~MailSink() = default;
  /// Never fails otherwise than by its result; cancellation counts as unavailable or unknown.
  virtual Task<DeliveryResult> send(const Envelope& mail) = 0;
  /// Connects and logs in, sends nothing. For `check --online`.
  virtual Task<domain::Result<void>> probe() = 0;
};

}  // namespace redress::ports
