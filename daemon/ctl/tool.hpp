#pragma once

#include "daemon/adapters/system/system_files.hpp"
#include "daemon/app/installation.hpp"
#include "daemon/domain/result.hpp"
#include "daemon/ports/control.hpp"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <chrono>
#include <functional>
#include <string>

namespace redress::ctl {

/// Exit status of redressctl (design, the contract).
enum class Exit { done = 0, not_so = 1, usage = 2, try_again = 75 };

/// Options that every subcommand shares, and what the chosen one came to.
struct Tool {
  std::string config{"/etc/redress/redress.toml"};
  bool json{false};
  Exit exit{Exit::done};
  std::optional<domain::Instant> clock{};  ///< test builds: the time that `now` gives

  domain::Instant now() const;

  /// Writes the error as one line to standard error and sets the exit status that fits it.
  void fail(const domain::Error& error);
  /// One line of JSON to standard output; bytes that are no UTF-8 are replaced.
  static void print_json(const nlohmann::ordered_json& value);
  /// Settings, policy, calendar and templates; on an error says so and returns nothing.
  std::optional<app::Installation> load();
};

/// Files of this computer, with the credentials of these settings.
adapters::SystemFiles files_of(const config::Settings& settings);

/// Adds `--json` to a subcommand and runs `work` when it is chosen.
void on_chosen(CLI::App& command, Tool& tool, std::function<void()> work);

/// Sends a request to the running daemon. `nobody` becomes true where none runs: the caller does it
/// by itself, under the lock. Other errors: those of ask_daemon.
domain::Result<std::string> ask_or_nobody(const app::Installation& house,
                                          const ports::ControlRequest& request, bool& nobody,
                                          std::chrono::seconds patience = std::chrono::seconds{30});

void add_act(CLI::App& app, Tool& tool);
void add_check(CLI::App& app, Tool& tool);
void add_parse(CLI::App& app, Tool& tool);
void add_classify(CLI::App& app, Tool& tool);
void add_deadlines(CLI::App& app, Tool& tool);
void add_policy(CLI::App& app, Tool& tool);  ///< policy list, show, new
void add_key(CLI::App& app, Tool& tool);
void add_case(CLI::App& app, Tool& tool);
void add_messages(CLI::App& app, Tool& tool);
void add_outbox(CLI::App& app, Tool& tool);
void add_ledger(CLI::App& app, Tool& tool);
void add_status(CLI::App& app, Tool& tool);
void add_quarantine(CLI::App& app, Tool& tool);
void add_changes(CLI::App& app, Tool& tool);      ///< retry, hold, release, settle
void add_corrections(CLI::App& app, Tool& tool);  ///< correct, corrections
void add_verify(CLI::App& app, Tool& tool);
void add_import(CLI::App& app, Tool& tool);
void add_export(CLI::App& app, Tool& tool);
void add_erase(CLI::App& app, Tool& tool);
void add_retention(CLI::App& app, Tool& tool);
void add_report(CLI::App& app, Tool& tool);
void add_adopt(CLI::App& app, Tool& tool);
void add_people(CLI::App& app, Tool& tool);    ///< staff, restrictions
void add_complete(CLI::App& app, Tool& tool);  ///< for shells; not in the help

}  // namespace redress::ctl
