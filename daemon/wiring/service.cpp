#include "daemon/wiring/service.hpp"

#include "daemon/adapters/control/control_server.hpp"
#include "daemon/adapters/curl/easy_handle.hpp"
#include "daemon/adapters/system/chart_child.hpp"
#include "daemon/adapters/system/clock.hpp"
#include "daemon/adapters/system/document_child.hpp"
#include "daemon/adapters/system/layout.hpp"
#include "daemon/adapters/system/random_tokens.hpp"
#include "daemon/adapters/system/system_files.hpp"
#include "daemon/adapters/systemd/notify.hpp"
#include "daemon/app/documents.hpp"
#include "daemon/app/messages.hpp"
#include "daemon/wiring/shop.hpp"
#ifdef REDRESS_TEST_HOOKS
#include "daemon/adapters/system/planned_faults.hpp"
#endif

#include <spdlog/spdlog.h>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>

#include <csignal>
#include <cstdlib>

namespace redress {
namespace {

namespace asio = boost::asio;
using adapters::notify_service_manager;
using domain::ErrorCode;
using domain::Result;

int refuse(spdlog::logger& log, const domain::Error& error) {
  log.error("{}", error.text);
  if (error.code == ErrorCode::settings || error.code == ErrorCode::not_allowed ||
      error.code == ErrorCode::not_found || error.code == ErrorCode::invalid_input) {
    return k_exit_settings;
  }
  const bool again = domain::disposition(error.code) == domain::Disposition::retry;
  return again ? k_exit_try_again : k_exit_failed;
}

/// The life of the process. Members are made in the order they stand in and outlive those below.
class Service {
 public:
  Service(const Options& options, spdlog::logger& log)
      : options_(options),
        log_(log),
        files_(adapters::credentials_folder(std::getenv("CREDENTIALS_DIRECTORY"), options.config)),
        clock_(adapters::create_clock(loop_.get_executor(), options.now)),
        driver_(loop_.get_executor()),
        signals_(loop_, SIGTERM, SIGINT, SIGHUP),
        pulse_(loop_) {}

  int run();

 private:
  Result<app::Installation> read_settings();
  Result<std::unique_ptr<Shop>> furnish(app::Installation installed);
  Result<void> open_store(const std::string& path);
  Result<std::unique_ptr<ports::FaultPoints>> faults() const;
  void open(std::unique_ptr<Shop> shop);
  void closed(int status);
  void wait_for_signal();
  void on_signal(int signal);
  void reload();
  void beat();
  int serve(std::unique_ptr<Shop> shop);

