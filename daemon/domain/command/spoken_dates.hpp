#pragma once

#include "daemon/domain/command/grammar_words.hpp"
#include "daemon/domain/time.hpp"
#include "daemon/domain/working_calendar.hpp"

#include <optional>
#include <span>

namespace redress::domain {

/// Which of the days of one name is meant: a limit lies ahead, what happened lies behind.
enum class Direction { ahead, behind };

struct DateScene {
  Date today{};
  const WorkingCalendar* calendar{};  ///< null: working days are not understood
  Direction direction{Direction::ahead};
};

/// A date at the beginning of some words. `date` is an error where they look like one and are none
/// ("31 April").
struct DateMatch {
  std::size_t words{};
  Result<Date> date;
  bool span{};  ///< "5 working days", without "in"
};
std::optional<DateMatch> match_date(std::span<const Word> words, const DateScene& scene);

/// A time of day at the beginning of some words: "10:15", "9am", "9.30 pm", "noon".
struct ClockMatch {
  std::size_t words{};
  Result<TimeOfDay> time;
};
std::optional<ClockMatch> match_clock(std::span<const Word> words);

/// A moment: date, time of day, or both in any order.
struct MomentMatch {
  std::size_t words{};
  Result<Instant> moment;
};
std::optional<MomentMatch> match_moment(std::span<const Word> words, Instant now,
                                        const TimeZone& zone);

}  // namespace redress::domain
