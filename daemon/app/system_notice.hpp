#pragma once

#include "daemon/domain/change.hpp"

#include <string>
#include <utility>

namespace redress::app {

/// Something about the house itself that administrators are told: of no case and no message.
inline domain::NewNotice system_notice(std::string key, std::string text, domain::Instant at) {
  return {.kind = domain::NoticeKind::system,
          .key = std::move(key),
          .at = at,
          .reference = {},
          .message = {},
          .text = std::move(text)};
}

}  // namespace redress::app
