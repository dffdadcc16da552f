#include "daemon/adapters/curl/imap_mark.hpp"

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

/// RFC 5530, 3: some of the messages were expunged by others; the rest is done.
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

/// NO to MOVE or COPY: where the folder can be created now, that was why ([TRYCREATE], RFC
/// 9051 7.1; not every server says so).
Task<Result<void>> move_or_copy(ImapConnection& connection, std::string verb, std::string set,
                                std::string folder) {
  const auto command = imap::with_folder(fmt::format("UID {} {} ", verb, set), folder);
  const auto what = fmt::format("moving to the folder \"{}\"", folder);
  const auto status = co_await connection.run(command);
  if (status.has_error()) co_return status.error();
  if (status->condition == Condition::ok || only_gone(*status)) co_return Result<void>{};
  if (status->condition == Condition::bad || asks_to_come_back(*status)) {
    co_return connection.refusal(*status, what);
  }
  const auto created = co_await connection.run(imap::with_folder("CREATE ", folder));
  if (created.has_error()) co_return created.error();
  const bool there = created->condition == Condition::ok || created->code.name == "ALREADYEXISTS";
  if (!there) co_return connection.refusal(*status, what);
  co_return co_await run_or_fail(connection, command, what);
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

Task<Result<void>> copy_and_delete(ImapConnection& connection, std::span<const Uid> wanted,
                                   std::string folder) {
  std::vector<Uid> sorted{wanted.begin(), wanted.end()};
  std::sort(sorted.begin(), sorted.end());
  const auto uids = co_await not_deleted(connection, std::move(sorted));
  if (uids.has_error()) co_return uids.error();
  for (const auto& set : imap::uid_sets(*uids)) {
    const auto copied = co_await move_or_copy(connection, "COPY", set, folder);
    if (copied.has_error()) co_return copied.error();
    const auto flagged = co_await run_or_fail(connection, imap::add_flag(set, "\\Deleted"),
                                              "deleting the moved mail");
    if (flagged.has_error()) co_return flagged.error();
    if (!connection.machine().can("UIDPLUS")) continue;
    const auto removed = co_await run_or_fail(connection, imap::plain("UID EXPUNGE " + set),
                                              "removing the moved mail");
    if (removed.has_error()) co_return removed.error();
  }
  co_return Result<void>{};
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
  if (!connection.machine().can("MOVE")) {
    co_return co_await copy_and_delete(connection, uids, wire_folder);
  }
  for (const auto& set : imap::uid_sets(uids)) {
    const auto done = co_await move_or_copy(connection, "MOVE", set, wire_folder);
    if (done.has_error()) co_return done.error();
  }
  co_return Result<void>{};
}

}  // namespace redress::adapters
