#include "parsers/defects.hpp"

#include <algorithm>

namespace redress::parsers {

bool DefectLog::has(std::string_view name) const {
  return std::any_of(defects_.begin(), defects_.end(),
                     [name](const Defect& defect) { return defect.name == name; });
}

void DefectLog::add(std::string_view name, std::string_view detail) {
  if (has(name)) return;
  std::string shown{detail.substr(0, k_detail_bytes)};
  for (char& c : shown) {
    if (c < ' ' || c > '~') c = '?';
  }
  defects_.push_back({std::string{name}, std::move(shown)});
}

}  // namespace redress::parsers
