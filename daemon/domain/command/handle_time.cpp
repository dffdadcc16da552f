#include "daemon/domain/command/handling.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace redress::domain {
namespace {

/// The day on which the clock runs again by itself.
Result<Date> end_of_pause(const Handling& work, const PauseRule& rule) {
  const auto longest = work.day_within(rule.longest, work.today());
  if (!longest) return longest.error();
  const auto wanted = work.command.date.value_or(*longest);
  if (wanted <= work.today()) {
    return fail(ErrorCode::invalid_input, "that day is not to come any more; give a later one");
  }
  if (wanted > *longest) {
    return fail(ErrorCode::not_allowed, fmt::format("the clock may stand until {} at most ({})",
                                                    long_date(*longest), rule.longest.clause));
  }
  return wanted;
}

}  // namespace

Result<void> handle_ask(Handling& work) {
  auto order = work.letter("information_request");
  order.lists["paragraphs"] = paragraphs_of(work.command.text);
  if (const auto& rule = work.policy().pause) {
    const auto until = end_of_pause(work, *rule);
    if (!until) return until.error();
    work.facts["until"] = to_iso(*until);
    order.fields["until_date"] = to_iso(*until);
  } else {
    work.facts.erase("until");
    if (work.command.date) order.fields["until_date"] = to_iso(*work.command.date);
  }
  work.send(std::move(order));
  return {};
}

Result<void> handle_pause(Handling& work) {
  const auto& rule = work.policy().pause;
  if (!rule) {
    return fail(ErrorCode::not_allowed,
                "the policy lets no clock stand; /ask waits while the clock runs on");
  }
  const auto until = end_of_pause(work, *rule);
  if (!until) return until.error();
  work.facts["until"] = to_iso(*until);
  return {};
}

Result<void> handle_resume(Handling& work) {
  work.facts["ended"] = to_iso(work.today());
  return {};
}

Result<void> handle_extend(Handling& work) {
  const auto& rule = work.policy().extension;
  if (!rule) {
    return fail(ErrorCode::not_allowed,
                "the policy puts no answer off; /note why it is late, and answer");
  }
  const auto due = work.open_deadline(DeadlineKind::respond);
  if (!due) return due.error();
  if (!*due) {
    return fail(ErrorCode::not_allowed,
                fmt::format("{} has no limit for its answer that could be put off",
                            work.file.reference.str()));
  }
  const auto used =
      std::count_if(work.file.extensions.begin(), work.file.extensions.end(),
                    [&](const Extension& one) { return one.stage == work.file.stage; });
  if (used >= rule->times) {
    return fail(ErrorCode::not_allowed,
                fmt::format("it was put off {} time(s) already; the policy allows no more ({})",
                            used, rule->longest.clause));
  }
  const auto current = work.scene.house.zone.date_of((*due)->at);
  const auto longest = work.day_within(rule->longest, current);
  if (!longest) return longest.error();
  const auto wanted = work.command.date.value();
  if (wanted <= current || wanted > *longest) {
    return fail(ErrorCode::not_allowed,
                fmt::format("the answer is due on {}; it may be put off to {} at most ({})",
                            long_date(current), long_date(*longest), rule->longest.clause));
  }
  work.facts["until"] = to_iso(wanted);
  auto order = work.letter("holding");
  order.fields["until_date"] = to_iso(wanted);
  order.fields["previous_date"] = to_iso(current);
  order.lists["paragraphs"] = paragraphs_of(work.command.text);
  work.send(std::move(order));
  return {};
}

}  // namespace redress::domain
