#include "tests/unit/domain/casework/random_history.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace redress::test {
namespace {

using namespace domain;

const auto k_reference = CaseReference::parse("EX-2026-000001").value();
const auto k_received = parse_rfc3339("2026-03-02T10:00:00Z").value();

CaseEvent opening() {
  return {.id = 0,
          .at = k_received + std::chrono::hours{1},
          .actor = "redressd",
          .what = "case_opened",
          .facts = {{"received", to_rfc3339(k_received)}, {"stage", "1"}},
          .personal = {{"name", "Ann"}, {"address", "ann@example.net"}},
          .message = {}};
}

/// The way of most cases: half of all commands are of it, so that later stages are reached too.
constexpr std::array k_way{Verb::ack,     Verb::record,   Verb::outcome, Verb::respond,
                           Verb::release, Verb::escalate, Verb::close};

StaffMember member(const char* name, const char* address, std::vector<std::string> roles,
                   std::string manager = {}) {
  return {name, MailAddress::parse(address).value(), std::move(roles), std::move(manager), {}, {}};
}

/// Everybody that a policy may name, and somebody who may nothing.
Staff staff_for(const Policy& policy) {
  Staff staff{member("Jo", "jo@example.org", {"complaints-manager", "manager"}, "Sue"),
              member("Sue", "sue@example.org", {"senior-management", "manager"}),
              member("Nobody", "nobody@example.org", {"reader"})};
  std::vector<std::string> roles;
  for (const auto& stage : policy.stages) roles.push_back(stage.owner_role);
  for (const auto& area : policy.areas) roles.push_back(area.owner_role);
  for (const auto& referral : policy.referrals) roles.push_back(referral.role);
  staff.push_back(member("All", "all@example.org", roles, "Jo"));
  return staff;
}

/// The table's own word on what comes after; closing the last stage is for good.
bool leads_there(const VerbRow& row, CaseStatus after) {
  if (!row.leads_to) return true;
  const bool for_good = row.verb == Verb::close && after == CaseStatus::final_;
  return after == *row.leads_to || for_good;
}

}  // namespace

RandomHistory::RandomHistory(const Policy& policy, const WorkingCalendar& calendar, unsigned seed)
    : policy_(policy),
      calendar_(calendar),
      house_{"EX", policy_, calendar_, zone_, {}, false},
      staff_(staff_for(policy)),
      random_(seed),
      now_(k_received + std::chrono::hours{1}),
      file_(open_file(k_reference, opening()).value()) {
  trail_.push_back(opening());
  events_.push_back(stored_event(k_reference, opening()));
  deadlines_ = update_of(file_, house_).value().deadlines;
}

std::string RandomHistory::random_word(const ArgumentRow& argument) {
  const auto one_of = [&](const auto& list, auto name) {
    return list.empty() ? std::string{} : std::string{name(list[below(list.size())])};
  };
  const auto by_name = [](const auto& each) { return each.name; };
  switch (argument.kind) {
    case ArgumentKind::staff: return staff_[below(staff_.size())].email.key();
    case ArgumentKind::choice:
      return one_of(argument.choices, [](std::string_view each) { return each; });
    case ArgumentKind::priority: return one_of(policy_.priorities, by_name);
    case ArgumentKind::area: return one_of(policy_.areas, by_name);
    case ArgumentKind::body: return one_of(policy_.bodies, by_name);
    case ArgumentKind::behaviour:
      return one_of(policy_.behaviours, [](const auto& each) { return each.category; });
    case ArgumentKind::measure: return one_of(policy_.measures, by_name);
    case ArgumentKind::referral: return one_of(policy_.referrals, by_name);
    case ArgumentKind::number: return std::to_string(1 + below(4));
    case ArgumentKind::reference: return "EX-2026-000002";
    default: return {};
  }
}

const VerbRow& RandomHistory::any_verb() {
  const auto all = verbs();
  const VerbRow* row = nullptr;
  do {
    row = &all[below(all.size())];
  } while (row->event.empty() || row->verb == Verb::log);
  return *row;
}

