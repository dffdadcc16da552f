#pragma once

#include <string>

namespace redress::adapters {

/// Tells the service manager a state of sd_notify(3): "READY=1", "STOPPING=1", "STATUS=…". Does
/// nothing where no service manager listens.
void notify_service_manager(const std::string& state);

/// Whether standard error is the journal, so that log lines need no time of their own.
bool logs_to_journal();

}  // namespace redress::adapters
