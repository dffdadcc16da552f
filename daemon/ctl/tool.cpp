#include "daemon/ctl/tool.hpp"

#include "daemon/adapters/control/control_client.hpp"
#include "daemon/adapters/system/layout.hpp"
#include "daemon/ctl/terminal.hpp"

#include <fmt/core.h>

#include <chrono>
#include <cstdlib>

namespace redress::ctl {
namespace {

Exit exit_for(domain::ErrorCode code) {
  switch (code) {
    case domain::ErrorCode::settings: return Exit::usage;
    case domain::ErrorCode::conflict:
    case domain::ErrorCode::timed_out:
    case domain::ErrorCode::unreachable:
    case domain::ErrorCode::server_busy:
    case domain::ErrorCode::store_failing:
    case domain::ErrorCode::store_full: return Exit::try_again;
    default: return Exit::not_so;
  }
}

}  // namespace

void Tool::fail(const domain::Error& error) {
  fmt::print(stderr, "redressctl: {}\n", printable(error.text));
  exit = exit_for(error.code);
}

void Tool::print_json(const nlohmann::ordered_json& value) {
  fmt::print("{}\n", value.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
}

std::optional<app::Installation> Tool::load() {
  const auto share = adapters::share_folder();
  if (!share) {
    fail(share.error());
    return std::nullopt;
  }
  const adapters::SystemFiles files;
  auto loaded = app::load_installation(config, *share, files, now());
  if (!loaded) {
    fail(loaded.error());
    return std::nullopt;
  }
  return std::move(*loaded);
}

adapters::SystemFiles files_of(const config::Settings& settings) {
  const char* given = std::getenv("CREDENTIALS_DIRECTORY");
  return adapters::SystemFiles{adapters::credentials_folder(given, settings.file)};
}

domain::Instant Tool::now() const {
  return clock ? *clock
               : std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

domain::Result<std::string> ask_or_nobody(const app::Installation& house,
                                          const ports::ControlRequest& request, bool& nobody,
                                          std::chrono::seconds patience) {
  auto asked =
      adapters::ask_daemon(adapters::control_link(house.settings.store_path), request, patience);
  nobody = !asked && asked.error().code == domain::ErrorCode::not_found &&
           asked.error().text.find("no daemon") != std::string::npos;
  return asked;
}

void on_chosen(CLI::App& command, Tool& tool, std::function<void()> work) {
  command.add_flag("--json", tool.json, "One JSON object a line");
  command.callback(std::move(work));
}

}  // namespace redress::ctl
