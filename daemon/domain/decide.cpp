#include "daemon/domain/casework/case_update.hpp"
#include "daemon/domain/casework/fold.hpp"
#include "daemon/domain/command/log_case.hpp"
#include "daemon/domain/deciding.hpp"
#include "daemon/domain/objections.hpp"

#include <fmt/format.h>

namespace redress::domain {

constexpr std::string_view k_actor = "redressd";

MessageVerdict verdict_of(const IncomingMail& mail, MessageKind kind, MessageState state) {
  return {.message = mail.id,
          .kind = kind,
          .state = state,
          .joined = {},
          .message_id = mail.message_id,
          .from = mail.from,
          .subject = mail.subject,
          .received = mail.received,
          .content_digest = mail.content_digest,
          .reading_json = mail.reading_json,
          .held_because = {}};
}

void Deciding::start(MessageState state) {
  out_.change.verdict =
      verdict_of(mail_, mail_.released ? MessageKind::complaint : mail_.reading.kind, state);
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

/// What staff wrote by themselves: correspondence of the case that it belongs to, if it went to
/// somebody who takes part in it, and never answered.
void Deciding::settle_sent() {
  start(MessageState::recorded);
  auto& verdict = *out_.change.verdict;
  verdict.kind = MessageKind::staff;
  const auto* belongs = case_written_to(snapshot_, mail_);
  if (belongs == nullptr) return event("message_recorded", R"({"state":"sent"})");
  verdict.joined = belongs->reference;
  Fields facts{{"moment", to_rfc3339(mail_.received)}};
  if (mail_.sent_counts == SentCounts::always) facts["answers"] = "true";
  event("staff_wrote", to_json(facts));
  out_.change.touched.push_back(belongs->reference);
  const bool owed = is_open(belongs->status) && belongs->status != CaseStatus::responded;
  if (mail_.sent_counts != SentCounts::ask || !owed) return;
  const auto question = fmt::format(
      "message {} was sent to the complainant of {} from the mailbox: if it is the answer to the "
      "complaint, record what was found (/outcome) and say /respond on paper",
      mail_.id.value, belongs->reference.str());
  if (house_.case_mails)
    return tell_owner(belongs->reference, "a letter from the mailbox", question);
  tell(NoticeKind::system, question);
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

/// Facts of an event with the staff whom the message names: they are told nothing of it (CILEX-09).
Fields Deciding::with_mentions(Fields facts) const {
  if (!mail_.mentions.empty()) facts["mentions"] = keys_of(mail_.mentions);
  return facts;
}

/// The event that the case's file begins with.
CaseEvent Deciding::opening() const {
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
  return opened;
}

Result<void> Deciding::open_case(const Objections& against, Acknowledgement acknowledgement) {
  const auto year = static_cast<int>(house_.zone.date_of(mail_.received).year());
  const auto reference = CaseReference::make(house_.prefix, year, snapshot_.next_number);
  if (!reference) return reference.error();
  out_.change.verdict->joined = *reference;
  if (auto opened = domain::open_case(out_.change, *reference, {opening()}, house_); !opened) {
    return opened;
  }
  const auto& update = out_.change.updates.back();
  order_acknowledgement(*reference, update, against, acknowledgement);
  if (acknowledgement == Acknowledgement::held) {
    tell(against.serious ? NoticeKind::serious : NoticeKind::held,
         fmt::format("the acknowledgement of {} waits for a person, because {}{}", reference->str(),
                     held_because(against, Standing::unnamed, mail_.reading.kind), categories()));
  }
  if (against.serious) tell_duty(out_.letters.front().acknowledge);
  if (auto notice = new_case_notice(update.file, house_, now_)) {
    out_.letters.push_back(std::move(*notice));
  }
  hint(*reference);
  hint_demands(*reference);
  tell_owner(*reference, "new complaint",
             acknowledgement == Acknowledgement::held
                 ? "This complaint is new. Its acknowledgement waits for a person."
                 : "This complaint is new. Its acknowledgement goes out by itself.");
  return {};
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
  event("message_joined",
        to_json(with_mentions({{"kind", std::string{to_string(mail_.reading.kind)}}})));
  hint_demands(snapshot.reference);
  hint_mentions(snapshot);
  if (!is_by_machine(mail_.reading.kind)) {
    const auto flagged = categories();
    tell_owner(snapshot.reference, "new message",
               fmt::format("Message {} came in{}{}.", mail_.id.value,
                           flagged.empty() ? "" : " and is flagged", flagged));
  }
  // Whoever was waited for has written: the clock runs again.
  const bool answers =
      snapshot.status == CaseStatus::awaiting_complainant && !is_by_machine(mail_.reading.kind);
  if (!answers) return;
  event("resumed", to_json({{"ended", to_iso(house_.zone.date_of(mail_.received))}}));
  out_.change.touched.push_back(snapshot.reference);
}

Result<Decision> Deciding::run() {
  if (settle_without_reading()) return std::move(out_);
  if (mail_.from_sent) {
    settle_sent();
    return std::move(out_);
  }
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
  if (seen && ruled.told == Told::staff && against.serious) {
    tell_duty(std::nullopt,
              belongs.joined ? belongs.joined->kept_from : std::vector<MailAddress>{});
  }
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
