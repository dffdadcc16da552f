#pragma once

#include "daemon/adapters/sqlite/connection.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace redress::adapters {

/// Rows that hold data of one person, or that are old enough to go. What was erased already is not
/// among them.
struct ErasureScope {
  struct Case {
    std::int64_t id{};
    std::string reference;
    bool open{};
  };
  std::vector<Case> cases;             ///< the person's own: all of it
  std::vector<Case> shared;            ///< of other people, in which the person takes part
  std::vector<std::int64_t> messages;  ///< of the own cases, and from the person
  std::vector<std::int64_t> mails;     ///< of the own cases, and to the person
  std::vector<std::int64_t> events;    ///< with a personal payload of or about the person
  std::vector<std::string> waiting;    ///< what is not over: "EX-2026-000001 (investigating)"
  std::int64_t mentions{};  ///< payloads of other people's cases that name the address too
  bool sending{};           ///< one of the mails is going out at this moment

  bool empty() const {
    return cases.empty() && shared.empty() && messages.empty() && mails.empty() && events.empty();
  }
};

/// One state of the database for several queries; ends with the object.
class ReadTransaction {
 public:
  explicit ReadTransaction(Connection& connection) : connection_(connection) {
    connection_.exec("BEGIN");
  }
  ~ReadTransaction() { connection_.database().tryExec("ROLLBACK"); }
  ReadTransaction(const ReadTransaction&) = delete;
  ReadTransaction& operator=(const ReadTransaction&) = delete;

 private:
  Connection& connection_;
};

/// Everything that is held on whoever has this address, except mail that no verdict was made on
/// yet.
ErasureScope scope_of_person(Connection& connection, const domain::MailAddress& person,
                             domain::Instant now);

/// Cases that are over and of which nothing happened since, without an open promise
/// or a measure in force; and messages
/// and mails of no case that are older and wait for nobody.
ErasureScope scope_older_than(Connection& connection, domain::Instant before, domain::Instant now);

}  // namespace redress::adapters