Command RandomHistory::random_command() {
  const auto& row_given = below(2) == 0 ? row_of(k_way[below(k_way.size())]) : any_verb();
  Command command;
  const auto* row = &row_given;
  command.verb = row->verb;
  for (const auto& argument : row->arguments) {
    if (!argument.required && below(2) == 0) continue;
    switch (argument.kind) {
      case ArgumentKind::date:
        command.date =
            Date{std::chrono::sys_days{zone_.date_of(now_)} + std::chrono::days{below(40)}};
        break;
      case ArgumentKind::moment: command.moment = now_; break;
      case ArgumentKind::person:
        command.person = Person{"Bob", MailAddress::parse("bob@example.net").value()};
        break;
      case ArgumentKind::message: break;
      default:
        if (auto word = random_word(argument); !word.empty()) {
          command.words.emplace(argument.name, std::move(word));
        }
    }
  }
  if (row->text != TextNeed::none) command.text = "a reason";
  command.confirmed = below(2) == 0;
  command.understood = fmt::format("/{}", row->name);
  return command;
}

void RandomHistory::add(const NewEvent& event) {
  if (event.reference != k_reference) return;
  trail_.push_back(folded_event(event));
  events_.push_back(event);
}

/// What the mail server's answer brings about: as the daemon does it.
void RandomHistory::deliver(const LetterOrder& order) {
  if (order.purpose == MailPurpose::staff_letter) return;
  const SendTry sent{.mail = {next_mail_++},
                     .purpose = order.purpose,
                     .letter = order.letter,
                     .reference = k_reference,
                     .attempts = 0,
                     .outcome = SendTry::Outcome::accepted,
                     .smtp_code = 250,
                     .reply = "ok"};
  for (const auto& event : decide_delivery(sent, now_, 0).events) {
    add(event);
    apply_event(file_, trail_.back());
  }
  deadlines_ = update_of(file_, house_).value().deadlines;
}

bool RandomHistory::carry_out(const Command& command, const StaffMember* who) {
  CommandScene scene{.house = house_,
                     .staff = staff_,
                     .drafts = drafts_,
                     .waiting = {},
                     .other = {},
                     .next_number = 2,
                     .now = now_};
  const Actor actor{who == nullptr ? "redressctl:uid 0" : who->email.key(), who};
  auto decided = decide_command(scene, &file_, actor, command);
  told_ += fmt::format("{} by {}: {}\n", command.understood, actor.trail,
                       decided ? decided->answer : decided.error().text);
  if (!decided) return false;
  for (const auto& event : decided->change.events) add(event);
  const auto& row = row_of(command.verb);
  for (auto& update : decided->change.updates) {
    if (!row.states.has(file_.status) || !leads_there(row, update.file.status)) {
      broken_ += fmt::format("/{} led from {} to {}\n", row.name, to_string(file_.status),
                             to_string(update.file.status));
    }
    file_ = std::move(update.file);
    deadlines_ = std::move(update.deadlines);
  }
  const auto& change = decided->change;
  for (const auto& id : change.discarded) {
    std::erase_if(drafts_, [&](const Draft& one) { return one.mail == id; });
  }
  for (const auto& id : change.released) {
    const auto draft = std::find_if(drafts_.begin(), drafts_.end(),
                                    [&](const Draft& one) { return one.mail == id; });
    if (draft == drafts_.end()) continue;
    LetterOrder order;
    order.purpose = draft->purpose;
    order.letter = draft->letter;
    drafts_.erase(draft);
    deliver(order);
  }
  for (const auto& order : decided->letters) {
    if (order.state == OutboxState::held) {
      drafts_.push_back({{next_mail_++}, order.purpose, order.letter, order.state});
    } else {
      deliver(order);
    }
  }
  return true;
}

bool RandomHistory::step() {
  now_ += std::chrono::hours{1 + below(60)};
  // Mostly somebody who may: the first one is a manager.
  const auto who = below(2) == 0 ? 0 : below(staff_.size() + 1);
  return carry_out(random_command(), who == staff_.size() ? nullptr : &staff_[who]);
}

bool RandomHistory::give(Verb verb, std::map<std::string, std::string, std::less<>> words,
                         const std::string& text) {
  now_ += std::chrono::hours{1};
  Command command;
  command.verb = verb;
  command.words = std::move(words);
  command.text = text;
  command.confirmed = true;
  command.understood = fmt::format("/{}", row_of(verb).name);
  // Whoever is not named in it: there is always somebody left.
  for (const auto& one : staff_) {
    if (carry_out(command, &one)) return true;
  }
  return false;
}

}  // namespace redress::test
