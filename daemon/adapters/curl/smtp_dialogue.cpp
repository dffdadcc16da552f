#include "daemon/adapters/curl/smtp_dialogue.hpp"

#include "daemon/adapters/curl/imap/text.hpp"
#include "daemon/adapters/curl/refusal.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace redress::adapters {
namespace {

using domain::ErrorCode;
using domain::Result;
using ports::DeliveryOutcome;
using ports::DeliveryResult;
using ports::Task;

constexpr int k_start_mail_input = 354;
constexpr int k_closing = 421;
/// RFC 4954, 6 and RFC 3207: our login or TLS is at fault, not this mail.
constexpr std::array k_login_replies{530, 534, 535, 538};

bool is_ascii(std::string_view bytes) {
  return std::none_of(bytes.begin(), bytes.end(), [](char c) { return (c & '\x80') != 0; });
}

}  // namespace

DeliveryResult SmtpDialogue::outcome_of(const SmtpReply& reply) const {
  const bool login = std::find(k_login_replies.begin(), k_login_replies.end(), reply.code) !=
                     k_login_replies.end();
  auto outcome = reply.code / 100 == 5 ? DeliveryOutcome::refused : DeliveryOutcome::deferred;
  // Once the sender is taken it is this mail's matter: one mail must never hold up all others.
  const bool closing = reply.code == k_closing && !sender_taken_;
  if (login || closing) outcome = DeliveryOutcome::unavailable;
  return {outcome, reply.code, safe_line(reply.line, {}),
          login ? ErrorCode::login_refused : ErrorCode::server_busy};
}

DeliveryResult SmtpDialogue::interrupted(std::string_view why) const {
  auto outcome = sender_taken_ ? DeliveryOutcome::deferred : DeliveryOutcome::unavailable;
  if (ending_) outcome = DeliveryOutcome::unknown;
  return {outcome, 0,
          fmt::format("{}: {}{}", transport_.host(), why,
                      ending_ ? ", after the mail and before the answer" : ""),
          ErrorCode::unreachable};
}

std::string SmtpDialogue::mail_command(const ports::Envelope& mail) const {
  auto command = fmt::format("MAIL FROM:<{}>", mail.from.str());
  if (transport_.offers("SIZE")) command += fmt::format(" SIZE={}", mail.bytes.size());
  if (transport_.offers("8BITMIME") && !is_ascii(mail.bytes)) command += " BODY=8BITMIME";
  if (transport_.offers("SMTPUTF8") && !(mail.from.is_ascii() && mail.to.is_ascii())) {
    command += " SMTPUTF8";  // RFC 6531, 3.4
  }
  return command;
}

Task<Result<SmtpReply>> SmtpDialogue::hear(TimePoint deadline) {
  for (;;) {
    auto reply = reader_.next(pending_);
    if (reply.has_error()) co_return reply.error();
    if (*reply) co_return std::move(**reply);
    const auto count = co_await transport_.receive(buffer_, deadline);
    if (count.has_error()) {
      if (count.error().code != ErrorCode::timed_out) co_return count.error();
      co_return domain::fail(ErrorCode::timed_out, "no answer in time");
    }
    pending_ = std::string_view{buffer_.data(), *count};
  }
}

Task<Result<SmtpReply>> SmtpDialogue::say(std::string line, TimePoint deadline) {
  line += "\r\n";
  const auto sent = co_await transport_.send(line, deadline);
  if (sent.has_error()) co_return sent.error();
  co_return co_await hear(deadline);
}

/// The mail is not taken. RSET waits for the next mail: this one's outcome is known now.
DeliveryResult SmtpDialogue::turned_down(const SmtpReply& reply) {
  usable_ = reply.code != k_closing;
  needs_reset_ = true;
  return outcome_of(reply);
}

Task<Result<SmtpReply>> SmtpDialogue::begin(const ports::Envelope& mail, TimePoint deadline) {
  if (std::exchange(needs_reset_, false)) {
    auto reset = co_await say("RSET", deadline);
    if (reset.has_error() || !reset->positive()) co_return reset;
  }
  co_return co_await say(mail_command(mail), deadline);
}

Task<DeliveryResult> SmtpDialogue::deliver(const ports::Envelope& mail, TimePoint deadline) {
  usable_ = false;
  ending_ = false;
  sender_taken_ = false;
  died_unheard_ = false;
  ports::fault_point(faults_, "smtp.mail");
  const auto begun = co_await begin(mail, deadline);
  died_unheard_ =
      begun.has_error() ? begun.error().code == ErrorCode::unreachable : begun->code == k_closing;
  if (begun.has_error()) co_return interrupted(begun.error().text);
  if (!begun->positive()) co_return turned_down(*begun);
  sender_taken_ = true;
  const auto recipient = co_await say(fmt::format("RCPT TO:<{}>", mail.to.str()), deadline);
  if (recipient.has_error()) co_return interrupted(recipient.error().text);
  if (!recipient->positive()) co_return turned_down(*recipient);
  const auto asked = co_await say("DATA", deadline);
  if (asked.has_error()) co_return interrupted(asked.error().text);
  if (asked->code != k_start_mail_input) co_return turned_down(*asked);
  // Without the final dot no server takes the mail: until here a broken connection loses nothing.
  const auto text = dot_stuffed(mail.bytes);
  const auto sent = co_await transport_.send(text, deadline);
  if (sent.has_error()) co_return interrupted(sent.error().text);
  ports::fault_point(faults_, "smtp.dot");
  ending_ = true;
  const auto dotted = co_await transport_.send(".\r\n", deadline);
  if (dotted.has_error()) co_return interrupted(dotted.error().text);
  ports::fault_point(faults_, "smtp.answer");
  const auto answer = co_await hear(deadline);
  if (answer.has_error()) co_return interrupted(answer.error().text);
  usable_ = answer->code != k_closing;
  auto result = outcome_of(*answer);
  if (answer->positive()) result.outcome = DeliveryOutcome::accepted;
  co_return result;
}

}  // namespace redress::adapters
