#pragma once

#include "daemon/domain/attachment.hpp"
#include "daemon/domain/decide.hpp"
#include "templates/letters.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace redress::app {

/// Files that a member of staff attached to a mail, to go out with the letter that it writes.
struct StaffFiles {
  std::vector<domain::Attachment> files;
  std::vector<std::string>
      left_out;  ///< by name: of kinds that no letter of ours carries, too much
};

/// Only what is attached by name: pictures of a signature stand inside a mail and stay there.
StaffFiles files_in(std::string_view mail);

using Lines = std::vector<domain::Fields>;

/// Text as items of a list, a line each; what is empty has no text.
void add_lines(Lines& out, std::string_view text);

/// How a letter looks that would go out, for whoever is asked whether it may.
void add_preview(Lines& out, const domain::MailAddress& to, const templates::Letter& letter,
                 const std::vector<domain::Attachment>& files);

/// The same of a mail of ours that is written already and waits in the outbox.
void add_preview(Lines& out, std::string_view mail);

}  // namespace redress::app
