#include "daemon/domain/command/decide_command.hpp"

#include "daemon/domain/casework/case_page.hpp"
#include "daemon/domain/casework/case_update.hpp"
#include "daemon/domain/command/handling.hpp"
#include "daemon/domain/command/log_case.hpp"

#include <fmt/format.h>

namespace redress::domain {
namespace {

/// The command's event as the person's words make it; handlers add what follows from them.
void take_words(Handling& work) {
  const auto& command = work.command;
  for (const auto& [name, value] : command.words) work.facts.emplace(name, value);
  if (command.date) work.facts.emplace("until", to_iso(*command.date));
  if (command.moment) work.facts.emplace("moment", to_rfc3339(*command.moment));
  if (!command.text.empty()) work.personal.emplace("text", command.text);
  if (command.person) {
    work.personal.emplace("name", command.person->name);
    work.personal.emplace("address", command.person->address.str());
  }
}

void record(Handling& work, std::string_view what) {
  const CaseEvent event{.id = 0,
                        .at = work.scene.now,
                        .actor = work.actor.trail,
                        .what = std::string{what},
                        .facts = work.facts,
                        .personal = work.personal,
                        .message = work.about};
  auto& events = work.out.change.events;
  // The command's own event first: what it brings about elsewhere follows.
  events.insert(events.begin(), stored_event(work.file.reference, event));
  apply_event(work.file, event);
}

/// What people want to know after a command: where the case is now, and what is due next.
std::string standing_of_case(const CaseUpdate& update, const House& house) {
  const auto& file = update.file;
  auto text =
      fmt::format("{} is {}, stage {}", file.reference.str(), to_string(file.status), file.stage);
  const CaseDeadline* next = nullptr;
  for (const auto& one : update.deadlines) {
    const bool open = !one.met && !one.dropped;
    if (open && (next == nullptr || one.deadline.at < next->deadline.at)) next = &one;
  }
  if (next != nullptr) {
    text += fmt::format("; next: {} by {}", to_string(next->deadline.kind),
                        long_date(house.zone.date_of(next->deadline.at)));
  }
  return text;
}

Result<CommandDecision> look(const CommandScene& scene, const CaseFile* file, const Actor& actor,
                             const Command& command) {
  CommandDecision out;
  if (command.verb == Verb::help) {
    out.answer = command_help(find_verb(command.word("verb")));
    return out;
  }
  if (file == nullptr) {
    return fail(ErrorCode::invalid_input, "name a case: redressctl act REFERENCE '/show'");
  }
  if (auto allowed = check_rights(scene, *file, actor, command); !allowed) return allowed.error();
  auto update = update_of(*file, scene.house);
  if (!update) return update.error();
  out.answer = case_page(*update, scene.house.zone);
  return out;
}

/// What was done, what came of it, and how the case stands now.
std::string answer_text(const std::string& understood, const std::string& came_of_it,
                        const std::string& standing) {
  auto text = came_of_it.empty() ? understood : fmt::format("{}: {}", understood, came_of_it);
  if (text.find('\n') != std::string::npos) return fmt::format("{}\n{}", text, standing);
  return fmt::format("{}{} {}", text, text.ends_with('.') ? "" : ".", standing);
}

}  // namespace

Result<CommandDecision> decide_command(const CommandScene& scene, const CaseFile* file,
                                       const Actor& actor, const Command& command) {
  const auto& row = row_of(command.verb);
  if (row.event.empty()) return look(scene, file, actor, command);
  if (command.verb == Verb::log) return log_case(scene, actor, command);
  if (command.verb == Verb::complaint && file == nullptr)
    return take_as_complaint(actor, command, scene.now);
  if (file == nullptr) {
    return fail(ErrorCode::invalid_input,
                fmt::format("/{} is about a case: name its reference", row.name));
  }
  if (auto allowed = check_rights(scene, *file, actor, command); !allowed) return allowed.error();
  Handling work{scene, actor, command, *file, {}, {}, {}, {}};
  take_words(work);
  if (const auto handler = handler_of(command.verb)) {
    if (auto done = handler(work); !done) return done.error();
  }
  record(work, row.event);
  auto update = update_of(work.file, scene.house);
  if (!update) return update.error();
  work.out.answer =
      answer_text(command.understood, work.out.answer, standing_of_case(*update, scene.house));
  work.out.change.updates.push_back(std::move(*update));
  return std::move(work.out);
}

}  // namespace redress::domain
