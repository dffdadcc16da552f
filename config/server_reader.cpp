#include "config/server_reader.hpp"

#include <fmt/format.h>

namespace redress::config {
namespace {

constexpr auto k_tls = domain::name_table<Tls>({
    {Tls::required, "required"},
    {Tls::none, "none"},
});

void check_auth(const Section& section) {
  const auto auth = section.text("auth");
  if (!auth || *auth == "password") return;
  if (*auth == "oauth2") {
    section.add("auth", "OAuth 2.0 is not in this version; write \"password\"");
  } else {
    section.add("auth", fmt::format("{} is not known; write \"password\"", in_quotes(*auth)));
  }
}

/// Clear text is for a server on this machine only, and does not go with a scheme that is TLS.
void check_tls(const Section& section, const ServerUrl& url, std::string_view tls_scheme, Tls tls) {
  if (tls != Tls::none) return;
  if (url.scheme == tls_scheme) {
    section.add("tls", fmt::format("\"none\" contradicts {}://; take the line out", url.scheme));
  } else if (!is_loopback(url.host)) {
    section.add("tls", fmt::format("\"none\" is for a loopback host only, and {} is none; write "
                                   "\"required\"",
                                   url.host));
  }
}

}  // namespace

std::string beside(const std::string& file, const std::string& path) {
  if (path.empty() || path.front() == '/') return path;
  const auto slash = file.rfind('/');
  return slash == std::string::npos ? path : file.substr(0, slash + 1) + path;
}

domain::MailAddress read_address(const Section& section, std::string_view key) {
  const auto parse = [](std::string_view text) -> domain::Result<domain::MailAddress> {
    auto parsed = domain::MailAddress::parse(text);
    if (parsed) return parsed;
    return domain::fail(
        domain::ErrorCode::settings,
        fmt::format("{} is no mail address; write it like \"name@example.org\"", in_quotes(text)));
  };
  if (auto address = section.value(key, parse)) return std::move(*address);
  return domain::MailAddress::parse("missing@invalid").value();
}

std::optional<SecretSource> read_secret(const Section& section, std::string_view key,
                                        const std::string& file) {
  auto secret = section.value(key, parse_secret);
  if (secret && secret->from == SecretSource::From::file) secret->name = beside(file, secret->name);
  return secret;
}

Server read_server(const Section& section, const std::string& file,
                   std::span<const std::string_view> schemes) {
  Server server;
  server.user = section.text_or("user", "");
  server.password = read_secret(section, "password", file);
  server.tls = section.choice("tls", k_tls, Tls::required);
  server.ca = beside(file, section.text_or("ca", ""));
  check_auth(section);
  const auto url =
      section.value("url", [&](std::string_view text) { return parse_server_url(text, schemes); });
  if (url) {
    server.url = url->text;
    check_tls(section, *url, schemes.front(), server.tls);
  }
  return server;
}

}  // namespace redress::config
