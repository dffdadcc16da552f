#include "daemon/adapters/sqlite/daily.hpp"

#include "daemon/adapters/sqlite/daily_rows.hpp"
#include "daemon/adapters/sqlite/erasure_rows.hpp"
#include "daemon/adapters/sqlite/event_chain.hpp"
#include "daemon/adapters/sqlite/snapshot.hpp"

#include <fmt/format.h>

#include <string_view>

namespace redress::adapters {
namespace {

/// A clock that is put right by so much did not run ahead: the day keeps the mails that it has.
constexpr std::chrono::hours k_slack{1};

std::int64_t number(Connection& connection, std::string_view sql) {
  Query query{connection, sql};
  return query.step() ? query.integer(0) : 0;
}

void count_ledger(Connection& connection, std::int64_t known_message, domain::HouseDay& day) {
  Query query{connection,
              "SELECT state, coalesce(kind, ''), count(*) FROM message WHERE id > ? GROUP BY 1, 2"};
  query.with(known_message);
  while (query.step()) {
    const auto rows = query.integer(2);
    day.seen += rows;
    switch (stored(domain::message_state(query.text(0)))) {
      case domain::MessageState::journalled: day.unread += rows; break;
      case domain::MessageState::duplicate: day.duplicate += rows; break;
      case domain::MessageState::quarantined: day.quarantined += rows; break;
      case domain::MessageState::held: day.held += rows; [[fallthrough]];
      case domain::MessageState::recorded:
      case domain::MessageState::history:
        day.kinds[stored(domain::message_kind(query.text(1)))] += rows;
        break;
    }
  }
  day.unaccounted = number(connection, "SELECT count(*) FROM message WHERE state = 'journalled'") +
                    number(connection,
                           "SELECT coalesce(sum(r.missing), 0) FROM reconciliation r JOIN mailbox b"
                           " ON b.id = r.mailbox_id WHERE b.id = (SELECT max(n.id) FROM mailbox n"
                           " WHERE n.name = b.name AND n.folder = b.folder)");
}

ToldDay read_told(Connection& connection, domain::Instant until) {
  // The greatest: what was told as new is not new again.
  Query last{connection,
             "SELECT coalesce(max(newest_case), 0), coalesce(max(newest_message), 0), count(*) = 0"
             " FROM daily_round WHERE at <= ?"};
  last.with(until).step();
  return {last.integer(0), last.integer(1), last.integer(2) != 0, until};
}

struct UnsentMail {
  std::int64_t id{};
  std::string person, at;
};

std::vector<UnsentMail> unsent_daily(Connection& connection, domain::Instant before) {
  std::vector<UnsentMail> mails;
  Query query{connection,
              "SELECT id, recipient_key, created FROM outbox WHERE state IN ('pending', 'unknown')"
              " AND template = 'digest' AND created < ?"};
  query.with(before);
  while (query.step()) mails.push_back({query.integer(0), query.text(1), query.text(2)});
  return mails;
}

void delete_mail(Connection& connection, const UnsentMail& mail) {
  withdraw_mail(connection, mail.id);
  Query{connection, "DELETE FROM reminder WHERE person = ? AND at = ?"}
      .with(mail.person, mail.at)
      .run();
  // For whoever has read it a case is new twice then, which is better than never.
  Query{connection, "DELETE FROM daily_round WHERE at = ?"}.with(mail.at).run();
}

}  // namespace

bool is_daily_done(Connection& connection, domain::Date day, domain::Instant now) {
  Query query{connection, "SELECT 1 FROM daily_round WHERE day = ? AND at <= ?"};
  return query.with(domain::to_iso(day), now + k_slack).step();
}

std::size_t take_back_daily(Connection& connection, domain::Instant before, domain::Instant now) {
  const auto mails = unsent_daily(connection, before);
  if (mails.empty()) return 0;
  Transaction transaction{connection};
  for (const auto& mail : mails) delete_mail(connection, mail);
  append_event(connection,
               {.reference = {},
                .message = {},
                .at = now,
                .actor = "redressd",
                .what = "daily_mails_taken_back",
                .facts = fmt::format(R"({{"mails":{}}})", mails.size()),
                .personal = {}},
               {});
  transaction.commit();
  return mails.size();
}

domain::HouseDay read_day(Connection& connection, const domain::DayQuery& query,
                          const std::function<void(const domain::DayRow&)>& each) {
  domain::HouseDay day;
  const auto told = read_told(connection, query.now + k_slack);
  day.first = told.first;
  day.newest_case = number(connection, "SELECT coalesce(max(id), 0) FROM complaint_case");
  day.newest_message = number(connection, "SELECT coalesce(max(id), 0) FROM message");
  read_day_rows(connection, query, told, each);
  count_ledger(connection, told.newest_message, day);
  day.open = number(connection,
                    "SELECT count(*) FROM complaint_case WHERE status NOT IN ('closed', 'final')");
  Query untold{connection, "SELECT count(*) FROM notice WHERE told = 0 AND at < ?"};
  if (untold.with(query.untold_since).step()) day.untold = untold.integer(0);
  Query trouble{connection, "SELECT name FROM mailbox_trouble ORDER BY name"};
  while (trouble.step()) day.trouble.push_back(trouble.text(0));
  return day;
}

void write_daily(Connection& connection, const domain::DailyRound& round) {
  const auto ahead = round.at + k_slack;
  Query{connection, "DELETE FROM daily_round WHERE at > ?"}.with(ahead).run();
  Query{connection, "DELETE FROM reminder WHERE at > ?"}.with(ahead).run();
  Query{connection,
        "INSERT INTO daily_round (day, at, newest_case, newest_message) VALUES (?,?,?,?)"}
      .with(domain::to_iso(round.day), round.at, round.newest_case, round.newest_message)
      .run();
  for (const auto& one : round.told) {
    Query{
        connection,
        "INSERT INTO reminder (promise, person, rung, at) VALUES (?,?,?,?) ON CONFLICT DO NOTHING"}
        .with(one.promise, one.person.key(), one.rung, round.at)
        .run();
  }
}

}  // namespace redress::adapters
