#include "daemon/adapters/curl/imap_connection.hpp"

#include "daemon/adapters/curl/imap/text.hpp"
#include "daemon/adapters/curl/refusal.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace redress::adapters {

using domain::Error;
using domain::ErrorCode;
using domain::Result;
using imap::Response;
using imap::StatusText;
using ports::Task;

bool asks_to_come_back(const StatusText& status) {
  return busy_code(status.code.name) || busy_words(status.text);
}

Error ImapConnection::trouble(ErrorCode code, std::string_view what) const {
  return domain::fail(code, fmt::format("{}: {}", transport_.host(), what));
}

Error ImapConnection::refusal(const StatusText& status, std::string_view what) const {
  const bool busy = asks_to_come_back(status);
  const auto code = status.code.name.empty() ? std::string{} : '[' + status.code.name + "] ";
  return trouble(busy ? ErrorCode::server_busy : ErrorCode::server_refused,
                 fmt::format("{} was refused: {}{}", what, imap::printable(code),
                             imap::printable(status.text)));
}

Task<Result<void>> ImapConnection::flush() {
  for (auto bytes = machine_.take_output(); !bytes.empty(); bytes = machine_.take_output()) {
    const auto sent = co_await transport_.send(bytes, now() + timeouts_.silence);
    if (sent.has_error()) co_return trouble(sent.error().code, sent.error().text);
  }
  co_return Result<void>{};
}

Task<Result<std::optional<Response>>> ImapConnection::next_within(TimePoint until) {
  for (;;) {
    const auto flushed = co_await flush();
    if (flushed.has_error()) co_return flushed.error();
    auto response = machine_.next(pending_);
    if (response.has_error()) {
      co_return trouble(ErrorCode::protocol,
                        "the IMAP server makes no sense: " + response.error().text);
    }
    if (*response) {
      if (machine_.bye()) {
        const auto& bye = *machine_.bye();
        co_return trouble(asks_to_come_back(bye) ? ErrorCode::server_busy : ErrorCode::unreachable,
                          "the server said goodbye: " + imap::printable(bye.text));
      }
      co_return std::move(*response);
    }
    const auto count = co_await transport_.receive(*buffer_, until);
    if (count.has_error()) {
      if (count.error().code == ErrorCode::timed_out) co_return std::optional<Response>{};
      co_return trouble(count.error().code, count.error().text);
    }
    pending_ = std::string_view{buffer_->data(), *count};
  }
}

Task<Result<Response>> ImapConnection::next(TimePoint deadline) {
  const auto late = trouble(ErrorCode::timed_out, "no answer in time; is the server overloaded?");
  if (now() >= deadline) co_return late;  // also where responses never stop coming
  auto response = co_await next_within(std::min(deadline, now() + timeouts_.silence));
  if (response.has_error()) co_return response.error();
  if (!*response) co_return late;
  co_return std::move(**response);
}

Task<Result<std::string>> ImapConnection::start(imap::Command command) {
  auto tag = machine_.start(command);
  const auto flushed = co_await flush();
  if (flushed.has_error()) co_return flushed.error();
  co_return tag;
}

Task<Result<StatusText>> ImapConnection::run(imap::Command command, OnResponse on_response) {
  const auto deadline = command_deadline();
  const auto tag = co_await start(std::move(command));
  if (tag.has_error()) co_return tag.error();
  for (;;) {
    auto response = co_await next(deadline);
    if (response.has_error()) co_return response.error();
    if (auto* tagged = std::get_if<imap::Tagged>(&*response)) {
      if (tagged->tag == *tag) co_return std::move(tagged->status);
    } else if (on_response) {
      on_response(*response);
    }
  }
}

}  // namespace redress::adapters
