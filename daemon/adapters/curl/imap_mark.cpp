#include "daemon/adapters/curl/imap_mark.hpp"

#include "daemon/adapters/curl/imap_fetch.hpp"
#include "daemon/adapters/curl/imap_folders.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace redress::adapters {
namespace {

using domain::Result;
using domain::Uid;
using imap::Condition;
using imap::StatusText;
using ports::Task;

/// Messages are looked for so often when some are gone at the moment that they are moved.
constexpr int k_move_tries = 3;

/// RFC 5530, 3: some of the messages were expunged by others.
bool only_gone(const StatusText& status) {
  return status.condition == Condition::no && status.code.name == "EXPUNGEISSUED";
}

Task<Result<void>> run_or_fail(ImapConnection& connection, imap::Command command,
                               std::string what) {
  const auto status = co_await connection.run(std::move(command));
  if (status.has_error()) co_return status.error();
  if (status->condition != Condition::ok && !only_gone(*status)) {
    co_return connection.refusal(*status, what);
  }
  co_return Result<void>{};
}

/// Unsure: some of the messages were gone, and nothing is known of the others (Dovecot then moves
/// none).
enum class Moved { all, unsure };

/// NO to MOVE or COPY: where the folder can be created now, that was why ([TRYCREATE], RFC
/// 9051 7.1; not every server says so).
Task<Result<Moved>> move_or_copy(ImapConnection& connection, std::string verb, std::string set,
                                 std::string folder) {
  const auto command = imap::with_folder(fmt::format("UID {} {} ", verb, set), folder);
  const auto what = fmt::format("moving to the folder \"{}\"", folder);
  auto status = co_await connection.run(command);
  if (status.has_error()) co_return status.error();
  if (only_gone(*status)) co_return Moved::unsure;
  if (status->condition == Condition::ok) co_return Moved::all;
  if (status->condition == Condition::bad || asks_to_come_back(*status)) {
    co_return connection.refusal(*status, what);
  }
  const auto created = co_await connection.run(imap::with_folder("CREATE ", folder));
  if (created.has_error()) co_return created.error();
  const bool there = created->condition == Condition::ok || created->code.name == "ALREADYEXISTS";
  if (!there) co_return connection.refusal(*status, what);
  status = co_await connection.run(command);
  if (status.has_error()) co_return status.error();
  if (only_gone(*status)) co_return Moved::unsure;
  if (status->condition != Condition::ok) co_return connection.refusal(*status, what);
  co_return Moved::all;
}

/// What an earlier try copied is flagged \Deleted, and not copied twice.
Task<Result<std::vector<Uid>>> not_deleted(ImapConnection& connection, std::vector<Uid> wanted) {
  std::vector<Uid> found;
  const auto keep_wanted = [&](imap::Response& response) {
    const auto* search = std::get_if<imap::Search>(&response);
    if (search == nullptr) return;
    for (const Uid uid : search->uids) {
      if (std::binary_search(wanted.begin(), wanted.end(), uid)) found.push_back(uid);
    }
  };
  for (const auto& set : imap::uid_sets(wanted)) {
    const auto status = co_await connection.run(
        imap::plain(fmt::format("UID SEARCH UID {} UNDELETED", set)), keep_wanted);
    if (status.has_error()) co_return status.error();
    if (status->condition != Condition::ok) co_return connection.refusal(*status, "UID SEARCH");
  }
  co_return found;
}

/// As move_or_copy.
Task<Result<Moved>> copy_and_delete(ImapConnection& connection, const std::vector<Uid>& uids,
                                    const std::string& folder) {
  for (const auto& set : imap::uid_sets(uids)) {
    const auto copied = co_await move_or_copy(connection, "COPY", set, folder);
    if (copied.has_error() || *copied != Moved::all) co_return copied;
    const auto flagged = co_await run_or_fail(connection, imap::add_flag(set, "\\Deleted"),
                                              "deleting the moved mail");
    if (flagged.has_error()) co_return flagged.error();
    if (!connection.machine().can("UIDPLUS")) continue;
    const auto removed = co_await run_or_fail(connection, imap::plain("UID EXPUNGE " + set),
                                              "removing the moved mail");
    if (removed.has_error()) co_return removed.error();
  }
  co_return Moved::all;
}

/// As move_or_copy.
Task<Result<Moved>> move_all(ImapConnection& connection, const std::vector<Uid>& uids,
                             const std::string& folder) {
  for (const auto& set : imap::uid_sets(uids)) {
    const auto moved = co_await move_or_copy(connection, "MOVE", set, folder);
    if (moved.has_error() || *moved != Moved::all) co_return moved;
  }
  co_return Moved::all;
}

}  // namespace

Task<Result<void>> flag_messages(ImapConnection& connection, std::span<const Uid> uids,
                                 const std::string& keyword) {
  const auto flag = storable_flag(connection.machine().folder(), keyword);
  if (!flag) co_return Result<void>{};
  for (const auto& set : imap::uid_sets(uids)) {
    const auto done = co_await run_or_fail(connection, imap::add_flag(set, *flag), "flagging mail");
    if (done.has_error()) co_return done.error();
  }
  co_return Result<void>{};
}

Task<Result<void>> move_messages(ImapConnection& connection, std::span<const Uid> uids,
                                 const std::string& wire_folder) {
  const bool can_move = connection.machine().can("MOVE");
  std::vector<Uid> wanted{uids.begin(), uids.end()};
  std::sort(wanted.begin(), wanted.end());
  for (int tries = 0; tries < k_move_tries; ++tries) {
    if (!can_move || tries > 0) {
      const auto left = co_await not_deleted(connection, wanted);
      if (left.has_error()) co_return left.error();
      wanted = *left;
    }
    const auto done = can_move ? co_await move_all(connection, wanted, wire_folder)
                               : co_await copy_and_delete(connection, wanted, wire_folder);
    if (done.has_error()) co_return done.error();
    if (*done == Moved::all) co_return Result<void>{};
  }
  co_return domain::fail(domain::ErrorCode::server_refused,
                         "mail to be moved is removed by others again and again");
}

Task<Result<std::vector<Uid>>> expunge_messages(ImapConnection& connection,
                                                std::span<const Uid> uids) {
  if (!connection.machine().can("UIDPLUS")) {
    co_return connection.trouble(domain::ErrorCode::server_refused,
                                 "it cannot remove single messages (no UIDPLUS)");
  }
  for (const auto& set : imap::uid_sets(uids)) {
    const auto flagged =
        co_await run_or_fail(connection, imap::add_flag(set, "\\Deleted"), "deleting erased mail");
    if (flagged.has_error()) co_return flagged.error();
    const auto removed =
        co_await run_or_fail(connection, imap::plain("UID EXPUNGE " + set), "removing erased mail");
    if (removed.has_error()) co_return removed.error();
  }
  // A server that does not grant the right may still say OK (RFC 4314, 4).
  co_return co_await still_there(connection, uids);
}

}  // namespace redress::adapters
