#include "daemon/domain/casework/fold.hpp"

#include "daemon/domain/casework/folding.hpp"

#include <algorithm>
#include <array>

namespace redress::domain {

std::optional<Date> date_fact(const CaseEvent& event, std::string_view name) {
  const auto read = parse_date(event.fact(name));
  return read ? std::optional{*read} : std::nullopt;
}

std::optional<MailAddress> address_fact(const CaseEvent& event, std::string_view name) {
  auto read = MailAddress::parse(event.fact(name));
  return read ? std::optional{std::move(*read)} : std::nullopt;
}

void take_up(CaseFile& file, CaseStatus status) {
  const bool fresh = file.status == CaseStatus::received ||
                     file.status == CaseStatus::acknowledged ||
                     file.status == CaseStatus::escalated;
  if (fresh) file.status = status;
}

namespace {

/// When it happened: the moment that the person gave, else when it was recorded.
Instant when(const CaseEvent& event) {
  const auto given = parse_rfc3339(event.fact("moment"));
  return given ? *given : event.at;
}

bool on_paper(const CaseEvent& event) {
  return !event.fact("way").empty();
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

/// Staff wrote to the complainant from the mailbox itself.
void staff_wrote(CaseFile& file, const CaseEvent& event) {
  contact(file, when(event));
  if (!event.fact("answers").empty()) answer(file, when(event));
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

constexpr std::array k_course{
    FoldRow{"acknowledgement_sent", acknowledgement_sent},
    FoldRow{"acknowledgement_bounced", acknowledgement_bounced},
    FoldRow{"acknowledgement_ordered", acknowledgement_ordered},
    FoldRow{"acknowledgement_waived", acknowledgement_waived},
    FoldRow{"letter_sent", letter_sent},
    FoldRow{"staff_wrote", staff_wrote},
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
  for (const std::span<const FoldRow> rows : {std::span<const FoldRow>{k_course}, people_folds()}) {
    const auto row = std::find_if(rows.begin(), rows.end(),
                                  [&](const FoldRow& one) { return one.what == event.what; });
    if (row != rows.end()) return row->apply(file, event);
  }
}

}  // namespace redress::domain
