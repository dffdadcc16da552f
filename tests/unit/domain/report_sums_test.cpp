#include "daemon/domain/report_sums.hpp"

#include "tests/unit/domain/report_support.hpp"

#include <fmt/format.h>

#include <map>
#include <optional>
#include <random>
#include <set>

namespace redress::domain {
namespace {

/// Random registers and periods: what is counted adds up, for every reader, and who does not see
/// each case is told no small count of those who share a circumstance.
TEST_F(ReportTest, AlwaysAddsUpAndTellsNoSmallNumber) {
  std::minstd_rand random{7};
  const auto below = [&](unsigned limit) { return static_cast<int>(random() % limit); };
  policy.areas.push_back({.name = "books", .title = "books"});
  policy.areas.push_back({.name = "events", .title = "events"});
  const std::string areas[] = {"", "awards", "books", "events"};
  const std::string findings[] = {"upheld", "not-upheld", "withdrawn"};
  for (int round = 0; round < 30; ++round) {
    material.cases.clear();
    for (int number = below(40); number > 0; --number) {
      const auto month = 1 + below(6);
      const auto when = fmt::format("2026-{:02}-{:02}", month, 1 + below(28));
      std::vector<Step> steps;
      if (below(2) == 0) steps.push_back({when, "area_set", {{"area", areas[below(4)]}}, {}});
      if (below(2) == 0) {
        const auto later = fmt::format("2026-{:02}-{:02}", month + 1, 1 + below(28));
        steps.push_back(
            {later, "outcome_recorded", {{"finding", findings[below(3)]}}, {{"text", "w"}}});
        steps.push_back({later, "letter_sent", {{"letter", "response"}}, {}});
      }
      add(when, fmt::format("{}nn Example", static_cast<char>('a' + below(20))), steps);
    }
    const ReportPeriod period{day("2026-04-01"), day("2026-06-30")};
    const House house{"EX", policy, calendar, zone, {}, false};
    const auto full =
        make_report(material, house, period, {.cases = true}, at("2026-12-01")).value();
    EXPECT_EQ(wrong_sum(full.sections), "");
    std::int64_t received = 0;
    for (const auto& one : full.trend) {
      if (one.period.first >= period.first) received += one.received;
    }
    EXPECT_EQ(received, count(full, "received", "complaints"));
    const auto less =
        make_report(material, house, period, {.smallest_count = 5}, at("2026-12-01")).value();
    ASSERT_EQ(less.sections.size(), full.sections.size());
    for (std::size_t index = 0; index < less.sections.size(); ++index) {
      const auto& section = less.sections[index];
      if (section.name == "in-time") continue;  // all of it or nothing
      std::int64_t all = 0, told = 0;
      for (const auto& line : full.sections[index].lines) all += line.count;
      for (const auto& line : section.lines) told += line.count;
      EXPECT_EQ(told, all) << section.name;
      const std::set<std::string> not_of_people{"received", "promises", "open"};
      if (not_of_people.contains(section.name)) continue;
      for (const auto& line : section.lines) {
        if (line.name == k_folded_line) continue;
        EXPECT_TRUE(line.count == 0 || line.count >= 5) << section.name << " " << line.name;
        EXPECT_TRUE(line.before.value_or(0) == 0 || *line.before >= 5) << section.name;
      }
    }
  }
}

using Counts = std::vector<std::int64_t>;

/// A section with lines "0", "1" and so on, and their counts in the period before, if any.
Report counted(const std::string& section, const Counts& now, const Counts& before = {}) {
  Report report{.period = {}, .sections = {{.name = section, .title = "", .lines = {}}}};
  for (std::size_t index = 0; index < now.size(); ++index) {
    ReportLine line{std::to_string(index), "", now[index]};
    if (!before.empty()) line.before = before[index];
    report.sections[0].lines.push_back(std::move(line));
  }
  return report;
}

struct Told {
  Counts shown;   ///< besides others
  Counts before;  ///< of each line that has one
  std::optional<std::int64_t> others;
};
Told told(Report report) {
  withhold_small(report, 5);
  Told found;
  for (const auto& line : report.sections[0].lines) {
    if (line.before) found.before.push_back(*line.before);
    if (line.name == k_folded_line) {
      found.others = line.count;
    } else {
      found.shown.push_back(line.count);
    }
  }
  return found;
}

TEST(ReportSums, ASmallNumberIsHiddenAmongOthers) {
  struct Case {
    Counts counts, shown;
    std::optional<std::int64_t> others;
  };
  const Case cases[] = {
      {{10, 20, 5}, {10, 20, 5}, {}},  // none is small
      {{10, 20, 2}, {20}, 12},         // the smallest of the rest goes with it
      {{10, 3, 2}, {10}, 5},           // two hide each other
      {{10, 2, 1}, {}, 13},            // not where both together are as few
      {{10, 3, 0}, {}, 13},            // nobody hides nobody
      {{20, 10, 3, 0}, {20}, 13},
      {{0, 0, 0}, {0, 0, 0}, {}},  // of nobody nothing can be told
      {{3, 0, 0}, {}, 3},          // the total, which stands elsewhere too
      {{3}, {3}, {}},              // one circumstance alone divides nobody
  };
  for (const auto& one : cases) {
    for (const char* section : {"area", "age", "cause", "outcome"}) {
      const auto found = told(counted(section, one.counts));
      EXPECT_EQ(found.shown, one.shown) << section << " " << testing::PrintToString(one.counts);
      EXPECT_EQ(found.others, one.others) << section << " " << testing::PrintToString(one.counts);
    }
  }
}

TEST(ReportSums, WhatMakesUpNoTotalIsLeftOut) {
  struct Case {
    Counts counts, shown;
  };
  const Case cases[] = {{{10, 3, 0}, {10}}, {{3}, {}}, {{10, 0}, {10, 0}}, {{1, 4}, {}}};
  for (const auto& one : cases) {
    for (const char* section : {"adjustments", "incidents", "measures", "actions"}) {
      const auto found = told(counted(section, one.counts));
      EXPECT_EQ(found.shown, one.shown) << section << " " << testing::PrintToString(one.counts);
      EXPECT_FALSE(found.others);
    }
  }
}

TEST(ReportSums, ComplaintsThatLedToAChangeAreATotal) {
  auto report = counted("actions", {1, 1}, {2, 2});
  report.sections[0].lines[0].name = "changes";
  const auto found = told(report);
  EXPECT_EQ(found.shown, Counts{1});
  EXPECT_EQ(found.before, Counts{2});
}

TEST(ReportSums, NothingIsToldOfThePeriodBeforeWhereAnythingIsHidden) {
  EXPECT_EQ(told(counted("area", {10, 20}, {5, 0})).before, (Counts{5, 0}));
  EXPECT_EQ(told(counted("area", {10, 20, 2}, {9, 9, 9})).before, Counts{});
  const auto small_before = told(counted("area", {10, 20, 0}, {9, 9, 1}));
  EXPECT_EQ(small_before.before, Counts{});
  EXPECT_EQ(small_before.shown, (Counts{10, 20, 0}));
}

/// What readers of two reports in a row know of the period that both look at.
struct Known {
  std::map<std::size_t, std::int64_t> cells;
  /// Cells of which the sum is known.
  std::vector<std::pair<std::set<std::size_t>, std::int64_t>> sums;

