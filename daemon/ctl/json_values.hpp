#pragma once

#include "daemon/domain/time.hpp"

#include <nlohmann/json.hpp>

#include <optional>
#include <string_view>

namespace redress::ctl {

// Values as `--json` writes them: null where there is none.

inline nlohmann::ordered_json time_or_null(const std::optional<domain::Instant>& at) {
  return at ? nlohmann::ordered_json(domain::to_rfc3339(*at)) : nlohmann::ordered_json(nullptr);
}

inline nlohmann::ordered_json day_or_null(const std::optional<domain::Date>& day) {
  return day ? nlohmann::ordered_json(domain::to_iso(*day)) : nlohmann::ordered_json(nullptr);
}

inline nlohmann::ordered_json text_or_null(std::string_view text) {
  return text.empty() ? nlohmann::ordered_json(nullptr) : nlohmann::ordered_json(text);
}

}  // namespace redress::ctl
