#include "daemon/domain/command/handling.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace redress::domain {
namespace {

bool is_upheld(const CaseFile& file) {
  return file.outcome && (file.outcome->finding == Finding::upheld ||
                          file.outcome->finding == Finding::partly_upheld);
}

std::string_view finding_words(Finding finding) {
  switch (finding) {
    case Finding::upheld: return "upheld";
    case Finding::partly_upheld: return "partly upheld";
    default: return "not upheld";
  }
}

const std::string* recorded(const CaseFile& file, RecordField field) {
  const auto found = file.records.find(field);
  return found == file.records.end() ? nullptr : &found->second;
}

/// What the policy and the area want recorded before the case closes, and is not there.
std::vector<std::string> missing_for_closing(const Handling& work) {
  std::vector<std::string> missing;
  const auto want = [&](RecordField field) {
    if (recorded(work.file, field) == nullptr) {
      missing.push_back(fmt::format("/record {}: …", to_string(field)));
    }
  };
  // There is nothing to put right where nothing was upheld. What was done and what is done against
  // a repeat are wanted of every complaint where the policy itself says so (CEME-04).
  for (const auto field : work.policy().closing) {
    if (field != RecordField::remedy || is_upheld(work.file)) want(field);
  }
  const auto* area = find_named(work.policy().areas, work.file.area);
  if (area == nullptr) return missing;
  for (const auto field : area->closing) {
    const bool of_upheld = field == RecordField::remedy || field == RecordField::corrective ||
                           field == RecordField::preventive;
    if (!of_upheld || is_upheld(work.file)) want(field);
  }
  if (area->tracked_action && is_upheld(work.file) && work.file.actions.empty()) {
    missing.emplace_back("/action corrective by …: …");
  }
  return missing;
}

void add_record(const CaseFile& file, RecordField field, const char* list, LetterOrder& order) {
  if (const auto* text = recorded(file, field)) order.lists[list] = paragraphs_of(*text);
}

}  // namespace

Result<void> handle_outcome(Handling& work) {
  auto& finding = work.facts["finding"];
  std::replace(finding.begin(), finding.end(), ' ', '-');
  return {};
}

/// The outcome letter: finding, reasons, remedy, what is done against a repeat, and the next stage
/// (CIM-05, CILEX-01, CILEX-11).
Result<void> handle_respond(Handling& work) {
  const auto& file = work.file;
  if (!file.current().outcome_recorded || !file.outcome) {
    return fail(ErrorCode::not_allowed,
                "record what was found first: /outcome upheld|partly upheld|not upheld: REASONS");
  }
  const auto& closing = work.policy().closing;
  const bool wants_remedy =
      std::find(closing.begin(), closing.end(), RecordField::remedy) != closing.end();
  if (wants_remedy && is_upheld(file) && recorded(file, RecordField::remedy) == nullptr) {
    return fail(ErrorCode::not_allowed,
                "the policy wants a remedy in the letter; /record remedy: … first");
  }
  if (!work.command.word("way").empty()) return {};
  auto order = work.letter("response");
  order.fields["finding"] = finding_words(file.outcome->finding);
  order.lists["outcome_reasons"] = paragraphs_of(file.outcome->reasons);
  order.lists["paragraphs"] = paragraphs_of(work.command.text);
  add_record(file, RecordField::remedy, "remedy", order);
  add_record(file, RecordField::preventive, "preventive", order);
  if (const auto* next = work.next_stage()) {
    order.fields["next_stage_name"] = next->name;
    order.fields["next_stage_handled_by"] = next->handled_by;
  } else {
    order.fields["is_last_stage"] = "yes";
  }
  work.send(std::move(order));
  return {};
}

Result<void> handle_no_further(Handling& work) {
  auto order = work.letter("no_further_correspondence");
  order.lists["paragraphs"] = paragraphs_of(work.command.text);
  work.send(std::move(order));
  return {};
}

Result<void> handle_close(Handling& work) {
  const auto missing = missing_for_closing(work);
  if (!missing.empty()) {
    return fail(ErrorCode::not_allowed,
                fmt::format("before {} closes, the policy wants: {}", work.file.reference.str(),
                            fmt::join(missing, "; ")));
  }
  const bool last = work.next_stage() == nullptr;
  work.facts["final"] = last ? "true" : "false";
  if (work.file.outcome) work.facts["finding"] = to_string(work.file.outcome->finding);
  return {};
}

/// Strictly in numerical order, each after the outcome of the one before (CILEX-01).
Result<void> handle_escalate(Handling& work) {
  const auto& file = work.file;
  const auto* next = work.next_stage();
  if (next == nullptr) {
    return fail(ErrorCode::not_allowed,
                fmt::format("stage {} is the last one of the policy; /reopen for new evidence",
                            file.stage));
  }
  const auto wanted = work.command.word("stage");
  if (!wanted.empty() && wanted != std::to_string(next->number)) {
    return fail(
        ErrorCode::not_allowed,
        fmt::format("stages go in order: after stage {} comes stage {}", file.stage, next->number));
  }
  if (!file.current().outcome_recorded || !file.current().responded) {
    return fail(ErrorCode::not_allowed,
                fmt::format("stage {} has no outcome that the person was told; /outcome and "
                            "/respond first",
                            file.stage));
  }
  work.facts["stage"] = std::to_string(next->number);
  auto started = work.scene.now;
  for (const auto& message : work.scene.waiting) {
    started = std::min(started, message.received);
    work.out.change.settled.push_back(message.id);
  }
  work.facts["moment"] = to_rfc3339(started);
  auto order = work.letter("stage_acknowledgement");
  order.purpose = MailPurpose::acknowledgement;
  order.stage = next->number;
  order.fields["stage_name"] = next->name;
  order.fields["stage_number"] = std::to_string(next->number);
  work.send(std::move(order));
  work.hand_over(next->owner_role, fmt::format("{} has reached stage {} ({})", file.reference.str(),
                                               next->number, next->name));
  return {};
}

}  // namespace redress::domain
