#include "config/settings.hpp"
#include "tests/unit/config/support.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>
#include <set>

namespace redress::config {
namespace {

using domain::Nation;
using test::with;

constexpr const char* k_nations[] = {"england-and-wales", "scotland", "northern-ireland"};

CalendarData shipped(const std::string& nation) {
  const auto path = "config/calendars/" + nation + ".toml";
  auto calendar = read_calendar(test::source_file(path), path);
  if (!calendar) throw std::runtime_error(calendar.error().text);
  return *calendar;
}

std::set<std::string> dates_of(const std::string& nation) {
  std::set<std::string> dates;
  for (const auto date : shipped(nation).holidays) dates.insert(domain::to_iso(date));
  return dates;
}

TEST(CalendarFiles, CoverTheYearsAndNameTheirSource) {
  for (const auto* nation : k_nations) {
    const auto calendar = shipped(nation);
    EXPECT_EQ(to_string(calendar.nation), nation);
    EXPECT_EQ(calendar.first_year, 2012);
    EXPECT_EQ(calendar.last_year, 2028);
    const auto text = test::source_file(std::string{"config/calendars/"} + nation + ".toml");
    EXPECT_NE(text.find("Contains public sector information licensed under the Open Government "
                        "Licence v3.0"),
              std::string::npos);
  }
}

TEST(CalendarFiles, HaveNoWeekends) {
  for (const auto* nation : k_nations) {
    for (const auto date : shipped(nation).holidays) {
      const std::chrono::weekday day{std::chrono::sys_days{date}};
      EXPECT_TRUE(day != std::chrono::Saturday && day != std::chrono::Sunday)
          << nation << " " << domain::to_iso(date);
    }
  }
}

/// Days that are known from elsewhere: 1 is a bank holiday there, 0 is none.
struct Known {
  const char* date;
  int england, scotland, ireland;
};
constexpr Known k_known[] = {
    {"2012-06-05", 1, 1, 1},                           // Diamond Jubilee
    {"2020-05-08", 1, 1, 1}, {"2020-05-04", 0, 0, 0},  // VE Day in place of the first Monday
    {"2020-12-28", 1, 1, 1},                           // Boxing Day was a Saturday
    {"2021-12-27", 1, 1, 1}, {"2021-12-28", 1, 1, 1},
    {"2022-01-03", 1, 1, 1}, {"2022-01-04", 0, 1, 0},
    {"2022-06-02", 1, 1, 1}, {"2022-06-03", 1, 1, 1},
    {"2022-05-30", 0, 0, 0}, {"2022-09-19", 1, 1, 1},
    {"2022-12-27", 1, 1, 1}, {"2023-05-08", 1, 1, 1},
    {"2024-03-29", 1, 1, 1}, {"2024-04-01", 1, 0, 1},  // Easter
    {"2024-03-18", 0, 0, 1},                           // St Patrick's Day was a Sunday
    {"2024-08-05", 0, 1, 0}, {"2024-08-26", 1, 0, 1},
    {"2025-12-01", 0, 1, 0},  // St Andrew's Day was a Sunday
    {"2026-01-02", 0, 1, 0}, {"2026-07-13", 0, 0, 1},
    {"2026-12-28", 1, 1, 1}, {"2027-12-27", 1, 1, 1},
    {"2027-12-28", 1, 1, 1}, {"2028-04-14", 1, 1, 1},
    {"2028-04-17", 1, 0, 1}, {"2028-12-26", 1, 1, 1},
};

TEST(CalendarFiles, HaveTheDaysThatAreKnown) {
  const auto england = dates_of("england-and-wales");
  const auto scotland = dates_of("scotland");
  const auto ireland = dates_of("northern-ireland");
  for (const auto& known : k_known) {
    EXPECT_EQ(england.contains(known.date), known.england == 1) << known.date;
    EXPECT_EQ(scotland.contains(known.date), known.scotland == 1) << known.date;
    EXPECT_EQ(ireland.contains(known.date), known.ireland == 1) << known.date;
  }
}

#ifdef REDRESS_CORPORA
/// "england-and-wales" out of "common.nations.england-and-wales_slug".
std::string nation_of(const std::string& division) {
  for (const auto* nation : k_nations) {
    if (division.find(nation) != std::string::npos) return nation;
  }
  throw std::runtime_error("no nation: " + division);
}

TEST(CalendarFiles, AgreeWithThePublishedData) {
  const std::string folder = REDRESS_CORPORA;
  std::map<std::string, std::set<std::string>> published;
  int files = 0;
  for (const auto& entry : std::filesystem::directory_iterator{folder + "/calendars"}) {
    if (entry.path().extension() != ".json") continue;
    ++files;
    std::ifstream in{entry.path()};
    const auto data = nlohmann::json::parse(in);
    for (const auto& [division, years] : data.at("divisions").items()) {
      for (const auto& [year, days] : years.items()) {
        if (!days.is_array()) continue;
        for (const auto& day : days) {
          const auto date = day.at("date").get<std::string>();  // dd/mm/yyyy
          published[nation_of(division)].insert(date.substr(6) + "-" + date.substr(3, 2) + "-" +
                                                date.substr(0, 2));
        }
      }
    }
  }
  ASSERT_GE(files, 3);
  for (const auto* nation : k_nations) EXPECT_EQ(dates_of(nation), published[nation]) << nation;
}
#endif

constexpr std::string_view k_calendar = R"(nation = "scotland"
first_year = 2026
last_year = 2026
holidays = [2026-01-01, 2026-01-02, 2026-04-03, 2026-05-04,
            2026-05-25, 2026-08-03, 2026-11-30, 2026-12-25]
)";

struct Wrong {
  const char* name;
  const char* from;
  const char* to;
  const char* start;
  const char* holds;
};

void PrintTo(const Wrong& c, std::ostream* out) {
  *out << c.name;
}

class WrongCalendar : public testing::TestWithParam<Wrong> {};

TEST_P(WrongCalendar, IsToldInOneLine) {
  ASSERT_TRUE(read_calendar(k_calendar, "c.toml"));
  const auto& c = GetParam();
  const auto calendar = read_calendar(with(k_calendar, c.from, c.to), "c.toml");
  ASSERT_FALSE(calendar);
  EXPECT_TRUE(calendar.error().text.starts_with(c.start)) << calendar.error().text;
  EXPECT_NE(calendar.error().text.find(c.holds), std::string::npos) << calendar.error().text;
}

constexpr Wrong k_wrong[] = {
    {"Nation", "scotland", "wales", "c.toml:1: nation: \"wales\"", "england-and-wales"},
    {"YearsBackwards", "last_year = 2026", "last_year = 2025", "c.toml:3: last_year: ", "before"},
    {"YearMissing", "first_year = 2026\n", "", "c.toml:1: first_year: missing", "add"},
    {"YearAsText", "first_year = 2026", "first_year = \"2026\"",
     "c.toml:2: first_year: ", "number"},
    {"DateOutside", "2026-12-25", "2027-12-25", "c.toml:4: holidays: 2027-12-25", "outside"},
    {"YearUnfinished", ", 2026-12-25", "", "c.toml:4: holidays: 2026 has 7", "8"},
    {"EmptyYear", "last_year = 2026", "last_year = 2027", "c.toml:4: holidays: 2027 has 0", "8"},
    {"Twice", "2026-01-02", "2026-01-01", "c.toml:4: holidays: ", "each once"},
    {"OutOfOrder", "2026-04-03, 2026-05-04", "2026-05-04, 2026-04-03",
     "c.toml:4: holidays: ", "in order"},
    {"NoDate", "2026-11-30", "\"St Andrew\"", "c.toml:5: holidays: \"St Andrew\"", "no date"},
    {"ATime", "2026-11-30", "2026-11-30T00:00:00Z", "c.toml:5: holidays: a date or time",
     "no date"},
    {"UnknownKey", "holidays", "holiday", "c.toml:4: holiday: unknown key", "\"holidays\""},
};
INSTANTIATE_TEST_SUITE_P(Table, WrongCalendar, testing::ValuesIn(k_wrong),
                         [](const auto& info) { return std::string{info.param.name}; });

}  // namespace
}  // namespace redress::config
