#pragma once

#include "config/section.hpp"
#include "config/settings.hpp"

#include <span>
#include <string>
#include <string_view>

namespace redress::config {

/// `path` as seen from the folder that `file` lies in; an absolute path stays.
std::string beside(const std::string& file, const std::string& path);

/// An address key of the section; a stand-in where it is missing or wrong, which is a finding.
domain::MailAddress read_address(const Section& section, std::string_view key);

/// A secret's place; file paths are resolved.
std::optional<SecretSource> read_secret(const Section& section, std::string_view key,
                                        const std::string& file);

/// url, user, password, auth, tls and ca of a server (SYS-08: `auth = "oauth2"` is refused in this
/// version). `schemes`: first the one over TLS, then the one with STARTTLS.
Server read_server(const Section& section, const std::string& file,
                   std::span<const std::string_view> schemes);

}  // namespace redress::config
