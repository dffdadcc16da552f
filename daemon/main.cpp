#include "daemon/adapters/systemd/notify.hpp"
#include "daemon/wiring/options.hpp"
#include "daemon/wiring/service.hpp"

#include <sodium.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <exception>
#include <memory>

int main(int argc, char** argv) {
  const auto parsed = redress::read_options(argc, argv);
  if (!parsed.options) return parsed.exit_status;
  spdlog::logger log{"redressd", std::make_shared<spdlog::sinks::stderr_sink_mt>()};
  // The journal stamps lines itself; a terminal does not.
  log.set_pattern(redress::adapters::logs_to_journal() ? "%l: %v" : "%Y-%m-%dT%H:%M:%S.%e %l: %v");
  log.flush_on(spdlog::level::info);
  try {
    if (sodium_init() < 0) {
      log.critical("the system gives no randomness; look at the kernel's log");
      return redress::k_exit_failed;
    }
    return redress::run_daemon(*parsed.options, log);
  } catch (const std::exception& error) {
    log.critical("{}", error.what());
    return redress::k_exit_failed;
  }
}
