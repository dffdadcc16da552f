#pragma once

#include "daemon/domain/decide.hpp"
#include "templates/letters.hpp"

#include <string>
#include <string_view>

namespace redress::app {

/// The letter that answers every mail of staff.
inline constexpr std::string_view k_staff_answer = "staff_answer";

/// Stands in a prefilled answer for what its writer has to say.
inline constexpr std::string_view k_say_why = "(say why)";

/// What a member of staff needs to answer a letter by mail: the marker, and links that write those
/// of the common answers to that address which the case and the policy allow now.
void add_answers(templates::LetterFacts& facts, const domain::LetterOrder& order,
                 const domain::Person& reader, const domain::MailAddress& reply_to,
                 const domain::Policy& policy);

/// Makes every field and item that begins as a command does begin with something else, so that no
/// form of the letter gives one out.
void without_commands(templates::LetterFacts& facts);

/// The text with no line that begins as a command does: whoever quotes it orders nothing by it.
std::string without_command_lines(std::string_view text);

}  // namespace redress::app
