#pragma once

#include "daemon/app/installation.hpp"
#include "daemon/app/wake.hpp"
#include "daemon/domain/keyring.hpp"
#include "daemon/ports/clock.hpp"
#include "daemon/ports/mail_sink.hpp"
#include "daemon/ports/mail_source.hpp"
#include "daemon/ports/store.hpp"
#include "daemon/ports/token_source.hpp"

#include <spdlog/logger.h>

#include <chrono>
#include <functional>
#include <memory>

namespace redress::app {

/// The ports that the daemon works with; all outlive it.
struct Ports {
  ports::Clock& clock;
  ports::TokenSource& tokens;
  ports::Journal& journal;
  ports::Cases& cases;
  ports::Outbox& outbox;
  ports::MailSink& sink;
  /// A connection of its own for each watched folder.
  std::function<std::unique_ptr<ports::MailSource>(const config::MailboxSettings&)> source;
};

/// What the coroutines of one daemon share. Loop thread only; lives as long as they run.
struct Office {
  Office(const boost::asio::any_io_executor& loop, const Installation& installed,
         const domain::KeyRing& key_ring, Ports with, spdlog::logger& logger)
      : house(installed),
        keys(key_ring),
        ports(std::move(with)),
        log(logger),
        unread(loop),
        unsent(loop),
        untold(loop) {}

  const Installation& house;
  const domain::KeyRing& keys;
  Ports ports;
  spdlog::logger& log;
  Wake unread;              ///< the journal has messages without a verdict
  Wake unsent;              ///< the outbox has new or released mail
  Wake untold;              ///< there are new notices
  bool stopping{false};     ///< no new intake; what is in flight is finished
  bool intake_over{false};  ///< stopping, and nothing will be journalled any more
  std::chrono::steady_clock::time_point stop_by = std::chrono::steady_clock::time_point::max();

  bool out_of_time() const { return std::chrono::steady_clock::now() >= stop_by; }
};

}  // namespace redress::app
