#include "config/secret_place.hpp"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <optional>

namespace redress::config {
namespace {

struct Place {
  std::string key;
  std::uint32_t line{};
};

/// Entries of a list bear its name: `mailbox.password`.
std::optional<Place> find(const toml::node& node, const std::string& key, const std::string& value);

std::optional<Place> find_in(const toml::table& table, const std::string& key,
                             const std::string& value) {
  for (const auto& [name, node] : table) {
    const auto inner =
        key.empty() ? std::string{name.str()} : fmt::format("{}.{}", key, name.str());
    if (auto place = find(node, inner, value)) return place;
  }
  return std::nullopt;
}

std::optional<Place> find(const toml::node& node, const std::string& key,
                          const std::string& value) {
  if (const auto* table = node.as_table()) return find_in(*table, key, value);
  if (const auto* list = node.as_array()) {
    for (const auto& one : *list) {
      if (auto place = find(one, key, value)) return place;
    }
  }
  if (node.value<std::string>() != value) return std::nullopt;
  return Place{key, node.source().begin.line};
}

}  // namespace

std::string place_of_secret(std::string_view text, const std::string& file,
                            const SecretSource& secret) {
  const bool is_file = secret.from == SecretSource::From::file;
  const auto value = fmt::format("{}:{}", is_file ? "file" : "credential", secret.name);
  std::optional<Place> place;
  try {
    place = find_in(toml::parse(text), {}, value);
  } catch (const toml::parse_error&) {  // changed since it was read
    return file;
  }
  return place ? fmt::format("{}:{}: {}", file, place->line, place->key) : file;
}

}  // namespace redress::config
