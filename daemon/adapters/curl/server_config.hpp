#pragma once

#include <string>

namespace redress::adapters {

/// Where and as whom to log in.
struct ServerConfig {
  std::string url;   ///< scheme://host[:port]; imap, imaps, smtp or smtps
  std::string user;  ///< empty: no login (SMTP only)
  std::string password;
  bool tls_required{true};
  std::string ca_file;  ///< PEM of a private CA; empty: the system's
};

}  // namespace redress::adapters
