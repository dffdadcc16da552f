#include "daemon/domain/command/command.hpp"
#include "daemon/domain/command/spoken_dates.hpp"
#include "daemon/domain/command/spoken_numbers.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace redress::domain {
namespace {

using Words = std::span<const Word>;

Error no_moment(std::string text) {
  return fail(ErrorCode::invalid_input, std::move(text));
}

std::string_view at(Words words, std::size_t i) {
  return i < words.size() ? std::string_view{words[i].text} : std::string_view{};
}

/// "am" or "pm", at the end of a word or as one; takes it off.
std::optional<bool> take_afternoon(std::string_view& word) {
  for (const auto& [ending, afternoon] :
       {std::pair{"am", false}, {"a.m", false}, {"pm", true}, {"p.m", true}}) {
    if (!word.ends_with(ending)) continue;
    word.remove_suffix(std::string_view{ending}.size());
    return afternoon;
  }
  return std::nullopt;
}

Result<TimeOfDay> clock(int hour, int minute, std::optional<bool> afternoon) {
  if (minute > 59 || hour > (afternoon ? 12 : 23) || (afternoon && hour == 0)) {
    return no_moment(fmt::format("{}:{:02} is no time of day", hour, minute));
  }
  if (afternoon) hour = hour % 12 + (*afternoon ? 12 : 0);
  return TimeOfDay{hour * 60 + minute};
}

/// "2027-03-12T10:15:00Z", for scripts; its seconds are left out.
std::optional<MomentMatch> exact(Words words) {
  auto text = std::string{at(words, 0)};
  if (text.size() < 20 || text[10] != 't') return std::nullopt;
  const auto moment = parse_rfc3339(text);
  if (!moment) return std::nullopt;
  return MomentMatch{1, Instant{std::chrono::floor<std::chrono::minutes>(*moment)}};
}

/// What is written must have happened, and not before computers count.
Result<Instant> passed(Instant moment, Instant now, const TimeZone& zone) {
  constexpr Instant k_first{std::chrono::days{1}};
  if (moment < k_first) return no_moment("that is too long ago");
  if (moment <= now) return moment;
  return no_moment(fmt::format("{} {} lies ahead; it must have happened",
                               long_date(zone.date_of(moment)),
                               clock_text(zone.time_of_day(moment))));
}

struct Parts {
  std::size_t words{};
  std::optional<Result<Date>> date;
  std::optional<Result<TimeOfDay>> time;
};

/// Date and time in the order in which they stand, each at most once.
Parts parts_of(Words words, const DateScene& scene) {
  Parts out;
  for (int i = 0; i < 2; ++i) {
    auto rest = words.subspan(out.words);
    const bool joined = out.words > 0 && (at(rest, 0) == "at" || at(rest, 0) == "on");
    if (joined) rest = rest.subspan(1);
    auto date = out.date ? std::nullopt : match_date(rest, scene);
    auto time = out.time || date ? std::nullopt : match_clock(rest);
    if (!date && !time) break;
    out.words += (joined ? 1U : 0U) + (date ? date->words : time->words);
    if (date) out.date = std::move(date->date);
    if (time) out.time = std::move(time->time);
  }
  return out;
}

}  // namespace

std::optional<ClockMatch> match_clock(std::span<const Word> words) {
  if (at(words, 0) == "noon" || at(words, 0) == "midday") return ClockMatch{1, TimeOfDay{12 * 60}};
  auto word = at(words, 0);
  auto afternoon = take_afternoon(word);
  const auto mark = std::min(word.find_first_of(":."), word.size());
  const auto hour = whole_number(word.substr(0, mark), 2);
  const auto minute =
      mark == word.size() ? std::optional{0} : whole_number(word.substr(mark + 1), 2);
  if (!hour || !minute || (mark < word.size() && word.size() != mark + 3)) return std::nullopt;
  std::size_t used = 1;
  if (!afternoon) {
    auto next = at(words, 1);
    if (next.size() <= 3) afternoon = take_afternoon(next);
    if (afternoon && next.empty()) used = 2;
    if (!next.empty()) afternoon.reset();
  }
  if (mark == word.size() && !afternoon) return std::nullopt;  // a bare number is no time
  return ClockMatch{used, clock(*hour, *minute, afternoon)};
}

std::optional<MomentMatch> match_moment(std::span<const Word> words, Instant now,
                                        const TimeZone& zone) {
  if (at(words, 0) == "now") {
    return MomentMatch{1, Instant{std::chrono::floor<std::chrono::minutes>(now)}};
  }
  if (auto match = exact(words)) return MomentMatch{1, passed(*match->moment, now, zone)};
  const auto today = zone.date_of(now);
  const auto parts = parts_of(words, {today, nullptr, Direction::behind});
  if (parts.words == 0) return std::nullopt;
  if (parts.date && !*parts.date) return MomentMatch{parts.words, parts.date->error()};
  if (parts.time && !*parts.time) return MomentMatch{parts.words, parts.time->error()};
  const auto date = parts.date ? **parts.date : today;
  const auto moment = zone.at(date, parts.time ? **parts.time : TimeOfDay{0});
  return MomentMatch{parts.words, passed(moment, now, zone)};
}

Result<Instant> parse_spoken_moment(std::string_view text, Instant now, const TimeZone& zone) {
  const auto words = words_of(fold_head(clean_command(excerpt(text, k_command_head_bytes))).text);
  const auto match = match_moment(words, now, zone);
  if (match && (match->words == words.size() || !match->moment)) return match->moment;
  return no_moment(
      fmt::format("\"{}\" is no moment; write 3 March 10:15, yesterday 9am or "
                  "2027-03-03 10:15",
                  excerpt(text)));
}

}  // namespace redress::domain
