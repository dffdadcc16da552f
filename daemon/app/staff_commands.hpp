#pragma once

#include "daemon/app/installation.hpp"
#include "daemon/app/letter_office.hpp"
#include "daemon/domain/command/decide_command.hpp"
#include "daemon/ports/store.hpp"

#include <string>
#include <vector>

namespace redress::app {

/// What somebody asks to be done with a case, as it was written.
struct StaffRequest {
  std::string reference;  ///< empty or "new": of no case yet
  std::string as;         ///< name or address of a member of staff; empty: the administrator
  std::string via;        ///< how they came: "redressctl:uid 0"
  std::string text;       ///< "/assign jo"
};

/// A request that could be read: what the store must be asked for.
struct StaffCommand {
  domain::Command command;
  domain::Actor actor;
  ports::CommandQuery query;
  std::vector<domain::Attachment> files{};  ///< for the answer that it writes
};

/// What it brings about; nothing is stored yet.
struct StaffAnswer {
  domain::Change change;
  std::string text;
  std::vector<domain::LetterOrder> letters;  ///< whose mails are in the change
};

/// Reads a request. Errors: invalid_input; not_found where nobody is called that.
domain::Result<StaffCommand> read_request(const Installation& house, const StaffRequest& request,
                                          domain::Instant now);

/// Decides it and writes its letters. Errors: those of decide_command; settings (a letter that
/// cannot be written).
domain::Result<StaffAnswer> carry_out(const Installation& house, LetterOffice& letters,
                                      const StaffCommand& asked,
                                      const ports::CommandSubject& subject, domain::Instant now);

}  // namespace redress::app
