#include "daemon/app/postman.hpp"

#include "daemon/app/case_updates.hpp"

#include "daemon/app/messages.hpp"

#include <spdlog/spdlog.h>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/deferred.hpp>
#include <boost/asio/experimental/awaitable_operators.hpp>
#include <boost/asio/experimental/parallel_group.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <algorithm>

namespace redress::app {
namespace {

constexpr std::chrono::milliseconds k_longest_wait = std::chrono::minutes{5};
constexpr std::chrono::milliseconds k_pause_after_failure = std::chrono::seconds{2};
constexpr std::size_t k_claim_per_connection = 16;
/// How `status` names the server among the mailboxes.
constexpr const char* k_server = "(smtp)";

domain::SendTry::Outcome outcome_of(ports::DeliveryOutcome outcome) {
  switch (outcome) {
    case ports::DeliveryOutcome::accepted: return domain::SendTry::Outcome::accepted;
    case ports::DeliveryOutcome::deferred: return domain::SendTry::Outcome::deferred;
    case ports::DeliveryOutcome::unavailable: return domain::SendTry::Outcome::unavailable;
    case ports::DeliveryOutcome::refused: return domain::SendTry::Outcome::refused;
    case ports::DeliveryOutcome::unknown: return domain::SendTry::Outcome::unknown;
  }
  return domain::SendTry::Outcome::unknown;
}

void log_try(spdlog::logger& log, const domain::SendTry& sent) {
  const auto code = sent.smtp_code;
  switch (sent.outcome) {
    case domain::SendTry::Outcome::accepted:
      log.info("outbox {} sent ({})", sent.mail.value, code);
      break;
    case domain::SendTry::Outcome::deferred:
      log.warn("{} outbox {} not sent yet ({}), try {}", log_id::k_send_deferred, sent.mail.value,
               code, sent.attempts + 1);
      break;
    case domain::SendTry::Outcome::unavailable: break;  // a line about the server says it once
    case domain::SendTry::Outcome::refused:
      log.error("{} outbox {} refused for good ({})", log_id::k_send_failed, sent.mail.value, code);
      break;
    case domain::SendTry::Outcome::unknown:
      log.error("{} outbox {}: the connection broke while the server took it",
                log_id::k_send_unknown, sent.mail.value);
      break;
  }
}

}  // namespace

ports::Task<void> Postman::run() {
  while (!office_.stopping) {
    const bool last = office_.writing_over;
    std::chrono::milliseconds wait = k_pause_after_failure;
    try {
      co_await deliver_due();
      wait = co_await pause();
    } catch (const std::exception& error) {
      // Cut short: what was being sent is sent again by the next run.
      if (is_fatal(error) || office_.out_of_time()) throw;
      lost_count_ = true;
      office_.log.error("{} the store failed while sending: {}; it is tried again",
                        log_id::k_store_failed, error.what());
    }
    if (last) break;
    if (!office_.stopping && !office_.writing_over) co_await office_.unsent.wait(wait);
  }
  if (tries_.empty() && returned_.empty()) co_return;
  co_await record();
}

ports::Task<std::chrono::milliseconds> Postman::pause() {
  using std::chrono::milliseconds;
  const auto due = co_await office_.ports.outbox.next_due();
  if (!due) co_return k_longest_wait;
  const auto wait = milliseconds{*due - office_.ports.clock.now()};
  const auto open = std::max(not_before_, pace_.next());
  const auto shut = std::chrono::ceil<milliseconds>(open - std::chrono::steady_clock::now());
  // At least a second: what is due and could not be claimed must not spin.
  co_return std::clamp(std::max(wait, shut), milliseconds{1000}, k_longest_wait);
}

/// Sends what is due now; returns when nothing is left or the server takes nothing.
ports::Task<void> Postman::deliver_due() {
  if (!tries_.empty() || !returned_.empty()) co_await record();
  if (lost_count_) {
    // Nothing is under way now: what the store still calls `sending` was claimed by a call that
    // failed.
    co_await office_.ports.outbox.recover();
    lost_count_ = false;
  }
  const auto connections = static_cast<std::size_t>(office_.house.settings.smtp.connections);
  while (!office_.stopping && std::chrono::steady_clock::now() >= not_before_) {
    const auto count = std::min(connections * k_claim_per_connection,
                                pace_.allowed(std::chrono::steady_clock::now()));
    if (count == 0) break;
    office_.fault("outbox.claim");
    auto mails = co_await office_.ports.outbox.claim(office_.ports.clock.now(), count);
    if (mails.empty()) break;
    pace_.sent(mails.size(), std::chrono::steady_clock::now());
    office_.fault("outbox.claimed");
    using namespace boost::asio::experimental::awaitable_operators;
    all_tried_ = false;
    const auto failure = co_await (send_all(std::move(mails)) && record_all());
    if (failure) std::rethrow_exception(failure);
    co_await note_server();
  }
}

ports::Task<domain::SendTry> Postman::send_one(const ports::DueMail& mail) {
  ports::DeliveryResult result;
  try {
    result = co_await office_.ports.sink.send(
        {.from = mail.envelope_from, .to = mail.to, .bytes = mail.bytes});
  } catch (const std::exception& error) {
    // Whatever broke, the server may have taken it.
    result = {ports::DeliveryOutcome::unknown, 0, error.what(), {}};
  }
  if (result.outcome == ports::DeliveryOutcome::unavailable) {
    refusal_ = result.reply.empty() ? "no answer" : result.reply;
    refusal_code_ = result.because;
  }
  domain::SendTry sent{.mail = mail.id,
                       .purpose = mail.purpose,
                       .letter = mail.letter,
                       .reference = mail.reference,
                       .attempts = mail.attempts,
                       .outcome = outcome_of(result.outcome),
                       .smtp_code = result.smtp_code,
                       .reply = result.reply};
  log_try(office_.log, sent);
  co_return sent;
}

/// One connection's work: the next mail when the former is answered, until the server refuses.
ports::Task<void> Postman::send_in_turn(const std::vector<ports::DueMail>& mails,
                                        std::size_t& next) {
  while (next < mails.size()) {
    const auto& mail = mails[next++];
    if (!refusal_.empty()) {
      returned_.push_back(mail.id);
      continue;
    }
    tries_.push_back(co_await send_one(mail));
    tried_.notify();
  }
}

ports::Task<void> Postman::send_all(std::vector<ports::DueMail> mails) {
  namespace asio = boost::asio;
  const auto connections = static_cast<std::size_t>(office_.house.settings.smtp.connections);
  std::size_t next = 0;
  refusal_.clear();
  const auto loop = co_await asio::this_coro::executor;
  using Worker = decltype(asio::co_spawn(loop, send_in_turn(mails, next), asio::deferred));
  std::vector<Worker> workers;
  for (std::size_t i = 0; i < std::min(connections, mails.size()); ++i) {
    workers.push_back(asio::co_spawn(loop, send_in_turn(mails, next), asio::deferred));
  }
  co_await asio::experimental::make_parallel_group(std::move(workers))
      .async_wait(asio::experimental::wait_for_all(), asio::use_awaitable);
  all_tried_ = true;
  tried_.notify();
}

/// Records what came of the mails while others are being sent, so that a crash repeats few. Does
/// not throw: that would cut off a mail that is being sent.
ports::Task<std::exception_ptr> Postman::record_all() {
  try {
    while (!all_tried_) {
      co_await tried_.wait(k_longest_wait);
      if (!tries_.empty()) co_await record();
    }
    if (!tries_.empty() || !returned_.empty()) co_await record();
  } catch (...) {
    co_return std::current_exception();
  }
  co_return nullptr;
}

/// What became of claimed mails, in one transaction; kept where the store fails.
ports::Task<void> Postman::record() {
  const auto now = office_.ports.clock.now();
  const auto tries = tries_.size();
  const auto returned = returned_.size();
  bool tells = false;
  auto work = co_await office_.ports.cases.begin();
  for (std::size_t i = 0; i < tries; ++i) {
    auto change = domain::decide_delivery(tries_[i], now, office_.ports.tokens.fraction());
    tells = tells || !change.notices.empty();
    if (limits_follow_acknowledgement_ && !change.met.empty()) {
      change.touched.push_back(change.met.front().reference);
    }
    co_await add_updates(office_, *work, change);
    co_await work->apply(change);
  }
  domain::Change untried;
  untried.returned.assign(returned_.begin(), returned_.begin() + static_cast<long>(returned));
  co_await work->apply(untried);
  office_.fault("delivery.commit");
  co_await work->commit();
  // Others may have been added meanwhile.
  tries_.erase(tries_.begin(), tries_.begin() + static_cast<long>(tries));
  returned_.erase(returned_.begin(), returned_.begin() + static_cast<long>(returned));
  office_.fault("delivery.committed");
  if (tells) office_.untold.notify();
}

/// Keeps away from a server that takes nothing, longer and longer (`[network] retry`).
ports::Task<void> Postman::note_server() {
  const auto now = office_.ports.clock.now();
  if (refusal_.empty()) {
    refusals_ = 0;
    office_.smtp.works();
  } else {
    ++refusals_;
    const auto pause = domain::pause_after(office_.house.settings.network.retry.of(refusal_code_),
                                           refusals_, office_.ports.tokens.fraction());
    not_before_ = std::chrono::steady_clock::now() + pause;
    office_.smtp.fails(refusal_, now);
    office_.log.warn("{} the mail server takes nothing: {}; next try in {} s",
                     log_id::k_smtp_trouble, refusal_, pause.count() / 1000);
  }
  const bool down = !refusal_.empty();
  if (noted_down_ == down) co_return;
  co_await office_.ports.journal.trouble(k_server, refusal_, now);
  if (noted_down_.value_or(false)) {
    office_.log.warn("{} the mail server works again", log_id::k_smtp_back);
  }
  noted_down_ = down;
}

}  // namespace redress::app
