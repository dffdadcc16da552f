#pragma once

#include "config/section.hpp"
#include "config/settings.hpp"

#include <vector>

namespace redress::config {

/// Every `[[mailbox]]`; that there is at least one, and no two in each other's way. What is wrong
/// goes to the findings.
std::vector<MailboxSettings> read_mailboxes(const File& file, Findings& findings);

/// Every `[[staff]]`; managers and deputies name somebody of them.
std::vector<StaffMember> read_staff(const File& file);

/// `[digest]`; `section` may be of a table that is absent.
DigestSettings read_digest(const Section& section);

/// Every `[[word]]` and `[[form_label]]`; `name`: of the file, as errors name it. Whether a word
/// can be looked for is told where words are.
domain::Vocabulary read_vocabulary(const File& file, const std::string& name);

/// Folder names of nations. Error: settings.
domain::Result<domain::Nation> parse_nation(std::string_view text);

}  // namespace redress::config
