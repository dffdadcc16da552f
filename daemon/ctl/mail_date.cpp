#include "daemon/ctl/mail_date.hpp"

#include "parsers/header/dates.hpp"
#include "parsers/read_message.hpp"

#include <algorithm>

namespace redress::ctl {
namespace {

/// Bytes of the header that are looked at; Received and Date stand at its top.
constexpr std::size_t k_header_bytes = 256U << 10U;

std::string_view header_of(std::string_view bytes) {
  bytes = bytes.substr(0, k_header_bytes);
  const auto end = std::min(bytes.find("\n\n"), bytes.find("\n\r\n"));
  return end == std::string_view::npos ? bytes : bytes.substr(0, end + 1);
}

std::optional<domain::Instant> received(const parsers::MessageFacts& facts) {
  const auto* top = facts.header("Received");
  if (top == nullptr) return std::nullopt;
  const auto semicolon = top->value.rfind(';');
  if (semicolon == std::string::npos) return std::nullopt;
  return parsers::parse_mail_date(std::string_view{top->value}.substr(semicolon + 1));
}

}  // namespace

domain::Instant date_of(const FoundMail& mail, domain::Instant now) {
  if (mail.envelope_date) return *mail.envelope_date;
  const auto facts = parsers::read_message(header_of(mail.bytes));
  if (const auto at = received(facts)) return *at;
  if (facts.date) return *facts.date;
  return mail.file_date.value_or(now);
}

}  // namespace redress::ctl
