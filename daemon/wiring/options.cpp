#include "daemon/wiring/options.hpp"

#include "daemon/ports/fault_points.hpp"

#include <fmt/core.h>
#include <CLI/CLI.hpp>

namespace redress {
namespace {

constexpr int k_exit_usage = 2;

}  // namespace

Parsed read_options(int argc, char** argv) {
  Options options;
  std::string now;
  CLI::App app{"Watches mailboxes where people complain, and keeps what the policy promises"};
  app.set_version_flag("--version", std::string{"redressd "} + REDRESS_VERSION);
  app.add_option("--config", options.config, "The settings file")->capture_default_str();
  app.add_flag("--once", options.once, "Take what waits, send what is due, then leave");
#ifdef REDRESS_TEST_HOOKS
  app.add_option("--now", now, "Test builds: the time that the clock stands at");
  app.add_option("--fault", options.faults, "Test builds: NAME=ACTION[@N], see planned_faults.hpp");
  app.add_option("--gnuplot", options.gnuplot, "Test builds: what draws charts");
  bool list = false;
  app.add_flag("--list-faults", list, "Test builds: the places that --fault knows");
#endif
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return {std::nullopt, app.exit(error) == 0 ? 0 : k_exit_usage};
  }
#ifdef REDRESS_TEST_HOOKS
  if (list) {
    for (const auto place : ports::k_fault_points) fmt::print("{}\n", place);
    return {std::nullopt, 0};
  }
#endif
  if (!now.empty()) {
    const auto at = domain::parse_rfc3339(now);
    if (!at) {
      fmt::print(stderr, "redressd: --now: {}\n", at.error().text);
      return {std::nullopt, k_exit_usage};
    }
    options.now = *at;
  }
  return {options, 0};
}

}  // namespace redress
