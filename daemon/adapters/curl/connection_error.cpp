#include "daemon/adapters/curl/curl_transport.hpp"
#include "daemon/adapters/curl/refusal.hpp"

#include <fmt/format.h>

#include <array>

namespace redress::adapters {
namespace {

using domain::Error;
using domain::ErrorCode;

struct Row {
  CURLcode curl;
  ErrorCode code;
  std::string_view text;
};
constexpr std::array k_rows{
    Row{CURLE_OPERATION_TIMEDOUT, ErrorCode::timed_out,
        "no connection and login in time; is the address right, does a firewall drop it?"},
    Row{CURLE_COULDNT_RESOLVE_HOST, ErrorCode::unreachable, "the host name is unknown; check url"},
    Row{CURLE_COULDNT_CONNECT, ErrorCode::unreachable,
        "nothing answers at that port; check url and whether the server runs"},
    Row{CURLE_PEER_FAILED_VERIFICATION, ErrorCode::tls,
        "its certificate cannot be trusted for this name; set ca for a private authority"},
    Row{CURLE_SSL_CACERT_BADFILE, ErrorCode::tls, "the file of ca cannot be read as PEM"},
    Row{CURLE_SSL_CONNECT_ERROR, ErrorCode::tls,
        "no TLS connection; is it a TLS port (imaps, smtps), or one for STARTTLS (imap, smtp)?"},
    Row{CURLE_USE_SSL_FAILED, ErrorCode::tls,
        "it refuses STARTTLS, and nothing is sent in clear text; use imaps or smtps, or mend it"},
    Row{CURLE_LOGIN_DENIED, ErrorCode::login_refused, "login refused; check user and password"},
    Row{CURLE_WEIRD_SERVER_REPLY, ErrorCode::protocol, "it does not speak the expected protocol"},
    Row{CURLE_REMOTE_ACCESS_DENIED, ErrorCode::server_busy, "it takes no connection of ours now"},
};

Row row_of(CURLcode code) {
  for (const auto& row : k_rows) {
    if (row.curl == code) return row;
  }
  return {code, ErrorCode::unreachable, "the connection broke"};
}

/// "[UNAVAILABLE]" anywhere, words that say it, or a greeting that is a goodbye: 421, BYE.
bool busy(const std::string& line) {
  const auto open = line.find('[');
  const auto close = open == std::string::npos ? open : line.find_first_of(" ]", open);
  if (close != std::string::npos && busy_code(line.substr(open + 1, close - open - 1))) return true;
  return busy_words(line) || line.starts_with("* BYE") || line.starts_with("421") ||
         line.starts_with("454 4");
}

}  // namespace

Error connection_error(CURLcode code, const std::string& last_line, const ServerConfig& server) {
  const auto row = row_of(code);
  const bool answered = code == CURLE_LOGIN_DENIED || code == CURLE_WEIRD_SERVER_REPLY ||
                        code == CURLE_REMOTE_ACCESS_DENIED;
  const auto said = answered && !last_line.empty()
                        ? " (it said: " + safe_line(last_line, server.password) + ')'
                        : std::string{};
  if (answered && busy(last_line)) {
    return domain::fail(ErrorCode::server_busy, "it asks to come back later" + said);
  }
  return domain::fail(row.code, std::string{row.text} + said);
}

}  // namespace redress::adapters
