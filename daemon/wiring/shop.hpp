#pragma once

#include "daemon/adapters/curl/multi_driver.hpp"
#include "daemon/adapters/sqlite/store.hpp"
#include "daemon/app/servers.hpp"
#include "daemon/app/supervisor.hpp"
#include "daemon/ports/chart_drawer.hpp"
#include "daemon/ports/document_reader.hpp"
#include "daemon/ports/fault_points.hpp"

#include <memory>

namespace redress {

/// All that comes from the settings and is replaced when they are read anew: the installation with
/// its secrets and keys, and the application that works by them. Loop thread only.
class Shop {
 public:
  /// What outlives every shop.
  struct Ground {
    boost::asio::io_context& loop;
    ports::Clock& clock;
    ports::TokenSource& tokens;
    adapters::MultiDriver& driver;
    adapters::SqliteStore& store;
    ports::DocumentReader& documents;
    ports::FaultPoints* faults;
    ports::ChartDrawer& charts;
    spdlog::logger& log;
  };
  Shop(const Ground& ground, app::Installation installed, app::Secrets secrets,
       domain::KeyRing keys);

  app::Supervisor& supervisor() { return *supervisor_; }

 private:
  std::unique_ptr<ports::MailSource> source(const config::MailboxSettings& mailbox) const;

  adapters::MultiDriver& driver_;
  app::Installation installed_;
  app::Secrets secrets_;
  domain::KeyRing keys_;
  std::unique_ptr<ports::MailSink> sink_;
  std::unique_ptr<app::Supervisor> supervisor_;
};

}  // namespace redress
