#include "config/keys.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace redress::config {
namespace {

constexpr std::size_t k_compared_bytes = 64;

const KnownKey* in_another_section(std::span<const KnownKey> keys, std::string_view key) {
  const auto found = std::find_if(keys.begin(), keys.end(),
                                  [&](const KnownKey& known) { return known.key == key; });
  return found == keys.end() ? nullptr : &*found;
}

}  // namespace

std::size_t edit_distance(std::string_view a, std::string_view b) {
  a = a.substr(0, k_compared_bytes);
  b = b.substr(0, k_compared_bytes);
  // Rows of the optimal string alignment table: two back, one back, the present one.
  std::vector<std::size_t> before(b.size() + 1);
  std::vector<std::size_t> above(b.size() + 1);
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) above[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = above[j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U);
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, replaced});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) row[j] = std::min(row[j], before[j - 2] + 1);
    }
    std::swap(before, above);
    std::swap(above, row);
  }
  return above[b.size()];
}

std::string table_header(std::string_view section) {
  const auto& arrays = k_array_sections;
  const bool several = std::find(arrays.begin(), arrays.end(), section) != arrays.end();
  return several ? fmt::format("[[{}]]", section) : fmt::format("[{}]", section);
}

std::string full_name(std::string_view section, std::string_view key) {
  return section.empty() ? std::string{key} : fmt::format("{}.{}", section, key);
}

std::string unknown_key_mend(std::span<const KnownKey> keys, std::string_view section,
                             std::string_view key) {
  if (const auto* elsewhere = in_another_section(keys, key)) {
    return elsewhere->section.empty()
               ? "it belongs at the top of the file"
               : fmt::format("it belongs in {}", table_header(elsewhere->section));
  }
  const KnownKey* nearest = nullptr;
  std::size_t least = 0;
  for (const auto& known : keys) {
    // At the top of a file a key of any section may be meant: it was written above its table.
    if (known.section != section && has_section(keys, section)) continue;
    const auto distance = edit_distance(known.key, key);
    if (nearest == nullptr || distance < least) {
      nearest = &known;
      least = distance;
    }
  }
  if (nearest == nullptr) return "take it out";
  const bool here = nearest->section == section;
  return fmt::format("the nearest known key is \"{}\"",
                     here ? std::string{nearest->key} : full_name(nearest->section, nearest->key));
}

std::string unknown_section_mend(std::span<const KnownKey> keys, std::string_view section) {
  std::string_view nearest;
  std::size_t least = 0;
  for (const auto& known : keys) {
    if (known.section.empty()) continue;
    const auto distance = edit_distance(known.section, section);
    if (nearest.empty() || distance < least) {
      nearest = known.section;
      least = distance;
    }
  }
  if (nearest.empty()) return "take it out";
  return fmt::format("the nearest known table is {}", table_header(nearest));
}

}  // namespace redress::config
