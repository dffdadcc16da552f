#pragma once

#include "daemon/domain/manual.hpp"
#include "daemon/ports/imports.hpp"
#include "daemon/ports/personal_data.hpp"
#include "daemon/ports/store.hpp"
#include "daemon/ports/token_source.hpp"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace redress::adapters {

class Connection;
class LockFile;

/// A case that is to be opened with the next number of its year; it is known where one of that
/// complainant, received at that moment, is there.
struct CaseToOpen {
  domain::MailAddress complainant;
  domain::Instant received;
  std::string prefix;
  int year{};
};

/// The changes that `redressctl` makes by itself where no daemon runs: under the daemon's lock,
/// each in one transaction with its audit event. Synchronous.
class Editor {
 public:
  /// `actor` stands in the audit trail ("redressctl:uid 0"). Errors: conflict, where a daemon (or
  /// another editor) has the database; not_found, where there is none yet; and those of open_store.
  static domain::Result<std::unique_ptr<Editor>> open(const std::string& path, std::string actor);
  Editor(LockFile lock, std::unique_ptr<Connection> connection, std::string actor);
  ~Editor();

  /// Errors: those of decide_manual; timed_out; store_full; store_damaged.
  domain::Result<void> carry_out(const domain::ManualOrder& order, domain::Instant now,
                                 ports::TokenSource& tokens);
  /// A person's command: `decide` looks at what the store holds of it, and what it says is applied.
  /// Errors: decide's; timed_out; store_full; store_damaged.
  using Decide = std::function<domain::Result<domain::Change>(const ports::CommandSubject&)>;
  domain::Result<void> act(const ports::CommandQuery& query, const Decide& decide,
                           ports::TokenSource& tokens);
  /// History into the ledger; the daemon's next run reads it. The batch names its own actor.
  /// Errors: timed_out; store_full; store_damaged.
  domain::Result<ports::ImportCount> add(const ports::ImportBatch& batch, domain::Instant now);

  /// ports::PersonalData::erase, where no daemon runs. `salt`: random text.
  domain::Result<ports::ErasureCount> erase(const ports::ErasureOrder& order,
                                            const std::string& salt, domain::Instant now);
  /// Opens all of them in one transaction, or none. `decide` makes the change for the case at that
  /// place with that number. Errors: decide's; timed_out; store_full; store_damaged.
  using DecideCase = std::function<domain::Result<domain::Change>(std::size_t, std::uint32_t)>;
  domain::Result<ports::ImportCount> open_cases(const std::vector<CaseToOpen>& cases,
                                                const DecideCase& decide,
                                                ports::TokenSource& tokens);
  /// One event of its own, without a personal payload.
  domain::Result<void> note(const domain::NewEvent& event);

 private:
  std::unique_ptr<LockFile> lock_;  // released after the connection is closed
  std::unique_ptr<Connection> connection_;
  std::string actor_;
};

}  // namespace redress::adapters
