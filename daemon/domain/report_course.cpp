#include "daemon/domain/casework/fold.hpp"
#include "daemon/domain/report.hpp"

#include <algorithm>

namespace redress::domain {
namespace {

void note_end(CaseCourse& course) {
  const auto& stage = course.file.current();
  const auto at = stage.responded ? stage.responded : stage.closed;
  const auto& outcome = course.file.outcome;
  if (outcome && outcome->stage == stage.number && at) {
    course.ends[stage.number] = {outcome->finding, *at};
  } else {
    course.ends.erase(stage.number);
  }
}

void follow(CaseCourse& course, const CaseEvent& event) {
  const auto before = course.file.actions.size();
  apply_event(course.file, event);
  if (course.file.actions.size() > before) course.actions_opened.push_back(event.at);
  if (event.what == "recorded") {
    if (const auto field = record_field(event.fact("field"))) course.recorded[*field] = event.at;
  }
  note_end(course);
  const bool open = is_open(course.file.status);
  if (open != course.states.back().second) course.states.emplace_back(event.at, open);
}

}  // namespace

Result<CaseCourse> course_of(const CaseReference& reference, const std::vector<CaseEvent>& events) {
  const auto opened = std::find_if(events.begin(), events.end(),
                                   [](const CaseEvent& one) { return is_opening(one.what); });
  if (opened == events.end()) {
    return fail(ErrorCode::store_damaged, "no event opens " + reference.str());
  }
  auto file = open_file(reference, *opened);
  if (!file) return file.error();
  CaseCourse course{.file = std::move(*file)};
  course.states.emplace_back(course.file.received, true);
  for (auto next = opened; next != events.end(); ++next) follow(course, *next);
  return course;
}

}  // namespace redress::domain
