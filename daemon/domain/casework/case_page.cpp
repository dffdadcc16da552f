#include "daemon/domain/casework/case_page.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace redress::domain {
namespace {

/// Writes "name      value" lines; nothing where the value is empty.
class Page {
 public:
  explicit Page(const TimeZone& zone) : zone_(zone) {}

  void line(std::string_view name, std::string_view value) {
    if (!value.empty()) text_ += fmt::format("{:<14}{}\n", name, value);
  }
  void line(std::string_view name, const std::optional<Instant>& at) {
    if (at) line(name, moment(*at));
  }
  void heading(std::string_view text) { text_ += fmt::format("\n{}\n", text); }
  void item(std::string_view text) { text_ += fmt::format("  {}\n", text); }
  std::string moment(Instant at) const {
    return fmt::format("{}, {}", long_date(zone_.date_of(at)), clock_text(zone_.time_of_day(at)));
  }
  std::string take() { return std::move(text_); }

 private:
  const TimeZone& zone_;
  std::string text_;
};

std::string_view state_of(const CaseDeadline& one) {
  if (one.met) return *one.met <= one.deadline.at ? "kept" : "kept late";
  return one.dropped ? "not owed any more" : "open";
}

void write_head(const CaseFile& file, Page& page) {
  page.line("case", file.reference.str());
  page.line("status", fmt::format("{}, stage {}", to_string(file.status), file.stage));
  page.line("complainant",
            fmt::format("{} <{}>", file.complainant.name, file.complainant.address.str()));
  page.line("standing", file.standing);
  page.line("received",
            fmt::format("{} ({})", page.moment(file.received), to_string(file.channel)));
  page.line("owner", file.owner);
  page.line("priority", file.priority);
  page.line("area", file.area);
  page.line("adjustments", fmt::format("{}", fmt::join(file.adjustments, ", ")));
  if (file.merged_into) page.line("merged into", file.merged_into->str());
  if (file.internal_investigation) page.line("investigation", "internal");
  page.line("referred to", fmt::format("{}", fmt::join(file.referred_to, ", ")));
}

void write_deadlines(const CaseUpdate& update, Page& page) {
  if (update.deadlines.empty()) return;
  page.heading("PROMISES");
  for (const auto& one : update.deadlines) {
    const auto& due = one.deadline;
    page.item(fmt::format("{}{}{}, stage {}: {} ({}; {})", to_string(due.kind),
                          due.subject.empty() ? "" : " ", due.subject, due.stage,
                          page.moment(due.at), state_of(one), due.clause));
  }
}

void write_findings(const CaseFile& file, Page& page) {
  if (file.outcome) {
    page.heading("OUTCOME");
    page.item(fmt::format("{} (stage {})", to_string(file.outcome->finding), file.outcome->stage));
    if (!file.outcome->reasons.empty()) page.item(file.outcome->reasons);
  }
  if (!file.records.empty()) page.heading("RECORDED");
  for (const auto& [field, text] : file.records) {
    page.item(fmt::format("{}: {}", to_string(field), text));
  }
  if (!file.actions.empty()) page.heading("ACTIONS");
  for (const auto& one : file.actions) {
    page.item(fmt::format("{}. {} ({}), {}, by {}: {}", one.number, one.text,
                          one.preventive ? "preventive" : "corrective", one.owner,
                          long_date(one.due), one.done ? "done" : "open"));
  }
}

void write_people(const CaseFile& file, Page& page) {
  if (!file.third_parties.empty()) page.heading("THIRD PARTIES");
  for (const auto& one : file.third_parties) {
    const auto consent = one.consent == Consent::granted
                             ? "permission given"
                             : (one.consent == Consent::asked ? "asked" : "refused");
    page.item(fmt::format("{} <{}>: {}", one.person.name, one.person.address.str(), consent));
  }
  if (!file.named_staff.empty()) page.heading("STAFF NAMED IN IT");
  for (const auto& one : file.named_staff) {
    page.item(fmt::format("{}: {}, {}", one.email.str(), one.told ? "told" : "not told",
                          one.answered ? "heard" : "not heard"));
  }
}

void write_behaviour(const CaseFile& file, Page& page) {
  if (!file.incidents.empty()) page.heading("INCIDENTS");
  for (const auto& one : file.incidents) {
    const auto place = one.message ? fmt::format(", message {}", one.message->value) : "";
    page.item(fmt::format("{}. {} on {}{}", one.number, one.category, page.moment(one.at), place));
  }
  if (file.warned) page.item("a warning was sent");
  if (!file.restrictions.empty()) page.heading("MEASURES");
  for (const auto& one : file.restrictions) {
    const auto end = one.lifted ? "lifted" : one.until ? "until " + long_date(*one.until) : "open";
    page.item(
        fmt::format("{}. {} since {}: {}", one.number, one.measure, page.moment(one.from), end));
  }
}

}  // namespace

std::string case_page(const CaseUpdate& update, const TimeZone& zone) {
  Page page{zone};
  write_head(update.file, page);
  write_deadlines(update, page);
  write_findings(update.file, page);
  write_people(update.file, page);
  write_behaviour(update.file, page);
  return page.take();
}

}  // namespace redress::domain
