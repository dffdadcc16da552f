#include "daemon/app/reconciler.hpp"

#include "daemon/app/alone.hpp"
#include "daemon/app/history.hpp"
#include "daemon/app/messages.hpp"
#include "daemon/app/system_notice.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <spdlog/spdlog.h>

#include <algorithm>

namespace redress::app {
namespace {

using domain::Result;
using domain::Uid;

constexpr std::size_t k_fetch_at_once = 20;
constexpr std::size_t k_shown = 20;  ///< UIDs that a line names

std::string uid_list(const std::vector<Uid>& uids) {
  std::vector<std::uint32_t> shown;
  for (const auto uid : uids) {
    if (shown.size() == k_shown) break;
    shown.push_back(uid.value);
  }
  return fmt::format("{}{}", fmt::join(shown, ", "), uids.size() > k_shown ? " …" : "");
}

std::vector<Uid> uids_of(const std::vector<ports::ListedMessage>& listed) {
  std::vector<Uid> uids;
  uids.reserve(listed.size());
  for (const auto& one : listed) uids.push_back(one.uid);
  return uids;
}

}  // namespace

ports::Task<Result<std::vector<Uid>>> Reconciler::compare(ports::MailSource& source,
                                                          const WatchedFolder& watched) {
  const auto opened = co_await source.open(watched.folder);
  if (!opened) co_return opened.error();
  auto& journal = office_.ports.journal;
  const auto now = office_.ports.clock.now();
  const auto record = co_await journal.open_folder(watched.mailbox->name, watched.folder,
                                                   watched.use, opened->validity, now);
  const auto listed = co_await source.list(Uid{1});
  if (!listed) co_return listed.error();
  const auto uids = uids_of(*listed);
  const auto missing = co_await journal.reconcile(record.id, uids, now);
  if (missing.empty()) co_return missing;
  office_.log.warn("{} {}/{}: {} messages on the server are not in the ledger, fetching UID {}",
                   log_id::k_missing, watched.mailbox->name, watched.folder, missing.size(),
                   uid_list(missing));
  std::vector<ports::ListedMessage> wanted;
  for (const auto& one : *listed) {
    if (std::binary_search(missing.begin(), missing.end(), one.uid)) wanted.push_back(one);
  }
  for (std::size_t at = 0; at < wanted.size(); at += k_fetch_at_once) {
    const auto some = std::span{wanted}.subspan(at, std::min(k_fetch_at_once, wanted.size() - at));
    const auto fetched = co_await source.fetch(some, office_.house.settings.limits.message_size);
    if (!fetched) break;  // the second look says what is still missing
    co_await journal.append(record.id, *fetched,
                            history_before(*watched.mailbox, record, office_.house.zone), now);
  }
  office_.unread.notify();
  co_return co_await journal.reconcile(record.id, uids, now);
}

ports::Task<Result<std::vector<Uid>>> Reconciler::reconcile(const WatchedFolder& watched) {
  const auto source = office_.ports.source(*watched.mailbox);
  auto missing = co_await compare(*source, watched);
  co_await source->close();
  if (missing && !missing->empty()) co_await tell_missing(watched, *missing);
  co_return missing;
}

ports::Task<void> Reconciler::tell_missing(const WatchedFolder& watched, std::vector<Uid> missing) {
  const auto text =
      fmt::format("mailbox {}/{}: {} messages cannot be fetched and are not in the ledger: UID {}",
                  watched.mailbox->name, watched.folder, missing.size(), uid_list(missing));
  office_.log.error("{} {}", log_id::k_missing, text);
  const auto now = office_.ports.clock.now();
  domain::Change change;
  change.notices.push_back(system_notice(
      fmt::format("missing:{}:{}:{}", watched.mailbox->name, watched.folder, uid_list(missing)),
      text, now));
  co_await apply_alone(office_, std::move(change));
}

ports::Task<std::string> Reconciler::reconcile_all(std::vector<WatchedFolder> folders) {
  std::size_t missing = 0;
  std::string unread;
  for (const auto& watched : folders) {
    if (office_.stopping) break;
    const auto left = co_await reconcile(watched);
    if (left) {
      missing += left->size();
    } else {
      unread += fmt::format("; {}/{} not read: {}", watched.mailbox->name, watched.folder,
                            left.error().text);
    }
  }
  co_return fmt::format("{} folders compared with the ledger, {} messages missing{}",
                        folders.size(), missing, unread);
}

}  // namespace redress::app
