#include "daemon/domain/reminders/day_sheets.hpp"

#include "daemon/domain/names.hpp"
#include "daemon/domain/reminders/ladder.hpp"
#include "daemon/domain/reminders/recipients.hpp"

#include <algorithm>

namespace redress::domain {
namespace {

constexpr std::array k_deadline_kinds{DeadlineKind::acknowledge, DeadlineKind::contact,
                                      DeadlineKind::respond, DeadlineKind::act,
                                      DeadlineKind::review};
constexpr auto k_part_names = name_table<DayPart>({
    {DayPart::reminders, "reminders"},
    {DayPart::overdue, "overdue"},
    {DayPart::due, "due"},
    {DayPart::held, "held"},
    {DayPart::fresh, "fresh"},
    {DayPart::open, "open"},
    {DayPart::waiting, "waiting"},
    {DayPart::failed, "failed"},
    {DayPart::quarantined, "quarantined"},
});

bool has(const std::vector<const StaffMember*>& readers, const StaffMember* one) {
  return std::find(readers.begin(), readers.end(), one) != readers.end();
}

/// Whether the clock of that promise stands: neither an acknowledgement nor a day that was set is
/// put off by a pause, and what was late before stays late.
bool stands(const DayRow& row, Date today) {
  const bool moves =
      row.subject.empty() && (row.kind == DeadlineKind::respond || row.kind == DeadlineKind::act);
  const bool late_before = row.paused_from && *row.at < *row.paused_from;
  return moves && !late_before && row.paused && today <= *row.paused;
}

bool was_told(const DayRow& row, const StaffMember& reader, int rung) {
  return std::any_of(row.told.begin(), row.told.end(), [&](const auto& one) {
    return one.first == reader.email.key() && one.second >= rung;
  });
}

}  // namespace

std::string_view to_string(DayPart part) {
  return k_part_names.name(part);
}

std::size_t DaySheet::count(DayPart part) const {
  const auto found = parts.find(part);
  return found == parts.end() ? 0 : found->second.count;
}

bool DaySheet::has_work() const {
  return std::any_of(parts.begin(), parts.end(), [](const auto& part) {
    return part.first != DayPart::waiting && part.second.count > 0;
  });
}

Result<Instant> day_horizon(const Policy& policy, Date today, const WorkingCalendar& calendar,
                            const TimeZone& zone) {
  int ahead = k_due_days;
  for (const auto& rule : policy.reminders) ahead = std::max(ahead, -rule.at);
  // A day more: a limit that ends on days off behind the last working day.
  const auto last = calendar.working_days_after(today, ahead + 1);
  if (!last) return last.error();
  return zone.at(*last, TimeOfDay{0});
}

DaySheets::DaySheets(const Policy& policy, const Staff& staff, const WorkingCalendar& calendar,
                     const TimeZone& zone, DayPlan plan)
    : policy_(policy), staff_(staff), calendar_(calendar), zone_(zone), plan_(std::move(plan)) {
  for (const auto kind : k_deadline_kinds) ladders_[kind] = ladder_for(policy, kind);
  due_until_ = noted(calendar.working_days_after(plan_.today, k_due_days));
  if (!plan_.digest) return;
  team_ = recipients(staff_, {plan_.team_to}, k_to_owner, {}, plan_.today);
  for (const auto* one : team_) sheets_[one] = {.reader = one, .team = true, .parts = {}};
}

template <class Value>
std::optional<Value> DaySheets::noted(Result<Value> result) {
  if (result) return std::move(*result);
  if (!error_) error_ = result.error();
  return std::nullopt;
}

void DaySheets::put(const StaffMember* reader, DayPart part, const DayRow& row) {
  auto& sheet = sheets_[reader];
  sheet.reader = reader;
  auto& where = sheet.parts[part];
  ++where.count;
  if (where.rows.size() < k_part_rows) where.rows.push_back(row);
}

void DaySheets::put_reminder(const StaffMember* reader, const DayRow& row, int rung) {
  auto& sheet = sheets_[reader];
  sheet.reader = reader;
  ++sheet.parts[DayPart::reminders].count;
  auto& reminders = reminders_[reader].at(rung == 0 ? 0 : 1);
  if (reminders.size() < k_reminder_rows) reminders.push_back({row, rung});
}

/// What is cut off was told to nobody, so that the next rung tells it.
void DaySheets::show_reminders(DaySheet& sheet) {
  auto& shown = sheet.parts[DayPart::reminders].rows;
  for (auto& reminders : reminders_[sheet.reader]) {
    for (auto& one : reminders) {
      if (shown.size() == k_reminder_rows) return;
      told_.push_back({one.row.promise, sheet.reader->email, one.rung});
      shown.push_back(std::move(one.row));
    }
  }
}

/// A review is for those who decide on the measure; a message without a case is for the managers.
std::vector<std::string> DaySheets::owners_of(const DayRow& row) const {
  if (!row.reference) return {std::string{k_complaints_manager}};
  if (row.what == DayRow::What::promise && row.kind == DeadlineKind::review) {
    const auto* measure = find_named(policy_.measures, row.measure);
    if (measure != nullptr) return measure->decided_by;
  }
  return case_owners(policy_, row.owner, row.area, row.stage);
}

DaySheets::Readers DaySheets::readers(const DayRow& row, const std::vector<std::string>& owners,
                                      std::string_view to) {
  if (!row.kept_from.empty()) {
    return recipients(staff_, owners, to, row.kept_from, plan_.today);
  }
  std::string key{to};
  for (const auto& one : owners) key += " " + one;
  const auto known = known_readers_.find(key);
  if (known != known_readers_.end()) return known->second;
  return known_readers_[key] = recipients(staff_, owners, to, {}, plan_.today);
}

std::optional<int> DaySheets::rung_of(const DayRow& row) {
  const std::pair key{row.kind, zone_.date_of(*row.at)};
  const auto known = rungs_.find(key);
  if (known != rungs_.end()) return known->second;
  const auto rung = noted(rung_on(key.second, ladders_[row.kind], plan_.today, calendar_));
  return rungs_[key] = rung.value_or(std::nullopt);
}

DaySheets::Readers DaySheets::remind(const DayRow& row, const std::vector<std::string>& owners) {
  Readers reminded;
  const auto rung = plan_.reminders ? rung_of(row) : std::nullopt;
  if (!rung) return reminded;
  for (const auto& rule : ladders_[row.kind]) {
    if (rule.at != *rung) continue;
    for (const auto* reader : readers(row, owners, rule.to)) {
      if (has(reminded, reader) || was_told(row, *reader, *rung)) continue;
      reminded.push_back(reader);
      put_reminder(reader, row, *rung);
    }
  }
  return reminded;
}

bool DaySheets::tell_team(const DayRow& row, DayPart part, const Readers& but) {
  bool told = false;
  for (const auto* reader : team_) {
    const bool kept =
        std::find(row.kept_from.begin(), row.kept_from.end(), reader->email) != row.kept_from.end();
    if (kept) continue;
    told = true;
    if (!has(but, reader)) put(reader, part, row);
  }
  return told;
}

/// What has no owner: where it is kept from the whole team somebody else has to act.
void DaySheets::tell_team_or_others(const DayRow& row, DayPart part) {
  if (tell_team(row, part, {}) || !plan_.digest) return;
  for (const auto* reader : readers(row, {plan_.team_to}, k_to_owner)) put(reader, part, row);
}

void DaySheets::tell_owners_and_team(const DayRow& row, DayPart part,
                                     const std::vector<std::string>& owners, const Readers& but) {
  if (!plan_.digest) return;
  for (const auto* reader : readers(row, owners, k_to_owner)) {
    if (!has(but, reader) && !has(team_, reader)) put(reader, part, row);
  }
  tell_team(row, part, but);
}

void DaySheets::add_promise(const DayRow& row) {
  if (!row.at || stands(row, plan_.today)) return;
  const auto owners = owners_of(row);
  const auto reminded = remind(row, owners);
  if (!row.reference) return;  // it stands among those that wait for a decision
  const bool late = *row.at < plan_.now;
  // Nothing is recorded where a measure stays as it is: it would be late for ever.
  if (late && row.kind == DeadlineKind::review) return;
  const bool soon = !due_until_ || zone_.date_of(*row.at) <= *due_until_;
  if (late || soon) {
    tell_owners_and_team(row, late ? DayPart::overdue : DayPart::due, owners, reminded);
  }
}

void DaySheets::add(const DayRow& row) {
  switch (row.what) {
    case DayRow::What::promise: return add_promise(row);
    case DayRow::What::waiting:
      return tell_owners_and_team(row, DayPart::waiting, owners_of(row), {});
    case DayRow::What::fresh: return tell_owners_and_team(row, DayPart::fresh, owners_of(row), {});
    case DayRow::What::open: return tell_owners_and_team(row, DayPart::open, owners_of(row), {});
    case DayRow::What::letter: return tell_owners_and_team(row, DayPart::held, owners_of(row), {});
    case DayRow::What::held: return tell_team_or_others(row, DayPart::held);
    case DayRow::What::failed: return tell_team_or_others(row, DayPart::failed);
    case DayRow::What::quarantined: return tell_team_or_others(row, DayPart::quarantined);
  }
}

std::vector<DaySheet> DaySheets::take() {
  std::vector<DaySheet> sheets;
  for (const auto& member : staff_) {  // in the order of the settings
    const auto found = sheets_.find(&member);
    if (found == sheets_.end()) continue;
    if (reminders_.contains(&member)) show_reminders(found->second);
    sheets.push_back(std::move(found->second));
  }
  sheets_.clear();
  reminders_.clear();
  return sheets;
}

}  // namespace redress::domain
