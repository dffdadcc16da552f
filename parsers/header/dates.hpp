#pragma once

#include "daemon/domain/time.hpp"

#include <optional>
#include <string_view>

namespace redress::parsers {

/// A Date field (RFC 5322, 3.3 and 4.3): day name, seconds and zone may be missing (UTC is then
/// assumed), years may have two or three digits, zones may be the old names; also the order of
/// asctime, and dashes between day, month and year. Nothing where a date makes no sense, or lies
/// outside 1900 to 2100.
std::optional<domain::Instant> parse_mail_date(std::string_view field);

}  // namespace redress::parsers
