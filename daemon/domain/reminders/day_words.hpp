#pragma once

#include "daemon/domain/policy.hpp"
#include "daemon/domain/reminders/day_sheets.hpp"
#include "daemon/domain/staff.hpp"
#include "daemon/domain/working_calendar.hpp"

#include <string>
#include <vector>

namespace redress::domain {

/// What the words of a day's mail are made with; refers to what outlives it.
struct DayWords {
  const Policy& policy;
  const Staff& staff;
  const WorkingCalendar& calendar;
  const TimeZone& zone;
  Date today{};
  Instant now;

  /// "CIM-2026-000123", "message 12"; empty for what is of neither.
  static std::string name(const DayRow& row);
  /// One line on it, without its name: "answer due Friday 27 November 2026, in 3 working days;
  /// stage 1; membership; Jo Bloggs". No words of a complaint (CIM-10).
  std::string text(const DayRow& row) const;
  /// "today", "in 3 working days", "2 working days ago"; empty where the calendar does not tell.
  std::string distance(Date day) const;

 private:
  std::string promise_text(const DayRow& row) const;
  std::string case_text(const DayRow& row) const;
  std::string date_text(Instant at) const;
};

/// What is in a sheet, in one line: "1 reminder, 2 overdue, 3 due soon". Empty where nothing is.
/// With `most`, so many parts of it.
std::string headline(const DaySheet& sheet, std::size_t most = k_day_parts.size());

/// In its place where nothing is in it that wants its reader: the team hears how many cases are
/// open.
std::string nothing_line(const DaySheet& sheet, const HouseDay& day);

/// The mailboxes in one line (SYS-02): "seen 41: complaint 6, …, duplicate 1, quarantined 0;
/// unaccounted 0".
std::string ledger_line(const HouseDay& day);

/// What of the house itself wants a person, a line each; empty where all is well.
std::vector<std::string> house_lines(const HouseDay& day, const WorkingCalendar& calendar,
                                     Date today);

}  // namespace redress::domain
