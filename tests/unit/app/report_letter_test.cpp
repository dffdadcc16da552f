#include "daemon/app/report_letter.hpp"

#include "templates/fields.hpp"
#include "tests/unit/app/house.hpp"

#include <gtest/gtest.h>

namespace redress::app {
namespace {

/// The figures in the letter of a report with so many sections of so many lines each.
std::vector<domain::Fields> figures(std::size_t sections, std::size_t lines) {
  domain::Report report{.period = {domain::parse_date("2026-01-01").value(),
                                   domain::parse_date("2026-03-31").value()}};
  for (std::size_t section = 0; section < sections; ++section) {
    domain::ReportSection one{.name = "area", .title = "Areas", .lines = {}};
    for (std::size_t line = 0; line < lines; ++line) one.lines.push_back({"a", "An area", 1});
    report.sections.push_back(std::move(one));
  }
  test::TestFiles files;
  const auto house = test::make_house(files);
  const auto now = domain::parse_rfc3339("2026-04-01T09:00:00Z").value();
  return report_order(house.value(), "Complaints", report, {}, {}, now).lists.at("figures");
}

TEST(ReportLetter, SaysThatTheRestOfTheFiguresIsInTheTable) {
  ASSERT_EQ(templates::k_list_items, 500U);
  EXPECT_EQ(figures(1, 499).size(), 500U);  // with their heading
  EXPECT_EQ(figures(1, 499).back().at("label"), "An area");
  // A heading and 498 figures are followed by the line that says where the other two are.
  const auto one_more = figures(1, 500);
  ASSERT_EQ(one_more.size(), 500U);
  EXPECT_EQ(one_more[498].at("label"), "An area");
  EXPECT_EQ(one_more.back().at("heading"), "The rest, 2 figures, stands in the attached table");
  // The second heading would be the 499th, with nothing under it; its 497 figures are the rest.
  const auto two = figures(2, 497);
  ASSERT_EQ(two.size(), 499U);
  EXPECT_EQ(two[497].at("label"), "An area");
  EXPECT_EQ(two.back().at("heading"), "The rest, 497 figures, stands in the attached table");
}

}  // namespace
}  // namespace redress::app
