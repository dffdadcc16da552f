#include "daemon/adapters/curl/imap_wait.hpp"

#include <algorithm>

namespace redress::adapters {
namespace {

using domain::Result;
using imap::Condition;
using ports::Task;

enum class IdleEnd { news, time_up, refused };

/// DONE, and the tagged answer to IDLE.
Task<Result<void>> end_idle(ImapConnection& connection, const std::string& tag) {
  connection.machine().done();
  const auto deadline = connection.now() + connection.timeouts().silence;
  for (;;) {
    const auto response = co_await connection.next(deadline);
    if (response.has_error()) co_return response.error();
    const auto* tagged = std::get_if<imap::Tagged>(&*response);
    if (tagged != nullptr && tagged->tag == tag) co_return Result<void>{};
  }
}

/// Waits for "+"; DONE must not be sent before it. EXISTS may come first.
Task<Result<IdleEnd>> wait_for_plus(ImapConnection& connection, const std::string& tag) {
  const auto deadline = connection.now() + connection.timeouts().silence;
  for (;;) {
    const auto response = co_await connection.next(deadline);
    if (response.has_error()) co_return response.error();
    if (std::holds_alternative<imap::Continuation>(*response)) co_return IdleEnd::news;
    const auto* tagged = std::get_if<imap::Tagged>(&*response);
    if (tagged != nullptr && tagged->tag == tag) co_return IdleEnd::refused;
  }
}

Task<Result<IdleEnd>> idle_once(ImapConnection& connection, TimePoint until) {
  const auto& folder = connection.machine().folder();
  const auto tag = co_await connection.start(imap::plain("IDLE"));
  if (tag.has_error()) co_return tag.error();
  const auto begun = co_await wait_for_plus(connection, *tag);
  if (begun.has_error() || *begun == IdleEnd::refused) co_return begun;
  while (!folder.news && connection.now() < until) {
    const auto response = co_await connection.next_within(until);
    if (response.has_error()) co_return response.error();
    if (!*response) break;
    const auto* tagged = std::get_if<imap::Tagged>(&**response);
    // Ended by the server: beginning again at once could go on as fast as the network.
    if (tagged != nullptr && tagged->tag == *tag) co_return IdleEnd::refused;
  }
  const auto ended = co_await end_idle(connection, *tag);
  if (ended.has_error()) co_return ended.error();
  co_return folder.news ? IdleEnd::news : IdleEnd::time_up;
}

/// Silence until the next NOOP is what is hoped for; a BYE meanwhile is noticed.
Task<Result<void>> listen(ImapConnection& connection, TimePoint until) {
  const auto& folder = connection.machine().folder();
  while (!folder.news && connection.now() < until) {
    const auto response = co_await connection.next_within(until);
    if (response.has_error()) co_return response.error();
    if (!*response) break;
  }
  co_return Result<void>{};
}

Task<Result<bool>> poll_folder(ImapConnection& connection, TimePoint until,
                               std::chrono::seconds poll) {
  const auto& folder = connection.machine().folder();
  while (!folder.news && connection.now() < until) {
    const auto listened = co_await listen(connection, std::min(until, connection.now() + poll));
    if (listened.has_error()) co_return listened.error();
    if (folder.news) break;
    const auto told = co_await connection.run(imap::plain("NOOP"));
    if (told.has_error()) co_return told.error();
    if (told->condition != Condition::ok) co_return connection.refusal(*told, "NOOP");
  }
  co_return folder.news;
}

}  // namespace

Task<Result<bool>> wait_for_change(ImapConnection& connection, std::chrono::seconds at_most,
                                   std::chrono::seconds poll) {
  const auto& folder = connection.machine().folder();
  const auto until = connection.now() + at_most;
  bool idle = connection.machine().can("IDLE");
  while (idle && !folder.news && connection.now() < until) {
    const auto ended = co_await idle_once(
        connection, std::min(until, connection.now() + connection.timeouts().idle));
    if (ended.has_error()) co_return ended.error();
    idle = *ended != IdleEnd::refused;
  }
  if (idle || folder.news) co_return folder.news;
  co_return co_await poll_folder(connection, until, std::max(poll, std::chrono::seconds{1}));
}

}  // namespace redress::adapters
