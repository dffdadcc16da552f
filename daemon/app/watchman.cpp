#include "daemon/app/watchman.hpp"

#include "daemon/app/apart.hpp"
#include "daemon/app/case_updates.hpp"
#include "daemon/app/messages.hpp"
#include "daemon/app/system_notice.hpp"
#include "daemon/domain/office_hours.hpp"
#include "daemon/domain/review.hpp"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <iterator>

namespace redress::app {
namespace {

constexpr std::chrono::milliseconds k_longest_wait = std::chrono::minutes{1};
constexpr std::chrono::hours k_pause_after_bug{1};
constexpr std::chrono::milliseconds k_shortest_wait = std::chrono::milliseconds{200};

std::string_view not_done(domain::DeadlineKind kind) {
  switch (kind) {
    case domain::DeadlineKind::acknowledge: return "was not acknowledged by";
    case domain::DeadlineKind::contact: return "has heard from nobody by";
    case domain::DeadlineKind::respond: return "was not answered by";
    case domain::DeadlineKind::act: return "was not acted on by";
    case domain::DeadlineKind::review: return "has a measure that was to be looked at by";
  }
  return {};
}

domain::NewNotice overdue_notice(const ports::OverdueDeadline& late, const domain::TimeZone& zone,
                                 domain::Instant now) {
  const auto name = late.reference
                        ? late.reference->str()
                        : fmt::format("message {}", late.message ? late.message->value : 0);
  return {.kind = domain::NoticeKind::overdue,
          .key = fmt::format("overdue:{}:{}:{}", name, domain::to_string(late.kind),
                             domain::to_rfc3339(late.at)),
          .at = now,
          .reference = late.reference,
          .message = late.message,
          .text = fmt::format("{} {} {}, {}", name, not_done(late.kind),
                              domain::long_date(zone.date_of(late.at)),
                              domain::clock_text(zone.time_of_day(late.at)))};
}

}  // namespace

ports::Task<void> Watchman::run() {
  const auto longest = std::min<std::chrono::milliseconds>(
      k_longest_wait, office_.house.settings.notices.unread_mailbox);
  while (!office_.stopping) {
    auto wait = longest;
    try {
      const auto next = co_await make_round();
      if (next) {
        wait = std::clamp(std::chrono::milliseconds{*next - office_.ports.clock.now()},
                          k_shortest_wait, longest);
      }
    } catch (const std::exception& error) {
      if (is_fatal(error)) throw;
      office_.log.error("{} the store failed on a round: {}; it is tried again",
                        log_id::k_store_failed, error.what());
    }
    if (!office_.stopping) co_await office_.untold.wait(wait);
  }
}

ports::Task<std::optional<domain::Instant>> Watchman::make_round() {
  const auto now = office_.ports.clock.now();
  co_await note_overdue(now);
  co_await note_unread(now);
  const auto next = co_await tell(now);
  undone_ = !co_await duties_.make_round(now);
  if (now >= daily_from_) {
    const auto today = domain::to_iso(office_.house.zone.date_of(now));
    const auto daily =
        co_await apart(office_, "the mail of the morning", today, daily_.make_round(now));
    if (daily == Outcome::failed) daily_from_ = now + k_pause_after_bug;
    undone_ = undone_ || daily == Outcome::again;
  }
  co_return next;
}

ports::Task<void> Watchman::note_overdue(domain::Instant now) {
  const auto late = co_await office_.ports.outbox.overdue(now);
  if (late.empty()) co_return;
  auto work = co_await office_.ports.cases.begin();
  domain::Change change;
  std::set<std::string> reviews;  // two measures of a case may have the same day
  for (const auto& one : late) {
    auto notice = overdue_notice(one, office_.house.zone, now);
    if (one.kind == domain::DeadlineKind::review && one.reference) {
      if (reviews.insert(notice.key).second) co_await tell_review(*work, one, now);
      continue;
    }
    office_.log.error("{} {}", log_id::k_overdue, notice.text);
    change.events.push_back(
        {.reference = one.reference,
         .message = one.message,
         .at = now,
         .actor = "redressd",
         .what = "promise_overdue",
         .facts = fmt::format(R"({{"kind":"{}","at":"{}"}})", domain::to_string(one.kind),
                              domain::to_rfc3339(one.at)),
         .personal = {}});
    change.notices.push_back(std::move(notice));
  }
  co_await work->apply(change);
  co_await work->commit();
  office_.unsent.notify();
}

/// The day has come on which a person looks at a measure again: a mail of its own says so. The
/// notice, which that mail has told already, keeps it from being said twice.
ports::Task<void> Watchman::tell_review(ports::UnitOfWork& work, const ports::OverdueDeadline& due,
                                        domain::Instant now) {
  domain::Change change;
  auto notice = overdue_notice(due, office_.house.zone, now);
  const auto file = co_await work.case_file(*due.reference);
  if (file) {
    const auto day = office_.house.zone.date_of(due.at);
    for (const auto& order : domain::review_letters(*file, office_.house.policy, day, now)) {
      auto mails = letters_.write(order, now);
      if (!mails) throw std::logic_error(mails.error().text);
      std::move(mails->begin(), mails->end(), std::back_inserter(change.mails));
    }
  }
  // Nobody to write to: the notice is told like any other.
  if (!change.mails.empty()) change.told.push_back(notice.key);
  change.notices.push_back(std::move(notice));
  change.events.push_back(
      {.reference = due.reference,
       .message = {},
       .at = now,
       .actor = "redressd",
       .what = "review_due",
       .facts = domain::to_json({{"at", domain::to_rfc3339(due.at)},
                                 {"day", domain::to_iso(office_.house.zone.date_of(due.at))}}),
       .personal = {}});
  change.touched.push_back(*due.reference);
  co_await add_updates(office_, work, change);
  co_await work.apply(change);
}

/// A server that is down for too long, told once each time it goes down.
ports::Task<void> Watchman::note_unread(domain::Instant now) {
  const auto patience = office_.house.settings.notices.unread_mailbox;
  const auto& zone = office_.house.zone;
  domain::Change change;
  const auto look = [&](const ServerHealth& server, std::string_view what) {
    if (!server.down_since() || now - *server.down_since() < patience) return;
    const auto since = *server.down_since();
    const auto key = fmt::format("down:{}:{}", server.name(), domain::to_rfc3339(since));
    if (told_down_.contains(key)) return;
    const auto text =
        fmt::format("{} since {}, {}: {}", what, domain::long_date(zone.date_of(since)),
                    domain::clock_text(zone.time_of_day(since)),
                    server.text().empty() ? "not reached yet" : server.text());
    office_.log.error("{} {}", log_id::k_mailbox_unread, text);
    change.notices.push_back(system_notice(key, text, now));
  };
  for (const auto& mailbox : office_.mailboxes) {
    look(mailbox, fmt::format("mailbox {} has not been read", mailbox.name()));
  }
  // Only where something waits for it: a server that nothing was sent by is not known to be down.
  if (!office_.smtp.text().empty()) look(office_.smtp, "no mail could be sent");
  if (change.notices.empty()) co_return;
  auto work = co_await office_.ports.cases.begin();
  co_await work->apply(change);
  co_await work->commit();
  for (const auto& notice : change.notices) told_down_.insert(notice.key);
}

ports::Task<std::optional<domain::Instant>> Watchman::tell(domain::Instant now) {
  const auto& house = office_.house;
  auto untold = co_await office_.ports.outbox.untold();
  // A limit ends at night, and nobody can do anything about it then: staff hear of it when they are
  // in. What waits for a person, a danger and a failure of the service are told at once.
  if (!domain::staff_are_in(house.policy, house.calendar, house.zone, now)) {
    std::erase_if(untold, [](const ports::UntoldNotice& one) {
      return one.notice.kind == domain::NoticeKind::overdue;
    });
  }
  if (untold.empty()) co_return std::nullopt;
  const auto gathered = untold.front().notice.at + house.settings.notices.gather;
  if (gathered > now) co_return gathered;
  domain::Change change;
  for (const auto& one : untold) change.told.push_back(one.notice.key);
  auto mails = letters_.write_notices(untold, now);
  if (!mails) throw std::logic_error(mails.error().text);
  if (mails->empty()) {
    office_.log.error("{} {} notices, and nobody is administrator or complaints-manager",
                      log_id::k_nobody_to_tell, untold.size());
  }
  change.mails = std::move(*mails);
  auto work = co_await office_.ports.cases.begin();
  co_await work->apply(change);
  office_.fault("notices.commit");
  co_await work->commit();
  office_.unsent.notify();
  co_return std::nullopt;
}

}  // namespace redress::app
