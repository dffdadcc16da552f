#include "daemon/app/duties.hpp"

#include "daemon/app/alone.hpp"
#include "daemon/app/apart.hpp"
#include "daemon/app/report_letter.hpp"
#include "daemon/app/staff_readers.hpp"
#include "daemon/app/system_notice.hpp"
#include "daemon/domain/office_hours.hpp"

#include <fmt/format.h>

#include <stdexcept>
#include <utility>

namespace redress::app {
namespace {

domain::NewEvent event_of(std::string what, const domain::Fields& facts, domain::Instant at) {
  return {.reference = {},
          .message = {},
          .at = at,
          .actor = "redressd",
          .what = std::move(what),
          .facts = domain::to_json(facts),
          .personal = {}};
}

/// Adds the mails of a letter that the house itself wrote: it must be there.
void add_mails(domain::Change& change, domain::Result<std::vector<domain::NewMail>> mails) {
  if (!mails) throw std::logic_error(mails.error().text);
  for (auto& mail : *mails) change.mails.push_back(std::move(mail));
}

}  // namespace

ports::Task<bool> Duties::make_round(domain::Instant now) {
  const auto& house = office_.house;
  const auto today = house.zone.date_of(now);
  if (watched_ != today) {
    const auto watched = co_await apart(office_, "the look at the calendar", domain::to_iso(today),
                                        watch_calendar(today, now));
    if (watched == Outcome::again) co_return false;
    watched_ = today;
  }
  if (looked_ == today || !domain::staff_are_in(house.policy, house.calendar, house.zone, now)) {
    co_return true;
  }
  if (!co_await make_day(today, now)) co_return false;
  looked_ = today;
  co_return true;
}

ports::Task<bool> Duties::make_day(domain::Date today, domain::Instant now) {
  const auto& policy = office_.house.policy;
  bool done = true;
  if (policy.review) {
    const auto due = domain::to_iso(domain::review_due(*policy.review));
    const auto reminded = co_await apart(office_, "the reminder of the policy's review", due,
                                         remind_of_review(today, now));
    done = reminded != Outcome::again;
  }
  for (const auto& rule : policy.reports) {
    if (office_.stopping) break;
    const auto until = domain::to_iso(domain::last_period(rule, today).last);
    const auto sent = co_await apart(office_, fmt::format("the report \"{}\"", rule.name), until,
                                     send_report(rule, today, now));
    done = done && sent != Outcome::again;
  }
  co_return done;
}

ports::Task<void> Duties::watch_calendar(domain::Date today, domain::Instant now) {
  const auto& calendar = office_.house.calendar;
  if (!calendar.runs_out_soon(today)) co_return;
  const auto key =
      fmt::format("calendar:{}:{}", to_string(calendar.nation()), calendar.last_year());
  if (co_await office_.ports.reports.is_noted(key)) co_return;
  domain::Change change;
  change.notices.push_back(system_notice(
      key,
      fmt::format("the calendar of {} ends with {}, and no limit beyond it can be counted; install "
                  "a newer one",
                  to_string(calendar.nation()), calendar.last_year()),
      now));
  co_await apply_alone(office_, std::move(change));
}

ports::Task<void> Duties::remind_of_review(domain::Date today, domain::Instant now) {
  const auto& rule = office_.house.policy.review;
  if (!rule) co_return;
  const auto due = domain::review_due(*rule);
  const auto day = domain::review_reminder(due, today);
  if (!day) co_return;
  const auto key = fmt::format("policy-review:{}:{}", domain::to_iso(due), domain::to_iso(*day));
  if (co_await office_.ports.reports.is_noted(key)) co_return;
  domain::Change change;
  change.notices.push_back(system_notice(
      key, fmt::format("the review of the policy is due by {}", domain::long_date(due)), now));
  change.told.push_back(key);  // by the mail of this change
  change.events.push_back(event_of(
      "policy_review_reminded", {{"due", domain::to_iso(due)}, {"role", rule->owner_role}}, now));
  add_mails(change, letters_.write(review_order(office_.house, *rule, now), now));
  co_await apply_alone(office_, std::move(change));
}

ports::Task<void> Duties::send_report(const domain::ReportRule& rule, domain::Date today,
                                      domain::Instant now) {
  const auto& house = office_.house;
  const auto period = domain::last_period(rule, today);
  const auto key = fmt::format("report:{}:{}", rule.name, domain::to_iso(period.last));
  if (co_await office_.ports.reports.is_noted(key)) co_return;
  const auto since = co_await office_.ports.reports.in_use_since();
  if (!since || house.zone.date_of(*since) > period.last) co_return;  // there was nothing to report
  if (staff_of(house.settings.staff, rule.reader).empty()) {
    co_return co_await regret(rule, period, key,
                              fmt::format("give one [[staff]] the role \"{}\"", rule.reader), now);
  }
  office_.fault("report.count");
  const auto report = co_await office_.ports.reports.report(
      house_of(house), period, domain::detail_of(rule, house.policy), now);
  if (!report) co_return co_await regret(rule, period, key, report.error().text, now);
  std::vector<Chart> charts;
  if (office_.ports.charts != nullptr) {
    charts = co_await draw_charts(*report, *office_.ports.charts, office_.log,
                                  [this] { return office_.stopping; });
  }
  if (office_.stopping) co_return;  // it goes out whole, by whoever comes after
  co_await mail_report(rule, *report, charts, key, now);
}

ports::Task<void> Duties::mail_report(const domain::ReportRule& rule, const domain::Report& report,
                                      const std::vector<Chart>& charts, const std::string& key,
                                      domain::Instant now) {
  const auto& house = office_.house;
  domain::Change change;
  const auto until = domain::to_iso(report.period.last);
  change.notices.push_back(
      system_notice(key, fmt::format("report \"{}\" up to {}", rule.name, until), now));
  change.told.push_back(key);  // by the mails of this change
  change.events.push_back(event_of(
      "report_sent", {{"report", rule.name}, {"until", until}, {"role", rule.reader}}, now));
  for (const auto& reader : staff_of(house.settings.staff, rule.reader)) {
    add_mails(change,
              letters_.write(report_order(house, rule.title, report, charts, {reader}, now), now));
  }
  co_await apply_alone(office_, std::move(change));
}

/// Says once that a report did not go out. It still does when what is wrong is mended.
ports::Task<void> Duties::regret(const domain::ReportRule& rule, domain::ReportPeriod period,
                                 const std::string& key, const std::string& why,
                                 domain::Instant now) {
  const auto regretted = key + ":regret";
  if (co_await office_.ports.reports.is_noted(regretted)) co_return;
  domain::Change change;
  change.notices.push_back(
      system_notice(regretted,
                    fmt::format("the report \"{}\" up to {} went to nobody: {}", rule.name,
                                domain::to_iso(period.last), why),
                    now));
  co_await apply_alone(office_, std::move(change));
}

}  // namespace redress::app
