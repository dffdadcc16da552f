#pragma once

#include "daemon/adapters/curl/smtp_reply.hpp"
#include "daemon/adapters/curl/transport.hpp"
#include "daemon/ports/fault_points.hpp"
#include "daemon/ports/mail_sink.hpp"

#include <array>
#include <memory>
#include <string>
#include <string_view>

namespace redress::adapters {

/// Mail transactions on one logged-in SMTP connection. libcurl's own SMTP is not used beyond the
/// login: it waits for the answer to a mail in a blocking poll, which would hold up every mailbox.
class SmtpDialogue {
 public:
  explicit SmtpDialogue(Transport& transport, ports::FaultPoints* faults = nullptr)
      : transport_(transport), faults_(faults) {}

  /// One mail, one recipient. A broken connection is an outcome, not an error. Cancelled: throws
  /// boost::system::system_error; `interrupted` then tells the outcome.
  ports::Task<ports::DeliveryResult> deliver(const ports::Envelope& mail, TimePoint deadline);
  /// Outcome of a mail whose delivery broke off here: unknown once the final dot may be out.
  ports::DeliveryResult interrupted(std::string_view why) const;

  /// Whether the connection may carry another mail.
  bool usable() const { return usable_; }
  /// The last mail got no reply at all, or "421" to its first command: the connection was dead
  /// before.
  bool died_unheard() const { return died_unheard_; }

 private:
  static constexpr std::size_t k_receive_bytes = 4096;

  ports::Task<domain::Result<SmtpReply>> say(std::string line, TimePoint deadline);
  ports::Task<domain::Result<SmtpReply>> hear(TimePoint deadline);
  ports::Task<domain::Result<SmtpReply>> begin(const ports::Envelope& mail, TimePoint deadline);
  ports::DeliveryResult turned_down(const SmtpReply& reply);
  std::string mail_command(const ports::Envelope& mail) const;
  ports::DeliveryResult outcome_of(const SmtpReply& reply) const;

  Transport& transport_;
  ports::FaultPoints* faults_;
  SmtpReplyReader reader_;
  std::array<char, k_receive_bytes> buffer_{};
  std::string_view pending_;
  bool usable_{true};
  bool died_unheard_{false};
  bool needs_reset_{false};
  bool sender_taken_{false};  // MAIL was answered with 250
  bool ending_{false};        // the final dot may be out
};

}  // namespace redress::adapters