  void read(const Report& report, const Counts& truth, bool as_before) {
    std::set<std::size_t> hidden;
    for (std::size_t index = 0; index < truth.size(); ++index) hidden.insert(index);
    for (const auto& line : report.sections[0].lines) {
      const auto value = as_before ? line.before : std::optional{line.count};
      if (line.name == k_folded_line) {
        if (value) sums.emplace_back(hidden, *value);
        continue;
      }
      hidden.erase(std::stoul(line.name));
      if (value) cells[std::stoul(line.name)] = *value;
    }
  }
};

/// Random tables of three periods, and the reports of the last two of them: no count below the
/// smallest is told, nor what is left of a sum when all that is known is taken away.
TEST(ReportSums, NoSubtractionGivesASmallNumberBack) {
  constexpr std::int64_t k_smallest = 5;
  std::minstd_rand random{11};
  const auto below = [&](unsigned limit) { return static_cast<int>(random() % limit); };
  for (int round = 0; round < 20'000; ++round) {
    std::vector<Counts> tables(3, Counts(static_cast<std::size_t>(2 + below(5))));
    for (auto& table : tables) {
      for (auto& cell : table) cell = below(3) == 0 ? 0 : below(below(2) == 0 ? 6 : 30);
    }
    const auto& truth = tables[1];
    Known known;
    for (const bool next : {false, true}) {
      auto report = next ? counted("area", tables[2], truth) : counted("area", truth, tables[0]);
      withhold_small(report, k_smallest);
      known.read(report, truth, next);
    }
    std::set<std::size_t> all;
    std::int64_t total = 0;
    for (std::size_t index = 0; index < truth.size(); ++index) {
      all.insert(index);
      total += truth[index];
    }
    const bool any_told = !known.cells.empty();
    known.sums.emplace_back(all, total);
    for (const auto& [cell, count] : known.cells) {
      EXPECT_EQ(count, truth[cell]);
      EXPECT_TRUE(count == 0 || count >= k_smallest) << testing::PrintToString(tables);
    }
    if (!any_told) continue;  // the total alone, which is told anyway
    for (const auto& [cells, sum] : known.sums) {
      auto left = sum;
      int of_somebody = 0;
      for (const auto cell : cells) {
        if (known.cells.contains(cell)) {
          left -= truth[cell];
        } else if (truth[cell] > 0) {
          ++of_somebody;
        }
      }
      EXPECT_TRUE(left == 0 || (left >= k_smallest && of_somebody >= 2))
          << testing::PrintToString(tables);
    }
  }
}

TEST(ReportSums, WhatDoesNotAddUpIsSeen) {
  const std::vector<ReportSection> wrong{
      {.name = "received", .title = "", .lines = {{"complaints", "", 3}, {"enquiries", "", 9}}},
      {.name = "area", .title = "", .lines = {{"awards", "", 1}, {"none", "", 1}}}};
  EXPECT_EQ(wrong_sum(wrong), "area adds up to 2, and received is 3");
}

}  // namespace
}  // namespace redress::domain
