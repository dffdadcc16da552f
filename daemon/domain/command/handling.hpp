#pragma once

#include "daemon/domain/command/decide_command.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace redress::domain {

/// One command being carried out. A handler looks at the case, refuses or adds facts to the
/// command's event, and orders letters; the event itself is made and folded after it.
struct Handling {
  const CommandScene& scene;
  const Actor& actor;
  const Command& command;
  CaseFile file;  ///< before the event; after it, once the handler is done
  Fields facts;   ///< of the event
  Fields personal;
  std::optional<MessageRowId> about;
  CommandDecision out;

  const Policy& policy() const { return scene.house.policy; }
  Date today() const { return scene.house.zone.date_of(scene.now); }
  const Stage& stage() const;
  const Stage* next_stage() const;  ///< null: this is the last one
  /// The limit as it stands now; null where there is none, or it was kept.
  Result<std::optional<Deadline>> open_deadline(DeadlineKind kind) const;
  /// `days` of a limit's unit from today.
  Result<Date> day_within(const Limit& limit, Date from) const;

  /// A letter to the complainant, with all that every letter may say; a draft, unless the policy
  /// sends letters of that name by themselves.
  LetterOrder letter(std::string_view name) const;
  void send(LetterOrder order) { out.letters.push_back(std::move(order)); }
  /// A line to staff (an address or a role) who may see the case; never to those whom it names.
  /// Whoever stands in for a role that is empty, or all of whose holders are named, is told in
  /// their place.
  void tell(std::string_view whom, std::string text);
  /// The same to whoever deals with the case from now on: with its story and the complaint, where
  /// the house wants such mails.
  void hand_over(std::string_view whom, std::string text);
  void answer(std::string text) { out.answer = std::move(text); }
};

using Handler = Result<void> (*)(Handling&);
/// Null: the verb's event says it all.
Handler handler_of(Verb verb);

/// Whether the actor may do that at all, in the state of the case. Errors: not_allowed, conflict.
Result<void> check_rights(const CommandScene& scene, const CaseFile& file, const Actor& actor,
                          const Command& command);
bool is_manager(const CommandScene& scene, const CaseFile& file, const Actor& actor);
/// Whether the actor is one of `roles` of the policy; "manager" is any manager.
bool is_any_of(const CommandScene& scene, const CaseFile& file, const Actor& actor,
               const std::vector<std::string>& roles);

/// The ledger row that the command names; nothing where it names none that could be.
std::optional<MessageRowId> message_of(const Command& command);
/// One item a paragraph of a person's text.
std::vector<Fields> paragraphs_of(std::string_view text);

// ---- handlers, by the part of the work that they belong to
// -----------------------------------------
Result<void> handle_assign(Handling& work);
Result<void> handle_priority(Handling& work);
Result<void> handle_area(Handling& work);
Result<void> handle_manager(Handling& work);
Result<void> handle_action(Handling& work);
Result<void> handle_done(Handling& work);

Result<void> handle_ack(Handling& work);
Result<void> handle_waive_ack(Handling& work);
Result<void> handle_release(Handling& work);
Result<void> handle_discard(Handling& work);

Result<void> handle_ask(Handling& work);
Result<void> handle_pause(Handling& work);
Result<void> handle_resume(Handling& work);
Result<void> handle_extend(Handling& work);

Result<void> handle_outcome(Handling& work);
Result<void> handle_respond(Handling& work);
Result<void> handle_no_further(Handling& work);
Result<void> handle_close(Handling& work);
Result<void> handle_escalate(Handling& work);

Result<void> handle_merge(Handling& work);
Result<void> handle_withdraw(Handling& work);
Result<void> handle_redirect(Handling& work);
Result<void> handle_not_a_complaint(Handling& work);
Result<void> handle_complaint(Handling& work);

Result<void> handle_third_party(Handling& work);
Result<void> handle_staff_named(Handling& work);
Result<void> handle_tell(Handling& work);
Result<void> handle_heard(Handling& work);

Result<void> handle_incident(Handling& work);
Result<void> handle_warn(Handling& work);
Result<void> handle_restrict(Handling& work);
Result<void> handle_lift(Handling& work);
Result<void> handle_refer(Handling& work);

}  // namespace redress::domain
