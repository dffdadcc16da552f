#include "daemon/wiring.hpp"

#include "daemon/adapters/control/control_server.hpp"
#include "daemon/adapters/curl/easy_handle.hpp"
#include "daemon/adapters/curl/imap_source.hpp"
#include "daemon/adapters/curl/multi_driver.hpp"
#include "daemon/adapters/curl/smtp_sink.hpp"
#include "daemon/adapters/sqlite/store.hpp"
#include "daemon/adapters/system/clock.hpp"
#include "daemon/adapters/system/layout.hpp"
#include "daemon/adapters/system/random_tokens.hpp"
#include "daemon/adapters/system/system_files.hpp"
#include "daemon/adapters/systemd/notify.hpp"
#include "daemon/app/control_desk.hpp"
#include "daemon/app/messages.hpp"
#include "daemon/app/servers.hpp"
#include "daemon/app/supervisor.hpp"

#include <spdlog/spdlog.h>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/signal_set.hpp>

#include <chrono>
#include <csignal>
#include <cstdlib>

namespace redress {
namespace {

namespace asio = boost::asio;

int refuse(spdlog::logger& log, const domain::Error& error) {
  log.error("{}", error.text);
  using domain::ErrorCode;
  if (error.code == ErrorCode::settings || error.code == ErrorCode::not_allowed ||
      error.code == ErrorCode::not_found) {
    return k_exit_settings;
  }
  const bool again = domain::disposition(error.code) == domain::Disposition::retry;
  return again ? k_exit_try_again : k_exit_failed;
}

adapters::ServerConfig server_config(const config::Server& server, std::string password) {
  return {.url = server.url,
          .user = server.user,
          .password = std::move(password),
          .tls_required = server.tls == config::Tls::required,
          .ca_file = server.ca};
}

std::string credentials_folder() {
  const char* folder = std::getenv("CREDENTIALS_DIRECTORY");
  return folder == nullptr ? std::string{} : folder;
}

/// What stays the same for the whole run; made before the loop starts, in the order of the members.
struct Rooms {
  adapters::CurlGlobal curl;
  asio::io_context loop{1};
  adapters::SystemFiles files{credentials_folder()};
  adapters::RandomTokens tokens;
};

/// Runs the loop until the supervisor's coroutine ends.
int run_loop(Rooms& rooms, app::Supervisor& supervisor, adapters::ControlServer& control, bool once,
             spdlog::logger& log) {
  asio::signal_set signals{rooms.loop, SIGTERM, SIGINT};
  std::function<void()> wait_for_signal = [&] {
    signals.async_wait([&](const boost::system::error_code& error, int) {
      if (error) return;
      adapters::notify_service_manager("STOPPING=1");
      supervisor.stop();
      control.stop();
    });
  };
  wait_for_signal();
  int status = k_exit_failed;
  asio::co_spawn(rooms.loop, once ? supervisor.once() : supervisor.run(),
                 [&](const std::exception_ptr& failure, int result) {
                   signals.cancel();
                   control.stop();
                   status = result;
                   if (failure) std::rethrow_exception(failure);
                 });
  if (!once) {
    control.start();
    adapters::notify_service_manager("READY=1");
  }
  rooms.loop.run();
  if (status == k_exit_failed) log.error("ended with a failure; the lines above say which");
  return status;
}

}  // namespace

int run_daemon(const Options& options, spdlog::logger& log) {
  Rooms rooms;
  const auto clock = adapters::create_clock(rooms.loop.get_executor(), options.now);
  const auto share = adapters::share_folder();
  if (!share) return refuse(log, share.error());
  const auto installed = app::load_installation(options.config, *share, rooms.files, clock->now());
  if (!installed) return refuse(log, installed.error());
  for (const auto& warning : installed->warnings) {
    log.warn("{} {}", app::log_id::k_calendar_ends, warning);
  }
  const auto& settings = installed->settings;
  const auto secrets = app::load_secrets(settings, rooms.files);
  if (!secrets) return refuse(log, secrets.error());
  auto store = adapters::open_store(settings.store_path, rooms.loop.get_executor(), rooms.tokens);
  if (!store) return refuse(log, store.error());
  const auto keys = app::load_keys(settings, rooms.files, &rooms.tokens);
  if (!keys) return refuse(log, keys.error());

  adapters::MultiDriver driver{rooms.loop.get_executor()};
  const auto sink = adapters::create_smtp_sink(
      driver, {.server = server_config(settings.smtp.server, secrets->smtp),
               .connections = static_cast<std::size_t>(settings.smtp.connections),
               .timeouts = {}});
  const app::Ports ports{
      .clock = *clock,
      .tokens = rooms.tokens,
      .journal = (*store)->journal(),
      .cases = (*store)->cases(),
      .outbox = (*store)->outbox(),
      .sink = *sink,
      .source = [&driver, &secrets](const config::MailboxSettings& mailbox) {
        return adapters::create_imap_source(
            driver, {.server = server_config(mailbox.server, secrets->mailboxes.at(mailbox.name)),
                     .timeouts = {}});
      }};
  app::Supervisor supervisor{rooms.loop, *installed, *keys, ports, log};
  adapters::ControlServer control{
      rooms.loop.get_executor(), adapters::control_path(settings.store_path),
      [&supervisor](const ports::ControlRequest& request) { return supervisor.control(request); }};
  return run_loop(rooms, supervisor, control, options.once, log);
}

}  // namespace redress
