#include "daemon/app/postman.hpp"

#include "daemon/app/messages.hpp"

#include <spdlog/spdlog.h>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/deferred.hpp>
#include <boost/asio/experimental/parallel_group.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <algorithm>

namespace redress::app {
namespace {

constexpr std::chrono::milliseconds k_longest_wait = std::chrono::minutes{5};
constexpr std::chrono::milliseconds k_pause_after_failure = std::chrono::seconds{10};
constexpr std::size_t k_claim_per_connection = 16;

domain::SendTry::Outcome outcome_of(ports::DeliveryOutcome outcome) {
  switch (outcome) {
    case ports::DeliveryOutcome::accepted: return domain::SendTry::Outcome::accepted;
    case ports::DeliveryOutcome::deferred: return domain::SendTry::Outcome::deferred;
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
    std::chrono::milliseconds wait = k_pause_after_failure;
    try {
      co_await deliver_due();
      wait = co_await pause();
    } catch (const std::exception& error) {
      office_.log.error("{} the store failed while sending: {}; it is tried again",
                        log_id::k_store_failed, error.what());
    }
    if (!office_.stopping) co_await office_.unsent.wait(wait);
  }
}

ports::Task<std::chrono::milliseconds> Postman::pause() {
  const auto due = co_await office_.ports.outbox.next_due();
  if (!due) co_return k_longest_wait;
  const auto wait = std::chrono::milliseconds{*due - office_.ports.clock.now()};
  // At least a second: what is due and could not be claimed must not spin.
  co_return std::clamp(wait, std::chrono::milliseconds{1000}, k_longest_wait);
}

ports::Task<std::size_t> Postman::deliver_due() {
  std::size_t tried = 0;
  const auto connections = static_cast<std::size_t>(office_.house.settings.smtp.connections);
  while (!office_.stopping) {
    auto mails = co_await office_.ports.outbox.claim(office_.ports.clock.now(),
                                                     connections * k_claim_per_connection);
    if (mails.empty()) break;
    tried += mails.size();
    const auto tries = co_await send_all(std::move(mails));
    co_await record(tries);
  }
  co_return tried;
}

ports::Task<domain::SendTry> Postman::send_one(const ports::DueMail& mail) {
  const auto result = co_await office_.ports.sink.send(
      {.from = mail.envelope_from, .to = mail.to, .bytes = mail.bytes});
  domain::SendTry sent{.mail = mail.id,
                       .purpose = mail.purpose,
                       .reference = mail.reference,
                       .attempts = mail.attempts,
                       .outcome = outcome_of(result.outcome),
                       .smtp_code = result.smtp_code,
                       .reply = result.reply};
  log_try(office_.log, sent);
  co_return sent;
}

ports::Task<std::vector<domain::SendTry>> Postman::send_all(std::vector<ports::DueMail> mails) {
  namespace asio = boost::asio;
  const auto connections = static_cast<std::size_t>(office_.house.settings.smtp.connections);
  std::vector<domain::SendTry> tries;
  tries.reserve(mails.size());
  std::size_t next = 0;
  // Each worker is one connection: it takes the next mail when the former is answered.
  const auto worker = [this, &mails, &tries, &next]() -> ports::Task<void> {
    while (next < mails.size()) {
      const auto& mail = mails[next++];
      tries.push_back(co_await send_one(mail));
    }
  };
  const auto loop = co_await asio::this_coro::executor;
  using Worker = decltype(asio::co_spawn(loop, worker(), asio::deferred));
  std::vector<Worker> workers;
  for (std::size_t i = 0; i < std::min(connections, mails.size()); ++i) {
    workers.push_back(asio::co_spawn(loop, worker(), asio::deferred));
  }
  co_await asio::experimental::make_parallel_group(std::move(workers))
      .async_wait(asio::experimental::wait_for_all(), asio::use_awaitable);
  co_return tries;
}

ports::Task<void> Postman::record(const std::vector<domain::SendTry>& tries) {
  const auto now = office_.ports.clock.now();
  bool tells = false;
  auto work = co_await office_.ports.cases.begin();
  for (const auto& sent : tries) {
    const auto change = domain::decide_delivery(sent, now, office_.ports.tokens.fraction());
    tells = tells || !change.notices.empty();
    co_await work->apply(change);
  }
  co_await work->commit();
  if (tells) office_.untold.notify();
}

}  // namespace redress::app
