#include "daemon/adapters/curl/smtp_reply.hpp"

#include <algorithm>
#include <charconv>

namespace redress::adapters {
namespace {

using domain::ErrorCode;
using domain::fail;
using domain::Result;

constexpr std::size_t k_longest_line = 4096;  // RFC 5321, 4.5.3.1.5 asks for 512
constexpr int k_most_lines = 200;

std::optional<int> code_of(std::string_view line) {
  int code = 0;
  if (line.size() < 3) return std::nullopt;
  const auto [stop, error] = std::from_chars(line.data(), line.data() + 3, code);
  const bool good = error == std::errc{} && stop == line.data() + 3 && code >= 200 && code <= 599;
  return good ? std::optional{code} : std::nullopt;
}

}  // namespace

Result<std::optional<SmtpReply>> SmtpReplyReader::next(std::string_view& bytes) {
  while (!bytes.empty()) {
    const auto end = bytes.find('\n');
    line_.append(bytes.substr(0, end));
    if (line_.size() > k_longest_line) return fail(ErrorCode::protocol, "a reply line is too long");
    if (end == std::string_view::npos) {
      bytes = {};
      break;
    }
    bytes.remove_prefix(end + 1);
    if (line_.ends_with('\r')) line_.pop_back();
    const auto code = code_of(line_);
    if (!code || ++lines_ > k_most_lines) {
      return fail(ErrorCode::protocol, "the server's reply is no SMTP");
    }
    const bool more_lines = line_.size() > 3 && line_[3] == '-';
    auto line = std::exchange(line_, {});
    if (more_lines) continue;
    lines_ = 0;
    return std::optional{SmtpReply{*code, std::move(line)}};
  }
  return std::optional<SmtpReply>{};
}

std::string dot_stuffed(std::string_view mail) {
  std::string out;
  out.reserve(mail.size() + mail.size() / 64 + 4);
  while (!mail.empty()) {  // one line at a time
    if (mail.front() == '.') out.push_back('.');
    const auto end = mail.find('\n');
    const auto count = end == std::string_view::npos ? mail.size() : end + 1;
    out.append(mail.substr(0, count));
    mail.remove_prefix(count);
  }
  if (!out.ends_with("\r\n")) out += "\r\n";
  return out;
}

}  // namespace redress::adapters
