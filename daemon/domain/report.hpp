#pragma once

#include "daemon/domain/casework/case_file.hpp"
#include "daemon/domain/decide.hpp"
#include "daemon/domain/report_period.hpp"

#include <map>
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
};

struct ReportLine {
  std::string name;   ///< stable, for programs: "complaints"
  std::string label;  ///< for people
  std::int64_t count{};
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
  std::string what;  ///< empty: it would name a person
  std::int64_t count{};
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

struct Report {
  ReportPeriod period;
  std::vector<ReportSection> sections;
  std::vector<ReportPattern> patterns;
  std::vector<std::string> lessons;  ///< that name nobody, unless people may be named (CILEX-17)
  std::int64_t lessons_withheld{};
  std::vector<ReportedCase> cases;
};

/// What its readers may see besides counts and lessons.
struct ReportDetail {
  bool people{};  ///< names, and words that name people
  bool cases{};   ///< each case by its reference: readers who see every case anyway (CIM-10)
};
/// Of the report of a policy.
ReportDetail detail_of(const ReportRule& rule, const Policy& policy);

/// Counts what happened in the period, of cases as they are known now (CIM-11, CEME-02, CILEX-13,
/// -14, -17). Received, how they came, areas and patterns: complaints received in it. Outcomes:
/// stages that ended in it. A promise belongs to the period in which it was kept, or else to that
/// in which it fell due. Open and overdue: at its end, or now where that is earlier. Error:
/// settings, where the calendar does not cover a year.
Result<Report> make_report(const ReportMaterial& material, const House& house, ReportPeriod period,
                           ReportDetail detail, Instant now);

}  // namespace redress::domain
