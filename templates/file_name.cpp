#include "templates/file_name.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace redress::templates {
namespace {

constexpr std::array<std::string_view, 3> k_media{"subject", "text", "html"};
constexpr std::string_view k_english = "en";

bool is_language(std::string_view text) {
  return (text.size() == 2 || text.size() == 3) && text != k_english &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

}  // namespace

std::optional<TemplateName> read_name(std::string_view name) {
  const auto first = name.find('.');
  const auto last = name.rfind('.');
  if (first == std::string_view::npos || first == 0) return {};
  TemplateName read{.letter = std::string{name.substr(0, first)},
                    .language = {},
                    .medium = std::string{name.substr(last + 1)}};
  if (std::find(k_media.begin(), k_media.end(), read.medium) == k_media.end()) return {};
  if (first == last) return read;
  read.language = name.substr(first + 1, last - first - 1);
  return is_language(read.language) ? std::optional{read} : std::nullopt;
}

std::string file_name(std::string_view letter, std::string_view language, std::string_view medium) {
  if (language.empty() || language == k_english) return fmt::format("{}.{}", letter, medium);
  return fmt::format("{}.{}.{}", letter, language, medium);
}

}  // namespace redress::templates
