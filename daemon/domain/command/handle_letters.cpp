#include "daemon/domain/command/handling.hpp"

#include "daemon/domain/casework/fold.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace redress::domain {
namespace {

/// The letter that a number names, or the only one that waits.
Result<Draft> chosen_draft(const Handling& work) {
  const auto& drafts = work.scene.drafts;
  const auto number = work.command.word("mail");
  if (number.empty() && drafts.size() == 1) return drafts.front();
  for (const auto& draft : drafts) {
    if (std::to_string(draft.mail.value) == number) return draft;
  }
  if (drafts.empty()) {
    return fail(ErrorCode::not_found,
                fmt::format("no letter of {} waits", work.file.reference.str()));
  }
  std::string known;
  for (const auto& draft : drafts) {
    known += fmt::format("{}{} ({})", known.empty() ? "" : ", ", draft.mail.value, draft.letter);
  }
  return fail(ErrorCode::invalid_input, fmt::format("say which letter: {}", known));
}

void discard_acknowledgements(Handling& work) {
  for (const auto& draft : work.scene.drafts) {
    if (draft.purpose == MailPurpose::acknowledgement) {
      work.out.change.discarded.push_back(draft.mail);
    }
  }
}

void settle_waiting(Handling& work) {
  for (const auto& message : work.scene.waiting) work.out.change.settled.push_back(message.id);
}

Result<void> check_owed(const Handling& work) {
  const auto& stage = work.file.current();
  if (!stage.acknowledged && !stage.acknowledgement_waived) return {};
  return fail(ErrorCode::not_allowed,
              fmt::format("{} is acknowledged already, or the acknowledgement was waived",
                          work.file.reference.str()));
}

}  // namespace

/// The acknowledgement that waits goes out as it is; with words of one's own, a careful one that
/// has them; or it went on paper (SYS-12, BEH-03).
Result<void> handle_ack(Handling& work) {
  if (auto owed = check_owed(work); !owed && work.command.text.empty()) return owed;
  settle_waiting(work);
  if (!work.command.word("way").empty()) {
    discard_acknowledgements(work);
    work.answer("recorded as acknowledged by another channel");
    return {};
  }
  if (!can_get_mail(work.file.complainant.address)) {
    return fail(ErrorCode::not_allowed,
                "there is no email address; acknowledge it on paper and write \"/ack on paper\"");
  }
  const auto waits = std::find_if(
      work.scene.drafts.begin(), work.scene.drafts.end(),
      [](const Draft& draft) { return draft.purpose == MailPurpose::acknowledgement; });
  if (work.command.text.empty() && waits != work.scene.drafts.end()) {
    work.out.change.released.push_back(waits->mail);
    work.facts["outbox"] = std::to_string(waits->mail.value);
    work.answer("the acknowledgement goes out");
    return {};
  }
  discard_acknowledgements(work);
  auto order = work.letter("serious_acknowledgement");
  order.purpose = MailPurpose::acknowledgement;
  order.lists["paragraphs"] = paragraphs_of(work.command.text);
  order.state = OutboxState::pending;  // a manager has just decided on it
  order.held_because.clear();
  work.send(std::move(order));
  work.answer("an acknowledgement with your words goes out");
  return {};
}

Result<void> handle_waive_ack(Handling& work) {
  if (auto owed = check_owed(work); !owed) return owed;
  discard_acknowledgements(work);
  settle_waiting(work);
  return {};
}

Result<void> handle_release(Handling& work) {
  const auto draft = chosen_draft(work);
  if (!draft) return draft.error();
  if (!can_get_mail(work.file.complainant.address)) {
    return fail(ErrorCode::not_allowed,
                "there is no email address; send it on paper, then /discard the draft");
  }
  work.facts["outbox"] = std::to_string(draft->mail.value);
  work.facts["letter"] = draft->letter;
  work.out.change.released.push_back(draft->mail);
  work.answer(fmt::format("the letter ({}) goes out", draft->letter));
  return {};
}

Result<void> handle_discard(Handling& work) {
  const auto draft = chosen_draft(work);
  if (!draft) return draft.error();
  if (draft->purpose == MailPurpose::acknowledgement) {
    return fail(ErrorCode::not_allowed,
                "an acknowledgement is owed: /ack sends it, /waive-ack decides that none is");
  }
  work.facts["outbox"] = std::to_string(draft->mail.value);
  work.facts["letter"] = draft->letter;
  work.out.change.discarded.push_back(draft->mail);
  return {};
}

}  // namespace redress::domain
