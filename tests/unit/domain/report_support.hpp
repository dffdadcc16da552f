#pragma once

#include "daemon/domain/folded_text.hpp"
#include "daemon/domain/report.hpp"
#include "tests/unit/domain/calendar_support.hpp"

#include <gtest/gtest.h>

#include <string>
#include <tuple>
#include <vector>

namespace redress::domain {

using test::day;

/// A policy with an area, two stages and limits of working days, and what was registered under it.
struct ReportTest : testing::Test {
  ReportTest() {
    policy.stages = {{.number = 1, .name = "First", .acknowledge = days(2), .respond = days(20)},
                     {.number = 2,
                      .name = "Second",
                      .acknowledge = {2, LimitUnit::working_days, LimitBase::escalated, "p"}}};
    policy.areas = {{.name = "awards", .title = "awards"}};
  }
  static Limit days(int count) {
    return {count, LimitUnit::working_days, LimitBase::received, "p"};
  }
  static Instant at(const std::string& day) { return parse_rfc3339(day + "T10:00:00Z").value(); }

  using Step = std::tuple<std::string, std::string, Fields, Fields>;  // day, what, facts, personal

  /// A case of somebody that was received on a day, and what became of it.
  void add(const std::string& received, const std::string& name, const std::vector<Step>& steps) {
    const auto reference =
        CaseReference::make("EX", 2026, static_cast<std::uint32_t>(material.cases.size() + 1))
            .value();
    std::vector<CaseEvent> events{
        {.id = 1,
         .at = at(received),
         .actor = "redressd",
         .what = "case_opened",
         .facts = {{"received", to_rfc3339(at(received))}, {"stage", "1"}},
         .personal = {{"name", name}, {"address", folded(name).substr(1, 3) + "@example.net"}},
         .message = {}}};
    for (const auto& [when, what, facts, personal] : steps) {
      events.push_back({.id = 2,
                        .at = at(when),
                        .actor = "jo",
                        .what = what,
                        .facts = facts,
                        .personal = personal,
                        .message = {}});
    }
    material.cases.push_back(course_of(reference, events).value());
  }
  Report report(const std::string& first, const std::string& last, ReportDetail detail = {},
                const std::string& now = "2026-12-01") {
    return make_report(material, {"EX", policy, calendar, zone, {}, false}, {day(first), day(last)},
                       detail, at(now))
        .value();
  }
  static std::int64_t count(const Report& report, const std::string& section,
                            const std::string& line) {
    for (const auto& one : report.sections) {
      if (one.name != section) continue;
      for (const auto& found : one.lines) {
        if (found.name == line) return found.count;
      }
    }
    return -1;
  }

  Policy policy;
  WorkingCalendar calendar{test::calendar_of(Nation::england_and_wales)};
  TimeZone zone{TimeZone::find("Europe/London").value()};
  ReportMaterial material;
};

}  // namespace redress::domain
