#pragma once

#include "daemon/domain/change.hpp"
#include "daemon/domain/policy.hpp"
#include "daemon/domain/reminders/day.hpp"
#include "daemon/domain/staff.hpp"
#include "daemon/domain/working_calendar.hpp"

#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace redress::domain {

/// The parts of a day's mail, in the order in which they are read.
enum class DayPart { reminders, overdue, due, held, fresh, open, waiting, failed, quarantined };
inline constexpr std::array k_day_parts{DayPart::reminders, DayPart::overdue, DayPart::due,
                                        DayPart::held,      DayPart::fresh,   DayPart::open,
                                        DayPart::waiting,   DayPart::failed,  DayPart::quarantined};
std::string_view to_string(DayPart part);  ///< "reminders" …

/// So many rows of a part are shown; the rest is counted.
inline constexpr std::size_t k_part_rows = 8;
/// So many reminders: who is not shown one was not reminded.
inline constexpr std::size_t k_reminder_rows = 200;
/// What ends within so many working days is due.
inline constexpr int k_due_days = 5;

/// What one member of staff reads in the morning.
struct DaySheet {
  struct Part {
    std::size_t count{};
    std::vector<DayRow> rows;  ///< the most urgent, at most k_part_rows or k_reminder_rows
  };
  const StaffMember* reader{};
  bool team{};  ///< reads of all cases that are not kept from them, and of the house
  std::map<DayPart, Part> parts;

  std::size_t count(DayPart part) const;
  /// Whether anything stands in it that its reader should look at. Waiting alone is no reason.
  bool has_work() const;
};

/// What is wanted of a round.
struct DayPlan {
  Date today{};  ///< a working day
  Instant now;
  bool reminders{true};
  bool digest{true};
  std::string team_to;  ///< role
};

/// Deals the rows of a morning out to their readers (SYS-06, CILEX-09). Keeps what will be shown
/// and counts the rest: its size is bounded by the number of staff. What it is given outlives it.
class DaySheets {
 public:
  DaySheets(const Policy& policy, const Staff& staff, const WorkingCalendar& calendar,
            const TimeZone& zone, DayPlan plan);

  /// Rows of a kind come in order of their time.
  void add(const DayRow& row);

  /// Of everybody who is to read something, or may be told that there is nothing.
  std::vector<DaySheet> take();
  /// Who is shown which reminder, once the sheets were taken.
  std::vector<ReminderTold> take_told() { return std::move(told_); }
  /// Where the calendar did not cover a day: that limit has no reminder.
  const std::optional<Error>& error() const { return error_; }

 private:
  using Readers = std::vector<const StaffMember*>;

  void add_promise(const DayRow& row);
  /// Reminds whoever the rung of the day names; returns them.
  Readers remind(const DayRow& row, const std::vector<std::string>& owners);
  void tell_owners_and_team(const DayRow& row, DayPart part, const std::vector<std::string>& owners,
                            const Readers& but);
  /// Whether anybody of the team may read of it.
  bool tell_team(const DayRow& row, DayPart part, const Readers& but);
  void tell_team_or_others(const DayRow& row, DayPart part);
  std::vector<std::string> owners_of(const DayRow& row) const;
  Readers readers(const DayRow& row, const std::vector<std::string>& owners, std::string_view to);
  std::optional<int> rung_of(const DayRow& row);
  void put(const StaffMember* reader, DayPart part, const DayRow& row);
  void put_reminder(const StaffMember* reader, const DayRow& row, int rung);
  void show_reminders(DaySheet& sheet);
  template <class Value>
  std::optional<Value> noted(Result<Value> result);

  const Policy& policy_;
  const Staff& staff_;
  const WorkingCalendar& calendar_;
  const TimeZone& zone_;
  DayPlan plan_;
  std::optional<Date> due_until_;
  Readers team_;
  std::map<const StaffMember*, DaySheet> sheets_;
  struct Reminder {
    DayRow row;
    int rung{};
  };
  /// Those of the day itself, and all others.
  std::map<const StaffMember*, std::array<std::vector<Reminder>, 2>> reminders_;
  std::vector<ReminderTold> told_;
  std::map<DeadlineKind, std::vector<ReminderRule>> ladders_;
  std::map<std::pair<DeadlineKind, Date>, std::optional<int>> rungs_;
  std::map<std::string, Readers, std::less<>> known_readers_;
  std::optional<Error> error_;
};

/// Promises that end before it are read: whatever a rung may speak of on that day, or is due soon.
/// Error: settings, where the calendar does not cover it.
Result<Instant> day_horizon(const Policy& policy, Date today, const WorkingCalendar& calendar,
                            const TimeZone& zone);

}  // namespace redress::domain
