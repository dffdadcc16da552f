#pragma once

#include "daemon/domain/case.hpp"
#include "daemon/domain/casework/case_event.hpp"
#include "daemon/domain/policy_rules.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace redress::domain {

/// How a complaint reached the house (CIM-15).
enum class Channel { email, post, telephone, in_person, form, elsewhere };
std::string_view to_string(Channel channel);  ///< "email", "post", "telephone", "in-person" …
std::optional<Channel> channel(std::string_view name);

/// What came of a case. The order is that of reports.
enum class Finding {
  upheld,
  partly_upheld,
  not_upheld,
  withdrawn,
  out_of_scope,
  redirected,
  merged,
  not_a_complaint,
};
std::string_view to_string(Finding finding);  ///< "upheld", "partly-upheld" …
std::optional<Finding> finding(std::string_view name);

/// One stage as it went. Times are absent until it happened.
struct StageRecord {
  int number{1};
  Instant started;  ///< receipt for the first, else the escalation
  std::optional<Instant> acknowledged, contacted, acted, responded, closed;
  bool acknowledgement_waived{};
  bool outcome_recorded{};
};

/// The clock stands from the day after `from` up to `until` (both days of the house's zone).
struct Pause {
  int stage{1};
  Instant from;
  Date until{};  ///< ends by itself on that day; moved forward when somebody resumes
};

/// A response put off, with its reason in the trail.
struct Extension {
  int stage{1};
  Date until{};
  Instant at;  ///< when it was decided
};

struct Outcome {
  Finding finding{};
  int stage{1};
  std::string reasons;  ///< personal; may be erased
};

/// A tracked corrective or preventive action (CIM-12, CEME-04).
struct CorrectiveAction {
  int number{1};
  int stage{1};  ///< in which it was decided
  bool preventive{};
  std::string owner;  ///< address of staff, or a role
  Date due{};
  std::string text;  ///< personal; may be erased
  std::optional<Instant> done;
};

/// A member of staff whom the complaint names: sees, gets and does nothing of it (CILEX-09).
struct NamedStaff {
  MailAddress email;
  std::optional<Instant> told, answered;
};

enum class Consent { asked, granted, refused };
struct ThirdParty {
  Person person;
  Consent consent{};
};

struct Incident {
  int number{1};
  std::string category;  ///< a behaviour's
  Instant at;
  std::optional<MessageRowId> message;  ///< the passage stands in it
};

/// A measure that holds against somebody (CIEEM-04 … 06).
struct Restriction {
  int number{1};
  int stage{1};         ///< in which it was decided
  std::string measure;  ///< name in the policy
  MeasureEffect effect{};
  std::optional<MailAddress> route_to;  ///< staff
  Instant from;
  std::optional<Date> until;   ///< last day; absent: until it is lifted
  std::optional<Date> review;  ///< when a person looks at it again
  std::optional<Instant> lifted;
  std::optional<Instant> end_told;  ///< staff were told that it ends by itself on that day
};

/// One case, as its events tell it: the fold of the audit trail, nothing else. What was erased
/// reads as empty. `apply_event` is the only writer.
struct CaseFile {
  CaseReference reference;
  std::string mailbox;
  Channel channel{Channel::email};
  Instant received;
  Person complainant;
  std::string standing;  ///< "member", "applicant" …; empty: not known
  std::string language{"en"};
  CaseStatus status{CaseStatus::received};
  CaseStatus before_waiting{CaseStatus::acknowledged};  ///< where /resume leads back to
  CaseStatus before_closing{CaseStatus::acknowledged};
  int stage{1};
  std::vector<StageRecord> stages;  ///< by number, the current one last
  std::string owner;                ///< address of staff, or a role; empty: the stage's
  std::string priority;             ///< empty: the policy's standard
  std::string area;
  std::vector<Pause> pauses;
  std::vector<Extension> extensions;
  std::optional<Outcome> outcome;  ///< of the current stage, or the closing finding
  std::map<RecordField, std::string> records;
  std::vector<CorrectiveAction> actions;
  std::vector<NamedStaff> named_staff;
  /// Staff whose names stand in its words: they get no mail of it until a person says more.
  std::vector<MailAddress> mentioned;
  std::vector<ThirdParty> third_parties;
  std::vector<std::string> adjustments;  ///< names; see k_adjustments
  std::vector<Incident> incidents;
  std::vector<Restriction> restrictions;
  bool warned{};
  bool internal_investigation{};
  bool response_limit_ended{};  ///< a referral ended it (CIM-08)
  std::vector<std::string> referred_to;
  std::optional<CaseReference> merged_into;
  bool history{};  ///< taken over from elsewhere (SYS-14)

  const StageRecord& current() const { return stages.back(); }
  StageRecord& current() { return stages.back(); }
  bool is_named(const MailAddress& staff) const;
  /// Whether no mail about the case may go to them (CILEX-09): named, or mentioned.
  bool is_kept_from(const MailAddress& staff) const;
  std::vector<MailAddress> kept_from() const;
  /// The restriction that holds at that moment, the strongest first; null where none does.
  const Restriction* restriction_at(Instant at, const TimeZone& zone) const;
  /// Complainant first, then everybody whose consent was granted.
  std::vector<Person> participants() const;
};

/// The file of a case whose trail starts with `opened` (a "case_opened" event of `reference`).
/// Error: store_damaged where it is none.
Result<CaseFile> open_file(const CaseReference& reference, const CaseEvent& opened);

/// What one further event changes. Unknown events change nothing; a payload that was erased leaves
/// its texts empty.
void apply_event(CaseFile& file, const CaseEvent& event);

/// The whole trail, oldest first. Error: store_damaged.
Result<CaseFile> replay(const CaseReference& reference, const std::vector<CaseEvent>& events);

}  // namespace redress::domain
