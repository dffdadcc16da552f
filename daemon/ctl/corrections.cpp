#include "daemon/ctl/changes.hpp"
#include "daemon/ctl/private_files.hpp"
#include "daemon/ctl/register_view.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <memory>

namespace redress::ctl {
namespace {

using nlohmann::ordered_json;
namespace fs = std::filesystem;

ordered_json label_of(const adapters::CorrectionRow& row) {
  return {{"id", row.message.value},
          {"mailbox", row.mailbox},
          {"at", domain::to_rfc3339(row.at)},
          {"by", row.actor},
          {"kind", domain::to_string(row.kind)},
          {"read_as", domain::to_string(row.read_as)},
          {"reading", ordered_json::parse(row.reading, nullptr, false)}};
}

void list(Tool& tool, const app::Installation& house, adapters::Register& store) {
  Table table{{"ID", "MAILBOX", "CORRECTED", "BY", "READ AS", "IS"}};
  for (const auto& row : store.corrections()) {
    if (tool.json) {
      Tool::print_json(label_of(row));
      continue;
    }
    table.add({{std::to_string(row.message.value)},
               {row.mailbox},
               {local_time(row.at, house.zone)},
               {row.actor},
               {std::string{domain::to_string(row.read_as)}},
               {std::string{domain::to_string(row.kind)}, Colour::strong}});
  }
  if (tool.json) return;
  if (table.empty()) {
    fmt::print("nothing was corrected\n");
  } else {
    table.print();
  }
}

/// labels.jsonl and a folder mail/, as sets of labelled mail are kept.
domain::Result<std::size_t> write_set(const fs::path& folder, adapters::Register& store) {
  if (const auto made = make_private_folder(folder); !made) return made.error();
  fs::create_directory(folder / "mail");
  std::string labels;
  std::size_t count = 0;
  for (const auto& row : store.corrections()) {
    auto label = label_of(row);
    if (const auto raw = store.raw(row.message)) {
      const auto name = fmt::format("{}.eml", row.message.value);
      if (const auto written = write_private(folder / "mail" / name, *raw); !written)
        return written.error();
      label["file"] = name;
    }
    labels += label.dump(-1, ' ', false, ordered_json::error_handler_t::replace) + "\n";
    ++count;
  }
  if (const auto written = write_private(folder / "labels.jsonl", labels); !written)
    return written.error();
  return count;
}

void export_set(Tool& tool, const std::string& folder) {
  with_register(tool, [&](const app::Installation&, adapters::Register& store) {
    const auto count = write_set(folder, store);
    if (!count) return tool.fail(count.error());
    if (tool.json) return Tool::print_json({{"folder", folder}, {"corrections", *count}});
    fmt::print("{}: {} corrections. They hold people's mail: keep them as you keep the database\n",
               folder, *count);
  });
}

void correct(Tool& tool, std::int64_t id, domain::MessageKind kind) {
  const bool done = change(tool, {.verb = domain::ManualVerb::correct, .id = id, .kind = kind});
  if (!done || tool.json) return;
  fmt::print("It is kept beside what was read, and changes no case and no table of words.\n");
  if (kind == domain::MessageKind::complaint) {
    fmt::print("If it is held, `redressctl release --message {}` opens its case.\n", id);
  }
}

}  // namespace

void add_corrections(CLI::App& app, Tool& tool) {
  auto id = std::make_shared<std::int64_t>(0);  // CLI11 and the callbacks share these
  auto kind = std::make_shared<std::string>();
  auto folder = std::make_shared<std::string>();
  std::vector<std::string> kinds;
  for (const auto one : domain::k_message_kinds) kinds.emplace_back(domain::to_string(one));

  auto* correcting = app.add_subcommand("correct", "Says what a message is that was read wrongly");
  correcting->add_option("ID", *id, "Number of the message, as `messages` lists it")->required();
  correcting->add_option("KIND", *kind)->required()->check(CLI::IsMember{kinds});
  on_chosen(*correcting, tool,
            [&tool, id, kind] { correct(tool, *id, *domain::message_kind(*kind)); });

  auto* listing = app.add_subcommand("corrections", "What was read wrongly, and what it is");
  listing->add_option("--export", *folder, "Writes them with their mails into a new folder");
  on_chosen(*listing, tool, [&tool, folder] {
    if (!folder->empty()) return export_set(tool, *folder);
    with_register(tool, [&tool](const auto& house, auto& store) { list(tool, house, store); });
  });
}

}  // namespace redress::ctl
