#pragma once

#include "daemon/domain/casework/case_file.hpp"
#include "daemon/domain/policy.hpp"
#include "daemon/domain/staff.hpp"

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace redress::ctl {

/// A column of the file of open cases (SYS-14). Its names are what the header row may hold, in any
/// order; redressctl(1) documents them.
struct AdoptColumn {
  std::string_view name;
  bool required;
  std::string_view doc;
};
inline constexpr std::array k_adopt_columns{
    AdoptColumn{"received", true, "day or time at which the complaint came"},
    AdoptColumn{"address", true, "mail address of the complainant"},
    AdoptColumn{"name", false, "name of the complainant"},
    AdoptColumn{"mailbox", false, "mailbox of the settings that it belongs to; absent: the first"},
    AdoptColumn{"channel", false, "email, post, telephone, in-person, form or elsewhere"},
    AdoptColumn{"acknowledged", false, "when its stage was acknowledged; empty: it was not"},
    AdoptColumn{"stage", false, "number of the stage it is in; empty: 1"},
    AdoptColumn{"stage_since", false, "since when; needed from stage 2 on"},
    AdoptColumn{"owner", false, "name or address of staff, or a role"},
    AdoptColumn{"priority", false, "one of the policy's"},
    AdoptColumn{"area", false, "one of the policy's"},
    AdoptColumn{"old_reference", false, "its number in the register it comes from"},
};

/// An open case as its row says it.
struct AdoptedCase {
  std::size_t line{};
  domain::Instant received;
  domain::Person complainant;
  std::string mailbox{};
  domain::Channel channel{domain::Channel::elsewhere};
  std::optional<domain::Instant> acknowledged{};
  int stage{1};
  std::optional<domain::Instant> stage_since{};
  std::string owner{};  ///< address of staff, or a role; may be empty
  std::string priority{}, area{}, old_reference{};
};

/// What rows are checked against; all outlive the call.
struct AdoptHouse {
  const domain::Policy& policy;
  const domain::Staff& staff;
  const domain::TimeZone& zone;
  std::vector<std::string> mailboxes;  ///< names
  domain::Instant now;
};

struct AdoptReading {
  std::vector<AdoptedCase> cases;
  std::vector<std::string> errors;  ///< "FILE:LINE: column NAME: what; mend"; then nothing is done
};

/// Reads the whole file and finds all that is wrong in it. A day without a time is its midday.
AdoptReading read_adoption(std::string_view text, const std::string& file, const AdoptHouse& house);

}  // namespace redress::ctl
