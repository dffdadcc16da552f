#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace redress::domain {

/// Stands at the top of every mail that staff may answer; what comes after it in an answer is ours,
/// quoted or not (SYS-09). Mail programs wrap and quote lines, so it is short and has no hyphens.
inline constexpr std::string_view k_answer_marker = "=== Answer above this line ===";

/// Commands of one mail, at most; what comes after them is not read.
inline constexpr std::size_t k_orders_max = 20;

/// What a member of staff wrote above the marker.
struct StaffOrders {
  std::vector<std::string> commands;  ///< "/assign jo"; each with the text that is its own
  std::string note;                   ///< what belongs to no command; no blank ends
  bool too_many{};                    ///< more commands than are read
};

/// Reads the plain text of an answer, without what its mail program quoted. A command begins with a
/// slash at the beginning of a line. One that takes a text of its own has all lines up to the next
/// command; of any other, only its line is the command, and the rest is a note. Quoted lines (">")
/// are nobody's words of this time, and left out. Nothing in it is believed or refused here.
StaffOrders read_orders(std::string_view text);

/// A command's text without the signature that a mail program or a habit puts below it: from a last
/// "Kind regards" on, where few lines follow and one of them names whoever wrote. Our letters have
/// a close of their own.
std::string without_sign_off(std::string_view text, std::string_view writer);

}  // namespace redress::domain
