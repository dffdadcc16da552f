#include "daemon/domain/casework/case_event.hpp"

#include <nlohmann/json.hpp>

#include <charconv>

namespace redress::domain {
namespace {

std::string value_of(const Fields& fields, std::string_view name) {
  const auto found = fields.find(name);
  return found == fields.end() ? std::string{} : found->second;
}

}  // namespace

std::string CaseEvent::fact(std::string_view name) const {
  return value_of(facts, name);
}

std::string CaseEvent::own(std::string_view name) const {
  return value_of(personal, name);
}

std::optional<int> CaseEvent::number(std::string_view name) const {
  const auto text = fact(name);
  int value{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || text.empty()) return std::nullopt;
  return value;
}

std::string to_json(const Fields& fields) {
  if (fields.empty()) return {};
  nlohmann::ordered_json out;
  for (const auto& [name, value] : fields) out[name] = value;
  return out.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

Fields fields_of(std::string_view json) {
  Fields fields;
  const auto read = nlohmann::json::parse(json, nullptr, false);
  if (!read.is_object()) return fields;
  for (const auto& [name, value] : read.items()) {
    if (value.is_string()) {
      fields.emplace(name, value.get<std::string>());
    } else if (value.is_number() || value.is_boolean()) {
      fields.emplace(name, value.dump());
    }
  }
  return fields;
}

}  // namespace redress::domain
