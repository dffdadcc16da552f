#include "config/readers.hpp"
#include "config/section.hpp"
#include "config/settings.hpp"
#include "daemon/domain/reminders/daily_hours.hpp"

#include <fmt/format.h>

namespace redress::config {
namespace {

domain::Result<domain::TimeOfDay> parse_hour(std::string_view text) {
  const auto parsed = domain::parse_time_of_day(text);
  if (!parsed) {
    return domain::fail(
        domain::ErrorCode::settings,
        fmt::format("{} is no time of day; write it like \"09:00\"", in_quotes(text)));
  }
  if (*parsed >= domain::k_earliest && *parsed < domain::k_evening) return *parsed;
  return domain::fail(
      domain::ErrorCode::settings,
      fmt::format("{} is at night; write a time from \"06:00\" to \"19:59\"", in_quotes(text)));
}

}  // namespace

DigestSettings read_digest(const Section& section) {
  section.check_keys();
  DigestSettings digest;
  digest.enabled = section.flag("enabled", digest.enabled);
  digest.at = section.value("at", parse_hour);
  digest.team_to = section.text_or("team_to", digest.team_to);
  if (!is_plain_name(digest.team_to)) {
    section.add("team_to", fmt::format("{} is no role; use letters, digits and \"-\"",
                                       in_quotes(digest.team_to)));
  }
  digest.all_clear = section.flag("all_clear", digest.all_clear);
  digest.complainant_names = section.flag("complainant_names", digest.complainant_names);
  return digest;
}

}  // namespace redress::config
