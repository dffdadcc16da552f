#include "daemon/domain/casework/fold.hpp"

#include <algorithm>
#include <array>

namespace redress::domain {
namespace {

using Apply = void (*)(CaseFile&, const CaseEvent&);

struct FoldRow {
  std::string_view what;
  Apply apply;
};

std::optional<Date> date_fact(const CaseEvent& event, std::string_view name) {
  const auto read = parse_date(event.fact(name));
  return read ? std::optional{*read} : std::nullopt;
}

std::optional<MailAddress> address_fact(const CaseEvent& event, std::string_view name) {
  auto read = MailAddress::parse(event.fact(name));
  return read ? std::optional{std::move(*read)} : std::nullopt;
}

/// When it happened: the moment that the person gave, else when it was recorded.
Instant when(const CaseEvent& event) {
  const auto given = parse_rfc3339(event.fact("moment"));
  return given ? *given : event.at;
}

bool on_paper(const CaseEvent& event) {
  return !event.fact("way").empty();
}

/// Somebody looks at a case that only lay there.
void take_up(CaseFile& file, CaseStatus status) {
  const bool fresh = file.status == CaseStatus::received ||
                     file.status == CaseStatus::acknowledged ||
                     file.status == CaseStatus::escalated;
  if (fresh) file.status = status;
}

void end_with(CaseFile& file, const CaseEvent& event, Finding finding) {
  file.before_closing = file.status;
  file.status = CaseStatus::closed;
  file.current().closed = event.at;
  file.outcome = Outcome{finding, file.stage, event.own("text")};
}

void acknowledge(CaseFile& file, Instant at) {
  if (!file.current().acknowledged) file.current().acknowledged = at;
  const bool waits = file.status == CaseStatus::received || file.status == CaseStatus::escalated;
  if (waits) file.status = CaseStatus::acknowledged;
}

void answer(CaseFile& file, Instant at) {
  auto& stage = file.current();
  if (!stage.responded) stage.responded = at;
  if (!stage.contacted) stage.contacted = at;
  if (!stage.acted) stage.acted = at;
  if (is_open(file.status)) file.status = CaseStatus::responded;
}

void contact(CaseFile& file, Instant at) {
  if (!file.current().contacted) file.current().contacted = at;
}

void act(CaseFile& file, Instant at) {
  if (!file.current().acted) file.current().acted = at;
}

// ---- what each event changes
// ---------------------------------------------------------------------

void acknowledgement_sent(CaseFile& file, const CaseEvent& event) {
  acknowledge(file, event.at);
}

void acknowledgement_bounced(CaseFile& file, const CaseEvent&) {
  file.current().acknowledged.reset();
  if (file.status != CaseStatus::acknowledged) return;
  file.status = file.stages.size() > 1 ? CaseStatus::escalated : CaseStatus::received;
}

void acknowledgement_ordered(CaseFile& file, const CaseEvent& event) {
  if (on_paper(event)) acknowledge(file, when(event));
}

void acknowledgement_waived(CaseFile& file, const CaseEvent&) {
  file.current().acknowledgement_waived = true;
  const bool waits = file.status == CaseStatus::received || file.status == CaseStatus::escalated;
  if (waits) file.status = CaseStatus::triage;
}

void letter_sent(CaseFile& file, const CaseEvent& event) {
  const auto letter = event.fact("letter");
  if (letter == "response") answer(file, event.at);
  if (letter == "information_request" || letter == "holding") contact(file, event.at);
  if (letter == "warning") file.warned = true;
}

void assigned(CaseFile& file, const CaseEvent& event) {
  file.owner = event.fact("staff");
  // Whoever gives them the case knows that its words mean somebody else, or no harm.
  std::erase_if(file.mentioned, [&](const MailAddress& one) { return one.key() == file.owner; });
  take_up(file, CaseStatus::triage);
}

void priority_set(CaseFile& file, const CaseEvent& event) {
  file.priority = event.fact("priority");
}

void area_set(CaseFile& file, const CaseEvent& event) {
  file.area = event.fact("area");
  file.owner = event.fact("owner");
  take_up(file, CaseStatus::triage);
}

void standing_set(CaseFile& file, const CaseEvent& event) {
  file.standing = event.fact("standing");
}

void recorded(CaseFile& file, const CaseEvent& event) {
  const auto field = record_field(event.fact("field"));
  if (!field) return;
  file.records[*field] = event.own("text");
  if (*field == RecordField::corrective) act(file, event.at);
}

void contacted(CaseFile& file, const CaseEvent& event) {
  contact(file, when(event));
  take_up(file, CaseStatus::triage);
}

void waits(CaseFile& file, const CaseEvent& event) {
  if (file.status != CaseStatus::awaiting_complainant) file.before_waiting = file.status;
  file.status = CaseStatus::awaiting_complainant;
  if (const auto until = date_fact(event, "until")) {
    file.pauses.push_back({file.stage, event.at, *until});
  }
}

void resumed(CaseFile& file, const CaseEvent& event) {
  if (file.status == CaseStatus::awaiting_complainant) file.status = file.before_waiting;
  const auto ended = date_fact(event, "ended");
  if (ended && !file.pauses.empty() && *ended < file.pauses.back().until) {
    file.pauses.back().until = *ended;
  }
}

void extended(CaseFile& file, const CaseEvent& event) {
  if (const auto until = date_fact(event, "until")) {
    file.extensions.push_back({file.stage, *until, event.at});
  }
}

void investigated(CaseFile& file, const CaseEvent& event) {
  file.status = CaseStatus::investigating;
  if (on_paper(event)) file.internal_investigation = true;  // "internally"
}

void action_opened(CaseFile& file, const CaseEvent& event) {
  const auto due = date_fact(event, "due");
  if (!due) return;
  file.actions.push_back({.number = static_cast<int>(file.actions.size()) + 1,
                          .stage = file.stage,
                          .preventive = event.fact("kind") == "preventive",
                          .owner = event.fact("staff"),
                          .due = *due,
                          .text = event.own("text"),
                          .done = {}});
}

void action_done(CaseFile& file, const CaseEvent& event) {
  const auto number = event.number("number").value_or(0);
  if (number < 1 || static_cast<std::size_t>(number) > file.actions.size()) return;
  auto& action = file.actions[static_cast<std::size_t>(number) - 1];
  action.done = event.at;
  if (!action.preventive) act(file, event.at);
}

void outcome_recorded(CaseFile& file, const CaseEvent& event) {
  const auto found = finding(event.fact("finding"));
  if (!found) return;
  file.outcome = Outcome{*found, file.stage, event.own("text")};
  file.current().outcome_recorded = true;
  take_up(file, CaseStatus::investigating);
}

void response_written(CaseFile& file, const CaseEvent& event) {
  if (on_paper(event)) answer(file, when(event));
}

void closed(CaseFile& file, const CaseEvent& event) {
  file.before_closing = file.status;
  file.status = event.fact("final") == "true" ? CaseStatus::final_ : CaseStatus::closed;
  file.current().closed = event.at;
}

void escalated(CaseFile& file, const CaseEvent& event) {
  if (!file.current().closed) file.current().closed = event.at;
  ++file.stage;
  file.stages.push_back({.number = file.stage, .started = when(event)});
  file.status = CaseStatus::escalated;
  file.owner.clear();
  file.outcome.reset();
}

void reopened(CaseFile& file, const CaseEvent&) {
  file.status = CaseStatus::investigating;
  file.current().closed.reset();
}

void merged(CaseFile& file, const CaseEvent& event) {
  end_with(file, event, Finding::merged);
  if (const auto into = CaseReference::parse(event.fact("into"))) file.merged_into = *into;
}

void withdrawn(CaseFile& file, const CaseEvent& event) {
  end_with(file, event, Finding::withdrawn);
}

void redirected(CaseFile& file, const CaseEvent& event) {
  const bool first = event.fact("relation") == "first-elsewhere";
  end_with(file, event, first ? Finding::redirected : Finding::out_of_scope);
}

void not_a_complaint(CaseFile& file, const CaseEvent& event) {
  end_with(file, event, Finding::not_a_complaint);
}

void complaint_after_all(CaseFile& file, const CaseEvent&) {
  file.status = file.before_closing;
  file.current().closed.reset();
  file.outcome.reset();
}

void third_party(CaseFile& file, const CaseEvent& event) {
  const auto person = person_of(event);
  const auto word = event.fact("consent");
  const auto consent =
      word == "granted" ? Consent::granted : (word == "asked" ? Consent::asked : Consent::refused);
  for (auto& known : file.third_parties) {
    if (known.person.address == person.address) {
      known.consent = consent;
      return;
    }
  }
  file.third_parties.push_back({person, consent});
}

void adjusted(CaseFile& file, const CaseEvent& event) {
  const auto name = event.fact("adjustment");
  auto& known = file.adjustments;
  if (std::find(known.begin(), known.end(), name) == known.end()) known.push_back(name);
}

NamedStaff* named(CaseFile& file, const CaseEvent& event) {
  const auto address = address_fact(event, "staff");
  for (auto& one : file.named_staff) {
    if (address && one.email == *address) return &one;
  }
  return nullptr;
}

void staff_named(CaseFile& file, const CaseEvent& event) {
  const auto address = address_fact(event, "staff");
  if (!address) return;
  if (named(file, event) == nullptr) file.named_staff.push_back({*address, {}, {}});
  if (file.owner == address->key()) file.owner.clear();
}

void staff_told(CaseFile& file, const CaseEvent& event) {
  if (auto* one = named(file, event)) one->told = event.at;
}

void staff_heard(CaseFile& file, const CaseEvent& event) {
  if (auto* one = named(file, event)) one->answered = event.at;
}

void incident_recorded(CaseFile& file, const CaseEvent& event) {
  std::optional<MessageRowId> message = event.message;
  file.incidents.push_back({.number = static_cast<int>(file.incidents.size()) + 1,
                            .category = event.fact("category"),
                            .at = event.at,
                            .message = message});
}

void restricted(CaseFile& file, const CaseEvent& event) {
  file.restrictions.push_back(
      {.number = static_cast<int>(file.restrictions.size()) + 1,
       .stage = file.stage,
       .measure = event.fact("measure"),
       .effect = measure_effect(event.fact("effect")).value_or(MeasureEffect::none),
       .route_to = address_fact(event, "staff"),
       .from = event.at,
       .until = date_fact(event, "until"),
       .review = date_fact(event, "review"),
       .lifted = {},
       .end_told = {}});
}

void restriction_lifted(CaseFile& file, const CaseEvent& event) {
  const auto number = event.number("number").value_or(0);
  for (auto& one : file.restrictions) {
    if (one.number == number) one.lifted = event.at;
  }
}

/// What ends on the day of its review needs nobody any more once that was told.
void review_due(CaseFile& file, const CaseEvent& event) {
  const auto day = date_fact(event, "day");
  for (auto& one : file.restrictions) {
    if (day && one.review == day && one.until && *one.until <= *day) one.end_told = event.at;
  }
}

void referred(CaseFile& file, const CaseEvent& event) {
  file.referred_to.push_back(event.fact("referral"));
  if (const auto owner = event.fact("owner"); !owner.empty()) {
    file.owner = owner;
    take_up(file, CaseStatus::triage);
  }
  if (event.fact("ends_response_limit") == "true") file.response_limit_ended = true;
}

constexpr std::array k_folds{
    FoldRow{"acknowledgement_sent", acknowledgement_sent},
    FoldRow{"acknowledgement_bounced", acknowledgement_bounced},
    FoldRow{"acknowledgement_ordered", acknowledgement_ordered},
    FoldRow{"acknowledgement_waived", acknowledgement_waived},
    FoldRow{"letter_sent", letter_sent},
    FoldRow{"assigned", assigned},
    FoldRow{"priority_set", priority_set},
    FoldRow{"area_set", area_set},
    FoldRow{"standing_set", standing_set},
    FoldRow{"recorded", recorded},
    FoldRow{"contacted", contacted},
    FoldRow{"information_asked", waits},
    FoldRow{"paused", waits},
    FoldRow{"resumed", resumed},
    FoldRow{"extended", extended},
    FoldRow{"investigated", investigated},
    FoldRow{"action_opened", action_opened},
    FoldRow{"action_done", action_done},
    FoldRow{"outcome_recorded", outcome_recorded},
    FoldRow{"response_written", response_written},
    FoldRow{"closed", closed},
    FoldRow{"escalated", escalated},
    FoldRow{"reopened", reopened},
    FoldRow{"merged", merged},
    FoldRow{"withdrawn", withdrawn},
    FoldRow{"redirected", redirected},
    FoldRow{"not_a_complaint", not_a_complaint},
    FoldRow{"complaint_after_all", complaint_after_all},
    FoldRow{"third_party", third_party},
    FoldRow{"adjusted", adjusted},
    FoldRow{"staff_named", staff_named},
    FoldRow{"staff_told", staff_told},
    FoldRow{"staff_heard", staff_heard},
    FoldRow{"incident_recorded", incident_recorded},
    FoldRow{"restricted", restricted},
    FoldRow{"restriction_lifted", restriction_lifted},
    FoldRow{"review_due", review_due},
    FoldRow{"referred", referred},
};

}  // namespace

bool can_get_mail(const MailAddress& address) {
  return !address.domain_key().ends_with(".invalid");
}

bool is_opening(std::string_view what) {
  return what == "case_opened" || what == "case_adopted";
}

std::vector<MailAddress> addresses_of(std::string_view text) {
  std::vector<MailAddress> addresses;
  while (!text.empty()) {
    const auto end = text.find(' ');
    if (auto read = MailAddress::parse(text.substr(0, end))) addresses.push_back(std::move(*read));
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return addresses;
}

std::string keys_of(const std::vector<MailAddress>& addresses) {
  std::string keys;
  for (const auto& one : addresses) keys += (keys.empty() ? "" : " ") + one.key();
  return keys;
}

Person person_of(const CaseEvent& event) {
  auto address = MailAddress::parse(event.own("address"));
  if (!address) return {{}, MailAddress::parse(k_erased_address).value()};
  return {event.own("name"), std::move(*address)};
}

void apply_event(CaseFile& file, const CaseEvent& event) {
  const auto row = std::find_if(k_folds.begin(), k_folds.end(),
                                [&](const FoldRow& one) { return one.what == event.what; });
  if (row != k_folds.end()) row->apply(file, event);
}

}  // namespace redress::domain
