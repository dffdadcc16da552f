#pragma once

#include "config/settings.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace redress::config {

// Readers of single values. Each gives "what is wrong; the mend" as its error (settings), without
// file and line, and shows at most the start of what stood there.

/// The text in quotation marks, bounded, without control characters: fit for an error line.
std::string in_quotes(std::string_view text);

/// "90 seconds", "15 minutes", "1 hour", "2 days"; also s, m, min, h, d.
domain::Result<std::chrono::seconds> parse_duration(std::string_view text);
/// "3/day", "100/hour", "10/minute"; the count is at least 1.
domain::Result<Rate> parse_rate(std::string_view text);
/// "50 MiB"; B, KiB, MiB, GiB, kB, MB, GB. Bytes.
domain::Result<std::uint64_t> parse_size(std::string_view text);
/// "credential:NAME" or "file:PATH". The error never repeats the text: it may be a secret.
domain::Result<SecretSource> parse_secret(std::string_view text);
/// "2026-12-21/2027-01-04", both days included; or one day.
domain::Result<std::pair<domain::Date, domain::Date>> parse_absence(std::string_view text);
/// "now", "beginning" or a date.
domain::Result<Start> parse_start(std::string_view text);
/// "2 working days", "7 days" or "8 weeks"; base and clause are the caller's.
domain::Result<domain::Limit> parse_limit(std::string_view text);
/// "6 years".
domain::Result<int> parse_years(std::string_view text);
/// "https://…" or "http://…", printable ASCII without spaces, quotation marks or angle brackets: it
/// goes into letters.
domain::Result<std::string> parse_web_address(std::string_view text);

/// A mailbox with a display name (RFC 5322, 3.4), "Name <a@b>", or an address alone.
struct NamedAddress {
  std::string name;
  domain::MailAddress address;
};
domain::Result<NamedAddress> parse_named_address(std::string_view text);

/// scheme://host[:port] without user, path or query.
struct ServerUrl {
  std::string scheme;  ///< lower case
  std::string host;    ///< IPv6 in brackets
  std::string text;    ///< scheme://host[:port]
};
domain::Result<ServerUrl> parse_server_url(std::string_view text,
                                           std::span<const std::string_view> schemes);
/// localhost, 127.0.0.0/8 or [::1].
bool is_loopback(std::string_view host);

/// Letters, digits, "-", "_" and ".", at most 64, a letter or digit first: names that stand in
/// logs, commands and file names.
bool is_plain_name(std::string_view text);

}  // namespace redress::config
