#include "daemon/app/mailbox_watcher.hpp"

#include "daemon/app/fetch_batches.hpp"
#include "daemon/app/history.hpp"
#include "daemon/app/mailbox_eraser.hpp"
#include "daemon/app/messages.hpp"
#include "daemon/ports/store_failure.hpp"

#include <fmt/format.h>
#include <spdlog/spdlog.h>
#include <boost/asio/experimental/awaitable_operators.hpp>

#include <algorithm>

namespace redress::app {
namespace {

using domain::Error;
using domain::ErrorCode;
using domain::Result;

constexpr std::size_t k_mark_at_once = 500;
constexpr std::chrono::seconds k_watch{60};
/// While decided messages wait for their mark, the watch is cut short to set it.
constexpr std::chrono::seconds k_watch_unmarked{3};
constexpr std::chrono::hours k_absent_folder_again{24};
/// So often in a row a connection fails while others of the same server stand.
constexpr int k_crowded_failures = 3;
/// A server that had too many connections is believed to have them so long.
constexpr std::chrono::minutes k_crowded{10};
/// How long a folder of such a server leaves its place to others.
constexpr std::chrono::seconds k_turn{15};
/// Erasing there must not keep us from reading: where it fails it is left for so long.
constexpr std::chrono::hours k_erase_again{1};

ports::After port_after(config::MailboxSettings::After after) {
  switch (after) {
    case config::MailboxSettings::After::flag: return ports::After::flag;
    case config::MailboxSettings::After::move: return ports::After::move;
    case config::MailboxSettings::After::keep: return ports::After::keep;
  }
  return ports::After::keep;
}

}  // namespace

std::string MailboxWatcher::label() const {
  return folder_.empty() ? mailbox_.name : fmt::format("{}/{}", mailbox_.name, folder_);
}

std::optional<WatchedFolder> MailboxWatcher::watched() const {
  if (folder_.empty() || absent_) return std::nullopt;
  return WatchedFolder{&mailbox_, folder_, use_};
}

ports::Task<Result<bool>> MailboxWatcher::choose_folder() {
  if (!folder_.empty()) co_return true;
  if (!is_special()) {
    folder_ = mailbox_.folder;
    co_return true;
  }
  const bool junk = use_ == ports::FolderUse::junk;
  const auto& named = junk ? mailbox_.junk_folder : mailbox_.sent_folder;
  if (named != "auto") {
    folder_ = named;
    co_return true;
  }
  auto found = co_await source_->special_folder(junk ? "\\Junk" : "\\Sent");
  if (!found) co_return found.error();
  if (!*found || **found == mailbox_.folder) co_return false;
  folder_ = **found;
  co_return true;
}

ports::Task<Result<void>> MailboxWatcher::connect() {
  office_.fault("imap.open");
  source_ = office_.ports.source(mailbox_);
  const auto chosen = co_await choose_folder();
  if (!chosen) co_return chosen.error();
  absent_ = !*chosen;
  if (absent_) co_return Result<void>{};
  const auto opened = co_await source_->open(folder_);
  if (!opened) co_return opened.error();
  presence_.emplace(office_.connected[mailbox_.server.url]);
  if (!is_special()) health_.works();
  status_ = *opened;
  record_ = co_await office_.ports.journal.open_folder(mailbox_.name, folder_, use_,
                                                       status_.validity, office_.ports.clock.now());
  next_ = domain::Uid{record_.highest.value + 1};
  if (record_.validity_changed) {
    office_.log.warn(
        "{} mailbox {}: the server numbered its messages anew; old mail is told apart "
        "by content and not acknowledged again",
        log_id::k_validity_changed, label());
  }
  co_return Result<void>{};
}

ports::Task<Result<MailboxWatcher::Fetched>> MailboxWatcher::fetch(Batch batch) {
  office_.fault("imap.fetch");
  co_return co_await source_->fetch(batch, office_.house.settings.limits.message_size);
}

/// Durable when it returns; only then the batch counts as read.
ports::Task<void> MailboxWatcher::append(Batch batch, const Fetched& fetched) {
  office_.fault("journal.append");
  co_await office_.ports.journal.append(record_.id, fetched,
                                        history_before(mailbox_, record_, office_.house.zone),
                                        office_.ports.clock.now());
  office_.fault("journal.appended");
  next_ = domain::Uid{batch.back().uid.value + 1};
  office_.unread.notify();
}

/// While one batch becomes durable the next one is fetched; no more than two are in memory.
ports::Task<Result<void>> MailboxWatcher::fetch_batches(
    const std::vector<ports::ListedMessage>& listed) {
  using namespace boost::asio::experimental::awaitable_operators;
  const auto batches = cut_in_batches(listed, office_.house.settings.limits.message_size);
  if (batches.empty()) co_return Result<void>{};
  auto fetched = co_await fetch(batches.front());
  for (std::size_t i = 0; i < batches.size(); ++i) {
    if (!fetched) co_return fetched.error();
    if (i + 1 == batches.size()) {
      co_await append(batches[i], *fetched);
    } else {
      auto next = co_await (append(batches[i], *fetched) && fetch(batches[i + 1]));
      fetched = std::move(next);
      office_.log.info("mailbox {}: {} of {} messages taken in", label(),
                       &batches[i].back() - listed.data() + 1, listed.size());
    }
  }
  co_return Result<void>{};
}

ports::Task<Result<void>> MailboxWatcher::fetch_new() {
  office_.fault("imap.list");
  const auto listed = co_await source_->list(next_);
  if (!listed) co_return listed.error();
  const auto fetched = co_await fetch_batches(*listed);
  if (!fetched) co_return fetched.error();
  co_await office_.ports.journal.polled(record_.id, office_.ports.clock.now());
  co_return Result<void>{};
}

/// Marks what has a verdict; says how many of the folder still have none or no mark.
ports::Task<Result<std::size_t>> MailboxWatcher::mark_done() {
  const auto after = port_after(mailbox_.after);
  if (is_special() || after == ports::After::keep) co_return std::size_t{0};
  std::size_t marked = 0;
  while (true) {
    const auto uids = co_await office_.ports.journal.to_mark(record_.id, k_mark_at_once);
    if (uids.empty()) break;
    office_.fault("imap.mark");
    const auto done = co_await source_->mark(uids, after, mailbox_.move_to);
    if (!done && done.error().code == ErrorCode::server_refused) {
      office_.log.warn("{} mailbox {}: {}; the messages are safe, only their mark is missing",
                       log_id::k_mark_failed, label(), done.error().text);
      break;
    }
    if (!done) co_return done.error();
    office_.fault("journal.mark");
    co_await office_.ports.journal.marked(record_.id, uids);
    office_.fault("journal.marked");
    marked += uids.size();
  }
  co_return marked;
}

/// What the store has erased goes here too; says whether there was any. Then the connection has
/// another folder open.
ports::Task<Result<bool>> MailboxWatcher::erase_copies() {
  if (is_special() || !presence_ || !office_.house.settings.retention.erase_mailbox)
    co_return false;
  if (std::chrono::steady_clock::now() < erase_from_) co_return false;
  MailboxEraser eraser{office_, mailbox_};
  const auto settled = co_await eraser.carry_out(*source_);
  if (!settled) {
    erase_from_ = std::chrono::steady_clock::now() + k_erase_again;
    co_return settled.error();
  }
  co_return *settled > 0;
}

ports::Task<Result<void>> MailboxWatcher::take_folder() {
  auto taken = co_await connect();
  if (taken && !absent_ && record_.validity_changed) {
    // First, or what was erased would be read in again under its new UID.
    const auto erased = co_await erase_copies();
    if (!erased) co_return erased.error();
    if (*erased) taken = co_await connect();
  }
  if (taken && !absent_) taken = co_await fetch_new();
  if (taken && !is_special()) health_.taken();
  if (taken) co_await office_.ports.journal.trouble(mailbox_.name, {}, office_.ports.clock.now());
  co_return taken;
}

/// For `status`, for staff, and for the watchers of special folders.
ports::Task<void> MailboxWatcher::note_trouble(const std::string& text) {
  const auto now = office_.ports.clock.now();
  if (!is_special()) health_.fails(text, now);
  co_await office_.ports.journal.trouble(mailbox_.name, text, now);
}

ports::Task<Result<void>> MailboxWatcher::take() {
  if (is_special() && !co_await health_.first_try()) {
    absent_ = true;
    co_return Result<void>{};
  }
  try {
    auto taken = co_await take_folder();
    if (!taken) co_await note_trouble(taken.error().text);
    co_return taken;
  } catch (const std::exception& error) {
    // Whatever broke, the watchers of special folders must not wait for this one for ever.
    if (!is_special()) health_.fails(error.what(), office_.ports.clock.now());
    throw;
  }
}

ports::Task<Result<void>> MailboxWatcher::leave() {
  Result<void> out;
  if (!absent_) {
    const auto marked = co_await mark_done();
    if (!marked) out = marked.error();
    const auto erased = marked ? co_await erase_copies() : Result<bool>{false};
    if (!erased) out = erased.error();
  }
  office_.fault("imap.close");
  if (source_) co_await source_->close();
  hang_up();
  co_return out;
}

/// Lets another folder of the same server have the connection for a while.
ports::Task<Result<void>> MailboxWatcher::make_room() {
  const auto left = co_await leave();
  if (!left) co_return left.error();
  co_await office_.ports.clock.wait_for(k_turn);
  co_return Result<void>{};
}

/// Waits for changes and takes them, until something breaks or the office stops.
ports::Task<Result<void>> MailboxWatcher::watch() {
  bool fresh = true;  // something was just taken and will want its mark
  while (!office_.stopping) {
    if (office_.is_crowded(mailbox_.server.url)) co_return co_await make_room();
    const auto time = fresh ? k_watch_unmarked : k_watch;
    office_.fault("imap.wait");
    const auto changed = co_await source_->wait_for_change(time, mailbox_.poll);
    if (!changed) co_return changed.error();
    const auto before = next_;
    const auto fetched = co_await fetch_new();
    if (!fetched) co_return fetched.error();
    const auto marked = co_await mark_done();
    if (!marked) co_return marked.error();
    const auto erased = co_await erase_copies();
    if (!erased) co_return erased.error();
    if (*erased) {
      co_await source_->close();
      co_return Result<void>{};  // and begins anew with its own folder
    }
    fresh = next_ != before || *marked > 0;
  }
  co_return Result<void>{};
}

ports::Task<Result<void>> MailboxWatcher::attempt() {
  while (is_special() && health_.down_since() && !office_.stopping) co_await health_.change();
  if (office_.stopping) co_return Result<void>{};
  const auto taken = co_await take_folder();
  if (!taken) co_return taken.error();
  if (failures_ > 0) office_.log.warn("{} mailbox {} works again", log_id::k_mailbox_back, label());
  failures_ = 0;
  if (absent_) {
    co_await source_->close();
    co_await office_.ports.clock.wait_for(k_absent_folder_again);
    co_return Result<void>{};
  }
  co_return co_await watch();
}

void MailboxWatcher::hang_up() {
  source_.reset();
  presence_.reset();
}

/// Some servers say that there are too many connections, and some just hang up on one more.
bool MailboxWatcher::looks_crowded(const Error& error) const {
  if (presence_) return false;  // it was let in
  if (error.code == ErrorCode::server_busy) return true;
  if (error.code != ErrorCode::unreachable || failures_ + 1 < k_crowded_failures) return false;
  const auto others = office_.connected.find(mailbox_.server.url);
  return others != office_.connected.end() && others->second > 0;
}

void MailboxWatcher::note_crowded() {
  const auto& url = mailbox_.server.url;
  if (!office_.is_crowded(url)) {
    office_.log.warn("{} {} wants fewer connections: its folders are read in turns",
                     log_id::k_crowded, url);
  }
  office_.crowded[url] = std::chrono::steady_clock::now() + k_crowded;
}

ports::Task<void> MailboxWatcher::pause_after(const Error& error) {
  ++failures_;
  const bool login = error.code == ErrorCode::login_refused;
  const auto pause = domain::pause_after(office_.house.settings.network.retry.of(error.code),
                                         failures_, office_.ports.tokens.fraction());
  office_.log.warn("{} mailbox {}: {}; next try in {} s",
                   login ? log_id::k_mailbox_login : log_id::k_mailbox_trouble, label(), error.text,
                   pause.count() / 1000);
  try {
    co_await note_trouble(error.text);
  } catch (const ports::StoreFailure& failure) {
    // A store that takes no mail takes no note either; the pause and the next try come all the
    // same.
    office_.log.error("{} {}", log_id::k_store_failed, failure.what());
  }
  co_await office_.ports.clock.wait_for(pause);
}

ports::Task<void> MailboxWatcher::run() {
  while (!office_.stopping) {
    Result<void> done;
    try {
      done = co_await attempt();
    } catch (const boost::system::system_error& error) {
      if (office_.stopping) throw;  // cancelled
      done = domain::fail(ErrorCode::unreachable, error.what());
    } catch (const std::exception& error) {
      if (is_fatal(error)) throw;
      // The store cannot take mail: it stays on the server, and we come back.
      done = domain::fail(ErrorCode::store_full, error.what());
    }
    const bool crowded = !done && looks_crowded(done.error());
    hang_up();
    if (done || office_.stopping) continue;
    if (crowded) note_crowded();
    co_await pause_after(done.error());
  }
}

}  // namespace redress::app
