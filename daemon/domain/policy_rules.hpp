#pragma once

#include "daemon/domain/limit.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace redress::domain {

enum class DeadlineKind;  // of deadline.hpp, which is built on policies

/// A rung of the ladder of reminders (SYS-06): when staff hear of a limit, and who does.
struct ReminderRule {
  int at{};        ///< working days after the day of the limit; negative: before it
  std::string to;  ///< "owner", "deputy" or "manager" (both of the owner), or a role
  std::optional<DeadlineKind> kind{};  ///< absent: every kind that has no rungs of its own
};
inline constexpr std::string_view k_to_owner = "owner";
inline constexpr std::string_view k_to_deputy = "deputy";
inline constexpr std::string_view k_to_manager = "manager";

/// The product's own ladder, for a policy that has no `[[reminder]]`. The day of a review has a
/// letter of its own, and nothing is recorded where a measure stays: so nothing comes after it.
std::vector<ReminderRule> standard_ladder();

/// How urgent a case is, and the limit for acting on it (CEME-03).
struct Priority {
  std::string name;  ///< the word in commands: "high"
  std::optional<Limit> act;
  bool standard{};  ///< of a case that nobody gave another one; exactly one, where there are any
};

/// What a person records on a case, besides its outcome. The words of `/record` and of a policy's
/// `closing`.
enum class RecordField {
  desired_outcome,  ///< what the complainant would like
  evidence,
  cause,
  remedy,
  corrective,    ///< what was done about this one (CEME-04); text, besides tracked actions
  preventive,    ///< that it does not happen again
  consulted,     ///< customers and other interested parties (CEME-07)
  legislation,   ///< what law and guidance was considered (CEME-07)
  satisfaction,  ///< whether the person was satisfied, or did not say (CEME-07)
  lesson,        ///< what others may learn, without personal data (CILEX-17)
};
std::string_view to_string(RecordField field);  ///< "desired-outcome", "evidence", "cause" …
std::optional<RecordField> record_field(std::string_view name);

/// What a complaint should hold, and its acknowledgement asks for where it is not there (CILEX-07).
enum class AskedFor {
  account,     ///< a detailed account with dates, facts and names
  resolution,  ///< how it could be put right
  evidence,    ///< documents
};
std::string_view to_string(AskedFor asked);  ///< "account", "resolution", "evidence"
std::optional<AskedFor> asked_for(std::string_view name);

/// A part of the organisation's business that complaints are about (CIM-04).
struct Area {
  std::string name;                      ///< the word in commands: "qualifications"
  std::string title;                     ///< as letters and reports say it
  std::string owner_role;                ///< who deals with it; empty: the owner of the stage
  std::vector<std::string> letter_text;  ///< paragraphs that letters on such a case carry (CIM-13)
  std::vector<RecordField> closing;      ///< besides the policy's own (CIM-12)
  bool tracked_action{};  ///< upheld: a corrective action must be open or done before closing
  std::string clause;
};

enum class BodyRelation { out_of_scope, first_elsewhere };

/// Somebody else whose complaints these are: for good (CILEX-03), or first (CIM-07).
struct OtherBody {
  std::string name;  ///< "CILEX Regulation Ltd"; also the word in commands
  BodyRelation relation{};
  std::vector<std::string> contact;  ///< lines as a letter gives them; empty: `[[body]]` must
  std::string clause;
};

/// A behaviour that the policy does not accept (CIEEM-03, BEH-01).
struct BehaviourRule {
  std::string category;  ///< name of a flag: "threat", "insult" …
  std::string title;     ///< as staff and letters read it
  std::string clause;
};

enum class MeasureEffect {
  none,                   ///< recorded; people carry it out
  end_contact_on_matter,  ///< mail on this case is recorded and not answered
  route_contact,          ///< all mail of the person goes to one member of staff
  end_contact,            ///< mail of the person is recorded and answered by nobody but a person
};
std::string_view to_string(MeasureEffect effect);  ///< "none", "end-contact-on-matter" …
std::optional<MeasureEffect> measure_effect(std::string_view name);

/// What may be done about behaviour (CIEEM-04, BEH-06); the word after `/restrict`.
struct Measure {
  std::string name;
  std::string title;  ///< as the letter to the person says it
  MeasureEffect effect{};
  std::vector<std::string> decided_by;  ///< roles; never empty
  bool needs_end{};                     ///< must have a last day
  bool at_once{};                       ///< may be taken without a warning before it
  std::string clause;
};

/// A hand-over to somebody who deals with it in their own way; the word after `/refer`.
struct Referral {
  std::string name;  ///< "institute-secretary", "professional-standards-committee", "police"
  std::string title;
  std::string role;  ///< told of it; with takes_over, owner from then on; empty: outside the house
  std::vector<std::string> decided_by;  ///< roles; empty: the case's owner
  std::vector<std::string> only_for;    ///< standings of the complainant; empty: everybody
  bool takes_over{};
  bool ends_response_limit{};  ///< the service complaint's limit for the response falls away
                               ///< (CIM-08)
  std::string letter;          ///< told to the complainant by this draft; empty: not told
  std::string clause;
};

/// How long the clock may stand while the complainant is waited for.
struct PauseRule {
  Limit longest;  ///< of one pause; it ends by itself
};

/// How often and how far a response limit may be put off, always with a reason.
struct ExtensionRule {
  int times{1};   ///< in one stage
  Limit longest;  ///< counted from the limit that it puts off
};

/// A report on complaints and who reads it.
struct ReportRule {
  std::string name;
  std::string title;
  std::string reader;  ///< role
  int every_months{3};
  int every_weeks{};  ///< in place of months, where it is not 0; weeks begin on Mondays
  bool personal{};    ///< may name people; else counts and lessons only (CILEX-17)
  /// Counts below it are not told one by one to readers who do not see every case; 1: all are.
  int smallest_count{5};
  std::string clause;
};

/// What the document says of keeping records; nothing is erased until `[retention]` is set
/// (CEME-06).
struct RetentionRule {
  int years{};
  std::string clause;
};

/// The policy's own review (CILEX-15, CEME-05).
struct ReviewRule {
  int every_months{};
  Date last{};  ///< when it was last reviewed
  std::string owner_role;
  std::string clause;
};

}  // namespace redress::domain
