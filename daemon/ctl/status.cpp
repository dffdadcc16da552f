#include "daemon/ctl/register_view.hpp"
#include "daemon/domain/report_period.hpp"

#include <fmt/format.h>

#include <chrono>

namespace redress::ctl {
namespace {

using nlohmann::ordered_json;

domain::Instant now() {
  return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

/// The policy's own review, a promise like any other (CILEX-15, CEME-05); null: it asks for none.
ordered_json review_json(const app::Installation& house, domain::Instant at) {
  const auto& rule = house.policy.review;
  if (!rule) return nullptr;
  const auto due = domain::review_due(*rule);
  return {{"due", domain::to_iso(due)},
          {"overdue", house.zone.date_of(at) > due},
          {"owner", rule->owner_role}};
}

void print_review(const app::Installation& house, domain::Instant at) {
  const auto& rule = house.policy.review;
  if (!rule) return;
  const auto due = domain::review_due(*rule);
  const bool overdue = house.zone.date_of(at) > due;
  fmt::print("\n");
  print_pairs({{"review of the policy",
                {fmt::format("due by {}, by {}{}", domain::long_date(due), rule->owner_role,
                             overdue ? "; overdue" : ""),
                 overdue ? Colour::warning : Colour::none}}});
}

ordered_json status_json(const adapters::StatusReport& report) {
  auto mailboxes = ordered_json::array();
  for (const auto& one : report.mailboxes) {
    mailboxes.push_back(
        {{"name", one.name},
         {"folder", one.folder},
         {"last_poll", one.last_polled ? ordered_json(domain::to_rfc3339(*one.last_polled))
                                       : ordered_json(nullptr)},
         {"trouble", one.trouble.empty() ? ordered_json(nullptr) : ordered_json(one.trouble)}});
  }
  auto deadlines = ordered_json::array();
  for (const auto& one : report.next_deadlines) deadlines.push_back(to_json(one));
  ordered_json outbox;
  for (const auto& [state, count] : report.outbox) outbox[std::string{to_string(state)}] = count;
  return {{"mailboxes", std::move(mailboxes)},
          {"backlog", report.backlog},
          {"held", report.held},
          {"quarantined", report.quarantined},
          {"failed", report.failed},
          {"overdue_acknowledgements", report.overdue_acknowledgements},
          {"next_deadlines", std::move(deadlines)},
          {"outbox", std::move(outbox)},
          {"untold", report.untold},
          {"unaccounted", report.unaccounted},
          {"mailbox_copies", report.mailbox_copies}};
}

void print_mailboxes(const adapters::StatusReport& report, const domain::TimeZone& zone) {
  Table table{{"MAILBOX", "FOLDER", "LAST READ", "TROUBLE"}};
  for (const auto& one : report.mailboxes) {
    table.add({{one.name, Colour::strong},
               {one.folder.empty() ? "-" : one.folder},
               {one.last_polled ? local_time(*one.last_polled, zone) : "never"},
               {one.trouble.empty() ? "none" : one.trouble,
                one.trouble.empty() ? Colour::good : Colour::bad}});
  }
  table.print();
}

Cell counted(std::int64_t count, Colour colour) {
  return {std::to_string(count), count > 0 ? colour : Colour::none};
}

void print_status(const adapters::StatusReport& report, const domain::TimeZone& zone) {
  print_mailboxes(report, zone);
  fmt::print("\n");
  print_pairs(
      {{"unread in the journal", counted(report.backlog, Colour::warning)},
       {"held for a person", counted(report.held, Colour::warning)},
       {"in quarantine", counted(report.quarantined, Colour::bad)},
       {"failed mail", counted(report.failed, Colour::bad)},
       {"overdue acknowledgements", counted(report.overdue_acknowledgements, Colour::bad)},
       {"held mail", counted(report.outbox.at(domain::OutboxState::held), Colour::warning)},
       {"mail to be sent", counted(report.outbox.at(domain::OutboxState::pending), Colour::none)},
       {"sent", counted(report.outbox.at(domain::OutboxState::sent), Colour::none)},
       {"unaccounted", counted(report.unaccounted, Colour::bad)},
       {"to be erased in mailboxes", counted(report.mailbox_copies, Colour::warning)}});
  if (report.next_deadlines.empty()) return;
  fmt::print("\n");
  Table table{{"NEXT DEADLINES", "WHAT", "BY"}};
  for (const auto& one : report.next_deadlines) {
    const auto name = one.reference
                          ? one.reference->str()
                          : fmt::format("message {}", one.message ? one.message->value : 0);
    table.add({{name, Colour::strong},
               {std::string{domain::to_string(one.kind)}},
               {local_time(one.at, zone), one.at < now() ? Colour::bad : Colour::none}});
  }
  table.print();
}

/// Anything that a person must see to.
bool alarms(const adapters::StatusReport& report) {
  bool trouble = false;
  for (const auto& one : report.mailboxes) trouble = trouble || !one.trouble.empty();
  return trouble || report.quarantined > 0 || report.failed > 0 ||
         report.overdue_acknowledgements > 0;
}

}  // namespace

void add_status(CLI::App& app, Tool& tool) {
  on_chosen(*app.add_subcommand("status",
                                "Mailboxes, backlog, deadlines, outbox; exit status 1 "
                                "where something wants a person"),
            tool, [&tool] {
              with_register(tool,
                            [&tool](const app::Installation& house, adapters::Register& store) {
                              const auto report = store.status(now());
                              if (alarms(report)) tool.exit = Exit::not_so;
                              if (!tool.json) {
                                print_status(report, house.zone);
                                return print_review(house, tool.now());
                              }
                              auto out = status_json(report);
                              out["policy_review"] = review_json(house, tool.now());
                              Tool::print_json(out);
                            });
            });
}

}  // namespace redress::ctl
