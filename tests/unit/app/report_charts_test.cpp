#include "daemon/app/report_charts.hpp"

#include "daemon/app/report_table.hpp"

#include <gtest/gtest.h>
#include <spdlog/sinks/null_sink.h>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>

#include <chrono>
#include <exception>
#include <memory>

namespace redress::app {
namespace {

domain::Date day(const char* text) {
  return domain::parse_date(text).value();
}

domain::Report report() {
  return {.period = {day("2026-01-01"), day("2026-02-28")},
          .sections = {{.name = "in-time",
                        .title = "By stage",
                        .lines = {{"1-acknowledged-in-time", "", 7},
                                  {"1-acknowledged-late", "", 1},
                                  {"1-answered-in-time", "", 0},
                                  {"1-answered-late", "", 0}}},
                       {.name = "age",
                        .title = "Age",
                        .lines = {{"two-weeks", "", 3},
                                  {"four-weeks", "", 0},
                                  {"eight-weeks", "", 0},
                                  {"half-year", "", 0},
                                  {"older", "=1+1", 2, 4}}}},
          .trend = {{{day("2026-01-01"), day("2026-01-31")}, 3, 0, 3},
                    {{day("2026-02-01"), day("2026-02-28")}, 5, 2, 6}}};
}

TEST(ReportCharts, SayTheirFiguresInWordsToo) {
  const auto charts = charts_of(report());
  ASSERT_EQ(charts.size(), 3U);
  EXPECT_EQ(charts[0].alt,
            "Bar chart: Received, and answered or closed. Jan 2026: 3 received, 0 answered or "
            "closed. Feb 2026: 5 received, 2 answered or closed.");
  EXPECT_EQ(charts[1].alt,
            "Bar chart: Promises of time. Stage 1 acknowledged: 7 in time, 1 late, or not yet.");
  EXPECT_EQ(charts[2].alt,
            "Bar chart: Open complaints, by age in weeks. up to 2: 3 open. 2 to 4: 0 open. 4 to 8: "
            "0 open. 8 to 26: 0 open. over 26: 2 open.");
  EXPECT_EQ(charts[0].id, "flow.2026-02-28@redress.invalid");
}

TEST(ReportCharts, WhatIsWithheldIsDrawnAsOthersAndNotAsNought) {
  auto few = report();
  few.sections[1].lines = {{"two-weeks", "", 7}, {"(others)", "", 8}};
  EXPECT_EQ(charts_of(few)[2].alt,
            "Bar chart: Open complaints, by age in weeks. up to 2: 7 open. others: 8 open.");
  few.sections[1].lines = {{"(others)", "", 2}};
  EXPECT_EQ(charts_of(few).size(), 2U);  // no ages are told
}

TEST(ReportCharts, WithoutAFigureThereIsNone) {
  EXPECT_TRUE(charts_of({.period = {day("2026-01-01"), day("2026-02-28")}}).empty());
}

/// gnuplot runs what stands between backquotes and in system(); no word of others may get there.
TEST(ReportCharts, NoWordOfThePolicyGetsIntoAScript) {
  auto hostile = report();
  for (auto& section : hostile.sections) {
    section.title = "`id`";
    for (auto& line : section.lines) line.label = "\"; system('id')";
  }
  const auto charts = charts_of(hostile), plain = charts_of(report());
  ASSERT_EQ(charts.size(), plain.size());
  for (std::size_t index = 0; index < charts.size(); ++index) {
    EXPECT_EQ(charts[index].script, plain[index].script);
    EXPECT_EQ(charts[index].script.find('`'), std::string::npos);
  }
}

/// Draws nothing, and keeps the times that it is given.
struct CountingDrawer final : ports::ChartDrawer {
  std::vector<std::chrono::steady_clock::time_point> times;
  ports::Task<domain::Result<std::string>> draw(
      std::string, std::chrono::steady_clock::time_point until) override {
    times.push_back(until);
    co_return domain::fail(domain::ErrorCode::timed_out, "took too long");
  }
};

/// What is asked of the drawer where charts are not wanted any more after so many.
std::vector<std::chrono::steady_clock::time_point> asked(std::size_t wanted) {
  CountingDrawer drawer;
  boost::asio::io_context loop{1};
  spdlog::logger log{"test", std::make_shared<spdlog::sinks::null_sink_st>()};
  const auto counted = report();
  boost::asio::co_spawn(
      loop, draw_charts(counted, drawer, log, [&] { return drawer.times.size() >= wanted; }),
      [](const std::exception_ptr& failed, const std::vector<Chart>& drawn) {
        EXPECT_FALSE(failed);
        EXPECT_TRUE(drawn.empty());
      });
  loop.run();
  return drawer.times;
}

TEST(ReportCharts, HaveOneTimeForAll) {
  const auto times = asked(9);
  ASSERT_EQ(times.size(), 3U);
  EXPECT_EQ(times[0], times[1]);
  EXPECT_EQ(times[0], times[2]);
}

TEST(ReportCharts, NoneIsBegunThatIsNotWantedAnyMore) {
  EXPECT_EQ(asked(1).size(), 1U);
  EXPECT_EQ(asked(0).size(), 0U);
}

TEST(ReportTable, IsCsvThatNoSpreadsheetRuns) {
  EXPECT_EQ(to_csv({.period = {}, .sections = report().sections}),
            "section,name,label,count,before\r\n"
            "\"in-time\",\"1-acknowledged-in-time\",\"\",7,\r\n"
            "\"in-time\",\"1-acknowledged-late\",\"\",1,\r\n"
            "\"in-time\",\"1-answered-in-time\",\"\",0,\r\n"
            "\"in-time\",\"1-answered-late\",\"\",0,\r\n"
            "\"age\",\"two-weeks\",\"\",3,\r\n"
            "\"age\",\"four-weeks\",\"\",0,\r\n"
            "\"age\",\"eight-weeks\",\"\",0,\r\n"
            "\"age\",\"half-year\",\"\",0,\r\n"
            "\"age\",\"older\",\"'=1+1\",2,4\r\n");
  EXPECT_EQ(csv_file(report()).name, "complaints 2026-01-01 to 2026-02-28.csv");
}

}  // namespace
}  // namespace redress::app
