#include "daemon/app/daily_mail.hpp"

#include "daemon/app/alone.hpp"
#include "daemon/app/daily_letter.hpp"
#include "daemon/app/system_notice.hpp"
#include "daemon/domain/reminders/daily_hours.hpp"
#include "daemon/domain/reminders/ladder.hpp"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <iterator>
#include <stdexcept>
#include <utility>

namespace redress::app {
namespace {

/// After a start mailboxes get so long before the mails are written without a look into them.
constexpr std::chrono::minutes k_first_look{10};
/// A notice that waits for longer than it is gathered, and so much, should have been told.
constexpr std::chrono::hours k_untold{1};

domain::NewEvent round_event(const domain::DailyRound& round, std::size_t mails) {
  return {.reference = {},
          .message = {},
          .at = round.at,
          .actor = "redressd",
          .what = "daily_mails",
          .facts = domain::to_json({{"day", domain::to_iso(round.day)},
                                    {"mails", std::to_string(mails)},
                                    {"reminders", std::to_string(round.told.size())}}),
          .personal = {}};
}

}  // namespace

/// Not before the hour that is set, and not when staff have gone home: what was missed then is told
/// on the next working day.
bool DailyMail::is_time(domain::Instant now) const {
  const auto& house = office_.house;
  return domain::daily_hours(house.policy, house.settings.digest.at)
      .contains(house.zone.time_of_day(now));
}

/// What came in while the program was down belongs into the mails of the day.
bool DailyMail::has_looked(domain::Instant now) const {
  if (office_.intake_over || now - started_ >= k_first_look) return true;
  return std::all_of(office_.mailboxes.begin(), office_.mailboxes.end(),
                     [](const ServerHealth& mailbox) { return mailbox.looked(); });
}

ports::Task<void> DailyMail::take_back(domain::Instant now) {
  const auto& zone = office_.house.zone;
  const auto before = is_time(now) ? zone.at(zone.date_of(now), domain::TimeOfDay{0}) : now;
  const auto count = co_await office_.ports.daily.take_back(before, now);
  if (count > 0) {
    office_.log.info("{} daily mails could not be sent on their day; the next ones tell it", count);
  }
}

ports::Task<void> DailyMail::make_round(domain::Instant now) {
  co_await take_back(now);
  const auto& settings = office_.house.settings;
  if (!settings.digest.enabled && !settings.notices.reminders) co_return;
  const auto today = office_.house.zone.date_of(now);
  if (done_ == today || !is_time(now) || !has_looked(now)) co_return;
  const auto calendar = domain::with_years_around(office_.house.calendar, today);
  const bool worked = calendar.is_working_day(today).value();
  if (worked && !co_await office_.ports.daily.is_done(today, now)) {
    co_await write_mails(calendar, today, now);
  }
  done_ = today;
}

bool DailyMail::wants_mail(const domain::DaySheet& sheet, const domain::HouseDay& day,
                           domain::Date today) const {
  if (sheet.has_work()) return true;
  if (!sheet.team) return false;
  return office_.house.settings.digest.all_clear ||
         !domain::house_lines(day, office_.house.calendar, today).empty();
}

domain::Change DailyMail::round_of(domain::DaySheets& sheets, const domain::HouseDay& day,
                                   domain::Date today, domain::Instant now) {
  domain::Change change;
  for (const auto& sheet : sheets.take()) {
    if (!wants_mail(sheet, day, today)) continue;
    auto mails = letters_.write(daily_order(office_.house, sheet, day, now), now);
    if (!mails) throw std::logic_error(mails.error().text);
    std::move(mails->begin(), mails->end(), std::back_inserter(change.mails));
  }
  change.daily = domain::DailyRound{.day = today,
                                    .at = now,
                                    .newest_case = day.newest_case,
                                    .newest_message = day.newest_message,
                                    .told = sheets.take_told()};
  change.events.push_back(round_event(*change.daily, change.mails.size()));
  return change;
}

/// `calendar`: the house's own; where that ends soon, one that goes on.
ports::Task<void> DailyMail::write_mails(const domain::WorkingCalendar& calendar,
                                         domain::Date today, domain::Instant now) {
  const auto& house = office_.house;
  const auto& digest = house.settings.digest;
  const auto known = domain::day_horizon(house.policy, today, house.calendar, house.zone);
  const auto until = domain::day_horizon(house.policy, today, calendar, house.zone);
  domain::DaySheets sheets{house.policy,
                           house.settings.staff,
                           calendar,
                           house.zone,
                           {.today = today,
                            .now = now,
                            .reminders = house.settings.notices.reminders,
                            .digest = digest.enabled,
                            .team_to = digest.team_to}};
  const auto day = co_await office_.ports.daily.read(
      {.today = today,
       .now = now,
       .until = until.value(),
       .untold_since = now - house.settings.notices.gather - k_untold,
       .names = digest.complainant_names},
      [&sheets](const domain::DayRow& row) { sheets.add(row); });
  const auto change = round_of(sheets, day, today, now);
  {
    auto work = co_await office_.ports.cases.begin();
    co_await work->apply(change);
    office_.fault("daily.commit");
    co_await work->commit();
  }
  office_.unsent.notify();
  const auto error = known ? sheets.error() : std::optional{known.error()};
  if (error) co_await tell_error(*error, today, now);
}

/// Once a day: whoever looks after the program must know that reminders go by weekdays alone, or
/// that a limit has none.
ports::Task<void> DailyMail::tell_error(const domain::Error& error, domain::Date today,
                                        domain::Instant now) {
  domain::Change change;
  change.notices.push_back(
      system_notice("daily:" + domain::to_iso(today),
                    "staff may be reminded of limits on the wrong day: " + error.text, now));
  co_await apply_alone(office_, std::move(change));
}

}  // namespace redress::app
