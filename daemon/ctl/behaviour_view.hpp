#pragma once

#include "daemon/adapters/sqlite/register.hpp"
#include "daemon/domain/persistence.hpp"

#include <nlohmann/json.hpp>

#include <string>
#include <vector>

namespace redress::ctl {

/// How much the complainant of a case wrote, week by week, in all cases of theirs; copies and the
/// mail of machines do not count (BEH-02).
std::vector<domain::WeekCounts> persistence_of(adapters::Register& store,
                                               const domain::MailAddress& complainant,
                                               const domain::TimeZone& zone);
/// One row a week: its Monday, and the sums.
nlohmann::ordered_json to_json(const std::vector<domain::WeekCounts>& weeks);

/// A passage that was flagged as behaviour that a policy may not accept (BEH-01, CIEEM-03).
struct FlaggedPassage {
  std::string category;  ///< "threat", "insult" …
  std::string passage;   ///< the words in question in brackets
};
/// Of a kept reading; a passage that no category came of is not told.
std::vector<FlaggedPassage> flagged_passages(const nlohmann::ordered_json& kept);

}  // namespace redress::ctl
