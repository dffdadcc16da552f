#include "templates/fields.hpp"

#include <algorithm>
#include <numeric>
#include <vector>

namespace redress::templates {
namespace {

constexpr std::size_t k_longest_compared = 64;
constexpr std::size_t k_shortest_start = 4;

/// Levenshtein distance, one row at a time.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t swapped = diagonal + (a[i - 1] == b[j - 1] ? 0U : 1U);
      diagonal = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, swapped});
    }
  }
  return row.back();
}

}  // namespace

std::string nearest_field(std::string_view name) {
  if (name.empty() || name.size() > k_longest_compared) return {};
  std::string_view best;
  std::size_t least = std::max<std::size_t>(2, name.size() / 3) + 1;  // farther is no likeness
  for (const Field& field : k_known_fields) {
    // A name cut short ("respond_by") is near whatever it lacks.
    const bool begun = name.size() >= k_shortest_start && field.name.starts_with(name);
    const std::size_t apart = begun ? 1 : distance(name, field.name);
    if (apart < least) {
      least = apart;
      best = field.name;
    }
  }
  return std::string{best};
}

}  // namespace redress::templates
