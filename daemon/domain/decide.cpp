#include "daemon/domain/decide.hpp"

#include "daemon/domain/command/decide_command.hpp"
#include "daemon/domain/command/log_case.hpp"

#include "daemon/domain/objections.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace redress::domain {
namespace {

constexpr std::string_view k_actor = "redressd";
/// Flags that are categories of behaviour, the gravest first.
constexpr std::array k_behaviour{
    Flag::threat, Flag::discriminatory,       Flag::sexual_innuendo,
    Flag::insult, Flag::malicious_allegation, Flag::unreasonable_demands};

/// One message being decided; gathers the change.
class Deciding {
 public:
  Deciding(const House& house, const Snapshot& snapshot, const IncomingMail& mail, Instant now)
      : house_(house), snapshot_(snapshot), mail_(mail), now_(now) {}

  Result<Decision> run();

 private:
  void start(MessageState state);
  bool settle_without_reading();
  void settle_bounce();
  Result<void> open_case(const Objections& against, Acknowledgement acknowledgement);
  Result<void> hold(const Objections& against, Standing standing, Acknowledgement ack);
  void join(const CaseSnapshot& snapshot);
  Fields with_mentions(Fields facts) const;
  Result<CaseUpdate> record_opening(const CaseReference& reference);
  void order_acknowledgement(const CaseReference& reference, const CaseUpdate& update,
                             const Objections& against, Acknowledgement acknowledgement);
  void tell(NoticeKind kind, std::string text);
  void hint(const CaseReference& reference);
  void hint(const CaseReference& reference, Flag flag, std::string_view text);
  void hint_demands(const CaseReference& reference);
  void tell_measure();
  void serve_without_case(MessageKind kind, const Objections& against);
  std::string came_in(MessageKind kind, Standing standing) const;
  std::string categories() const;
  void tell_duty(const std::optional<Deadline>& owed);
  void event(std::string what, std::string facts);
  Result<Deadline> acknowledgement_deadline() const;
  Instant send_from(const Deadline& acknowledge) const;

  const Stage& stage() const { return house_.policy.stages.front(); }

