#include "daemon/app/case_desk.hpp"

#include "daemon/app/case_updates.hpp"

#include "daemon/app/messages.hpp"
#include "daemon/ports/store_failure.hpp"

#include <spdlog/spdlog.h>
#include <boost/asio/experimental/awaitable_operators.hpp>

#include <algorithm>

namespace redress::app {
namespace {

constexpr std::size_t k_batch_messages = 100;
constexpr std::size_t k_batch_bytes = 16U << 20U;
constexpr std::chrono::minutes k_idle{5};
constexpr std::chrono::seconds k_pause_after_failure{2};

/// The store is well, and what was to be written does not fit what is there.
bool of_this_message(const ports::StoreFailure& failure) {
  const auto code = failure.error().code;
  return code == domain::ErrorCode::conflict || code == domain::ErrorCode::not_found;
}

}  // namespace

ports::Task<void> CaseDesk::run() {
  while (true) {
    const bool last = office_.intake_over;
    std::chrono::milliseconds wait = k_idle;
    try {
      co_await drain();
    } catch (const std::exception& error) {
      if (is_fatal(error) || last) throw;
      office_.log.error("{} the store failed: {}; messages stay in the journal and are tried again",
                        log_id::k_store_failed, error.what());
      wait = k_pause_after_failure;
    }
    if (last) co_return;
    if (!office_.intake_over) co_await office_.unread.wait(wait);
  }
}

/// Takes everything that waits now. While one batch is settled the next one is read, on the reader
/// thread. Throws on a store failure.
ports::Task<void> CaseDesk::drain() {
  using namespace boost::asio::experimental::awaitable_operators;
  auto rows = co_await unread({});
  auto read = co_await reader_.read(std::move(rows));
  while (!read.empty() && !office_.out_of_time()) {
    rows = co_await unread(read.back().id);
    // Neither side throws: a failure must not cancel what another thread works on.
    auto [failure, next] =
        co_await (settle_batch(std::move(read)) && reader_.read(std::move(rows)));
    if (failure) std::rethrow_exception(failure);
    read = std::move(next);
  }
  co_await mailer_.drain();
}

ports::Task<std::vector<ports::JournalledMessage>> CaseDesk::unread(domain::MessageRowId after) {
  auto rows = co_await office_.ports.journal.unread(k_batch_messages, k_batch_bytes, after);
  if (!rows.empty()) office_.fault("desk.read");
  co_return rows;
}

ports::Task<std::exception_ptr> CaseDesk::settle_batch(std::vector<ReadOutcome> batch) {
  try {
    const auto now = office_.ports.clock.now();
    const auto broken = co_await settle_all(std::move(batch), now);
    for (const auto& [id, reason] : broken) {
      office_.log.error("{} message {} is quarantined: {}", log_id::k_quarantined, id.value,
                        reason);
      office_.fault("quarantine.commit");
      co_await office_.ports.journal.quarantine(id, reason, now);
    }
    if (!broken.empty()) office_.untold.notify();
  } catch (...) {
    office_.unsent.notify();  // the verdicts may be stored all the same
    co_return std::current_exception();
  }
  office_.unsent.notify();
  co_return nullptr;
}

/// One transaction for the batch; returns the messages that broke something, and what.
ports::Task<CaseDesk::Broken> CaseDesk::settle_all(std::vector<ReadOutcome> batch,
                                                   domain::Instant now) {
  Broken broken;
  auto work = co_await office_.ports.cases.begin();
  for (auto& outcome : batch) {
    if (!outcome.read) {
      broken.emplace_back(outcome.id, outcome.broken);
      continue;
    }
    try {
      co_await settle(*work, std::move(*outcome.read), now);
    } catch (const std::logic_error& error) {
      broken.emplace_back(outcome.id, error.what());
    } catch (const ports::StoreFailure& failure) {
      if (!of_this_message(failure)) throw;
      broken.emplace_back(outcome.id, failure.what());
    }
  }
  office_.fault("verdict.commit");
  co_await work->commit();
  office_.fault("verdict.committed");
  co_return broken;
}

ports::Task<void> CaseDesk::settle(ports::UnitOfWork& work, ReadMail read, domain::Instant now) {
  read.query.now = now;
  read.query.year = static_cast<int>(office_.house.zone.date_of(read.mail.received).year());
  read.query.today = office_.house.zone.date_of(now);
  const auto& limits = office_.house.settings.limits;
  read.query.address_window = limits.automatic_mail_per_address.per;
  read.query.domain_window = limits.automatic_mail_per_domain.per;
  read.query.total_window = limits.automatic_mail.per;
  const auto snapshot = co_await work.snapshot(read.query);
  const auto& mail = read.mail;
  const bool is_new = !snapshot.same_content && !mail.history && !mail.relisted && !mail.from_junk;
  if (read.staff_reply && is_new) co_return co_await staff_.settle(work, read, now);
  auto decision = domain::decide(house_of(office_.house), snapshot, read.mail, now);
  if (!decision) throw std::logic_error(decision.error().text);
  auto change = std::move(decision->change);
  co_await add_updates(office_, work, change);
  for (const auto& order : decision->letters) {
    auto mails = letters_.write(order, now);
    if (!mails) throw std::logic_error(mails.error().text);
    if (mails->empty()) {
      office_.log.error("{} message {}: nobody has the role {}, nor a stand-in's",
                        log_id::k_nobody_to_tell, order.about.value, order.to_role);
    }
    std::move(mails->begin(), mails->end(), std::back_inserter(change.mails));
  }
  co_await work.apply(change);
  announce(change);
}

void CaseDesk::announce(const domain::Change& change) {
  const auto& verdict = *change.verdict;
  const auto* reference = verdict.joined ? verdict.joined->str().c_str() : "-";
  office_.log.info("message {} is {} ({}), case {}", verdict.message.value,
                   domain::to_string(verdict.kind), domain::to_string(verdict.state), reference);
  for (const auto& notice : change.notices) {
    office_.log.warn("{} {}", log_id::k_held, notice.text);
  }
  for (const auto& mail : change.mails) {
    if (mail.purpose == domain::MailPurpose::duty_alert) {
      office_.log.warn("{} message {} speaks of danger or something grave; the duty role is told",
                       log_id::k_serious, verdict.message.value);
    }
  }
  if (!change.notices.empty()) office_.untold.notify();
}

}  // namespace redress::app
