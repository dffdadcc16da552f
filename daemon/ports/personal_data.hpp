#pragma once

#include "daemon/domain/ids.hpp"
#include "daemon/domain/time.hpp"
#include "daemon/ports/task.hpp"

#include <cstddef>
#include <string>
#include <variant>

namespace redress::ports {

/// Everything held on one person goes (SYS-13).
struct PersonErasure {
  domain::MailAddress person;
  std::string address_digest;  ///< keyed; all that stays of the address
  std::string reason;          ///< why, by an administrator; does not repeat the address
  bool open_too{};             ///< also where a case or a message still waits for somebody
};

/// What was over before a moment goes (CEME-06). It must have been listed on the same day.
struct RetentionRun {
  domain::Instant before;
  std::string day;  ///< of the house's zone, "2026-11-24"
};

struct ErasureOrder {
  std::variant<PersonErasure, RetentionRun> what;
  std::string actor;  ///< for the audit trail: "redressctl:uid 0"
};

/// What was erased. Rows stay, and are counted as before.
struct ErasureCount {
  std::size_t cases{};      ///< of which nothing personal is left
  std::size_t messages{};   ///< their bytes, readings, senders and subjects
  std::size_t letters{};    ///< sent mail of ours: bytes, subject, recipient
  std::size_t withdrawn{};  ///< mail of ours that had not gone out, and never will
  std::size_t records{};    ///< personal payloads of the audit trail
  std::string leftover;     ///< why the file may still hold erased bytes; empty: it does not
};

/// Erasure in the store. What it leaves: ledger rows, reference numbers, dates, statuses, findings,
/// keyed digests, and an audit trail that verifies.
class PersonalData {
 public:
  virtual ~PersonalData() = default;
  /// In short transactions, between which others have their turn; broken off, the same order goes
  /// on where it ended. Throws StoreFailure: not_found (nothing is held), not_allowed (something is
  /// still open, or retention was not listed on that day), conflict (a mail to the person goes out
  /// at this moment).
  virtual Task<ErasureCount> erase(const ErasureOrder& order, domain::Instant now) = 0;
};

}  // namespace redress::ports
