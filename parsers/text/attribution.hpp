#pragma once

#include <cstddef>
#include <span>
#include <string_view>

namespace redress::parsers {

/// How sure it is that words stand above a quotation: "On … wrote:" in the languages of
/// quote_tables.hpp, and phrases with a date and an address in any other.
enum class Attribution {
  none,
  likely,   ///< one, where a marked quotation follows
  certain,  ///< a program wrote it: what follows is quoted, marked or not
};

/// Whether such a phrase can end with this line. Cheap; nothing else need be looked at.
bool may_end_attribution(std::string_view line);

/// The phrase that the last of some lines ends, over which programs may have broken it.
struct FoundAttribution {
  std::size_t lines{};  ///< of how many it is made, from the last up
  Attribution kind{Attribution::none};
};

/// Looks for it from the nearest line that begins as programs begin one ("On 1 October", "Thu, 1"),
/// else in the fewest lines that make one. People also write "she wrote:": a certain one has an
/// address or a time of the day, and none of the words of a story. Linear in the bytes of the
/// lines, for each line; give few.
FoundAttribution find_attribution(std::span<const std::string_view> lines);

}  // namespace redress::parsers
