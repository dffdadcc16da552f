#pragma once

#include <span>
#include <string_view>

namespace redress::adapters {

/// The texts of `schema/*.sql`, first to last; compiled in. The schema's version is their number.
std::span<const std::string_view> migrations();

}  // namespace redress::adapters
