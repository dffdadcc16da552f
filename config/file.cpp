#include "config/section.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace redress::config {
namespace {

bool contains(std::span<const std::string_view> names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

std::size_t line_of(const toml::node& node) {
  return node.source().begin.line;
}

}  // namespace

File::File(const toml::table& root, std::span<const KnownKey> keys, Findings& findings)
    : root_(&root), keys_(keys), findings_(&findings) {}

Section File::top() const {
  return {"", root_, 1, keys_, *findings_};
}

Section File::section(std::string_view name) const {
  const auto* node = root_->get(name);
  const auto* table = node == nullptr ? nullptr : node->as_table();
  const std::size_t line = node == nullptr ? 1 : line_of(*node);
  return {std::string{name}, table, line, keys_, *findings_};
}

std::vector<Section> File::sections(std::string_view name) const {
  const auto* node = root_->get(name);
  const auto* list = node == nullptr ? nullptr : node->as_array();
  std::vector<Section> sections;
  if (list == nullptr) return sections;
  for (const auto& entry : *list) {
    if (const auto* table = entry.as_table()) {
      sections.push_back({std::string{name}, table, line_of(entry), keys_, *findings_});
    }
  }
  return sections;
}

void File::check(std::span<const std::string_view> tables,
                 std::span<const std::string_view> arrays) const {
  for (const auto& [key, node] : *root_) {
    const auto name = key.str();
    check_entry(name, node, contains(tables, name), contains(arrays, name));
  }
}

void File::check_entry(std::string_view name, const toml::node& node, bool table,
                       bool array) const {
  const auto line = line_of(node);
  const auto shown = name.substr(0, k_key_shown);
  if (table && !node.is_table()) {
    findings_->add(line, name, fmt::format("this is a table of its own; write [{}]", name));
  } else if (array && !node.is_array_of_tables()) {
    findings_->add(line, name, fmt::format("there may be several; write [[{}]]", name));
  } else if (table || array || find_key(keys_, "", name) != nullptr) {
    return;
  } else if (node.is_table() || node.is_array_of_tables()) {
    findings_->add_unknown(line, shown,
                           fmt::format("unknown table; {}", unknown_section_mend(keys_, name)));
  } else {
    findings_->add_unknown(line, shown,
                           fmt::format("unknown key; {}", unknown_key_mend(keys_, "", name)));
  }
}

}  // namespace redress::config
