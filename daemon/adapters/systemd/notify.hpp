#pragma once

#include <chrono>
#include <string>

namespace redress::adapters {

/// Tells the service manager a state of sd_notify(3): "READY=1", "STOPPING=1", "STATUS=…". Does
/// nothing where no service manager listens.
void notify_service_manager(const std::string& state);

/// RELOADING=1 with the time that systemd.service(5) wants beside it.
std::string reloading_state();

/// How often the watchdog is to be fed: half of what the service manager asks for; where it asks
/// for nothing, as often as the status line may change.
std::chrono::microseconds watchdog_interval();

/// Whether standard error is the journal: log lines then need a priority, and no time of their own.
bool logs_to_journal();

}  // namespace redress::adapters
