#pragma once

#include "daemon/domain/case.hpp"
#include "daemon/domain/command/verbs.hpp"
#include "daemon/domain/policy.hpp"
#include "daemon/domain/staff.hpp"
#include "daemon/domain/working_calendar.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace redress::domain {

/// What a person wrote, understood.
struct Command {
  Verb verb{};
  /// Arguments that are words, by the argument's name, in their normal form: an address (key) for a
  /// member of staff, a role, a name of the policy, a number, a reference.
  std::map<std::string, std::string, std::less<>> words;
  std::optional<Date> date;
  std::optional<Instant> moment;
  std::optional<Person> person;
  std::string text;        ///< after ":" or "because"; line ends kept, no other control characters
  bool confirmed{};        ///< "yes" in its head, or alone on its last line
  std::string understood;  ///< in normal form: "/assign jo@example.org because she knows it"

  std::string word(std::string_view name) const;
  bool has(std::string_view name) const { return words.contains(name); }
};

/// What the words may mean.
struct CommandContext {
  const Policy& policy;
  const Staff& staff;
  const WorkingCalendar& calendar;
  const TimeZone& zone;
  Instant now;
};

/// Bounds of what is read, in bytes.
inline constexpr std::size_t k_command_bytes = 64U << 10U;
inline constexpr std::size_t k_command_head_bytes = 2000;

/// Reads one command: "/verb ARGUMENTS [because|: TEXT] [yes]". Forgiving of case of letters, of
/// the order of arguments, of leading words ("to", "until", "by"); the slash may be missing. A text
/// runs to the end, over all lines. Error: invalid_input; one or two sentences that say what was
/// not understood, and what may stand there.
Result<Command> parse_command(std::string_view text, const CommandContext& context);

/// A date as people write it, from `today`: "12 March" (the next one), "12 March 2027", "12/3/2027"
/// (day first), "2027-03-12", "today", "tomorrow", "Friday" (the next one), "in 5 working days",
/// "in 2 weeks", "5 working days". Past dates only with a year. Error: invalid_input.
Result<Date> parse_spoken_date(std::string_view text, Date today, const WorkingCalendar& calendar);

/// A moment in the past: a date (the last one, where it has no year) with or without a time of day,
/// "3 March 10:15", "yesterday 9am"; without a time 00:00. Error: invalid_input.
Result<Instant> parse_spoken_moment(std::string_view text, Instant now, const TimeZone& zone);

/// The reference page: every verb, or one. Plain text for terminals and mails, 72 columns.
std::string command_help(const VerbRow* only);
/// The same as a section of redressctl(1), in roff.
std::string command_manual();
/// Words that may follow what was typed so far, for completion: verbs, then what the next argument
/// may be.
std::vector<std::string> complete_command(std::string_view typed, const CommandContext& context);
/// The same as whole lines: what was typed, with one of those words at its end.
std::vector<std::string> completed_lines(std::string_view typed, const CommandContext& context);

}  // namespace redress::domain
