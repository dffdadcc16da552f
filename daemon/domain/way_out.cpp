#include "daemon/domain/way_out.hpp"

#include <fmt/format.h>

namespace redress::domain {
namespace {

constexpr std::string_view k_settle = "settle:";
constexpr std::string_view k_look = "look:";

}  // namespace

std::string key_of(NoticeKind kind, WayOut way, MessageRowId message) {
  const auto key = fmt::format("{}:message:{}", to_string(kind), message.value);
  switch (way) {
    case WayOut::release: break;
    case WayOut::settle: return fmt::format("{}{}", k_settle, key);
    case WayOut::look: return fmt::format("{}{}", k_look, key);
  }
  return key;
}

WayOut way_out(const NewNotice& notice) {
  if (notice.key.starts_with(k_settle)) return WayOut::settle;
  return notice.key.starts_with(k_look) ? WayOut::look : WayOut::release;
}

}  // namespace redress::domain
