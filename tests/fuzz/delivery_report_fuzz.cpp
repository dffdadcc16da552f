#include "parsers/read_message.hpp"
#include "tests/fuzz/fuzz.hpp"

#include <string>

using namespace redress;

/// A report whose machine-readable part (RFC 3464) is the input; its number of recipients is
/// bounded.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string report =
      "From: MAILER-DAEMON@example.org\r\nTo: comments@example.org\r\nSubject: Undelivered\r\n"
      "Content-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n"
      "--b\r\n\r\nIt was not delivered.\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\n";
  report += fuzz::text_of(data, size);
  report += "\r\n--b--\r\n";
  const parsers::Limits limits;
  const auto facts = parsers::read_message(report, limits);
  fuzz::require(!facts.delivery_report ||
                facts.delivery_report->recipients.size() <= limits.addresses);
  return 0;
}
