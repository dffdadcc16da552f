#include "daemon/app/servers.hpp"

namespace redress::app {

domain::Result<Secrets> load_secrets(const config::Settings& settings, const ports::Files& files) {
  Secrets out;
  for (const auto& mailbox : settings.mailboxes) {
    auto& password = out.mailboxes[mailbox.name];
    if (!mailbox.server.password) continue;
    auto secret = resolve_secret(*mailbox.server.password, settings, files);
    if (!secret) return secret.error();
    password = std::move(*secret);
  }
  if (settings.smtp.server.password) {
    auto secret = resolve_secret(*settings.smtp.server.password, settings, files);
    if (!secret) return secret.error();
    out.smtp = std::move(*secret);
  }
  return out;
}

}  // namespace redress::app
