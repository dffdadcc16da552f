#include "daemon/domain/command/handling.hpp"

#include <fmt/format.h>

namespace redress::domain {
namespace {

/// Letters that wait are not sent any more, and what waits of the case is dealt with.
void settle_all(Handling& work) {
  for (const auto& draft : work.scene.drafts) work.out.change.discarded.push_back(draft.mail);
  for (const auto& message : work.scene.waiting) work.out.change.settled.push_back(message.id);
}

}  // namespace

Result<void> handle_merge(Handling& work) {
  const auto& other = work.scene.other;
  const auto wanted = work.command.word("into");
  if (!other) return fail(ErrorCode::not_found, fmt::format("there is no case {}", wanted));
  if (other->reference == work.file.reference) {
    return fail(ErrorCode::invalid_input, "a case cannot be put into itself");
  }
  if (!is_open(other->status)) {
    return fail(ErrorCode::not_allowed,
                fmt::format("{} is {}: /reopen it first", wanted, to_string(other->status)));
  }
  if (other->complainant.address != work.file.complainant.address) {
    return fail(ErrorCode::not_allowed,
                fmt::format("{} is another person's: what one person wrote is not put before "
                            "another",
                            wanted));
  }
  settle_all(work);
  work.out.change.events.push_back({.reference = other->reference,
                                    .message = {},
                                    .at = work.scene.now,
                                    .actor = work.actor.trail,
                                    .what = "case_joined",
                                    .facts = to_json({{"case", work.file.reference.str()}}),
                                    .personal = {}});
  return {};
}

/// Always confirmed with the registered address, whoever said it.
Result<void> handle_withdraw(Handling& work) {
  settle_all(work);
  work.send(work.letter("withdrawal_confirmed"));
  return {};
}

Result<void> handle_redirect(Handling& work) {
  const auto* body = find_named(work.policy().bodies, work.command.word("body"));
  if (body == nullptr) return fail(ErrorCode::not_found, "the policy knows no such body");
  const bool first = body->relation == BodyRelation::first_elsewhere;
  work.facts["relation"] = first ? "first-elsewhere" : "out-of-scope";
  settle_all(work);
  auto order = work.letter(first ? "first_elsewhere" : "out_of_scope");
  order.fields["body_name"] = body->name;
  for (const auto& line : body->contact) order.lists["contact_lines"].push_back({{"text", line}});
  order.lists["paragraphs"] = paragraphs_of(work.command.text);
  work.send(std::move(order));
  return {};
}

Result<void> handle_not_a_complaint(Handling& work) {
  settle_all(work);
  return {};
}

Result<void> handle_complaint(Handling& work) {
  const bool undone = work.file.outcome && (work.file.outcome->finding == Finding::not_a_complaint);
  if (undone) return {};
  return fail(ErrorCode::not_allowed,
              fmt::format("{} was closed as a complaint; /reopen opens it again",
                          work.file.reference.str()));
}

}  // namespace redress::domain
