#pragma once

#include "daemon/domain/ids.hpp"
#include "daemon/domain/result.hpp"
#include "daemon/domain/time.hpp"
#include "daemon/ports/task.hpp"

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace redress::ports {

/// What SELECT told of a folder (RFC 9051, 6.3.2).
struct FolderStatus {
  domain::UidValidity validity;
  std::optional<domain::Uid> next;  ///< UIDNEXT, where the server tells
  std::uint32_t exists{};
  bool can_flag{};  ///< the flag of `after = "flag"` may be stored (PERMANENTFLAGS)
  bool can_idle{};
  bool can_expunge{};  ///< single messages can be removed (UIDPLUS, RFC 4315)
  bool can_move{};     ///< MOVE (RFC 6851)
};

/// A message that is there, before its bytes are fetched.
struct ListedMessage {
  domain::Uid uid;
  std::uint64_t size{};  ///< RFC822.SIZE
  domain::Instant internal_date;
  bool marked{};  ///< bears our keyword: it was dealt with once, whatever the ledger knows
};

struct FetchedMessage {
  domain::Uid uid;
  domain::Instant internal_date;
  std::uint64_t size{};  ///< on the server
  std::string bytes;     ///< the message; where larger than the limit, its start
  bool marked{};         ///< as listed
};

enum class After { flag, move, keep };

/// What a watched folder is for.
enum class FolderUse { inbox, junk, sent };

/// One connection to one folder of one mailbox. Not thread-safe; one call at a time. Every call has
/// a deadline of its own (settings) and fails with timed_out; after any error but not_found or
/// server_refused the connection is gone and `open` starts a new one.
class MailSource {
 public:
  virtual ~MailSource() = default;

  /// Connects, logs in and selects. Errors: unreachable, timed_out, tls, login_refused,
  /// server_busy, server_refused (no such folder), protocol.
  virtual Task<domain::Result<FolderStatus>> open(const std::string& folder) = 0;
  /// The folder that has this special use (RFC 6154), "\\Junk" or "\\Sent"; nothing where the
  /// server names none. Needs a connection: connects and logs in where there is none.
  virtual Task<domain::Result<std::optional<std::string>>> special_folder(
      const std::string& use) = 0;
  /// What the folder holds from that UID on, in order of UID.
  virtual Task<domain::Result<std::vector<ListedMessage>>> list(domain::Uid from) = 0;
  /// Fetches with BODY.PEEK[], pipelined. A message that vanished meanwhile is left out. `limit`
  /// bounds the bytes of one message.
  virtual Task<domain::Result<std::vector<FetchedMessage>>> fetch(
      std::span<const ListedMessage> messages, std::uint64_t limit) = 0;
  /// Sets the flag (keyword $RedressDone where permitted, else \Seen) or moves to `folder`
  /// (created where missing). Messages that are gone are no error.
  virtual Task<domain::Result<void>> mark(std::span<const domain::Uid> uids, After after,
                                          const std::string& folder) = 0;
  /// Removes these messages for good, and no other: \Deleted, then UID EXPUNGE (RFC 4315). Returns
  /// those that the server still has, whatever it answered. Errors: as above; server_refused too
  /// where the server has no UIDPLUS, since a plain EXPUNGE would take other people's mail.
  virtual Task<domain::Result<std::vector<domain::Uid>>> expunge(
      std::span<const domain::Uid> uids) = 0;
  /// Returns when the folder may have changed or the time is up: IDLE, renewed before 29 minutes,
  /// or NOOP every `poll` where the server has no IDLE. True: something may be new.
  virtual Task<domain::Result<bool>> wait_for_change(std::chrono::seconds at_most,
                                                     std::chrono::seconds poll) = 0;
  /// LOGOUT, politely and briefly; never fails.
  virtual Task<void> close() = 0;
};

}  // namespace redress::ports
