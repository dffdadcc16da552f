#pragma once

#include "daemon/domain/casework/case_file.hpp"
#include "daemon/domain/decide.hpp"
#include "daemon/domain/report_period.hpp"

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace redress::domain {

/// How a stage of a case ended: answered, or closed otherwise.
struct StageEnd {
  Finding finding{};
  Instant at;
};

/// One case as reports look at it: how it stands, and when it came to that.
struct CaseCourse {
  CaseFile file;
  std::map<int, StageEnd> ends;                  ///< by number of the stage
  std::vector<Instant> actions_opened;           ///< one for each of the file's actions
  std::map<RecordField, Instant> recorded;       ///< the newest of each
  std::vector<std::pair<Instant, bool>> states;  ///< from then on it was open, or not
};
/// Error: store_damaged, as of `replay`.
Result<CaseCourse> course_of(const CaseReference& reference, const std::vector<CaseEvent>& events);

struct ReceivedMessage {
  MessageKind kind{};
  Instant received;
};

/// What the register holds that a report may count.
struct ReportMaterial {
  std::vector<CaseCourse> cases;
  std::vector<ReceivedMessage> messages;  ///< enquiries and compliments
  std::optional<Instant> since{};         ///< when the register was begun, where that is known
};

struct ReportLine {
  std::string name;   ///< stable, for programs: "complaints"
  std::string label;  ///< for people
  std::int64_t count{};
  /// In the period before; absent: nothing was counted then, or it is withheld.
  std::optional<std::int64_t> before{};
};
struct ReportSection {
  std::string name;
  std::string title;
  std::vector<ReportLine> lines;
  bool with_zeros{};  ///< people are shown its zeros too
};

/// Something that was there twice or more (CILEX-13).
enum class PatternKind { area, cause, person };
std::string_view to_string(PatternKind kind);
struct ReportPattern {
  PatternKind kind{};
  std::string what;      ///< empty: it would name a person
  std::int64_t count{};  ///< 0: more than one, and too few to be told
};

/// A complaint with the action taken on it (CEME-02).
struct ReportedCase {
  CaseReference reference;
  std::string complainant;  ///< only where people may be named
  Date received{};
  int stage{1};
  CaseStatus status{};
  std::string finding;                 ///< empty: none yet
  std::vector<std::string> actions;    ///< in words, where they name nobody
  std::vector<MailAddress> kept_from;  ///< staff who get nothing of it (CILEX-09)
};

/// One month (or week) of the newest ones.
struct TrendPoint {
  ReportPeriod period;
  std::int64_t received{}, ended{}, open{};  ///< complaints; stages that ended; open at its end
};

struct Report {
  ReportPeriod period;
  std::optional<ReportPeriod> before;  ///< what it is compared with, if anything
  /// The register was begun on that day, after the first that is counted.
  std::optional<Date> counted_from;
  std::vector<ReportSection> sections;
  bool small_withheld{};          ///< some counts are not told one by one
  std::vector<TrendPoint> trend;  ///< oldest first
  std::vector<ReportPattern> patterns;
  std::vector<std::string> lessons;  ///< that name nobody, unless people may be named (CILEX-17)
  std::int64_t lessons_withheld{};
  std::vector<ReportedCase> cases;
};

/// What its readers may see besides counts and lessons.
struct ReportDetail {
  bool people{};  ///< names, and words that name people
  bool cases{};   ///< each case by its reference: readers who see every case anyway (CIM-10)
  int smallest_count{1};  ///< counts below it are not told one by one
};
/// Of the report of a policy.
ReportDetail detail_of(const ReportRule& rule, const Policy& policy);

/// Counts what happened in the period, of cases as they are known now (CIM-11, CEME-02, CILEX-13,
/// -14, -17). Received, how they came, areas and patterns: complaints received in it. Outcomes:
/// stages that ended in it. A promise belongs to the period in which it was kept, or else to that
/// in which it fell due. Open and overdue: at its end, or now where that is earlier. The period
/// before is counted anew, by the same rules. Error: settings, where the calendar does not cover a
/// year. Throws std::logic_error where the counts do not add up: a bug, and no report.
Result<Report> make_report(const ReportMaterial& material, const House& house, ReportPeriod period,
                           ReportDetail detail, Instant now);

}  // namespace redress::domain
