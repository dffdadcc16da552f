#pragma once

#include "daemon/domain/case.hpp"
#include "daemon/domain/reading.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace redress::domain {

/// Something that is open this morning, as the register has it. No words of a complaint (CIM-10).
struct DayRow {
  enum class What {
    promise,      ///< of a case, or of a message that has none yet
    waiting,      ///< the complainant is waited for
    fresh,        ///< a case that the last round did not know
    open,         ///< an older case that nothing has to be done for by any day
    held,         ///< a message that waits for a decision
    letter,       ///< a letter of ours that waits for its release
    failed,       ///< a mail that could not be delivered
    quarantined,  ///< a message that could not be read
  } what{};
  std::optional<CaseReference> reference;
  std::optional<MessageRowId> message;
  DeadlineKind kind{};  ///< of a promise
  int stage{1};
  std::string subject{};        ///< of a promise, where a case has several: "action 2"
  std::optional<Instant> at{};  ///< end of a promise; when a held message's answer is owed
  std::string owner{};          ///< address of staff, or a role; empty: the stage's
  std::string measure{};        ///< of the review of one
  std::string area{};
  std::string complainant{};             ///< name; only where the query asks for names
  std::string letter{};                  ///< of a mail that is held or failed
  std::optional<OutboxId> mail{};        ///< the same
  std::optional<Instant> paused_from{};  ///< where the clock stands: since when
  std::optional<Date> paused{};          ///< and its last day
  std::vector<MailAddress> kept_from{};  ///< staff who hear nothing of it (CILEX-09)
  std::string promise{};                 ///< the store's name for the promise
  /// Who was told of it before, by key of address, with the rung.
  std::vector<std::pair<std::string, int>> told{};
};

/// What is asked for the mails of a day.
struct DayQuery {
  Date today{};
  Instant now;
  Instant until;         ///< promises that end before it
  Instant untold_since;  ///< notices that should have been told by now are from before it
  bool names{};          ///< of complainants
};

/// What of the house itself is told. Counts of mail are since the last round; what is unaccounted
/// is of the whole ledger (SYS-02): seen = the sum over kinds + duplicate + quarantined + unread.
struct HouseDay {
  std::int64_t newest_case{}, newest_message{};
  bool first{};  ///< there was no round before
  std::int64_t seen{}, duplicate{}, quarantined{}, held{}, unread{};
  std::map<MessageKind, std::int64_t> kinds;
  std::int64_t unaccounted{};
  std::int64_t open{};               ///< cases that are neither closed nor final
  std::int64_t untold{};             ///< notices that should have been told by now
  std::vector<std::string> trouble;  ///< mailboxes that cannot be read now, by name
};

}  // namespace redress::domain
