#include "daemon/app/import_desk.hpp"

#include "daemon/ports/store_failure.hpp"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <algorithm>

namespace redress::app {

using domain::ErrorCode;

std::string import_digest(const domain::KeyRing& keys, std::string_view bytes) {
  std::string content;
  content.reserve(bytes.size());
  while (!bytes.empty()) {
    const auto line = bytes.substr(0, bytes.find('\r'));
    content += line;
    bytes.remove_prefix(std::min(bytes.size(), line.size() + 1));
  }
  return keys.digest(content);
}

ports::Task<domain::Result<ports::ImportCount>> take_history(Office& office,
                                                             ports::ImportBatch& batch) {
  if (office.stopping) {
    co_return domain::fail(ErrorCode::server_busy,
                           "the daemon is stopping, or reads its settings anew; try again");
  }
  const auto& mailboxes = office.house.settings.mailboxes;
  const bool known = std::any_of(mailboxes.begin(), mailboxes.end(),
                                 [&](const auto& one) { return one.name == batch.mailbox; });
  if (!known) {
    co_return domain::fail(ErrorCode::not_found,
                           fmt::format("the running daemon knows no mailbox \"{}\"; restart it "
                                       "where the settings have changed",
                                       batch.mailbox));
  }
  for (auto& message : batch.messages) message.digest = import_digest(office.keys, message.bytes);
  try {
    const auto count =
        co_await office.ports.journal.append_history(batch, office.ports.clock.now());
    office.log.info("mailbox {}: {} messages imported, {} were known", batch.mailbox, count.added,
                    count.known);
    office.unread.notify();
    co_return count;
  } catch (const ports::StoreFailure& failure) {
    co_return failure.error();
  }
}

}  // namespace redress::app
