#include "daemon/adapters/curl/imap_fetch.hpp"

#include "daemon/adapters/curl/imap/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <deque>
#include <map>
#include <string>

namespace redress::adapters {
namespace {

using domain::ErrorCode;
using domain::Result;
using domain::Uid;
using imap::Condition;
using ports::FetchedMessage;
using ports::ListedMessage;
using ports::Task;

constexpr std::size_t k_most_listed = 4'000'000;
/// Commands under way at once: one being answered, one for the server to go on with.
constexpr std::size_t k_pipeline = 2;

domain::Instant wall_clock() {
  return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

/// One command for neighbours that fit together; one of its own for what is over the limit.
std::vector<imap::Command> fetch_commands(std::span<const ListedMessage> messages,
                                          std::uint64_t limit) {
  std::vector<imap::Command> out;
  std::vector<Uid> group;
  std::uint64_t bytes = 0;
  const auto flush = [&] {
    for (const auto& set : imap::uid_sets(group)) out.push_back(imap::fetch_bodies(set));
    group.clear();
    bytes = 0;
  };
  for (const auto& message : messages) {
    if (message.size > limit) {
      out.push_back(imap::fetch_start(message.uid, limit));
      continue;
    }
    if (group.size() == k_batch_messages || bytes + message.size > k_batch_bytes) flush();
    group.push_back(message.uid);
    bytes += message.size;
  }
  flush();
  return out;
}

/// Gathers what was asked for, whatever order it comes in; what was not asked for is dropped.
class Gathering {
 public:
  Gathering(std::span<const ListedMessage> messages, std::uint64_t limit) : limit_(limit) {
    for (const auto& message : messages) wanted_.emplace(message.uid, Slot{message, {}, false});
  }

  void take(imap::Fetch& fetch) {
    if (!fetch.uid) return;
    const auto found = wanted_.find(*fetch.uid);
    if (found == wanted_.end() || found->second.has_body) return;
    auto& slot = found->second;
    if (fetch.internal_date) slot.listed.internal_date = *fetch.internal_date;
    if (!fetch.body) return;
    slot.has_body = true;
    slot.body = std::move(*fetch.body);
    slot.listed.size = std::max(slot.listed.size, fetch.body_size);
    if (slot.body.size() > limit_) slot.body.resize(static_cast<std::size_t>(limit_));
  }

  std::vector<Uid> missing() const {
    std::vector<Uid> uids;
    for (const auto& [uid, slot] : wanted_) {
      if (!slot.has_body) uids.push_back(uid);
    }
    return uids;
  }
  void settle_empty(Uid uid) { wanted_.at(uid).has_body = true; }

  std::vector<FetchedMessage> result() && {
    std::vector<FetchedMessage> out;
    for (auto& [uid, slot] : wanted_) {
      if (!slot.has_body) continue;
      out.push_back({uid, slot.listed.internal_date, slot.listed.size, std::move(slot.body),
                     slot.listed.marked});
    }
    return out;
  }

 private:
  struct Slot {
    ListedMessage listed;
    std::string body;
    bool has_body{};
  };
  std::uint64_t limit_;
  std::map<Uid, Slot> wanted_;
};

/// Sends the commands, at most k_pipeline ahead of their answers, and hands over what comes.
Task<Result<void>> run_pipelined(ImapConnection& connection, std::vector<imap::Command> commands,
                                 Gathering& gathering) {
  std::deque<std::string> under_way;
  std::size_t next = 0;
  auto deadline = connection.command_deadline();
  while (next < commands.size() || !under_way.empty()) {
    while (next < commands.size() && under_way.size() < k_pipeline) {
      auto tag = co_await connection.start(std::move(commands[next]));
      if (tag.has_error()) co_return tag.error();
      under_way.push_back(std::move(*tag));
      ++next;
    }
    auto response = co_await connection.next(deadline);
    if (response.has_error()) co_return response.error();
    if (auto* fetch = std::get_if<imap::Fetch>(&*response)) {
      gathering.take(*fetch);
    } else if (const auto* tagged = std::get_if<imap::Tagged>(&*response)) {
      if (tagged->status.condition != Condition::ok && asks_to_come_back(tagged->status)) {
        co_return connection.refusal(tagged->status, "fetching mail");
      }
      std::erase(under_way, tagged->tag);
      deadline = connection.command_deadline();
    }
  }
  co_return Result<void>{};
}

/// One bad message must not keep its neighbours from coming: each is asked for by itself.
Task<Result<void>> fetch_singly(ImapConnection& connection, const std::vector<Uid>& uids,
                                std::uint64_t limit, Gathering& gathering) {
  for (const Uid uid : uids) {
    std::vector<imap::Command> one{imap::fetch_start(uid, limit)};
    const auto done = co_await run_pipelined(connection, std::move(one), gathering);
    if (done.has_error()) co_return done.error();
  }
  const auto missing = gathering.missing();
  const auto there = co_await still_there(connection, missing);
  if (there.has_error()) co_return there.error();
  for (const Uid uid : *there) gathering.settle_empty(uid);
  co_return Result<void>{};
}

}  // namespace

Task<Result<std::vector<Uid>>> still_there(ImapConnection& connection, std::span<const Uid> uids) {
  std::vector<Uid> found;
  for (const auto& set : imap::uid_sets(uids)) {
    const auto status =
        co_await connection.run(imap::search_uids(set), [&](imap::Response& response) {
          if (const auto* search = std::get_if<imap::Search>(&response)) {
            found.insert(found.end(), search->uids.begin(), search->uids.end());
          }
        });
    if (status.has_error()) co_return status.error();
    if (status->condition != Condition::ok) co_return connection.refusal(*status, "UID SEARCH");
  }
  std::erase_if(found,
                [&](Uid uid) { return std::find(uids.begin(), uids.end(), uid) == uids.end(); });
  co_return found;
}

Task<Result<std::vector<ListedMessage>>> list_messages(ImapConnection& connection, Uid from,
                                                       const std::string& keyword) {
  auto& folder = connection.machine().folder();
  if (folder.exists == 0) {
    // Servers answer a set on an empty folder with anything from OK to BAD; but is it still empty?
    const auto told = co_await connection.run(imap::plain("NOOP"));
    if (told.has_error()) co_return told.error();
  }
  folder.news = false;
  if (folder.exists == 0) co_return std::vector<ListedMessage>{};
  std::map<Uid, imap::Fetch> found;
  bool too_many = false;
  const auto status = co_await connection.run(imap::list_from(from), [&](imap::Response& response) {
    auto* fetch = std::get_if<imap::Fetch>(&response);
    if (fetch == nullptr || !fetch->uid || *fetch->uid < from) return;
    if (found.size() == k_most_listed) {
      too_many = true;
      return;
    }
    auto& known = found[*fetch->uid];
    if (fetch->size) known.size = fetch->size;
    if (fetch->internal_date) known.internal_date = fetch->internal_date;
    if (fetch->flags) known.flags = std::move(fetch->flags);
  });
  if (status.has_error()) co_return status.error();
  if (status->condition != Condition::ok)
    co_return connection.refusal(*status, "listing the folder");
  if (too_many) co_return connection.trouble(ErrorCode::protocol, "the folder never ends");
  std::vector<ListedMessage> out;
  out.reserve(found.size());
  for (const auto& [uid, fetch] : found) {
    // A message whose date the server cannot tell came at the latest just now.
    out.push_back({uid, fetch.size.value_or(0), fetch.internal_date.value_or(wall_clock()),
                   fetch.flags && imap::has_word(*fetch.flags, keyword)});
  }
  co_return out;
}

Task<Result<std::vector<FetchedMessage>>> fetch_messages(ImapConnection& connection,
                                                         std::span<const ListedMessage> messages,
                                                         std::uint64_t limit) {
  if (messages.empty()) co_return std::vector<FetchedMessage>{};
  connection.machine().keep_literals(static_cast<std::size_t>(limit));
  Gathering gathering{messages, limit};
  const auto done = co_await run_pipelined(connection, fetch_commands(messages, limit), gathering);
  if (done.has_error()) co_return done.error();
  const auto missing = gathering.missing();
  if (!missing.empty()) {
    const auto there = co_await still_there(connection, missing);
    if (there.has_error()) co_return there.error();
    if (!there->empty()) {
      const auto rest = co_await fetch_singly(connection, *there, limit, gathering);
      if (rest.has_error()) co_return rest.error();
    }
  }
  co_return std::move(gathering).result();
}

}  // namespace redress::adapters
