#include "daemon/adapters/systemd/notify.hpp"

#include <systemd/sd-daemon.h>

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <ctime>
#include <string_view>

namespace redress::adapters {
namespace {

std::uint64_t number(std::string_view digits) {
  std::uint64_t value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

}  // namespace

void notify_service_manager(const std::string& state) {
  // The result only says whether anybody listens.
  static_cast<void>(sd_notify(0, state.c_str()));
}

std::string reloading_state() {
  timespec now{};
  ::clock_gettime(CLOCK_MONOTONIC, &now);
  constexpr std::int64_t k_micro = 1'000'000;
  constexpr std::int64_t k_nano_per_micro = 1'000;
  return "RELOADING=1\nMONOTONIC_USEC=" +
         std::to_string(now.tv_sec * k_micro + now.tv_nsec / k_nano_per_micro);
}

std::chrono::microseconds watchdog_interval() {
  constexpr std::chrono::microseconds k_unwatched = std::chrono::seconds{15};
  std::uint64_t limit = 0;
  if (sd_watchdog_enabled(0, &limit) <= 0) return k_unwatched;
  return std::min(k_unwatched, std::chrono::microseconds{limit / 2});
}

bool logs_to_journal() {
  // "device:inode" of the stream that the service manager connected (systemd.exec(5)).
  const char* stream = std::getenv("JOURNAL_STREAM");
  struct stat error {};
  if (stream == nullptr || ::fstat(STDERR_FILENO, &error) != 0) return false;
  const std::string_view text{stream};
  const auto colon = text.find(':');
  if (colon == std::string_view::npos) return false;
  return number(text.substr(0, colon)) == error.st_dev &&
         number(text.substr(colon + 1)) == error.st_ino;
}

}  // namespace redress::adapters
