#include "daemon/domain/deciding.hpp"
#include "daemon/domain/objections.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace redress::domain {
namespace {

/// Flags that are categories of behaviour, the gravest first.
constexpr std::array k_behaviour{
    Flag::threat, Flag::discriminatory,       Flag::sexual_innuendo,
    Flag::insult, Flag::malicious_allegation, Flag::unreasonable_demands};

/// Feedback about somebody else's service: their address, where the policy has one.
void point_elsewhere(const Policy& policy, LetterOrder& order) {
  const auto elsewhere = [](const OtherBody& body) {
    return body.relation == BodyRelation::out_of_scope;
  };
  const auto& bodies = policy.bodies;
  const auto found = std::find_if(bodies.begin(), bodies.end(), elsewhere);
  // Of several, a person says which.
  if (std::count_if(bodies.begin(), bodies.end(), elsewhere) != 1) return;
  order.fields["body_name"] = found->name;
  for (const auto& line : found->contact) order.lists["contact_lines"].push_back({{"text", line}});
}

}  // namespace

std::string_view words_of(AskedFor asked) {
  switch (asked) {
    case AskedFor::account:
      return "a detailed account of what happened, with dates, facts and the names of the people "
             "involved";
    case AskedFor::resolution: return "how you think that it could be put right";
    case AskedFor::evidence: return "documents that show it, if you have any";
  }
  return {};
}

LetterOrder Deciding::mail_about(MailPurpose purpose, std::string_view letter) const {
  LetterOrder order;
  order.purpose = purpose;
  order.letter = letter;
  order.about = mail_.id;
  order.mailbox = mail_.mailbox;
  order.received = mail_.received;
  order.not_before = now_;
  const bool to_writer = purpose == MailPurpose::acknowledgement || purpose == MailPurpose::letter;
  if (!to_writer) return order;
  order.to = mail_.sender;
  order.in_reply_to = mail_.message_id;
  order.references = mail_.references;
  return order;
}

/// Mail of staff is no complaint, whatever a release would say. Of a new case the acknowledgement
/// is held, and goes by a release unless routine wording would be wrong (SYS-12); a message of
/// another case is for whoever deals with that.
WayOut Deciding::way_out_of_it() const {
  const auto& verdict = *out_.change.verdict;
  const bool held = verdict.state == MessageState::held && !verdict.joined;
  if (held && verdict.kind == MessageKind::staff) return WayOut::settle;
  const bool routine = out_.change.new_case && !mail_.reading.has(Flag::serious);
  return held || routine ? WayOut::release : WayOut::look;
}

/// One notice of a kind is enough: the first says what is to be done.
void Deciding::tell(NoticeKind kind, std::string text) {
  auto& notices = out_.change.notices;
  const auto told = [kind](const NewNotice& one) { return one.kind == kind; };
  if (std::any_of(notices.begin(), notices.end(), told)) return;
  const bool waits = kind == NoticeKind::held || kind == NoticeKind::junk;
  notices.push_back({.kind = kind,
                     .key = key_of(kind, waits ? way_out_of_it() : WayOut::release, mail_.id),
                     .at = now_,
                     .reference = out_.change.verdict->joined,
                     .message = mail_.id,
                     .text = std::move(text)});
}

void Deciding::tell_duty(const std::optional<Deadline>& owed, std::vector<MailAddress> kept_from) {
  auto order = mail_about(MailPurpose::duty_alert, "duty_alert");
  order.to_role = "duty";
  order.not_to = std::move(kept_from);
  order.not_to.insert(order.not_to.end(), mail_.mentions.begin(), mail_.mentions.end());
  order.reference = out_.change.verdict->joined;
  order.acknowledge = owed;
  for (const auto flag : mail_.reading.flags) order.reasons.emplace_back(to_string(flag));
  out_.letters.push_back(std::move(order));
}

void Deciding::order_acknowledgement(const CaseReference& reference, const CaseUpdate& update,
                                     const Objections& against, Acknowledgement acknowledgement) {
  // Of something grave the routine letter never goes out, not even by a person's release (SYS-12).
  auto order = mail_about(MailPurpose::acknowledgement,
                          against.serious ? "serious_acknowledgement" : "acknowledgement");
  order.reference = reference;
  promise(update, order);
  for (const auto asked : house_.policy.asks_for) {
    const bool lacks =
        std::find(mail_.lacks.begin(), mail_.lacks.end(), asked) != mail_.lacks.end();
    if (lacks) order.lists["missing"].push_back({{"text", std::string{words_of(asked)}}});
  }
  order.stage = stage().number;
  order.language = mail_.language;
  order.not_before = order.acknowledge ? send_from(*order.acknowledge) : now_;
  if (acknowledgement == Acknowledgement::held) {
    order.state = OutboxState::held;
    order.held_because = held_because(against, Standing::unnamed, mail_.reading.kind);
  }
  out_.letters.push_back(std::move(order));
}

/// The behaviour that was flagged, without anybody's words: " (threat, insult)", or nothing
/// (BEH-01, CIEEM-03).
std::string Deciding::categories() const {
  std::vector<std::string_view> names;
  for (const auto flag : k_behaviour) {
    if (mail_.reading.has(flag)) names.push_back(to_string(flag));
  }
  return names.empty() ? std::string{} : fmt::format(" ({})", fmt::join(names, ", "));
}

