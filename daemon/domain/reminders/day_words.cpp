#include "daemon/domain/reminders/day_words.hpp"

#include "daemon/domain/reminders/ladder.hpp"

#include <fmt/format.h>

#include <cstdlib>

namespace redress::domain {
namespace {

std::string_view promised(DeadlineKind kind) {
  switch (kind) {
    case DeadlineKind::acknowledge: return "acknowledgement";
    case DeadlineKind::contact: return "first contact";
    case DeadlineKind::respond: return "answer";
    case DeadlineKind::act: return "action";
    case DeadlineKind::review: return "review of a measure";
  }
  return {};
}

struct PartWords {
  DayPart part;
  std::string_view one, more;  ///< after the count
};
constexpr std::array k_part_words{
    PartWords{DayPart::reminders, "reminder", "reminders"},
    PartWords{DayPart::overdue, "overdue", "overdue"},
    PartWords{DayPart::due, "due soon", "due soon"},
    PartWords{DayPart::held, "to decide", "to decide"},
    PartWords{DayPart::fresh, "new", "new"},
    PartWords{DayPart::open, "open without a limit", "open without a limit"},
    PartWords{DayPart::waiting, "waiting for the complainant", "waiting for the complainant"},
    PartWords{DayPart::failed, "mail not delivered", "mails not delivered"},
    PartWords{DayPart::quarantined, "message not readable", "messages not readable"},
};
static_assert(k_part_words.size() == k_day_parts.size());

std::string count_text(std::int64_t count, std::string_view one, std::string_view more) {
  return fmt::format("{} {}", count, count == 1 ? one : more);
}

/// "; outbox 12": what `redressctl` calls it.
std::string outbox_text(const DayRow& row) {
  return row.mail ? fmt::format("; outbox {}", row.mail->value) : std::string{};
}

/// "follow_up" as people read it.
std::string spaced(std::string_view name) {
  std::string text{name};
  for (auto& c : text) {
    if (c == '_') c = ' ';
  }
  return text;
}

}  // namespace

std::string DayWords::name(const DayRow& row) {
  if (row.reference) return row.reference->str();
  return row.message ? fmt::format("message {}", row.message->value) : std::string{};
}

std::string DayWords::distance(Date day) const {
  if (day == today) return "today";
  const auto between = working_days_between(today, day, calendar);
  if (!between) return {};
  const int count = std::abs(*between);
  if (day < today) return count_text(count, "working day ago", "working days ago");
  // Today is worked, and the days up to that one are not.
  if (count == 0) return "before the next working day";
  return "in " + count_text(count, "working day", "working days");
}

std::string DayWords::date_text(Instant at) const {
  const auto day = zone.date_of(at);
  auto text = long_date(day);
  // Midnight is the day's own end; any other hour has to be said.
  if (at != end_of_business(day, policy, zone) || policy.close_of_business < TimeOfDay{24 * 60}) {
    text += ", " + clock_text(zone.time_of_day(at));
  }
  const auto far = distance(day);
  return far.empty() ? text : fmt::format("{}, {}", text, far);
}

std::string DayWords::case_text(const DayRow& row) const {
  auto text = fmt::format("stage {}", row.stage);
  if (const auto* area = find_named(policy.areas, row.area)) text += "; " + area->title;
  if (!row.owner.empty()) {
    const auto* owner = find_staff(staff, row.owner);
    text += "; " + (owner == nullptr ? row.owner : owner->name);
  }
  if (!row.complainant.empty()) text += "; of " + row.complainant;
  return text;
}

std::string DayWords::promise_text(const DayRow& row) const {
  auto text = fmt::format("{}{} {} {}", promised(row.kind),
                          row.kind == DeadlineKind::act && !row.subject.empty()
                              ? " " + row.subject.substr(row.subject.rfind(' ') + 1)
                              : "",
                          *row.at < now ? "was due" : "due", date_text(*row.at));
  return row.reference ? text + "; " + case_text(row) : text + "; held for a decision";
}

std::string DayWords::text(const DayRow& row) const {
  switch (row.what) {
    case DayRow::What::promise: return promise_text(row);
    case DayRow::What::waiting:
      if (row.paused && today <= *row.paused) {
        return fmt::format("the clock stands until {}; {}", long_date(*row.paused), case_text(row));
      }
      return case_text(row);
    case DayRow::What::fresh:
    case DayRow::What::open: return case_text(row);
    case DayRow::What::held:
      return row.at ? "acknowledgement owed by " + date_text(*row.at) : "waits for a decision";
    case DayRow::What::letter:
      return fmt::format("the letter \"{}\" waits for a release{}", row.letter, outbox_text(row));
    case DayRow::What::failed:
      return fmt::format("the letter \"{}\"{}", row.letter, outbox_text(row));
    case DayRow::What::quarantined: return "kept whole; nobody has read it";
  }
  return {};
}

std::string headline(const DaySheet& sheet, std::size_t most) {
  std::string text;
  std::size_t shown = 0;
  for (const auto& words : k_part_words) {
    const auto count = sheet.count(words.part);
    if (count == 0 || shown == most) continue;
    ++shown;
    text += (text.empty() ? "" : ", ") +
            count_text(static_cast<std::int64_t>(count), words.one, words.more);
  }
  return text;
}

std::string nothing_line(const DaySheet& sheet, const HouseDay& day) {
  if (!sheet.team) return "nothing needs you today";
  if (day.open == 0) return "nothing is open";
  return "nothing to do today; " + count_text(day.open, "case is open", "cases are open");
}

std::string ledger_line(const HouseDay& day) {
  auto text = fmt::format("seen {}: ", day.seen);
  for (const auto& [kind, count] : day.kinds) {
    if (count > 0) text += fmt::format("{} {}, ", spaced(to_string(kind)), count);
  }
  if (day.unread > 0) text += fmt::format("being read {}, ", day.unread);
  return text + fmt::format("duplicate {}, quarantined {}; held {} of these; unaccounted {}",
                            day.duplicate, day.quarantined, day.held, day.unaccounted);
}

std::vector<std::string> house_lines(const HouseDay& day, const WorkingCalendar& calendar,
                                     Date today) {
  std::vector<std::string> lines;
  if (day.unaccounted > 0) {
    lines.push_back(fmt::format("{} without a place in the register",
                                count_text(day.unaccounted, "message", "messages")));
  }
  for (const auto& name : day.trouble) lines.push_back(name + " cannot be reached");
  if (day.untold > 0) {
    lines.push_back(count_text(day.untold, "notice is", "notices are") + " still to be told");
  }
  if (calendar.runs_out_soon(today)) {
    lines.push_back(fmt::format("the calendar of {} ends with {}; install a newer one",
                                to_string(calendar.nation()), calendar.last_year()));
  }
  return lines;
}

}  // namespace redress::domain
