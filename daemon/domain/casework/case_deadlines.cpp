#include "daemon/domain/casework/case_deadlines.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace redress::domain {
namespace {

constexpr std::string_view k_action_clause = "decided with the action";
constexpr std::string_view k_review_clause = "decided with the measure";

/// All deadlines of one case being counted.
class Counting {
 public:
  Counting(const CaseFile& file, const Policy& policy, const WorkingCalendar& calendar,
           const TimeZone& zone)
      : file_(file), policy_(policy), calendar_(calendar), zone_(zone) {}

  Result<std::vector<CaseDeadline>> run();

 private:
  Result<void> count_stage(const StageRecord& record, const Stage& stage);
  Result<void> add(DeadlineKind kind, const StageRecord& record, const Limit& limit,
                   std::optional<Instant> met, bool dropped, const LimitChanges& changes);
  void add_day(DeadlineKind kind, int stage, Date day, Instant at, std::string subject,
               std::string_view clause, std::optional<Instant> met);
  LimitChanges changes_of(int stage) const;
  const Limit* limit_for_acting() const;
  bool over() const { return !is_open(file_.status); }

  const CaseFile& file_;
  const Policy& policy_;
  const WorkingCalendar& calendar_;
  const TimeZone& zone_;
  std::vector<CaseDeadline> out_;
};

LimitChanges Counting::changes_of(int stage) const {
  LimitChanges changes;
  for (const auto& pause : file_.pauses) {
    if (pause.stage == stage) changes.paused.push_back({zone_.date_of(pause.from), pause.until});
  }
  for (const auto& extension : file_.extensions) {
    if (extension.stage == stage) changes.put_off_to = extension.until;
  }
  return changes;
}

const Limit* Counting::limit_for_acting() const {
  for (const auto& priority : policy_.priorities) {
    const bool holds = file_.priority.empty() ? priority.standard : priority.name == file_.priority;
    if (holds && priority.act) return &*priority.act;
  }
  return nullptr;
}

Result<void> Counting::add(DeadlineKind kind, const StageRecord& record, const Limit& limit,
                           std::optional<Instant> met, bool dropped, const LimitChanges& changes) {
  auto from = record.started;
  if (limit.base == LimitBase::acknowledged) {
    if (!record.acknowledged) return {};  // it starts to run with the acknowledgement
    from = *record.acknowledged;
  }
  auto made = deadline_for(kind, record.number, limit, from, policy_, calendar_, zone_, changes);
  if (!made) return made.error();
  out_.push_back({std::move(*made), met, !met && dropped});
  return {};
}

void Counting::add_day(DeadlineKind kind, int stage, Date day, Instant at, std::string subject,
                       std::string_view clause, std::optional<Instant> met) {
  Deadline deadline;
  deadline.kind = kind;
  deadline.stage = stage;
  deadline.at = at;
  deadline.clause = clause;
  deadline.subject = std::move(subject);
  deadline.arithmetic.push_back({day, 0, false, "the day that was set"});
  out_.push_back({std::move(deadline), met, false});
}

Result<void> Counting::count_stage(const StageRecord& record, const Stage& stage) {
  const bool ended = record.number != file_.stage || over();
  const auto changes = changes_of(record.number);
  if (auto done = add(DeadlineKind::acknowledge, record, stage.acknowledge, record.acknowledged,
                      record.acknowledgement_waived || ended, {});
      !done) {
    return done;
  }
  if (stage.contact) {
    if (auto done = add(DeadlineKind::contact, record, *stage.contact, record.contacted, ended, {});
        !done) {
      return done;
    }
  }
  if (stage.respond) {
    const auto met =
        stage.contact_responds && record.contacted ? record.contacted : record.responded;
    if (auto done = add(DeadlineKind::respond, record, *stage.respond, met,
                        ended || file_.response_limit_ended, changes);
        !done) {
      return done;
    }
  }
  const auto* act = limit_for_acting();
  if (act == nullptr) return {};
  return add(DeadlineKind::act, record, *act, record.acted, ended, changes);
}

Result<std::vector<CaseDeadline>> Counting::run() {
  for (const auto& record : file_.stages) {
    const auto* stage = find_stage(policy_, record.number);
    if (stage == nullptr) continue;  // of a policy that had more stages
    if (auto done = count_stage(record, *stage); !done) return done.error();
  }
  for (const auto& action : file_.actions) {
    add_day(DeadlineKind::act, action.stage, action.due,
            end_of_business(action.due, policy_, zone_), fmt::format("action {}", action.number),
            k_action_clause, action.done);
  }
  for (const auto& restriction : file_.restrictions) {
    if (!restriction.review) continue;
    // Told in the morning: a measure that ends on that day can still be put off.
    add_day(DeadlineKind::review, restriction.stage, *restriction.review,
            zone_.at(*restriction.review, policy_.open_of_business),
            fmt::format("restriction {}", restriction.number), k_review_clause,
            restriction.lifted ? restriction.lifted : restriction.end_told);
  }
  return std::move(out_);
}

}  // namespace

Result<std::vector<CaseDeadline>> deadlines_of(const CaseFile& file, const Policy& policy,
                                               const WorkingCalendar& calendar,
                                               const TimeZone& zone) {
  return Counting{file, policy, calendar, zone}.run();
}

}  // namespace redress::domain
