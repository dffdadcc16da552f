#include "daemon/ctl/personal_data.hpp"
#include "daemon/ctl/terminal.hpp"
#include "daemon/domain/staff.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <iostream>
#include <memory>

namespace redress::ctl {
namespace {

using domain::ErrorCode;
using nlohmann::ordered_json;

constexpr std::size_t k_reason_bytes = 1000;

struct Asked {
  std::string person, reason;
  bool dry_run{false}, yes{false}, open_too{false};
};

std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return text;
}

/// What nobody should ask for.
domain::Result<void> check(const app::Installation& house, const domain::MailAddress& person,
                           const Asked& asked) {
  const auto& settings = house.settings;
  const bool ours = std::any_of(settings.mailboxes.begin(), settings.mailboxes.end(),
                                [&](const auto& box) { return box.address == person; }) ||
                    settings.smtp.from == person;
  if (ours) {
    return domain::fail(
        ErrorCode::not_allowed,
        fmt::format("{} is a mailbox of the organisation, not a person", person.str()));
  }
  if (domain::find_staff(settings.staff, person.key()) != nullptr) {
    return domain::fail(
        ErrorCode::not_allowed,
        fmt::format("{} is a member of staff in {}: what staff did is the record of "
                    "the cases; take them out of the settings first where that is "
                    "not what they wrote as",
                    person.str(), settings.file));
  }
  if (asked.reason.size() > k_reason_bytes) {
    return domain::fail(
        ErrorCode::invalid_input,
        fmt::format("the reason is longer than {} bytes; say it shorter", k_reason_bytes));
  }
  if (lower(asked.reason).find(person.key()) != std::string::npos) {
    return domain::fail(ErrorCode::invalid_input,
                        "the reason stays in the audit trail: leave the address out of it");
  }
  return {};
}

void print_scope(const Tool& tool, const domain::MailAddress& person,
                 const adapters::ErasureScope& scope, std::optional<std::size_t> copies) {
  if (tool.json) {
    ordered_json out{{"person", person.str()}, {"done", false}};
    out["cases"] = ordered_json::array();
    for (const auto& one : scope.cases) out["cases"].push_back(one.reference);
    out["takes_part_in"] = ordered_json::array();
    for (const auto& one : scope.shared) out["takes_part_in"].push_back(one.reference);
    out["messages"] = scope.messages.size();
    out["letters"] = scope.mails.size();
    out["records"] = scope.events.size();
    out["mailbox_copies"] = copies ? ordered_json(*copies) : ordered_json(nullptr);
    out["waiting"] = scope.waiting;
    out["mentions"] = scope.mentions;
    return Tool::print_json(out);
  }
  std::vector<std::pair<std::string, Cell>> pairs;
  for (const auto& one : scope.cases) pairs.push_back({"case", {one.reference, Colour::strong}});
  for (const auto& one : scope.shared) {
    pairs.push_back({"takes part in", {one.reference + ": only their part goes"}});
  }
  pairs.push_back({"messages", {std::to_string(scope.messages.size())}});
  pairs.push_back({"our letters", {std::to_string(scope.mails.size())}});
  pairs.push_back({"records", {fmt::format("{} of the audit trail", scope.events.size())}});
  if (copies) pairs.push_back({"on the mail server", {counted(*copies, "copy", "copies")}});
  for (const auto& one : scope.waiting) {
    pairs.push_back({"still open", {one, Colour::warning}});
  }
  print_pairs(pairs);
  if (scope.mentions > 0) {
    fmt::print("{} of other people's cases mention the address too; those stay.\n",
               counted(static_cast<std::size_t>(scope.mentions), "record", "records"));
  }
}

bool agreed() {
  fmt::print("This cannot be undone. Type yes to erase it: ");
  std::fflush(stdout);
  std::string word;
  return std::getline(std::cin, word) && lower(word) == "yes";
}

void erase(Tool& tool, const Asked& asked) {
  const auto person = domain::MailAddress::parse(asked.person);
  if (!person) return tool.fail(person.error());
  bool go_on = false;
  with_person_file(tool, [&](const app::Installation& house, adapters::PersonFile& file) {
    if (const auto allowed = check(house, *person, asked); !allowed) {
      return tool.fail(allowed.error());
    }
    const bool asks = ::isatty(STDIN_FILENO) == 1 && !asked.yes;
    go_on = true;
    if (!asked.dry_run && !asks) return;
    const auto scope = file.scope(*person, tool.now());
    if (scope.empty()) {
      go_on = false;
      return tool.fail(
          domain::fail(ErrorCode::not_found, fmt::format("nothing is held on {}", person->str())));
    }
    print_scope(tool, *person, scope, copies_that_go(house, file, scope));
    go_on = !asked.dry_run && agreed();
    if (go_on || tool.json) return;
    fmt::print("Nothing was erased.\n");
  });
  if (!go_on) return;
  const auto house = tool.load();
  if (!house) return;
  const auto done = order_erasure(
      tool, *house, "erase",
      {{"person", person->str()}, {"reason", asked.reason}, {"open_too", asked.open_too}});
  if (!done) return tool.fail(done.error());
  print_erased(tool, {{"person", person->str()}, {"done", true}}, *done);
}

}  // namespace

void add_erase(CLI::App& app, Tool& tool) {
  auto asked = std::make_shared<Asked>();  // CLI11 and the callback share it
  auto* command = app.add_subcommand(
      "erase", "Takes everything held on one person out of the store; counts stay");
  command->add_option("--person", asked->person, "The person's address")->required();
  command->add_option("--reason", asked->reason, "Why; stays in the audit trail")->required();
  command->add_flag("--dry-run", asked->dry_run, "Says what would go, and changes nothing");
  command->add_flag("--yes", asked->yes, "Does not ask first, on a terminal");
  command->add_flag("--open-too", asked->open_too,
                    "Also where a case or a message still waits for somebody; the case is closed");
  on_chosen(*command, tool, [&tool, asked] { erase(tool, *asked); });
}

}  // namespace redress::ctl
