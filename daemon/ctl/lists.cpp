#include "daemon/adapters/control/control_client.hpp"
#include "daemon/ctl/register_view.hpp"

#include <fmt/format.h>

#include <chrono>
#include <memory>

namespace redress::ctl {
namespace {

void list_messages(Tool& tool, const app::Installation& house, adapters::Register& store) {
  Table table{{"ID", "MAILBOX", "RECEIVED", "KIND", "STATE", "CASE", "FROM", "SUBJECT"}};
  for (const auto& row : store.messages()) {
    if (tool.json) {
      Tool::print_json(to_json(row));
      continue;
    }
    table.add({{std::to_string(row.id.value)},
               {row.mailbox},
               {local_time(row.received, house.zone)},
               {row.kind.empty() ? "-" : row.kind},
               {std::string{domain::to_string(row.state)}, colour_of(row.state)},
               {row.reference.empty() ? "-" : row.reference},
               {row.from},
               {row.subject}});
  }
  if (!tool.json) table.print();
}

void list_outbox(Tool& tool, const app::Installation&, adapters::Register& store) {
  Table table{{"ID", "TO", "TEMPLATE", "CASE", "STATE", "TRIES", "SUBJECT", "LAST WORD"}};
  for (const auto& row : store.outbox()) {
    if (tool.json) {
      Tool::print_json(to_json(row));
      continue;
    }
    table.add({{std::to_string(row.id.value)},
               {row.to},
               {row.template_name},
               {row.reference.empty() ? "-" : row.reference},
               {std::string{domain::to_string(row.state)}, colour_of(row.state)},
               {std::to_string(row.attempts)},
               {row.subject},
               {row.held_because.empty() ? row.last_reply : row.held_because}});
  }
  if (!tool.json) table.print();
}

/// The counts, and an exit status that says whether everything is accounted for.
nlohmann::ordered_json to_json(const std::vector<adapters::ReconciledFolder>& folders) {
  auto rows = nlohmann::ordered_json::array();
  for (const auto& one : folders) {
    rows.push_back({{"mailbox", one.mailbox},
                    {"folder", one.folder},
                    {"compared", domain::to_rfc3339(one.at)},
                    {"on_server", one.on_server},
                    {"missing", one.missing},
                    {"uids", nlohmann::ordered_json::parse(one.uids, nullptr, false)}});
  }
  return rows;
}

void show_ledger(Tool& tool, const app::Installation&, adapters::Register& store) {
  const auto counts = store.ledger();
  if (counts.unaccounted != 0) tool.exit = Exit::not_so;
  if (tool.json) {
    nlohmann::ordered_json out{{"seen", counts.seen}};
    for (const auto& [kind, count] : counts.kinds)
      out[std::string{domain::to_string(kind)}] = count;
    out["duplicate"] = counts.duplicate;
    out["quarantined"] = counts.quarantined;
    out["held"] = counts.held;
    out["missing"] = counts.missing;
    out["unaccounted"] = counts.unaccounted;
    out["folders"] = to_json(counts.folders);
    return Tool::print_json(out);
  }
  std::vector<std::pair<std::string, Cell>> pairs{
      {"seen", {std::to_string(counts.seen), Colour::strong}}};
  for (const auto& [kind, count] : counts.kinds) {
    pairs.push_back({std::string{domain::to_string(kind)}, {std::to_string(count)}});
  }
  pairs.push_back({"duplicate", {std::to_string(counts.duplicate)}});
  pairs.push_back(
      {"quarantined",
       {std::to_string(counts.quarantined), counts.quarantined > 0 ? Colour::bad : Colour::none}});
  pairs.push_back(
      {"held", {std::to_string(counts.held), counts.held > 0 ? Colour::warning : Colour::none}});
  pairs.push_back(
      {"missing",
       {std::to_string(counts.missing), counts.missing > 0 ? Colour::bad : Colour::none}});
  pairs.push_back(
      {"unaccounted",
       {std::to_string(counts.unaccounted), counts.unaccounted > 0 ? Colour::bad : Colour::good}});
  print_pairs(pairs);
  for (const auto& folder : counts.folders) {
    if (folder.missing == 0) continue;
    fmt::print("{}/{}: {} of {} messages on the server are not in the ledger: UID {}\n",
               printable(folder.mailbox), printable(folder.folder), folder.missing,
               folder.on_server, folder.uids);
  }
}

/// Many big mailboxes take their time.
constexpr std::chrono::minutes k_compare_patience{10};

void compare_online(Tool& tool) {
  const auto house = tool.load();
  if (!house) return;
  const auto said = adapters::ask_daemon(adapters::control_link(house->settings.store_path),
                                         {.verb = "reconcile", .id = 0, .kind = {}, .actor = {}},
                                         k_compare_patience);
  if (!said) return tool.fail(said.error());
  if (!tool.json) fmt::print("{}\n\n", *said);
}

}  // namespace

void add_messages(CLI::App& app, Tool& tool) {
  on_chosen(*app.add_subcommand("messages", "The ledger, message by message"), tool, [&tool] {
    with_register(tool,
                  [&tool](const auto& house, auto& store) { list_messages(tool, house, store); });
  });
}

void add_outbox(CLI::App& app, Tool& tool) {
  on_chosen(
      *app.add_subcommand("outbox", "Mail of ours: sent, waiting, held, failed"), tool, [&tool] {
        with_register(tool,
                      [&tool](const auto& house, auto& store) { list_outbox(tool, house, store); });
      });
}

void add_ledger(CLI::App& app, Tool& tool) {
  auto* command =
      app.add_subcommand("ledger", "Counts; exit status 1 where anything is unaccounted");
  auto online = std::make_shared<bool>(false);  // CLI11 and the callback share it
  command->add_flag("--online", *online,
                    "First has the daemon compare every mailbox with the ledger");
  on_chosen(*command, tool, [&tool, online] {
    if (*online) compare_online(tool);
    if (tool.exit != Exit::done) return;
    with_register(tool,
                  [&tool](const auto& house, auto& store) { show_ledger(tool, house, store); });
  });
}

void add_verify(CLI::App& app, Tool& tool) {
  on_chosen(*app.add_subcommand("verify", "Checks the database and the chain of the audit trail"),
            tool, [&tool] {
              with_register(tool, [&tool](const auto&, auto& store) {
                const auto events = store.verify();
                if (!events) return tool.fail(events.error());
                if (tool.json) return Tool::print_json({{"events", *events}, {"whole", true}});
                fmt::print("{} events, the chain is whole\n", *events);
              });
            });
}

}  // namespace redress::ctl
