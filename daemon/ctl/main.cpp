#include "daemon/ctl/tool.hpp"

#include <fmt/core.h>
#include <sodium.h>

int main(int argc, char** argv) {
  using redress::ctl::Exit;
  if (sodium_init() < 0) {
    fmt::print(stderr, "redressctl: the system gives no randomness; look at the kernel's log\n");
    return static_cast<int>(Exit::not_so);
  }
  CLI::App app{"Looks into the register of complaints that redressd keeps, and corrects it"};
  app.require_subcommand(1);
  app.set_version_flag("--version", std::string{"redressctl "} + REDRESS_VERSION);
  redress::ctl::Tool tool;
  app.add_option("--config", tool.config, "The settings file")->capture_default_str();
#ifdef REDRESS_TEST_HOOKS
  std::string now;
  app.add_option("--now", now, "Test builds: the time that it is");
  app.parse_complete_callback([&] {
    if (now.empty()) return;
    const auto at = redress::domain::parse_rfc3339(now);
    if (!at) throw CLI::ValidationError("--now", at.error().text);
    tool.clock = *at;
  });
#endif
  add_act(app, tool);
  add_check(app, tool);
  add_parse(app, tool);
  add_classify(app, tool);
  add_deadlines(app, tool);
  add_policy(app, tool);
  add_case(app, tool);
  add_messages(app, tool);
  add_outbox(app, tool);
  add_ledger(app, tool);
  add_status(app, tool);
  add_quarantine(app, tool);
  add_changes(app, tool);
  add_corrections(app, tool);
  add_verify(app, tool);
  add_key(app, tool);
  add_import(app, tool);
  add_export(app, tool);
  add_erase(app, tool);
  add_retention(app, tool);
  add_report(app, tool);
  add_adopt(app, tool);
  add_people(app, tool);
  add_complete(app, tool);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    // CLI11 prints help and version itself; its own numbers mean nothing to our callers.
    return app.exit(error) == 0 ? 0 : static_cast<int>(Exit::usage);
  } catch (const std::exception& error) {
    fmt::print(stderr, "redressctl: {}\n", error.what());
    return static_cast<int>(Exit::not_so);
  }
  return static_cast<int>(tool.exit);
}
