#pragma once

#include "daemon/domain/change.hpp"
#include "daemon/domain/ids.hpp"
#include "daemon/domain/time.hpp"
#include "daemon/ports/task.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

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
  /// Where the mail server's copies go too ([retention] erase_mailbox): the keyed digest of a
  /// message's bytes. Called on the store's thread.
  std::function<std::string(std::string_view)> copy_digest{};
};

/// What was erased. Rows stay, and are counted as before.
struct ErasureCount {
  std::size_t cases{};      ///< of which nothing personal is left
  std::size_t messages{};   ///< their bytes, readings, senders and subjects
  std::size_t letters{};    ///< sent mail of ours: bytes, subject, recipient
  std::size_t withdrawn{};  ///< mail of ours that had not gone out, and never will
  std::size_t records{};    ///< personal payloads of the audit trail
  /// Of the messages: those whose copy on the mail server is to be erased there; nothing: all stay.
  std::optional<std::size_t> copies{};
  std::string leftover;  ///< why the file may still hold erased bytes; empty: it does not
};

/// The copy of an erased message that is to be erased on the mail server: where the ledger says
/// that it came from, and how it is known again.
struct MailboxCopy {
  domain::MessageRowId message;
  std::string folder;
  domain::UidValidity validity;
  domain::Uid uid;
  std::uint64_t size{};    ///< as the server told it
  std::uint64_t length{};  ///< of the bytes that were stored; smaller than size where cut
  std::string digest;      ///< keyed, of these bytes
  bool found{};            ///< an earlier try found it, and was about to remove it
  bool twin{};             ///< another message of the same bytes was erased there
};

/// erased: the server confirmed that it is gone. All others leave what there is: absent (not where
/// it was put, nor in the folder for what is done), different (not byte for byte the message, or
/// larger than was ever read), refused (by the server), unsupported (no UIDPLUS, RFC 4315),
/// unwatched (its mailbox is not in the settings any more).
enum class CopyOutcome { erased, absent, different, refused, unsupported, unwatched };
constexpr std::string_view to_string(CopyOutcome outcome) {
  switch (outcome) {
    case CopyOutcome::erased: return "erased";
    case CopyOutcome::absent: return "absent";
    case CopyOutcome::different: return "different";
    case CopyOutcome::refused: return "refused";
    case CopyOutcome::unsupported: return "unsupported";
    case CopyOutcome::unwatched: return "unwatched";
  }
  return {};
}

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

  /// Mailboxes (names) of which a copy is still to be erased.
  virtual Task<std::vector<std::string>> mailboxes_with_copies() = 0;
  /// The copies of a mailbox that are still to be erased, folder by folder; at most `count`.
  virtual Task<std::vector<MailboxCopy>> copies_to_erase(const std::string& mailbox,
                                                         std::size_t count) = 0;
  /// They lie there byte for byte and will now be removed: durable before they are.
  virtual Task<void> copies_found(std::span<const domain::MessageRowId> messages) = 0;
  /// What became of these copies, with an event for each and a notice for all; nothing is to be
  /// done about them any more.
  virtual Task<void> settle_copies(std::span<const domain::MessageRowId> messages,
                                   CopyOutcome outcome,
                                   const std::optional<domain::NewNotice>& notice,
                                   domain::Instant now) = 0;
};

}  // namespace redress::ports
