#include "daemon/adapters/sqlite/editor.hpp"

#include "daemon/adapters/sqlite/apply_change.hpp"
#include "daemon/adapters/sqlite/command_subject.hpp"
#include "daemon/adapters/sqlite/connection.hpp"
#include "daemon/adapters/sqlite/erasure.hpp"
#include "daemon/adapters/sqlite/event_chain.hpp"
#include "daemon/adapters/sqlite/history.hpp"
#include "daemon/adapters/sqlite/lock_file.hpp"
#include "daemon/adapters/sqlite/manual_subject.hpp"
#include "daemon/adapters/sqlite/snapshot.hpp"

#include <fmt/format.h>

#include <filesystem>

namespace redress::adapters {

using domain::ErrorCode;

namespace {

bool is_open_here(Connection& connection, const CaseToOpen& asked) {
  Query query{connection,
              "SELECT 1 FROM participant p JOIN complaint_case c ON c.id = p.case_id"
              " WHERE p.address_key = ? AND p.role = 'complainant' AND c.received = ?"};
  return query.with(asked.complainant.key(), asked.received).step();
}

}  // namespace

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

domain::Result<void> Editor::carry_out(const domain::ManualOrder& order, domain::Instant now,
                                       ports::TokenSource& tokens) {
  try {
    return translated(to_string(order.verb), [&]() -> domain::Result<void> {
      Transaction transaction{*connection_};
      const auto subject = read_manual_subject(*connection_, order);
      const auto change = decide_manual(order, subject, actor_, now);
      if (!change) return change.error();
      apply_change(*connection_, *change, salts_for(change->events, tokens));
      transaction.commit();
      return {};
    });
  } catch (const StoreFailure& failure) {
    return failure.error();
  }
}

domain::Result<void> Editor::act(const ports::CommandQuery& query, const Decide& decide,
                                 ports::TokenSource& tokens) {
  try {
    return translated("carry out a command", [&]() -> domain::Result<void> {
      Transaction transaction{*connection_};
      const auto change = decide(read_command_subject(*connection_, query));
      if (!change) return change.error();
      apply_change(*connection_, *change, salts_for(change->events, tokens));
      transaction.commit();
      return {};
    });
  } catch (const StoreFailure& failure) {
    return failure.error();
  }
}

domain::Result<ports::ImportCount> Editor::add(const ports::ImportBatch& batch,
                                               domain::Instant now) {
  try {
    return translated("journal imported mail",
                      [&] { return append_history(*connection_, batch, now); });
  } catch (const StoreFailure& failure) {
    return failure.error();
  }
}

domain::Result<ports::ErasureCount> Editor::erase(const ports::ErasureOrder& order,
                                                  const std::string& salt, domain::Instant now) {
  Erasure erasure{order, salt, now};
  try {
    translated("erase personal data", [&] {
      while (erasure.step(*connection_)) {
      }
    });
    return erasure.count();
  } catch (const StoreFailure& failure) {
    return failure.error();
  }
}

domain::Result<ports::ImportCount> Editor::open_cases(const std::vector<CaseToOpen>& cases,
                                                      const DecideCase& decide,
                                                      ports::TokenSource& tokens) {
  try {
    return translated("open cases", [&]() -> domain::Result<ports::ImportCount> {
      Transaction transaction{*connection_};
      ports::ImportCount count;
      for (std::size_t at = 0; at < cases.size(); ++at) {
        if (is_open_here(*connection_, cases[at])) {
          ++count.known;
          continue;
        }
        const auto number = next_case_number(*connection_, cases[at].prefix, cases[at].year);
        const auto change = decide(at, number);
        if (!change) return change.error();
        apply_change(*connection_, *change, salts_for(change->events, tokens));
        ++count.added;
      }
      transaction.commit();
      return count;
    });
  } catch (const StoreFailure& failure) {
    return failure.error();
  }
}

domain::Result<void> Editor::note(const domain::NewEvent& event) {
  try {
    translated("record an event", [&] {
      Transaction transaction{*connection_};
      append_event(*connection_, event, {});
      transaction.commit();
    });
    return {};
  } catch (const StoreFailure& failure) {
    return failure.error();
  }
}

}  // namespace redress::adapters
