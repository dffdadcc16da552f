#pragma once

#include "daemon/domain/time.hpp"
#include "daemon/domain/vocabulary.hpp"

#include <optional>
#include <string>
#include <vector>

namespace redress::domain {

enum class LimitUnit { working_days, days };
enum class LimitBase { received, acknowledged, escalated };
/// The UK nations whose bank holidays differ.
enum class Nation { england_and_wales, scotland, northern_ireland };
std::string_view to_string(Nation nation);  ///< "england-and-wales" …
std::optional<Nation> nation(std::string_view name);

/// A promise of time, and the clause of the published policy that makes it.
struct Limit {
  int count{};  ///< at least 1
  LimitUnit unit{LimitUnit::working_days};
  LimitBase base{LimitBase::received};
  std::string clause;
};

struct Stage {
  int number{1};
  std::string name;
  std::string owner_role;  ///< role of `[[staff]]` that deals with it
  std::string handled_by;  ///< how a letter names who deals with it
  Limit acknowledge;       ///< the product's two working days where the policy is silent
  std::optional<Limit> respond;
};

/// A published policy as data: `config/policies/<pack>/policy.toml`.
struct Policy {
  std::string pack;  ///< folder name; also the folder of its templates
  std::string title;
  std::string url;  ///< where the public reads it; empty where unknown
  Nation nation{Nation::england_and_wales};
  TimeOfDay close_of_business{24 * 60};  ///< a limit ends here; 24:00 is midnight
  TimeOfDay open_of_business{9 * 60};    ///< automatic mail held to office hours starts here
  bool lenient_receipt{false};     ///< mail of a non-working day or after close counts as the next
  std::vector<Date> closure_days;  ///< the organisation's own, besides bank holidays
  std::vector<Stage> stages;       ///< at least one, numbered from 1
  std::vector<std::string> later_stages_text;  ///< what comes after, a paragraph each
  Vocabulary vocabulary;                       ///< words and forms of this policy's readers
};

}  // namespace redress::domain
