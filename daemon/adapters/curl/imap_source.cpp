#include "daemon/adapters/curl/imap_source.hpp"

#include "daemon/adapters/curl/curl_transport.hpp"
#include "daemon/adapters/curl/easy_handle.hpp"
#include "daemon/adapters/curl/imap_connection.hpp"
#include "daemon/adapters/curl/imap_fetch.hpp"
#include "daemon/adapters/curl/imap_folders.hpp"
#include "daemon/adapters/curl/imap_mark.hpp"
#include "daemon/adapters/curl/imap_wait.hpp"

#include <fmt/format.h>

#include <functional>
#include <optional>

namespace redress::adapters {
namespace {

using domain::Error;
using domain::ErrorCode;
using domain::Result;
using domain::Uid;
using ports::Task;

/// After these the connection is still in step (MailSource's contract).
bool keeps_connection(ErrorCode code) {
  return code == ErrorCode::not_found || code == ErrorCode::server_refused;
}

class ImapSource final : public ports::MailSource {
 public:
  ImapSource(std::unique_ptr<Transport> transport, ImapConfig config)
      : transport_(std::move(transport)), config_(std::move(config)) {}

  Task<Result<ports::FolderStatus>> open(const std::string& folder) override {
    return guarded(do_open(folder));
  }
  Task<Result<std::optional<std::string>>> special_folder(const std::string& use) override {
    return guarded(do_special_folder(use));
  }
  Task<Result<std::vector<ports::ListedMessage>>> list(Uid from) override {
    return guarded(selected(&list_messages, from, std::cref(config_.keyword)));
  }
  Task<Result<std::vector<ports::FetchedMessage>>> fetch(
      std::span<const ports::ListedMessage> messages, std::uint64_t limit) override {
    return guarded(selected(&fetch_messages, messages, limit));
  }
  Task<Result<void>> mark(std::span<const Uid> uids, ports::After after,
                          const std::string& folder) override {
    return guarded(do_mark(uids, after, folder));
  }
  Task<Result<std::vector<Uid>>> expunge(std::span<const Uid> uids) override {
    return guarded(selected(&expunge_messages, uids));
  }
  Task<Result<bool>> wait_for_change(std::chrono::seconds at_most,
                                     std::chrono::seconds poll) override {
    return guarded(selected(&adapters::wait_for_change, at_most, poll));
  }
  Task<void> close() override;

 private:
  /// Whatever goes wrong in a call, or cancels it, leaves the stream out of step: the connection
  /// goes.
  template <class T>
  Task<Result<T>> guarded(Task<Result<T>> call) {
    struct Drop {
      ImapSource* source;
      ~Drop() {
        if (source != nullptr) source->drop();
      }
    } unless_well{this};
    auto result = co_await std::move(call);
    if (result.has_value() || keeps_connection(result.error().code)) unless_well.source = nullptr;
    co_return result;
  }

  /// Runs one of the session's parts on the selected folder.
  template <class T, class... Wanted, class... Given>
  Task<Result<T>> selected(Task<Result<T>> (*part)(ImapConnection&, Wanted...), Given... given) {
    if (!connection_ || !is_selected_) co_return not_open();
    auto result = co_await part(*connection_, given...);
    if (result.has_value() && connection_->machine().folder().other_validity) {
      co_return connection_->trouble(ErrorCode::conflict,
                                     "UIDVALIDITY changed meanwhile; the folder must be read anew");
    }
    co_return result;
  }

  Error not_open() const {
    return domain::fail(ErrorCode::unreachable,
                        fmt::format("{}: no folder is open", transport_->host()));
  }
  void drop() {
    connection_.reset();
    is_selected_ = false;
    transport_->close();
  }

  Task<Result<void>> ensure_connected();
  Task<Result<ports::FolderStatus>> do_open(std::string folder);
  Task<Result<std::optional<std::string>>> do_special_folder(std::string use);
  Task<Result<void>> do_mark(std::span<const Uid> uids, ports::After after, std::string folder);

  std::unique_ptr<Transport> transport_;
  ImapConfig config_;
  std::optional<ImapConnection> connection_;
  bool is_selected_{false};
  FolderNames names_;
};

Task<Result<void>> ImapSource::ensure_connected() {
  if (connection_) co_return Result<void>{};
  const auto connected = co_await transport_->connect(transport_->now() + config_.timeouts.connect);
  if (connected.has_error()) {
    co_return domain::fail(connected.error().code,
                           fmt::format("{}: {}", transport_->host(), connected.error().text));
  }
  connection_.emplace(*transport_, config_.timeouts);
  // What was told before the login may not hold after it (RFC 9051, 6.1.1).
  const auto told = co_await connection_->run(imap::plain("CAPABILITY"));
  if (told.has_error()) co_return told.error();
  if (told->condition != imap::Condition::ok) co_return connection_->refusal(*told, "CAPABILITY");
  co_return Result<void>{};
}

Task<Result<ports::FolderStatus>> ImapSource::do_open(std::string folder) {
  const bool reused = connection_.has_value();
  auto ready = co_await ensure_connected();
  if (ready.has_error()) co_return ready.error();
  is_selected_ = false;
  auto status = co_await select_folder(*connection_, names_, folder, config_.keyword);
  if (status.has_error() && reused && status.error().code == ErrorCode::unreachable) {
    drop();  // it died while nobody looked
    ready = co_await ensure_connected();
    if (ready.has_error()) co_return ready.error();
    status = co_await select_folder(*connection_, names_, folder, config_.keyword);
  }
  is_selected_ = status.has_value();
  co_return status;
}

Task<Result<std::optional<std::string>>> ImapSource::do_special_folder(std::string use) {
  const auto ready = co_await ensure_connected();
  if (ready.has_error()) co_return ready.error();
  co_return co_await find_special_folder(*connection_, names_, use);
}

Task<Result<void>> ImapSource::do_mark(std::span<const Uid> uids, ports::After after,
                                       std::string folder) {
  if (after == ports::After::keep || uids.empty()) co_return Result<void>{};
  if (!connection_ || !is_selected_) co_return not_open();
  if (after == ports::After::flag)
    co_return co_await flag_messages(*connection_, uids, config_.keyword);
  const auto wire = names_.wire_name(folder);
  if (wire.has_error()) co_return wire.error();
  co_return co_await move_messages(*connection_, uids, *wire);
}

Task<void> ImapSource::close() {
  if (!connection_) co_return;
  struct Drop {
    ImapSource& source;
    ~Drop() { source.drop(); }
  } at_the_end{*this};
  const auto deadline = connection_->now() + config_.timeouts.logout;
  if ((co_await connection_->start(imap::plain("LOGOUT"))).has_error()) co_return;
  for (;;) {  // until BYE, which is an error here, or the deadline
    const auto response = co_await connection_->next_within(deadline);
    if (response.has_error() || !*response) co_return;
  }
}

}  // namespace

std::unique_ptr<ports::MailSource> create_imap_source(MultiDriver& driver, ImapConfig config) {
  auto transport = create_curl_transport(driver, config.server, Protocol::imap);
  return create_imap_source_over(std::move(transport), std::move(config));
}

std::unique_ptr<ports::MailSource> create_imap_source_over(std::unique_ptr<Transport> transport,
                                                           ImapConfig config) {
  return std::make_unique<ImapSource>(std::move(transport), std::move(config));
}

}  // namespace redress::adapters
