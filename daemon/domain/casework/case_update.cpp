#include "daemon/domain/casework/case_update.hpp"

#include <utility>

namespace redress::domain {

NewEvent stored_event(const CaseReference& reference, const CaseEvent& event) {
  return {.reference = reference,
          .message = event.message,
          .at = event.at,
          .actor = event.actor,
          .what = event.what,
          .facts = event.facts.empty() ? "{}" : to_json(event.facts),
          .personal = to_json(event.personal)};
}

CaseEvent folded_event(const NewEvent& event) {
  return {.id = 0,
          .at = event.at,
          .actor = event.actor,
          .what = event.what,
          .facts = fields_of(event.facts),
          .personal = fields_of(event.personal),
          .message = event.message};
}

Result<CaseUpdate> update_of(const CaseFile& file, const House& house) {
  auto deadlines = deadlines_of(file, house.policy, house.calendar, house.zone);
  if (!deadlines) return deadlines.error();
  return CaseUpdate{file, std::move(*deadlines)};
}

Result<void> open_case(Change& change, const CaseReference& reference,
                       const std::vector<CaseEvent>& story, const House& house) {
  const auto file = replay(reference, story);
  if (!file) return file.error();
  auto update = update_of(*file, house);
  if (!update) return update.error();
  change.new_case = NewCase{.reference = reference,
                            .status = file->status,
                            .stage = file->stage,
                            .received = file->received,
                            .complainant = file->complainant,
                            .mailbox = file->mailbox};
  for (const auto& event : story) change.events.push_back(stored_event(reference, event));
  change.updates.push_back(std::move(*update));
  return {};
}

LetterOrder staff_letter(const CaseFile& file, std::string_view letter, Instant now) {
  LetterOrder order;
  order.purpose = MailPurpose::staff_letter;
  order.letter = letter;
  order.reference = file.reference;
  order.mailbox = file.mailbox;
  order.received = file.received;
  order.stage = file.stage;
  order.status = file.status;
  order.not_before = now;
  order.not_to = file.kept_from();
  return order;
}

LetterOrder case_notice(const CaseFile& file, std::string text, Instant now) {
  auto order = staff_letter(file, "case_notice", now);
  order.fields.emplace("notice_text", std::move(text));
  return order;
}

}  // namespace redress::domain
