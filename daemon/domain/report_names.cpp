#include "daemon/domain/report_names.hpp"

#include "daemon/domain/folded_text.hpp"

#include <algorithm>
#include <array>

namespace redress::domain {
namespace {

constexpr std::size_t k_shortest_name = 3;
constexpr std::array<std::string_view, 4> k_titles{"mrs", "miss", "prof", "sir"};

/// Whether the folded text has any of the words of a name.
bool has_name(const std::string& words, std::string_view name) {
  const auto parts = folded(name);
  for (std::size_t start = 1; start < parts.size();) {
    const auto end = parts.find(' ', start);
    const auto part = std::string_view{parts}.substr(start, end - start);
    const bool title = std::find(k_titles.begin(), k_titles.end(), part) != k_titles.end();
    if (part.size() >= k_shortest_name && !title &&
        words.find(parts.substr(start - 1, end - start + 2)) != std::string::npos) {
      return true;
    }
    start = end + 1;
  }
  return false;
}

}  // namespace

bool names_somebody(const CaseFile& file, std::string_view text) {
  if (text.find('@') != std::string_view::npos) return true;
  const auto words = folded(text);
  // An address often has the name that nothing proved: ann.example@….
  const auto is_meant = [&](const Person& person) {
    return has_name(words, person.name) || has_name(words, person.address.local());
  };
  if (is_meant(file.complainant)) return true;
  return std::any_of(file.third_parties.begin(), file.third_parties.end(),
                     [&](const ThirdParty& third) { return is_meant(third.person); });
}

}  // namespace redress::domain
