#include "daemon/domain/objections.hpp"

namespace redress::domain {
namespace {

/// Below this the message is put before a person, whatever kind it looks most like.
constexpr double k_sure = 0.5;

bool over_limit(const AutomaticCounts& counts, const AutomaticLimits& limits) {
  return counts.to_address >= limits.to_address || counts.to_domain >= limits.to_domain ||
         counts.total >= limits.total;
}

}  // namespace

MessageKind effective_kind(const IncomingMail& mail) {
  if (mail.released) return MessageKind::complaint;
  if (mail.reading.kind == MessageKind::own && !mail.really_own) return MessageKind::unreadable;
  return mail.reading.kind;
}

Objections objections_to(const House& house, const Snapshot& snapshot, const IncomingMail& mail) {
  const auto& reading = mail.reading;
  // A person has looked; only an answer that cannot be given still waits.
  if (mail.released) return {.unanswerable = !mail.sender};
  return {
      .abusive = reading.has(Flag::abusive) || reading.acknowledge == AcknowledgeReading::hold,
      .serious = reading.has(Flag::serious) || reading.has(Flag::threat),
      .unauthenticated = mail.authentication == SenderAuthentication::failed,
      .unanswerable = !mail.sender || mail.no_reply,
      .unproven_form = mail.unproven_form,
      .unsure = reading.confidence < k_sure,
      .over_limit = over_limit(snapshot.automatic, house.limits),
      .junk_folder = mail.from_junk,
      .relisted = mail.relisted,
      .restricted = snapshot.measure && snapshot.measure->effect == MeasureEffect::end_contact,
      .cut = mail.cut,
  };
}

std::string held_because(const Objections& against, Standing standing, MessageKind kind) {
  if (against.junk_folder) return "it lies in the junk folder";
  if (standing == Standing::unproven) {
    return "it names a case, and nothing proves that its sender takes part in it";
  }
  if (kind == MessageKind::unreadable) return "the program could not tell what it is";
  if (standing == Standing::unknown_case && kind == MessageKind::follow_up) {
    return "it names a case number that no case has";
  }
  if (against.serious) return "it speaks of danger or of something grave";
  if (against.abusive) return "it may be abusive; a manager decides";
  if (against.restricted) return "a measure ends contact with this person; a manager decides";
  if (against.unproven_form) {
    return "it looks like a web form, and nothing proves that it is one of ours ([[form_sender]])";
  }
  if (against.unanswerable) return "it has no address that could be answered";
  if (against.unauthenticated) return "the mail server says that its sender may be forged";
  if (against.over_limit) return "a limit on automatic mail is reached";
  if (against.relisted)
    return "it is old mail that the server lists anew, or that was dealt with before";
  if (against.cut) return "it is larger than the limit, and only its start was read";
  return "the program is not sure what it is";
}

}  // namespace redress::domain
