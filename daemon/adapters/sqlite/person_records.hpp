#pragma once

#include "daemon/adapters/sqlite/erasure_scope.hpp"
#include "daemon/adapters/sqlite/register_rows.hpp"
#include "daemon/domain/result.hpp"

#include <memory>
#include <string>
#include <vector>

namespace redress::adapters {

/// A case in which the person takes part.
struct PersonCase {
  CaseRow row;
  bool own{};  ///< the person complained; else somebody else did, whose words are not here
  std::vector<domain::Person> participants;  ///< own cases only
  /// With their payloads; of somebody else's case only payloads about the person.
  std::vector<EventRow> events;
};

/// Something staff were told of the person's cases or messages.
struct NoticeRow {
  std::string kind;
  domain::Instant at;
  std::string text;
};

/// Everything held on one person (SYS-13).
struct PersonRecords {
  std::vector<PersonCase> cases;
  std::vector<MessageRow> messages;  ///< of own cases, and from the person
  std::vector<OutboxRow> letters;    ///< of own cases, and to the person
  std::vector<EventRow> events;      ///< of messages that belong to no case
  std::vector<NoticeRow> notices;
  std::vector<CorrectionRow> corrections;

  bool empty() const { return cases.empty() && messages.empty() && letters.empty(); }
};

/// Reads what is held, through a read-only connection of its own. Synchronous; not thread-safe.
/// Host failures throw StoreFailure.
class PersonFile {
 public:
  /// Errors: those of Register::open.
  static domain::Result<std::unique_ptr<PersonFile>> open(const std::string& path);
  explicit PersonFile(std::unique_ptr<Connection> connection);

  /// One state of the database.
  PersonRecords records(const domain::MailAddress& person, domain::Instant now);
  /// The bytes of a message or a letter; nothing where they were erased.
  std::optional<std::string> message(domain::MessageRowId id);
  std::optional<std::string> letter(domain::OutboxId id);

  /// What erasing the person would take; what retention would.
  ErasureScope scope(const domain::MailAddress& person, domain::Instant now);
  ErasureScope scope(domain::Instant before, domain::Instant now);
  /// Of these messages: how many came from a mail server, which may have its copy of them.
  std::size_t copies(const ErasureScope& scope);

 private:
  std::unique_ptr<Connection> connection_;
};

}  // namespace redress::adapters
