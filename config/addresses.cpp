#include "config/values.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace redress::config {
namespace {

using domain::ErrorCode;
using domain::fail;
using domain::Result;

constexpr std::size_t k_host_bytes = 253;  // RFC 1035, 2.3.4
constexpr std::size_t k_web_address_bytes = 2000;
constexpr unsigned k_port_max = 65535;

constexpr char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}
constexpr bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
constexpr bool is_letter(char c) {
  return lower(c) >= 'a' && lower(c) <= 'z';
}
constexpr bool is_hex(char c) {
  return is_digit(c) || (lower(c) >= 'a' && lower(c) <= 'f');
}

domain::Error wrong(std::string text) {
  return fail(ErrorCode::settings, std::move(text));
}

bool is_host_name(std::string_view host) {
  const auto fits = [](char c) { return is_letter(c) || is_digit(c) || c == '-' || c == '.'; };
  return !host.empty() && host.size() <= k_host_bytes && host.front() != '-' &&
         host.front() != '.' && host.find("..") == std::string_view::npos &&
         std::all_of(host.begin(), host.end(), fits);
}

/// "[2001:db8::1]": brackets, colons and hex digits; the resolver judges the rest.
bool is_ipv6(std::string_view host) {
  if (host.size() < 4 || host.front() != '[' || host.back() != ']') return false;
  const auto inside = host.substr(1, host.size() - 2);
  return inside.find(':') != std::string_view::npos &&
         std::all_of(inside.begin(), inside.end(),
                     [](char c) { return is_hex(c) || c == ':' || c == '.'; });
}

bool is_port(std::string_view text) {
  unsigned port = 0;
  const auto* end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, port);
  return error == std::errc{} && stop == end && !text.empty() && port >= 1 && port <= k_port_max;
}

std::string scheme_list(std::span<const std::string_view> schemes) {
  std::string list;
  for (const auto scheme : schemes) {
    if (!list.empty()) list += " or ";
    list += fmt::format("{}://", scheme);
  }
  return list;
}

}  // namespace

Result<ServerUrl> parse_server_url(std::string_view text,
                                   std::span<const std::string_view> schemes) {
  const auto colon = text.find("://");
  std::string scheme{text.substr(0, colon == std::string_view::npos ? 0 : colon)};
  std::transform(scheme.begin(), scheme.end(), scheme.begin(), lower);
  if (std::find(schemes.begin(), schemes.end(), scheme) == schemes.end()) {
    return wrong(fmt::format("this is no address of such a server; it starts with {}",
                             scheme_list(schemes)));
  }
  auto rest = text.substr(colon + 3);
  if (rest.ends_with('/')) rest.remove_suffix(1);
  if (rest.find('@') != std::string_view::npos) {  // it may hold a password: not shown
    return wrong("user and password do not stand in the address; use the keys user and password");
  }
  const auto bracket = rest.starts_with('[') ? rest.find(']') : 0;
  const auto port = bracket == std::string_view::npos ? bracket : rest.find(':', bracket);
  const auto host = rest.substr(0, port);
  const bool host_good = is_host_name(host) || is_ipv6(host);
  const bool port_good = port == std::string_view::npos || is_port(rest.substr(port + 1));
  if (!host_good || !port_good) {
    return wrong(fmt::format("{} is no server; write {}://HOST or {}://HOST:PORT", in_quotes(rest),
                             scheme, scheme));
  }
  std::string name{host};
  std::transform(name.begin(), name.end(), name.begin(), lower);
  return ServerUrl{scheme, std::move(name), fmt::format("{}://{}", scheme, rest)};
}

bool is_loopback(std::string_view host) {
  if (host == "localhost" || host == "[::1]") return true;
  // Dotted quads only: "127.example.org" is somebody's host name.
  int parts = 1;
  int digits = 0;
  for (const char c : host) {
    if (c == '.') {
      if (digits == 0) return false;
      ++parts;
      digits = 0;
    } else if (!is_digit(c) || ++digits > 3) {
      return false;
    }
  }
  return parts == 4 && digits > 0 && host.starts_with("127.");
}

Result<std::string> parse_web_address(std::string_view text) {
  constexpr std::string_view k_unfit = "\"<>\\^`{|}";
  const auto fits = [&](char c) {
    return c > ' ' && c < 0x7F && k_unfit.find(c) == std::string_view::npos;
  };
  const auto after = text.find("://");
  const bool web = text.starts_with("https://") || text.starts_with("http://");
  const bool hosted = web && after + 3 < text.size() && text[after + 3] != '/';
  if (!hosted || text.size() > k_web_address_bytes ||
      !std::all_of(text.begin(), text.end(), fits)) {
    return wrong(
        fmt::format("{} is no web address; write it like "
                    "\"https://www.example.org/complaints\"",
                    in_quotes(text)));
  }
  return std::string{text};
}

Result<NamedAddress> parse_named_address(std::string_view text) {
  const auto open = text.rfind('<');
  std::string_view name;
  auto address = text;
  if (open != std::string_view::npos && text.ends_with('>')) {
    name = text.substr(0, open);
    address = text.substr(open + 1, text.size() - open - 2);
  }
  while (name.ends_with(' ')) name.remove_suffix(1);
  while (name.starts_with(' ')) name.remove_prefix(1);
  if (name.size() >= 2 && name.front() == '"' && name.back() == '"') {
    name = name.substr(1, name.size() - 2);
  }
  auto parsed = domain::MailAddress::parse(address);
  if (!parsed || name.find_first_of("<>\"") != std::string_view::npos) {
    return wrong(
        fmt::format("{} is no sender; write it like \"Example Institute "
                    "<comments@example.org>\"",
                    in_quotes(text)));
  }
  return NamedAddress{std::string{name}, std::move(*parsed)};
}

}  // namespace redress::config