/// What a person should look at first: nothing is handed over or pointed elsewhere by itself.
void Deciding::hint(const CaseReference& reference) {
  struct Hint {
    Flag flag;
    std::string_view text;
  };
  static constexpr std::array k_hints{
      Hint{Flag::conduct, "may be about a member's conduct: /refer hands it over"},
      Hint{Flag::study_centre, "may be a study centre's matter first: /redirect points there"},
      Hint{Flag::out_of_scope, "may be another body's matter: /redirect points there"},
      Hint{Flag::third_party, "may be written for somebody else: /third-party records permission"},
      Hint{Flag::about_staff, "may name a member of staff: /staff-named keeps it from them"},
      Hint{Flag::adjustment, "may ask for an adjustment: /adjust records it"},
  };
  for (const auto& one : k_hints) {
    if (mail_.reading.has(one.flag)) hint(reference, one.flag, one.text);
  }
}

void Deciding::hint(const CaseReference& reference, Flag flag, std::string_view text) {
  out_.change.notices.push_back({.kind = NoticeKind::system,
                                 .key = fmt::format("hint:{}:{}", to_string(flag), mail_.id.value),
                                 .at = now_,
                                 .reference = reference,
                                 .message = mail_.id,
                                 .text = fmt::format("{} {}", reference.str(), text)});
}

/// Told where the policy has such a category, and judged by nobody but a person (BEH-02, CIEEM-03).
void Deciding::hint_demands(const CaseReference& reference) {
  const auto& known = house_.policy.behaviours;
  const bool listed = std::any_of(known.begin(), known.end(), [](const BehaviourRule& one) {
    return one.category == to_string(Flag::unreasonable_demands);
  });
  if (!listed || !mail_.reading.has(Flag::unreasonable_demands)) return;
  hint(reference, Flag::unreasonable_demands,
       "may hold unreasonable demands (unreasonable_demands): its page shows the passages, and how "
       "much was written; nothing follows by itself");
}

/// Whoever writes on about somebody of the staff may complain about them now. The case's owner is
/// written to by name, which says nothing; the others get no mail of this message (CILEX-09).
void Deciding::hint_mentions(const CaseSnapshot& joined) {
  const bool anew =
      std::any_of(mail_.mentions.begin(), mail_.mentions.end(), [&](const MailAddress& staff) {
        const auto& kept = joined.kept_from;
        return staff.key() != joined.owner &&
               std::find(kept.begin(), kept.end(), staff) == kept.end();
      });
  if (!anew) return;
  hint(joined.reference, Flag::about_staff,
       fmt::format("has a message ({}) that names a member of staff: if it is about them, "
                   "/staff-named keeps it from them",
                   mail_.id.value));
}

/// Whoever has the case is mailed this message with its story, where the house wants such mails.
void Deciding::tell_owner(const CaseReference& reference, std::string headline, std::string text) {
  if (!house_.case_mails) return;
  out_.change.case_mails.push_back({.reference = reference,
                                    .message = mail_.id,
                                    .whom = {},
                                    .headline = std::move(headline),
                                    .text = std::move(text),
                                    .at = now_});
}

/// Mail of somebody whose contact goes to one member of staff, or has ended (CIEEM-06).
void Deciding::tell_measure() {
  const auto& measure = snapshot_.measure;
  if (!measure) return;
  const auto& joined = out_.change.verdict->joined;
  const bool on_matter = measure->effect == MeasureEffect::end_contact_on_matter;
  if (on_matter && joined != std::optional{measure->reference}) return;
  event("measure_applied", to_json({{"case", measure->reference.str()},
                                    {"effect", std::string{to_string(measure->effect)}}}));
  if (!measure->route_to) {
    tell(NoticeKind::held,
         fmt::format("message {} comes from somebody whose contact is restricted ({})",
                     mail_.id.value, measure->reference.str()));
    return;
  }
  auto order = mail_about(MailPurpose::staff_letter, "case_notice");
  order.to_staff = {{{}, *measure->route_to}};
  order.reference = joined ? joined : std::optional{measure->reference};
  order.fields.emplace("notice_text",
                       fmt::format("message {} is for you: contact of this person goes through you",
                                   mail_.id.value));
  out_.letters.push_back(std::move(order));
}

/// After the findings were told it is a person who says what further mail is (CIM-06).
std::string Deciding::came_in(MessageKind kind, Standing standing) const {
  const auto flagged = categories();
  const auto what = fmt::format("message {} ({}) came in{}{}", mail_.id.value, to_string(kind),
                                flagged.empty() ? "" : " and is flagged", flagged);
  if (standing != Standing::joins_closed) return what + ": please look at it";
  const auto* evidence = mail_.reading.has(Flag::evidence) ? ", and seems to bring evidence" : "";
  return fmt::format(
      "{} after the answer{}: new evidence (/reopen), a new matter (/log opens a case) or a repeat "
      "(/no-further)?",
      what, evidence);
}

/// An enquiry goes to whoever gives them to teams (CILEX-16); for feedback the thanks lie ready,
/// and a person sends them (CIM-14). Neither is about a case.
void Deciding::serve_without_case(MessageKind kind, const Objections& against) {
  if (kind == MessageKind::enquiry && !house_.policy.enquiries_to.empty()) {
    auto order = mail_about(MailPurpose::staff_letter, "enquiry_handover");
    order.to_role = house_.policy.enquiries_to;
    order.not_to = mail_.mentions;
    out_.letters.push_back(std::move(order));
  }
  const bool thanks = kind == MessageKind::compliment && house_.policy.thanks_for_feedback;
  if (!thanks || is_doubtful(against)) return;
  auto order = mail_about(MailPurpose::letter, "feedback_thanks");
  order.state = OutboxState::held;
  order.held_because = "thanks for feedback: release it, or leave it";
  if (mail_.reading.has(Flag::out_of_scope)) point_elsewhere(house_.policy, order);
  out_.letters.push_back(std::move(order));
}

}  // namespace redress::domain
