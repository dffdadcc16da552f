#pragma once

#include "daemon/app/installation.hpp"
#include "daemon/app/server_health.hpp"
#include "daemon/app/wake.hpp"
#include "daemon/domain/keyring.hpp"
#include "daemon/ports/chart_drawer.hpp"
#include "daemon/ports/clock.hpp"
#include "daemon/ports/daily.hpp"
#include "daemon/ports/document_reader.hpp"
#include "daemon/ports/fault_points.hpp"
#include "daemon/ports/mail_sink.hpp"
#include "daemon/ports/mail_source.hpp"
#include "daemon/ports/personal_data.hpp"
#include "daemon/ports/reports.hpp"
#include "daemon/ports/store.hpp"
#include "daemon/ports/store_failure.hpp"
#include "daemon/ports/token_source.hpp"

#include <spdlog/logger.h>

#include <chrono>
#include <functional>
#include <list>
#include <map>
#include <memory>
#include <string>

namespace redress::app {

/// Whether going on would make it worse: a database that cannot be trusted.
inline bool is_fatal(const std::exception& error) {
  const auto* failure = dynamic_cast<const ports::StoreFailure*>(&error);
  return failure != nullptr &&
         domain::disposition(failure->error().code) == domain::Disposition::fatal;
}

/// The ports that the daemon works with; all outlive it.
struct Ports {
  ports::Clock& clock;
  ports::TokenSource& tokens;
  ports::Journal& journal;
  ports::Cases& cases;
  ports::Outbox& outbox;
  ports::PersonalData& personal_data;
  ports::Reports& reports;
  ports::Daily& daily;
  ports::MailSink& sink;
  ports::DocumentReader& documents;
  /// A connection of its own for each watched folder.
  std::function<std::unique_ptr<ports::MailSource>(const config::MailboxSettings&)> source;
  ports::FaultPoints* faults{nullptr};  ///< test builds only
  ports::ChartDrawer* charts{nullptr};  ///< without one, reports go out without charts
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
        untold(loop),
        smtp(loop, "smtp", ports.clock.now()) {
    for (const auto& mailbox : installed.settings.mailboxes) {
      mailboxes.emplace_back(loop, mailbox.name, ports.clock.now());
    }
  }

  const Installation& house;
  const domain::KeyRing& keys;
  Ports ports;
  spdlog::logger& log;
  Wake unread;                        ///< the journal has messages without a verdict
  Wake unsent;                        ///< the outbox has new or released mail
  Wake untold;                        ///< there are new notices
  std::list<ServerHealth> mailboxes;  ///< in the order of the settings
  ServerHealth smtp;
  /// URLs of servers that refused a connection because there are too many, and until when that is
  /// believed: their folders are read in turns, each over a short connection.
  std::map<std::string, std::chrono::steady_clock::time_point> crowded;
  std::map<std::string, int> connected;  ///< folders that are being read, by URL of the server
  bool stopping{false};                  ///< no new intake; what is in flight is finished
  bool writing_over{false};  ///< no mail will be written any more: what is due is sent, no more
  bool intake_over{false};   ///< stopping, and nothing will be journalled any more
  std::chrono::steady_clock::time_point stop_by = std::chrono::steady_clock::time_point::max();

  bool is_crowded(const std::string& url) const {
    const auto found = crowded.find(url);
    return found != crowded.end() && std::chrono::steady_clock::now() < found->second;
  }
  void fault(std::string_view place) const { ports::fault_point(ports.faults, place); }
  bool out_of_time() const { return std::chrono::steady_clock::now() >= stop_by; }
};

}  // namespace redress::app
