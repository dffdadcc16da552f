#include "daemon/adapters/sqlite/editor.hpp"

#include "daemon/adapters/sqlite/apply_change.hpp"
#include "daemon/adapters/sqlite/connection.hpp"
#include "daemon/adapters/sqlite/lock_file.hpp"
#include "daemon/adapters/sqlite/snapshot.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>

namespace redress::adapters {

using domain::ErrorCode;

struct Editor::MailState {
  domain::OutboxState state{};
  std::optional<domain::CaseReference> reference;
};

/// One change of state of a mail.
struct Editor::MailRule {
  std::span<const domain::OutboxState> from;
  std::string_view mend;
  std::string_view what;
  std::string_view doing;
  bool holds{false};
};

domain::Result<std::unique_ptr<Editor>> Editor::open(const std::string& path, std::string actor) {
  if (std::error_code ignored; !std::filesystem::exists(path, ignored)) {
    return domain::fail(ErrorCode::not_found,
                        fmt::format("there is no database {}; check [store] path, or start "
                                    "redressd once",
                                    path));
  }
  auto lock = LockFile::take(lock_path(path));
  if (!lock) return lock.error();
  auto connection = Connection::open(path, Connection::Mode::read_write);
  if (!connection) return connection.error();
  return std::make_unique<Editor>(std::move(*lock), std::move(*connection), std::move(actor));
}

Editor::Editor(LockFile lock, std::unique_ptr<Connection> connection, std::string actor)
    : lock_(std::make_unique<LockFile>(std::move(lock))),
      connection_(std::move(connection)),
      actor_(std::move(actor)) {}
Editor::~Editor() = default;

domain::NewEvent Editor::event(std::string_view what, domain::Instant now) const {
  return {.reference = std::nullopt,
          .message = std::nullopt,
          .at = now,
          .actor = actor_,
          .what = std::string{what},
          .facts = "{}",
          .personal = {}};
}

domain::Result<void> Editor::apply(const domain::Change& change, std::string_view doing) {
  try {
    translated(doing, [&] {
      Transaction transaction{*connection_};
      // No event of ours has a personal payload, so none needs a salt.
      apply_change(*connection_, change, std::vector<std::string>(change.events.size()));
      transaction.commit();
    });
    return {};
  } catch (const StoreFailure& failure) {
    return failure.error();
  }
}

domain::Result<Editor::MailState> Editor::mail_state(domain::OutboxId mail) {
  try {
    return translated("read the outbox", [&]() -> domain::Result<MailState> {
      Query query{*connection_,
                  "SELECT o.state, c.reference FROM outbox o"
                  " LEFT JOIN complaint_case c ON c.id = o.case_id WHERE o.id = ?"};
      if (!query.with(mail).step()) {
        return domain::fail(ErrorCode::not_found,
                            fmt::format("there is no mail {} in the outbox", mail.value));
      }
      MailState found{.state = stored(domain::outbox_state(query.text(0))), .reference = {}};
      if (!query.null(1)) found.reference = stored_reference(query.text(1));
      return found;
    });
  } catch (const StoreFailure& failure) {
    return failure.error();
  }
}

domain::Result<void> Editor::change_mail(domain::OutboxId mail, const MailRule& rule,
                                         domain::Instant now) {
  const auto found = mail_state(mail);
  if (!found) return found.error();
  if (std::find(rule.from.begin(), rule.from.end(), found->state) == rule.from.end()) {
    return domain::fail(ErrorCode::conflict, fmt::format("mail {} is {}: {}", mail.value,
                                                         to_string(found->state), rule.mend));
  }
  domain::Change change;
  (rule.holds ? change.held : change.released).push_back(mail);
  change.events.push_back(event(rule.what, now));
  change.events.back().reference = found->reference;
  change.events.back().facts = fmt::format(R"({{"outbox":{}}})", mail.value);
  return apply(change, rule.doing);
}

domain::Result<void> Editor::retry(domain::OutboxId mail, domain::Instant now) {
  static constexpr std::array k_from{domain::OutboxState::failed, domain::OutboxState::unknown};
  return change_mail(mail,
                     {.from = k_from,
                      .mend = "only a failed or unknown one is retried; release a held one",
                      .what = "mail_retried",
                      .doing = "retry a mail"},
                     now);
}

domain::Result<void> Editor::hold(domain::OutboxId mail, domain::Instant now) {
  static constexpr std::array k_from{domain::OutboxState::pending};
  return change_mail(mail,
                     {.from = k_from,
                      .mend = "only a pending one can be held",
                      .what = "mail_held",
                      .doing = "hold a mail",
                      .holds = true},
                     now);
}

domain::Result<void> Editor::release(domain::OutboxId mail, domain::Instant now) {
  static constexpr std::array k_from{domain::OutboxState::held};
  return change_mail(mail,
                     {.from = k_from,
                      .mend = "only a held one is released; retry a failed one",
                      .what = "mail_released",
                      .doing = "release a mail"},
                     now);
}

domain::Result<void> Editor::release_message(domain::MessageRowId message, domain::Instant now) {
  domain::Change change;
  change.released_messages.push_back(message);
  change.events.push_back(event("acknowledgement_released", now));
  change.events.back().message = message;
  return apply(change, "release an acknowledgement");
}

domain::Result<void> Editor::replay(domain::MessageRowId message, domain::Instant now) {
  domain::Change change;
  change.replayed.push_back(message);
  change.events.push_back(event("message_replayed", now));
  change.events.back().message = message;
  return apply(change, "replay a message");
}

}  // namespace redress::adapters
