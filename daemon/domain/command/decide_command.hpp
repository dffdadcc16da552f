#pragma once

#include "daemon/domain/casework/case_file.hpp"
#include "daemon/domain/command/command.hpp"
#include "daemon/domain/decide.hpp"

#include <optional>
#include <string>
#include <vector>

namespace redress::domain {

/// Who gives a command.
struct Actor {
  std::string trail;            ///< as the audit trail names it: "jo@example.org"
  const StaffMember* member{};  ///< null: an administrator at the machine itself
};

/// A mail of the case that waits for a person.
struct Draft {
  OutboxId mail;
  MailPurpose purpose{};
  std::string letter;
  OutboxState state{};
};

/// A message of the case that waits for a person.
struct WaitingMessage {
  MessageRowId id;
  Instant received;
};

/// What a command may look at besides the case.
struct CommandScene {
  const House& house;
  const Staff& staff;
  std::vector<Draft> drafts;            ///< held mails of the case
  std::vector<WaitingMessage> waiting;  ///< held messages of the case
  std::optional<CaseFile> other;        ///< the case that the command names
  std::uint32_t next_number{1};         ///< for a new case, in the year of `received`
  std::vector<MailAddress> mentions{};  ///< staff whose names stand in the command's text
  Instant now;
};

struct CommandDecision {
  Change change;
  std::vector<LetterOrder> letters;
  std::string answer;  ///< what was done, in a sentence or more; a page for /show and /help
};

/// What a person's command brings about: the table's row decides who may and in which state; what
/// is refused says why and what would be allowed. `file` null: the command opens a case (/log), or
/// asks for help. Pure. Errors: not_allowed (role, named staff), conflict (state), invalid_input,
/// settings (calendar).
Result<CommandDecision> decide_command(const CommandScene& scene, const CaseFile* file,
                                       const Actor& actor, const Command& command);

/// Whether somebody may see the case at all (CIM-10): owner, their manager, roles of the stage and
/// of the policy; never staff whom the complaint names.
bool may_see(const CommandScene& scene, const CaseFile& file, const Actor& actor);

}  // namespace redress::domain
