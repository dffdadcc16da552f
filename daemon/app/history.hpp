#pragma once

#include "config/settings.hpp"
#include "daemon/ports/store.hpp"

#include <optional>

namespace redress::app {

/// Mail with an INTERNALDATE before that was there before we were asked to watch: recorded, never
/// acknowledged. Nothing: all of it counts.
inline std::optional<domain::Instant> history_before(const config::MailboxSettings& mailbox,
                                                     const ports::FolderRecord& record,
                                                     const domain::TimeZone& zone) {
  switch (mailbox.start.from) {
    case config::Start::From::now: return record.known_since;
    case config::Start::From::beginning: return std::nullopt;
    case config::Start::From::date: return zone.at(mailbox.start.date, domain::TimeOfDay{0});
  }
  return std::nullopt;
}

}  // namespace redress::app
