#include "daemon/app/incoming.hpp"
#include "daemon/ctl/register_view.hpp"

#include <fmt/format.h>

#include <chrono>

namespace redress::ctl {
namespace {

std::string_view letter_state(domain::OutboxState state) {
  return state == domain::OutboxState::held ? "held for a person" : "sent";
}

std::vector<std::string> said(const domain::Decision& decision) {
  std::vector<std::string> out;
  const auto& change = decision.change;
  if (change.new_case) out.push_back("open a case");
  if (change.verdict && change.verdict->state == domain::MessageState::held) {
    out.push_back("hold it for a person, because " + change.verdict->held_because);
  }
  if (change.verdict && !change.new_case && change.verdict->joined) {
    out.push_back("add it to " + change.verdict->joined->str());
  }
  for (const auto& letter : decision.letters) {
    out.push_back(fmt::format("{}: {}", letter.letter, letter_state(letter.state)));
  }
  for (const auto& update : change.updates) {
    for (const auto& due : update.deadlines) {
      out.push_back(fmt::format("{} by {}", domain::to_string(due.deadline.kind),
                                domain::to_rfc3339(due.deadline.at)));
    }
  }
  if (change.owed) {
    out.push_back("acknowledgement owed by " + domain::to_rfc3339(change.owed->deadline.at));
  }
  if (!change.notices.empty()) out.push_back("tell staff");
  if (out.empty()) out.push_back("record it");
  return out;
}

/// The cases that the message names, as the store knows them.
void fill_named(adapters::Register& store, const domain::SnapshotQuery& query,
                domain::Snapshot& snapshot) {
  for (const auto& reference : query.named) {
    const auto found = store.find_case(reference);
    if (!found) continue;
    domain::CaseSnapshot one{.reference = reference,
                             .status = found->row.status,
                             .stage = found->row.stage,
                             .received = found->row.received,
                             .complainant = found->row.complainant,
                             .participants = {},
                             .acknowledged = found->row.acknowledged.has_value()};
    for (const auto& person : found->participants) one.participants.push_back(person.address);
    snapshot.named.push_back(std::move(one));
  }
}

}  // namespace

std::vector<std::string> would_do(const app::Installation& house, const domain::KeyRing& keys,
                                  const std::string& mailbox, const parsers::MessageFacts& facts,
                                  std::string_view bytes) {
  const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  ports::JournalledMessage message;
  message.mailbox = mailbox.empty() ? house.settings.mailboxes.front().name : mailbox;
  message.internal_date = now;
  message.size = bytes.size();
  message.bytes = bytes;
  const auto read = app::read_journalled(message, facts, house, keys);
  domain::Snapshot snapshot;
  if (const auto store = adapters::Register::open(house.settings.store_path)) {
    fill_named(**store, read.query, snapshot);
  }
  const auto decision = domain::decide(app::house_of(house), snapshot, read.mail, now);
  if (!decision) return {decision.error().text};
  return said(*decision);
}

}  // namespace redress::ctl
