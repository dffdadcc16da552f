#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace redress::domain {

/// A month by its name or its first three letters ("sept" too), in lower case.
std::optional<unsigned> month_named(std::string_view word);
/// A day of the week likewise; 0 is Sunday.
std::optional<unsigned> weekday_named(std::string_view word);
/// Decimal digits only, at most `digits` of them.
std::optional<int> whole_number(std::string_view word, std::size_t digits = 4);
/// The day of a month: "12", "12th".
std::optional<int> day_number(std::string_view word);
/// "5", "five", "a".
std::optional<int> small_number(std::string_view word);

extern const std::array<std::string_view, 12> k_month_names;
extern const std::array<std::string_view, 7> k_weekday_names;

}  // namespace redress::domain