  const House& house_;
  const Snapshot& snapshot_;
  const IncomingMail& mail_;
  Instant now_;
  Decision out_;
};

void Deciding::start(MessageState state) {
  out_.change.verdict = MessageVerdict{
      .message = mail_.id,
      .kind = mail_.released ? MessageKind::complaint : mail_.reading.kind,
      .state = state,
      .joined = {},
      .message_id = mail_.message_id,
      .from = mail_.from,
      .subject = mail_.subject,
      .received = mail_.received,
      .content_digest = mail_.content_digest,
      .reading_json = mail_.reading_json,
      .held_because = {},
  };
}

void Deciding::event(std::string what, std::string facts) {
  out_.change.events.push_back({.reference = out_.change.verdict->joined,
                                .message = mail_.id,
                                .at = now_,
                                .actor = std::string{k_actor},
                                .what = std::move(what),
                                .facts = std::move(facts),
                                .personal = {}});
}

void Deciding::tell(NoticeKind kind, std::string text) {
  out_.change.notices.push_back(
      {.kind = kind,
       .key = fmt::format("{}:message:{}", to_string(kind), mail_.id.value),
       .at = now_,
       .reference = out_.change.verdict->joined,
       .message = mail_.id,
       .text = std::move(text)});
}

void Deciding::tell_duty(const std::optional<Deadline>& owed) {
  LetterOrder order;
  order.purpose = MailPurpose::duty_alert;
  order.letter = "duty_alert";
  order.to_role = "duty";
  order.not_to = mail_.mentions;
  order.reference = out_.change.verdict->joined;
  order.about = mail_.id;
  order.not_before = now_;
  order.received = mail_.received;
  order.acknowledge = owed;
  for (const auto flag : mail_.reading.flags) order.reasons.emplace_back(to_string(flag));
  order.mailbox = mail_.mailbox;
  out_.letters.push_back(std::move(order));
}

Result<Deadline> Deciding::acknowledgement_deadline() const {
  return deadline_for(DeadlineKind::acknowledge, stage().number, stage().acknowledge,
                      mail_.received, house_.policy, house_.calendar, house_.zone);
}

/// At once, or at the next opening of the office where that keeps the promise.
Instant Deciding::send_from(const Deadline& acknowledge) const {
  if (!house_.office_hours) return now_;
  const auto today = house_.zone.date_of(now_);
  const auto time = house_.zone.time_of_day(now_);
  const auto works = house_.calendar.is_working_day(today);
  if (!works) return now_;
  const auto open = house_.policy.open_of_business;
  if (*works && time >= open && time < house_.policy.close_of_business) return now_;
  const auto day =
      *works && time < open ? Result<Date>{today} : house_.calendar.working_days_after(today, 1);
  if (!day) return now_;
  const auto opening = house_.zone.at(*day, open);
  return opening < acknowledge.at ? opening : now_;
}

bool Deciding::settle_without_reading() {
  if (mail_.released) return false;
  const auto& same = snapshot_.same_content;
  // A copy that a person took out of the junk folder is looked at anew; one out of an archive tells
  // nothing about what is held there.
  const bool rescued = same && same->from_junk && !mail_.from_junk && !mail_.history;
  if (rescued) out_.change.settled.push_back(same->message);
  if (same && !rescued) {
    start(MessageState::duplicate);
    out_.change.verdict->joined = same->joined;
    event("message_duplicate", fmt::format(R"({{"of":{}}})", same->message.value));
    return true;
  }
  if (!mail_.history || mail_.relisted) return false;
  start(MessageState::history);
  event("message_recorded", R"({"state":"history"})");
  return true;
}

/// A failed delivery opens the acknowledgement again; a delay is only noted (RFC 3464, 2.3.3).
void Deciding::settle_bounce() {
  const auto& bounced = *snapshot_.bounced;
  out_.change.verdict->joined = bounced.reference;
  if (!mail_.reading.has(Flag::failed)) return;
  out_.change.deliveries.push_back({.mail = bounced.mail,
                                    .at = now_,
                                    .state = OutboxState::failed,
                                    .next_try = {},
                                    .smtp_code = 0,
                                    .reply = "came back as undeliverable"});
  if (bounced.purpose == MailPurpose::acknowledgement && bounced.reference) {
    out_.change.reopened.push_back({*bounced.reference, DeadlineKind::acknowledge});
    out_.change.statuses.push_back(
        {*bounced.reference, CaseStatus::received, CaseStatus::acknowledged});
    event("acknowledgement_bounced", fmt::format(R"({{"outbox":{}}})", bounced.mail.value));
    out_.change.touched.push_back(*bounced.reference);
  }
  tell(NoticeKind::failed,
       fmt::format("a mail of ours ({}, outbox {}) came back as undeliverable: reach the person "
                   "another way, or mend the address and retry",
                   to_string(bounced.purpose), bounced.mail.value));
}

void Deciding::order_acknowledgement(const CaseReference& reference, const CaseUpdate& update,
                                     const Objections& against, Acknowledgement acknowledgement) {
  LetterOrder order;
  order.purpose = MailPurpose::acknowledgement;
  order.letter = "acknowledgement";
  order.to = mail_.sender;
  order.reference = reference;
  order.about = mail_.id;
  order.in_reply_to = mail_.message_id;
  order.references = mail_.references;
  order.received = mail_.received;
  promise(update, order);
  for (const auto asked : house_.policy.asks_for) {
    const bool lacks =
        std::find(mail_.lacks.begin(), mail_.lacks.end(), asked) != mail_.lacks.end();
    if (lacks) order.lists["missing"].push_back({{"text", std::string{words_of(asked)}}});
  }
  order.stage = stage().number;
  order.mailbox = mail_.mailbox;
  order.language = mail_.language;
  order.not_before = order.acknowledge ? send_from(*order.acknowledge) : now_;
  if (acknowledgement == Acknowledgement::held) {
    order.state = OutboxState::held;
    order.held_because = held_because(against, Standing::unnamed, mail_.reading.kind);
  }
  out_.letters.push_back(std::move(order));
}

/// Facts of an event with the staff whom the message names: they are told nothing of it (CILEX-09).
Fields Deciding::with_mentions(Fields facts) const {
  for (const auto& one : mail_.mentions) {
    auto& mentions = facts["mentions"];
    mentions += (mentions.empty() ? "" : " ") + one.key();
  }
  return facts;
}

/// The event that the case's file begins with, and how the case stands after it.
Result<CaseUpdate> Deciding::record_opening(const CaseReference& reference) {
  CaseEvent opened{
      .id = 0,
      .at = now_,
      .actor = std::string{k_actor},
      .what = "case_opened",
      .facts = {{"received", to_rfc3339(mail_.received)},
                {"stage", std::to_string(stage().number)},
                {"mailbox", mail_.mailbox},
                {"language", mail_.language}},
      .personal = {{"name", mail_.sender->name}, {"address", mail_.sender->address.str()}},
      .message = mail_.id};
  opened.facts = with_mentions(std::move(opened.facts));
  if (mail_.reading.has(Flag::web_form)) opened.facts["channel"] = to_string(Channel::form);
  out_.change.events.push_back({.reference = reference,
                                .message = mail_.id,
                                .at = now_,
                                .actor = opened.actor,
                                .what = opened.what,
                                .facts = to_json(opened.facts),
                                .personal = to_json(opened.personal)});
  const auto file = open_file(reference, opened);
  if (!file) return file.error();
  return update_of(*file, house_);
}

Result<void> Deciding::open_case(const Objections& against, Acknowledgement acknowledgement) {
  const auto year = static_cast<int>(house_.zone.date_of(mail_.received).year());
  const auto reference = CaseReference::make(house_.prefix, year, snapshot_.next_number);
  if (!reference) return reference.error();
  auto& change = out_.change;
  change.verdict->joined = *reference;
  change.new_case = NewCase{.reference = *reference,
                            .status = CaseStatus::received,
                            .stage = stage().number,
                            .received = mail_.received,
                            .complainant = *mail_.sender,
                            .mailbox = mail_.mailbox};
  auto update = record_opening(*reference);
  if (!update) return update.error();
  order_acknowledgement(*reference, *update, against, acknowledgement);
  auto notice = new_case_notice(update->file, house_, now_);
  change.updates.push_back(std::move(*update));
  if (acknowledgement == Acknowledgement::held) {
    tell(against.serious ? NoticeKind::serious : NoticeKind::held,
         fmt::format("the acknowledgement of {} waits for a person, because {}{}", reference->str(),
                     held_because(against, Standing::unnamed, mail_.reading.kind), categories()));
  }
  if (against.serious) tell_duty(out_.letters.front().acknowledge);
  if (notice) out_.letters.push_back(std::move(*notice));
  hint(*reference);
  hint_demands(*reference);
  return {};
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
  LetterOrder order;
  order.purpose = MailPurpose::staff_letter;
  order.letter = "case_notice";
  order.to_staff = {{{}, *measure->route_to}};
  order.reference = joined ? joined : std::optional{measure->reference};
  order.about = mail_.id;
  order.mailbox = mail_.mailbox;
  order.received = mail_.received;
  order.not_before = now_;
  order.fields.emplace("notice_text",
                       fmt::format("message {} is for you: contact of this person goes through you",
                                   mail_.id.value));
  out_.letters.push_back(std::move(order));
}

Result<void> Deciding::hold(const Objections& against, Standing standing, Acknowledgement ack) {
  const auto kind = effective_kind(mail_);
  out_.change.verdict->held_because = held_because(against, standing, kind);
  std::optional<Deadline> owed;
  if (ack == Acknowledgement::held) {
    const auto acknowledge = acknowledgement_deadline();
    if (!acknowledge) return acknowledge.error();
    owed = *acknowledge;
    out_.change.owed = MessageOwed{mail_.id, *acknowledge};
  }
  auto facts = with_mentions({{"standing", std::string{to_string(standing)}}});
  if (owed) facts["owed"] = to_rfc3339(owed->at);
  event("message_held", to_json(facts));
  tell(against.junk_folder ? NoticeKind::junk : NoticeKind::held,
       fmt::format("message {} waits for a person, because {}{}", mail_.id.value,
                   out_.change.verdict->held_because, categories()));
  if (against.serious) tell_duty(owed);
  return {};
}

void Deciding::join(const CaseSnapshot& snapshot) {
  out_.change.verdict->joined = snapshot.reference;
  event("message_joined", fmt::format(R"({{"kind":"{}"}})", to_string(mail_.reading.kind)));
  hint_demands(snapshot.reference);
  // Whoever was waited for has written: the clock runs again.
  const bool answers = snapshot.status == CaseStatus::awaiting_complainant &&
                       mail_.reading.kind != MessageKind::automatic &&
                       mail_.reading.kind != MessageKind::delivery_report;
  if (!answers) return;
  event("resumed", to_json({{"ended", to_iso(house_.zone.date_of(mail_.received))}}));
  out_.change.touched.push_back(snapshot.reference);
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

/// An enquiry goes to whoever gives them to teams (CILEX-16); for feedback the thanks lie ready,
/// and a person sends them (CIM-14). Neither is about a case.
void Deciding::serve_without_case(MessageKind kind, const Objections& against) {
  if (kind == MessageKind::enquiry && !house_.policy.enquiries_to.empty()) {
    LetterOrder order;
    order.purpose = MailPurpose::staff_letter;
    order.letter = "enquiry_handover";
    order.to_role = house_.policy.enquiries_to;
    order.not_to = mail_.mentions;
    order.about = mail_.id;
    order.mailbox = mail_.mailbox;
    order.received = mail_.received;
    order.not_before = now_;
    out_.letters.push_back(std::move(order));
  }
  const bool thanks = kind == MessageKind::compliment && house_.policy.thanks_for_feedback;
  if (!thanks || is_doubtful(against)) return;
  LetterOrder order;
  order.purpose = MailPurpose::letter;
  order.letter = "feedback_thanks";
  order.to = mail_.sender;
  order.about = mail_.id;
  order.in_reply_to = mail_.message_id;
  order.references = mail_.references;
  order.mailbox = mail_.mailbox;
  order.received = mail_.received;
  order.not_before = now_;
  order.state = OutboxState::held;
  order.held_because = "thanks for feedback: release it, or leave it";
  if (mail_.reading.has(Flag::out_of_scope)) point_elsewhere(house_.policy, order);
  out_.letters.push_back(std::move(order));
}

Result<Decision> Deciding::run() {
  if (settle_without_reading()) return std::move(out_);
  const auto kind = effective_kind(mail_);
  const auto belongs = standing_of(snapshot_, mail_);
  const auto against = objections_to(house_, snapshot_, mail_);
  const auto ruled = ruling_with(kind, belongs.standing, against);
  start(ruled.place == Place::hold ? MessageState::held : MessageState::recorded);
  Result<void> done;
  switch (ruled.place) {
    case Place::open_case: done = open_case(against, ruled.acknowledgement); break;
    case Place::hold: done = hold(against, belongs.standing, ruled.acknowledgement); break;
    case Place::join: join(*belongs.joined); break;
    case Place::record:
      event("message_recorded", fmt::format(R"({{"kind":"{}"}})", to_string(kind)));
      serve_without_case(kind, against);
      break;
  }
  if (!done) return done.error();
  if (kind == MessageKind::delivery_report && snapshot_.bounced) settle_bounce();
  if (kind != MessageKind::delivery_report && kind != MessageKind::own) tell_measure();
  const bool asks_on = kind == MessageKind::follow_up && ruled.place == Place::join &&
                       mail_.reading.has(Flag::escalation);
  const bool next_stage =
      asks_on && static_cast<std::size_t>(belongs.joined->stage) < house_.policy.stages.size();
  const bool seen = ruled.place == Place::join || ruled.place == Place::record;
  if (!next_stage && (asks_on || (seen && ruled.told == Told::staff))) {
    tell(NoticeKind::held, came_in(kind, belongs.standing));
  }
  if (seen && ruled.told == Told::staff && against.serious) tell_duty(std::nullopt);
  if (next_stage) {
    const auto owed = acknowledgement_deadline();
    if (!owed) return owed.error();
    out_.change.owed = MessageOwed{mail_.id, *owed};
    out_.change.verdict->state = MessageState::held;
    out_.change.verdict->held_because = "it asks for the next stage";
    tell(NoticeKind::held, fmt::format("message {} asks for the next stage of {}", mail_.id.value,
                                       belongs.joined->reference.str()));
  }
  return std::move(out_);
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

void promise(const CaseUpdate& update, LetterOrder& order) {
  for (const auto& one : update.deadlines) {
    const auto& due = one.deadline;
    if (due.stage != update.file.stage || one.met || one.dropped || !due.subject.empty()) continue;
    if (due.kind == DeadlineKind::acknowledge) order.acknowledge = due;
    if (due.kind == DeadlineKind::respond) order.respond = due;
    if (due.kind == DeadlineKind::contact) order.contact = due;
  }
}

Result<Decision> decide(const House& house, const Snapshot& snapshot, const IncomingMail& mail,
                        Instant now) {
  return Deciding{house, snapshot, mail, now}.run();
}

}  // namespace redress::domain
