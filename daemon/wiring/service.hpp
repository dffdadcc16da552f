#pragma once

#include "daemon/wiring/options.hpp"

#include <spdlog/logger.h>

namespace redress {

/// Exit status of redressd: 0 done, 1 broken, 2 settings, 75 try again later.
inline constexpr int k_exit_ok = 0;
inline constexpr int k_exit_failed = 1;
inline constexpr int k_exit_settings = 2;
inline constexpr int k_exit_try_again = 75;

/// Reads the settings, makes the adapters, gives them to the application, and runs it until it ends
/// or a signal stops it. SIGTERM or SIGINT drains, a second one ends at once; SIGHUP reads the
/// settings anew and keeps the old ones where they have a mistake. Returns the exit status; what
/// went wrong has been logged as one line. Error of a fault plan: invalid usage, status 2.
int run_daemon(const Options& options, spdlog::logger& log);

}  // namespace redress
