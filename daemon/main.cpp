#include "daemon/adapters/systemd/notify.hpp"
#include "daemon/wiring/options.hpp"
#include "daemon/wiring/service.hpp"

#include <sodium.h>
#include <spdlog/pattern_formatter.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>
#include <systemd/sd-daemon.h>

#include <exception>
#include <memory>
#include <string_view>

namespace {

/// "<4>" before a line tells the journal its priority (sd-daemon(3)).
class Priority final : public spdlog::custom_flag_formatter {
 public:
  void format(const spdlog::details::log_msg& message, const std::tm& /*time*/,
              spdlog::memory_buf_t& out) override {
    const std::string_view prefix = of(message.level);
    out.append(prefix.data(), prefix.data() + prefix.size());
  }
  std::unique_ptr<custom_flag_formatter> clone() const override {
    return std::make_unique<Priority>();
  }

 private:
  static const char* of(spdlog::level::level_enum level) {
    switch (level) {
      case spdlog::level::critical: return SD_CRIT;
      case spdlog::level::err: return SD_ERR;
      case spdlog::level::warn: return SD_WARNING;
      case spdlog::level::info: return SD_INFO;
      default: return SD_DEBUG;
    }
  }
};

/// The journal stamps lines itself; a terminal or a file does not.
std::unique_ptr<spdlog::formatter> line_formatter() {
  auto formatter = std::make_unique<spdlog::pattern_formatter>();
  if (redress::adapters::logs_to_journal()) {
    formatter->add_flag<Priority>('J').set_pattern("%J%l: %v");
  } else {
    formatter->set_pattern("%Y-%m-%dT%H:%M:%S.%e %l: %v");
  }
  return formatter;
}

}  // namespace

int main(int argc, char** argv) {
  const auto parsed = redress::read_options(argc, argv);
  if (!parsed.options) return parsed.exit_status;
  spdlog::logger log{"redressd", std::make_shared<spdlog::sinks::stderr_sink_mt>()};
  log.set_formatter(line_formatter());
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
