#pragma once

#include "config/settings.hpp"
#include "daemon/adapters/curl/imap_source.hpp"
#include "daemon/adapters/curl/smtp_sink.hpp"

#include <string>

/// From the settings' terms to the adapters', for the programs that know both.
namespace redress {

inline adapters::ServerConfig server_config(const config::Server& server, std::string password) {
  return {.url = server.url,
          .user = server.user,
          .password = std::move(password),
          .tls_required = server.tls == config::Tls::required,
          .ca_file = server.ca};
}

inline adapters::ImapConfig imap_config(const config::Server& server, std::string password,
                                        const config::NetworkSettings& network) {
  adapters::ImapConfig config{.server = server_config(server, std::move(password)), .timeouts = {}};
  config.timeouts.connect = network.connect;
  config.timeouts.silence = network.silence;
  return config;
}

inline adapters::SmtpConfig smtp_config(const config::SmtpSettings& smtp, std::string password,
                                        const config::NetworkSettings& network) {
  adapters::SmtpConfig config{.server = server_config(smtp.server, std::move(password)),
                              .connections = static_cast<std::size_t>(smtp.connections),
                              .timeouts = {}};
  config.timeouts.connect = network.connect;
  return config;
}

}  // namespace redress
