#pragma once

#include "daemon/app/installation.hpp"

#include <map>
#include <string>

namespace redress::app {

/// Passwords of the servers, read once at start.
struct Secrets {
  std::map<std::string, std::string> mailboxes;  ///< by name of the mailbox
  std::string smtp;                              ///< empty where there is no login
};

/// Error: settings, naming the secret that is missing.
domain::Result<Secrets> load_secrets(const config::Settings& settings, const ports::Files& files);

}  // namespace redress::app