  const Options& options_;
  spdlog::logger& log_;
  adapters::CurlGlobal curl_;
  asio::io_context loop_{1};
  adapters::SystemFiles files_;
  adapters::RandomTokens tokens_;
  std::unique_ptr<ports::Clock> clock_;
  std::unique_ptr<ports::FaultPoints> faults_;
  std::unique_ptr<ports::DocumentReader> documents_{adapters::installed_document_reader()};
  std::unique_ptr<ports::ChartDrawer> charts_{adapters::create_chart_child(
      loop_.get_executor(), options_.gnuplot.empty() ? adapters::k_gnuplot : options_.gnuplot)};
  std::string store_path_;
  std::unique_ptr<adapters::SqliteStore> store_;
  adapters::MultiDriver driver_;
  std::unique_ptr<Shop> shop_;
  std::unique_ptr<Shop> next_shop_;  ///< takes over when the present one has drained
  std::unique_ptr<adapters::ControlServer> control_;
  asio::signal_set signals_;
  asio::steady_timer pulse_;
  int stops_{0};  ///< signals to stop so far
  int status_{k_exit_failed};
};

Result<app::Installation> Service::read_settings() {
  const auto share = adapters::share_folder();
  if (!share) return share.error();
  auto installed = app::load_installation(options_.config, *share, files_, clock_->now());
  if (!installed) return installed.error();
  for (const auto& warning : installed->warnings) {
    log_.warn("{} {}", warning.id, warning.text);
  }
  return installed;
}

Result<void> Service::open_store(const std::string& path) {
  auto store = adapters::open_store(path, loop_.get_executor(), tokens_);
  if (!store) return store.error();
  store_ = std::move(*store);
  store_path_ = path;
  return {};
}

Result<std::unique_ptr<Shop>> Service::furnish(app::Installation installed) {
  auto secrets = app::load_secrets(installed.settings, files_);
  if (!secrets) return secrets.error();
  if (!store_) {
    const auto opened = open_store(installed.settings.store_path);
    if (!opened) return opened.error();
  } else if (installed.settings.store_path != store_path_) {
    return domain::fail(ErrorCode::settings,
                        options_.config +
                            ": store.path: changes by a restart only; restart, or "
                            "write the former path");
  }
  auto keys = app::load_keys(installed.settings, files_, &tokens_);
  if (!keys) return keys.error();
  const Shop::Ground ground{.loop = loop_,
                            .clock = *clock_,
                            .tokens = tokens_,
                            .driver = driver_,
                            .store = *store_,
                            .documents = *documents_,
                            .faults = faults_.get(),
                            .charts = *charts_,
                            .log = log_};
  return std::make_unique<Shop>(ground, std::move(installed), std::move(*secrets),
                                std::move(*keys));
}

Result<std::unique_ptr<ports::FaultPoints>> Service::faults() const {
#ifdef REDRESS_TEST_HOOKS
  return adapters::plan_faults(options_.faults);
#else
  return std::unique_ptr<ports::FaultPoints>{};
#endif
}

void Service::open(std::unique_ptr<Shop> shop) {
  shop_ = std::move(shop);
  auto& supervisor = shop_->supervisor();
  asio::co_spawn(loop_, options_.once ? supervisor.once() : supervisor.run(),
                 [this](const std::exception_ptr& failure, int status) {
                   if (failure) std::rethrow_exception(failure);
                   closed(status);
                 });
}

/// The shop has drained: the next one takes over, or the program ends.
void Service::closed(int status) {
  if (next_shop_ && stops_ == 0) {
    open(std::move(next_shop_));
    notify_service_manager("READY=1");
    log_.warn("{} the settings were read again", app::log_id::k_reloaded);
    return;
  }
  status_ = status;
  signals_.cancel();
  pulse_.cancel();
  control_->stop();
}

void Service::wait_for_signal() {
  signals_.async_wait([this](const boost::system::error_code& error, int signal) {
    if (error) return;
    on_signal(signal);
    wait_for_signal();
  });
}

void Service::on_signal(int signal) {
  if (signal == SIGHUP) return reload();
  ++stops_;
  if (stops_ > 1) {
    log_.warn("{} told to stop once more: ending now", app::log_id::k_stopped_short);
    return shop_->supervisor().stop_now();
  }
  notify_service_manager("STOPPING=1");
  shop_->supervisor().stop();
  control_->stop();
}

void Service::reload() {
  if (stops_ > 0 || options_.once) return;
  notify_service_manager(adapters::reloading_state());
  auto installed = read_settings();
  auto shop =
      installed ? furnish(std::move(*installed)) : Result<std::unique_ptr<Shop>>{installed.error()};
  if (!shop) {
    log_.error("{} the settings are not taken, the old ones hold: {}",
               app::log_id::k_reload_refused, shop.error().text);
    return notify_service_manager("READY=1");
  }
  const bool first = !next_shop_;
  next_shop_ = std::move(*shop);
  if (first) shop_->supervisor().stop();
}

/// Feeds the watchdog and says how things stand; a loop that is stuck does neither.
void Service::beat() {
  notify_service_manager("WATCHDOG=1\nSTATUS=" + shop_->supervisor().summary());
  pulse_.expires_after(adapters::watchdog_interval());
  pulse_.async_wait([this](const boost::system::error_code& error) {
    if (!error) beat();
  });
}

int Service::serve(std::unique_ptr<Shop> shop) {
  wait_for_signal();
  control_ = std::make_unique<adapters::ControlServer>(
      loop_.get_executor(), adapters::control_path(store_path_),
      adapters::control_link(store_path_),
      [this](const ports::ControlRequest& request) { return shop_->supervisor().control(request); },
      [this](ports::ImportBatch& batch) { return shop_->supervisor().import_history(batch); });
  open(std::move(shop));
  if (!options_.once) {
    control_->start();
    notify_service_manager("READY=1");
    beat();
  }
  loop_.run();
  if (status_ == k_exit_failed) log_.error("ended with a failure; the lines above say which");
  return status_;
}

int Service::run() {
  auto planned = faults();
  if (!planned) return refuse(log_, planned.error());
  faults_ = std::move(*planned);
  auto installed = read_settings();
  if (!installed) return refuse(log_, installed.error());
  auto shop = furnish(std::move(*installed));
  if (!shop) return refuse(log_, shop.error());
  if (const auto tried = app::try_documents(*documents_); !tried) {
    log_.warn("{} {}", app::log_id::k_no_documents, tried.error().text);
  }
  return serve(std::move(*shop));
}

}  // namespace

int run_daemon(const Options& options, spdlog::logger& log) {
  Service service{options, log};
  return service.run();
}

}  // namespace redress
