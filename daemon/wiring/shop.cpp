#include "daemon/wiring/shop.hpp"

#include "daemon/wiring/server_config.hpp"

namespace redress {

Shop::Shop(const Ground& ground, app::Installation installed, app::Secrets secrets,
           domain::KeyRing keys)
    : driver_(ground.driver),
      installed_(std::move(installed)),
      secrets_(std::move(secrets)),
      keys_(std::move(keys)) {
  const auto& settings = installed_.settings;
  auto config = smtp_config(settings.smtp, secrets_.smtp, settings.network);
  config.faults = ground.faults;
  sink_ = adapters::create_smtp_sink(ground.driver, std::move(config));
  app::Ports ports{
      .clock = ground.clock,
      .tokens = ground.tokens,
      .journal = ground.store.journal(),
      .cases = ground.store.cases(),
      .outbox = ground.store.outbox(),
      .personal_data = ground.store.personal_data(),
      .reports = ground.store.reports(),
      .daily = ground.store.daily(),
      .sink = *sink_,
      .documents = ground.documents,
      .source = [this](const config::MailboxSettings& mailbox) { return source(mailbox); },
      .faults = ground.faults,
      .charts = &ground.charts};
  supervisor_ = std::make_unique<app::Supervisor>(ground.loop, installed_, keys_, std::move(ports),
                                                  ground.log);
}

std::unique_ptr<ports::MailSource> Shop::source(const config::MailboxSettings& mailbox) const {
  return adapters::create_imap_source(
      driver_, imap_config(mailbox.server, secrets_.mailboxes.at(mailbox.name),
                           installed_.settings.network));
}

}  // namespace redress
