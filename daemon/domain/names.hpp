#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>

namespace redress::domain {

/// The names of an enumeration, in one place for both directions.
template <class Enum, std::size_t N>
struct NameTable {
  std::array<std::pair<Enum, std::string_view>, N> rows;

  constexpr std::string_view name(Enum value) const {
    for (const auto& [key, text] : rows) {
      if (key == value) return text;
    }
    return {};
  }
  constexpr std::optional<Enum> value(std::string_view text) const {
    for (const auto& [key, name] : rows) {
      if (name == text) return key;
    }
    return std::nullopt;
  }
};

template <class Enum, std::size_t N>
constexpr NameTable<Enum, N> name_table(const std::pair<Enum, std::string_view> (&rows)[N]) {
  return {std::to_array(rows)};
}

}  // namespace redress::domain
