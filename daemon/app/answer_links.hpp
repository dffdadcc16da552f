#pragma once

#include "daemon/domain/decide.hpp"
#include "templates/letters.hpp"

#include <string>
#include <string_view>

namespace redress::app {

/// The letter that answers every mail of staff.
inline constexpr std::string_view k_staff_answer = "staff_answer";

/// What a member of staff needs to answer a letter by mail: the marker, and links that write the
/// common answers to that address.
void add_answers(templates::LetterFacts& facts, const domain::LetterOrder& order,
                 const domain::Person& reader, const domain::MailAddress& reply_to);

/// The text with no line that begins as a command does: whoever quotes it orders nothing by it.
std::string without_command_lines(std::string_view text);

}  // namespace redress::app
