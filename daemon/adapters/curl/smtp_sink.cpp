#include "daemon/adapters/curl/smtp_sink.hpp"

#include "daemon/adapters/curl/curl_transport.hpp"
#include "daemon/adapters/curl/easy_handle.hpp"
#include "daemon/adapters/curl/multi_driver.hpp"
#include "daemon/adapters/curl/smtp_dialogue.hpp"

#include <fmt/format.h>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <algorithm>
#include <optional>
#include <vector>

namespace redress::adapters {
namespace {

namespace asio = boost::asio;
using domain::Result;
using ports::DeliveryOutcome;
using ports::DeliveryResult;
using ports::Task;

/// A connection idle for longer is not used again: servers hang up after a few minutes.
constexpr std::chrono::seconds k_reuse_within{60};
constexpr std::chrono::seconds k_farewell{1};

/// One of the connections that may be open at once.
struct Line {
  std::unique_ptr<Transport> transport;
  std::optional<SmtpDialogue> dialogue;  ///< while connected
  TimePoint last_used;

  void drop() {
    dialogue.reset();
    transport->close();
  }
};

class SmtpSink final : public ports::MailSink {
 public:
  SmtpSink(MultiDriver& driver, SmtpConfig config)
      : driver_(driver), config_(std::move(config)), freed_(driver.executor()) {
    freed_.expires_at(TimePoint::max());
    const auto count = std::max<std::size_t>(config_.connections, 1);
    for (std::size_t i = 0; i < count; ++i) idle_.push_back(new_line());
  }

  Task<DeliveryResult> send(const ports::Envelope& mail) override;
  Task<Result<void>> probe() override;

 private:
  std::unique_ptr<Line> new_line() {
    auto line = std::make_unique<Line>();
    line->transport = create_curl_transport(driver_, config_.server, Protocol::smtp);
    return line;
  }
  void give_back(std::unique_ptr<Line> line) {
    if (!line->dialogue || !line->dialogue->usable()) line->drop();
    line->last_used = line->transport->now();
    idle_.push_back(std::move(line));
    freed_.cancel();
  }
  Task<std::unique_ptr<Line>> borrow();
  Task<Result<void>> connect(Line& line);
  Task<void> part(Line& line);
  Task<DeliveryResult> deliver(Line& line, const ports::Envelope& mail);

  MultiDriver& driver_;
  SmtpConfig config_;
  std::vector<std::unique_ptr<Line>> idle_;
  asio::steady_timer freed_;  // cancelled, as a signal, whenever a line comes back
};

/// Null: cancelled.
Task<std::unique_ptr<Line>> SmtpSink::borrow() {
  while (idle_.empty()) {
    boost::system::error_code error;
    co_await freed_.async_wait(asio::redirect_error(asio::use_awaitable, error));
    const auto state = co_await asio::this_coro::cancellation_state;
    if (state.cancelled() != asio::cancellation_type::none) co_return nullptr;
  }
  auto line = std::move(idle_.back());
  idle_.pop_back();
  co_return line;
}

Task<Result<void>> SmtpSink::connect(Line& line) {
  ports::fault_point(config_.faults, "smtp.connect");
  const auto connected =
      co_await line.transport->connect(line.transport->now() + config_.timeouts.connect);
  if (connected.has_error()) {
    co_return domain::fail(connected.error().code,
                           fmt::format("{}: {}", line.transport->host(), connected.error().text));
  }
  line.dialogue.emplace(*line.transport, config_.faults);
  co_return Result<void>{};
}

/// QUIT; nobody waits for the answer.
Task<void> SmtpSink::part(Line& line) {
  co_await line.transport->send("QUIT\r\n", line.transport->now() + k_farewell);
  line.drop();
}

Task<DeliveryResult> SmtpSink::deliver(Line& line, const ports::Envelope& mail) {
  if (line.dialogue && line.transport->now() - line.last_used > k_reuse_within) co_await part(line);
  const auto deadline = [&] { return line.transport->now() + config_.timeouts.send; };
  if (line.dialogue) {
    const auto result = co_await line.dialogue->deliver(mail, deadline());
    if (!line.dialogue->died_unheard()) co_return result;
    line.drop();  // the server had hung up meanwhile
  }
  const auto connected = co_await connect(line);
  if (connected.has_error()) {
    co_return DeliveryResult{DeliveryOutcome::unavailable, 0, connected.error().text,
                             connected.error().code};
  }
  co_return co_await line.dialogue->deliver(mail, deadline());
}

Task<DeliveryResult> SmtpSink::send(const ports::Envelope& mail) {
  constexpr std::string_view k_stopped = "stopped";
  struct Borrowed {
    SmtpSink& sink;
    std::unique_ptr<Line> line;
    ~Borrowed() {
      if (line) sink.give_back(std::move(line));
    }
  } borrowed{*this, co_await borrow()};
  if (!borrowed.line)
    co_return DeliveryResult{DeliveryOutcome::unavailable, 0, std::string{k_stopped},
                             domain::ErrorCode::cancelled};
  try {
    co_return co_await deliver(*borrowed.line, mail);
  } catch (const boost::system::system_error& error) {
    const bool stopped = error.code() == asio::error::operation_aborted;
    const auto why = stopped ? std::string{k_stopped} : error.code().message();
    const auto& dialogue = borrowed.line->dialogue;
    if (dialogue) co_return dialogue->interrupted(why);
    co_return DeliveryResult{DeliveryOutcome::unavailable, 0, why, domain::ErrorCode::unreachable};
  }
}

Task<Result<void>> SmtpSink::probe() {
  const auto line = new_line();
  const auto connected = co_await connect(*line);
  if (connected.has_value()) co_await part(*line);
  co_return connected;
}

}  // namespace

std::unique_ptr<ports::MailSink> create_smtp_sink(MultiDriver& driver, SmtpConfig config) {
  return std::make_unique<SmtpSink>(driver, std::move(config));
}

}  // namespace redress::adapters
