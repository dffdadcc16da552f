#include "daemon/app/mailbox_eraser.hpp"

#include "daemon/app/fetch_batches.hpp"
#include "daemon/app/messages.hpp"
#include "daemon/app/system_notice.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <spdlog/spdlog.h>

#include <algorithm>

namespace redress::app {
namespace {

using domain::ErrorCode;
using domain::Result;
using ports::CopyOutcome;
using Copies = std::vector<ports::MailboxCopy>;
using SomeCopies = std::span<const ports::MailboxCopy>;

constexpr std::size_t k_at_once = 200;
constexpr std::size_t k_shown = 20;  ///< places that a notice names

std::string places(SomeCopies copies) {
  std::vector<std::string> shown;
  for (const auto& copy : copies.first(std::min(copies.size(), k_shown))) {
    shown.push_back(fmt::format("{} UID {}", copy.folder, copy.uid.value));
  }
  return fmt::format("{}{}", fmt::join(shown, ", "), copies.size() > k_shown ? " …" : "");
}

std::vector<domain::MessageRowId> rows_of(SomeCopies copies) {
  std::vector<domain::MessageRowId> rows;
  rows.reserve(copies.size());
  for (const auto& copy : copies) rows.push_back(copy.message);
  return rows;
}

ports::Task<void> settle(Office& office, SomeCopies copies, CopyOutcome outcome) {
  if (copies.empty()) co_return;
  co_await office.ports.personal_data.settle_copies(rows_of(copies), outcome, std::nullopt,
                                                    office.ports.clock.now());
}

/// And administrators are told why it was left.
ports::Task<void> leave(Office& office, const std::string& mailbox, SomeCopies copies,
                        CopyOutcome outcome, std::string_view why) {
  if (copies.empty()) co_return;
  const auto text = fmt::format(
      "mailbox {}: {} messages that were erased here were not erased on the mail server ({}): {}",
      mailbox, copies.size(), places(copies), why);
  office.log.warn("{} {}", log_id::k_copy_left, text);
  const auto now = office.ports.clock.now();
  co_await office.ports.personal_data.settle_copies(
      rows_of(copies), outcome,
      system_notice(
          fmt::format("mailbox_copies:{}:{}", to_string(outcome), copies.front().message.value),
          text, now),
      now);
  office.untold.notify();
}

}  // namespace

ports::Task<Result<std::size_t>> MailboxEraser::carry_out(ports::MailSource& source) {
  std::size_t settled = 0;
  for (;;) {
    const auto copies =
        co_await office_.ports.personal_data.copies_to_erase(mailbox_.name, k_at_once);
    if (copies.empty()) co_return settled;
    const auto taken = co_await take(source, copies);
    if (!taken) co_return taken.error();
    settled += copies.size();
  }
}

/// All of them are settled when it returns without an error.
ports::Task<Result<void>> MailboxEraser::take(ports::MailSource& source, SomeCopies copies) {
  Copies missing;
  for (auto from = copies.begin(); from != copies.end();) {
    const auto to = std::find_if(from, copies.end(),
                                 [&](const auto& copy) { return copy.folder != from->folder; });
    const auto taken = co_await take_from(source, from->folder, SomeCopies{from, to}, missing);
    if (!taken) co_return taken.error();
    from = to;
  }
  if (mailbox_.after == config::MailboxSettings::After::move && !missing.empty()) {
    Copies still_missing;
    const auto taken = co_await take_from(source, mailbox_.move_to, missing, still_missing);
    if (!taken) co_return taken.error();
    missing = std::move(still_missing);
  }
  co_await settle_missing(missing);
  co_return Result<void>{};
}

ports::Task<Result<void>> MailboxEraser::take_from(ports::MailSource& source, std::string folder,
                                                   SomeCopies copies, Copies& missing) {
  const auto opened = co_await source.open(folder);
  if (!opened && opened.error().code == ErrorCode::server_refused) {  // it is gone
    missing.insert(missing.end(), copies.begin(), copies.end());
    co_return Result<void>{};
  }
  if (!opened) co_return opened.error();
  if (!opened->can_expunge) {
    co_await leave(office_, mailbox_.name, copies, CopyOutcome::unsupported,
                   "the server cannot remove single messages (no UIDPLUS), and must not remove "
                   "other people's with them; delete them there by hand");
    co_return Result<void>{};
  }
  auto listed = co_await source.list(domain::Uid{1});
  if (!listed) co_return listed.error();
  const SearchedFolder searched{folder, opened->validity, std::move(*listed)};
  const auto read = co_await digests(source, searched, copies);
  if (!read) co_return read.error();
  const auto match = match_copies(searched, copies, *read);
  missing.insert(missing.end(), match.missing.begin(), match.missing.end());
  co_await leave(office_, mailbox_.name, match.different, CopyOutcome::different,
                 "what lies there is not byte for byte what was erased; look at it, and delete it "
                 "there if it should go");
  co_return co_await remove(source, match.found);
}

/// One byte more than the store had is asked for, so that what is longer is never taken for it.
ports::Task<Result<std::map<domain::Uid, std::string>>> MailboxEraser::digests(
    ports::MailSource& source, const SearchedFolder& folder, SomeCopies copies) {
  std::uint64_t limit = 0;
  for (const auto& copy : copies) limit = std::max(limit, copy.length + 1);
  std::map<domain::Uid, std::string> out;
  const auto wanted = may_be_copies(folder, copies);
  for (const auto batch : cut_in_batches(wanted, limit)) {
    const auto fetched = co_await source.fetch(batch, limit);
    if (!fetched) co_return fetched.error();
    for (const auto& one : *fetched) {
      // No bytes: the server could not give them, and they are like nothing.
      out[one.uid] = one.bytes.empty() ? std::string{} : office_.keys.digest(one.bytes);
    }
  }
  co_return out;
}

ports::Task<Result<void>> MailboxEraser::remove(ports::MailSource& source,
                                                std::span<const CopyMatch::Found> found) {
  if (found.empty()) co_return Result<void>{};
  Copies copies;
  std::vector<domain::Uid> uids;
  for (const auto& one : found) {
    copies.push_back(one.copy);
    uids.insert(uids.end(), one.uids.begin(), one.uids.end());
  }
  co_await office_.ports.personal_data.copies_found(rows_of(copies));
  office_.fault("imap.expunge");
  const auto left = co_await source.expunge(uids);
  office_.fault("copies.erased");
  std::string refusal = "the server kept them, although it was asked to remove them";
  if (!left) {
    if (left.error().code != ErrorCode::server_refused) co_return left.error();
    refusal = left.error().text;
  }
  Copies erased, kept;
  for (const auto& one : found) {
    const bool stays = !left || std::any_of(one.uids.begin(), one.uids.end(), [&](domain::Uid uid) {
      return std::find(left->begin(), left->end(), uid) != left->end();
    });
    (stays ? kept : erased).push_back(one.copy);
    if (!stays) erased_.insert(one.copy.digest);
  }
  co_await settle(office_, erased, CopyOutcome::erased);
  co_await leave(office_, mailbox_.name, kept, CopyOutcome::refused,
                 fmt::format("{}; mend the rights there, or delete them by hand", refusal));
  if (!erased.empty()) {
    office_.log.info("mailbox {}: {} erased messages were removed from the mail server",
                     mailbox_.name, erased.size());
  }
  co_return Result<void>{};
}

/// Gone because an earlier try was cut off, or because the same bytes went with another message, is
/// as it should be.
ports::Task<void> MailboxEraser::settle_missing(SomeCopies missing) {
  Copies removed, twins, absent;
  for (const auto& copy : missing) {
    if (copy.found) {
      removed.push_back(copy);
    } else {
      const bool twin = copy.twin || erased_.contains(copy.digest);
      (twin ? twins : absent).push_back(copy);
    }
  }
  co_await settle(office_, removed, CopyOutcome::erased);
  co_await settle(office_, twins, CopyOutcome::absent);
  co_await leave(office_, mailbox_.name, absent, CopyOutcome::absent,
                 "they are not where they were put; look for them in the other folders, where "
                 "somebody may have moved them");
}

ports::Task<void> settle_unwatched_copies(Office& office) {
  const auto& settings = office.house.settings;
  if (!settings.retention.erase_mailbox) co_return;
  const auto names = co_await office.ports.personal_data.mailboxes_with_copies();
  for (const auto& name : names) {
    const bool watched = std::any_of(settings.mailboxes.begin(), settings.mailboxes.end(),
                                     [&](const auto& box) { return box.name == name; });
    if (watched) continue;
    for (;;) {
      const auto copies = co_await office.ports.personal_data.copies_to_erase(name, k_at_once);
      if (copies.empty()) break;
      co_await leave(office, name, copies, CopyOutcome::unwatched,
                     "the mailbox is not in the settings any more; delete them there by hand");
    }
  }
}

}  // namespace redress::app
