#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace redress::domain {

/// Those of `known` that `typed` may be a slip of the pen for, the nearest first, at most three.
/// Compared by their keys; a beginning counts as near.
std::vector<std::string> nearest(std::string_view typed, std::span<const std::string> known);

/// "a, b or c".
std::string one_of(std::span<const std::string> names);

}  // namespace redress::domain
