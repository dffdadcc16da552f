#pragma once

#include "daemon/domain/limit.hpp"
#include "daemon/domain/policy_rules.hpp"
#include "daemon/domain/time.hpp"
#include "daemon/domain/vocabulary.hpp"

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace redress::domain {

/// Whether a mail that staff wrote to a complainant by themselves counts as the answer.
enum class SentCounts { ask, always, never };

/// No mail to staff that can wait is sent from this time of day on (SYS-06).
inline constexpr TimeOfDay k_evening{20 * 60};

/// The UK nations whose bank holidays differ.
enum class Nation { england_and_wales, scotland, northern_ireland };
std::string_view to_string(Nation nation);  ///< "england-and-wales" …
std::optional<Nation> nation(std::string_view name);

struct Stage {
  int number{1};
  std::string name;
  std::string owner_role;        ///< role of `[[staff]]` that deals with it
  std::string handled_by;        ///< how a letter names who deals with it
  Limit acknowledge;             ///< the product's two working days where the policy is silent
  std::optional<Limit> contact;  ///< somebody gets in touch by then (CILEX-05)
  std::optional<Limit> respond;
  /// A first answer by a person keeps the limit of the response; what follows has the priority's
  /// limit for acting (CEME-01, CEME-03).
  bool contact_responds{};
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
  std::vector<Priority> priorities;            ///< none: cases have no priority
  std::vector<Area> areas;
  std::vector<OtherBody> bodies;
  std::vector<BehaviourRule> behaviours;
  std::vector<Measure> measures;
  bool warning_first{true};  ///< a measure that is not `at_once` needs a warning before it (BEH-04)
  std::vector<Referral> referrals;
  std::optional<PauseRule> pause;  ///< absent: a clock never stands
  std::optional<ExtensionRule> extension;
  std::vector<RecordField> closing;  ///< what must be recorded before a case closes
  bool reasons{true};                ///< an outcome needs its reasons (CILEX-11)
  /// Letters that go out by themselves; every other is a draft that a person releases.
  std::set<std::string> automatic_letters{"acknowledgement"};
  std::vector<std::string> languages{"en"};  ///< that the acknowledgement is written in
  std::string enquiries_to;          ///< role that is told of each enquiry; empty: nobody is
  std::vector<AskedFor> asks_for;    ///< in the acknowledgement, where the complaint lacks it
  bool thanks_for_feedback{};        ///< a draft of thanks lies ready for each compliment
  std::vector<std::string> may_see;  ///< roles that see every case, besides the product's
  std::vector<ReportRule> reports;
  std::vector<ReminderRule> reminders{standard_ladder()};  ///< replaced whole by a policy's own
  std::optional<RetentionRule> retention;
  std::optional<ReviewRule> review;
  Vocabulary vocabulary;  ///< words and forms of this policy's readers
};

/// The row of that name; null where there is none.
template <class Row>
const Row* find_named(const std::vector<Row>& rows, std::string_view name) {
  for (const auto& row : rows) {
    if (row.name == name) return &row;
  }
  return nullptr;
}
/// The stage of that number; null where the policy has none.
const Stage* find_stage(const Policy& policy, int number);

/// Whether a limit of the policy starts to run with an acknowledgement.
bool counts_from_acknowledgement(const Policy& policy);

}  // namespace redress::domain
