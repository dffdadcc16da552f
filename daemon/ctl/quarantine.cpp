#include "daemon/ctl/changes.hpp"
#include "daemon/ctl/register_view.hpp"

#include <fmt/format.h>

#include <cstdio>
#include <memory>

namespace redress::ctl {
namespace {

void list_quarantine(Tool& tool, const app::Installation& house, adapters::Register& store) {
  const auto rows = store.messages(domain::MessageState::quarantined);
  Table table{{"ID", "MAILBOX", "RECEIVED", "REASON"}};
  for (const auto& row : rows) {
    if (tool.json) {
      Tool::print_json(to_json(row));
    } else {
      table.add({{std::to_string(row.id.value)},
                 {row.mailbox},
                 {local_time(row.received, house.zone)},
                 {row.because, Colour::bad}});
    }
  }
  if (tool.json) return;
  if (table.empty()) {
    fmt::print("nothing in quarantine\n");
  } else {
    table.print();
  }
}

/// The bytes as they came, for a person or another program.
void show_raw(Tool& tool, std::int64_t id) {
  with_register(tool, [&](const app::Installation&, adapters::Register& store) {
    const auto raw = store.raw(domain::MessageRowId{id});
    if (!raw) return tool.fail(raw.error());
    std::fwrite(raw->data(), 1, raw->size(), stdout);
  });
}

}  // namespace

void add_quarantine(CLI::App& app, Tool& tool) {
  auto* command = app.add_subcommand("quarantine", "Messages that broke something, with bytes");
  command->require_subcommand(1);
  on_chosen(*command->add_subcommand("list", "What lies there, and why"), tool, [&tool] {
    with_register(tool,
                  [&tool](const auto& house, auto& store) { list_quarantine(tool, house, store); });
  });
  auto id = std::make_shared<std::int64_t>(0);  // CLI11 and the callbacks share it
  auto* show = command->add_subcommand("show", "The raw bytes of one message");
  show->add_option("ID", *id)->required();
  on_chosen(*show, tool, [&tool, id] { show_raw(tool, *id); });
  auto* replay = command->add_subcommand("replay", "Has one message read again");
  replay->add_option("ID", *id)->required();
  on_chosen(*replay, tool,
            [&tool, id] { change(tool, {.verb = domain::ManualVerb::replay, .id = *id}); });
}

}  // namespace redress::ctl
