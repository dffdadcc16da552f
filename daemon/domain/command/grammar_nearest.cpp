#include "daemon/domain/command/grammar_nearest.hpp"

#include "daemon/domain/command/grammar_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace redress::domain {
namespace {

constexpr std::size_t k_compared_bytes = 48;
constexpr std::size_t k_most = 3;
constexpr std::size_t k_beginning = 3;  ///< letters that make a beginning

/// Letters to add, take out, replace or swap (optimal string alignment).
std::size_t slips(std::string_view a, std::string_view b) {
  std::vector<std::vector<std::size_t>> table(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) table[i][0] = i;
  for (std::size_t j = 0; j <= b.size(); ++j) table[0][j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t other = a[i - 1] == b[j - 1] ? 0 : 1;
      auto& cell = table[i][j];
      cell = std::min({table[i - 1][j] + 1, table[i][j - 1] + 1, table[i - 1][j - 1] + other});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) cell = std::min(cell, table[i - 2][j - 2] + 1);
    }
  }
  return table[a.size()][b.size()];
}

std::size_t distance(std::string_view typed, std::string_view known) {
  const bool beginning = (typed.size() >= k_beginning && known.starts_with(typed)) ||
                         (known.size() >= k_beginning && typed.starts_with(known));
  return beginning ? 1 : slips(typed, known);
}

}  // namespace

std::vector<std::string> nearest(std::string_view typed, std::span<const std::string> known) {
  const auto key = key_of(typed.substr(0, k_compared_bytes));
  const auto most = std::max<std::size_t>(1, key.size() / 4);
  std::vector<std::pair<std::size_t, std::string>> near;
  for (const auto& name : known) {
    const auto away = distance(key, key_of(name).substr(0, k_compared_bytes));
    const bool fresh =
        std::none_of(near.begin(), near.end(), [&](const auto& one) { return one.second == name; });
    if (away <= most && fresh) near.emplace_back(away, name);
  }
  std::stable_sort(near.begin(), near.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<std::string> out;
  for (auto& [away, name] : near) {
    if (out.size() < k_most) out.push_back(std::move(name));
  }
  return out;
}

std::string one_of(std::span<const std::string> names) {
  if (names.empty()) return {};
  if (names.size() == 1) return names.front();
  return fmt::format("{} or {}", fmt::join(names.first(names.size() - 1), ", "), names.back());
}

}  // namespace redress::domain
