#include "daemon/domain/command/command.hpp"
#include "tests/unit/domain/calendar_support.hpp"

#include <gtest/gtest.h>

namespace redress::domain {
namespace {

using test::day;

struct Case {
  std::string_view text;
  std::string_view expected;  ///< a date, or what the error speaks of
};

std::string read(std::string_view text, std::string_view today = "2026-11-27") {
  static const auto calendar = test::calendar_of(Nation::england_and_wales);
  const auto date = parse_spoken_date(text, day(today), calendar);
  return date ? to_iso(*date) : date.error().text;
}

TEST(SpokenDate, AsPeopleWriteThem) {
  // Today is Friday 27 November 2026.
  constexpr Case k_cases[] = {
      {"12 March", "2027-03-12"},
      {"12th of march", "2027-03-12"},
      {"March 12", "2027-03-12"},
      {"mar 12, 2028", "2028-03-12"},
      {"12 March 2027", "2027-03-12"},
      {"Friday, 12 March 2027", "2027-03-12"},
      {"Fri 12 Mar", "2027-03-12"},
      {"12/3/2027", "2027-03-12"},
      {"12.03.2027", "2027-03-12"},
      {"12-3-2027", "2027-03-12"},
      {"2027-03-12", "2027-03-12"},
      {"12/3", "2027-03-12"},
      {"27 November", "2026-11-27"},  // today still lies ahead
      {"26 November", "2027-11-26"},
      {"1 March 2020", "2020-03-01"},  // past, but it says so
      {"29 February", "2028-02-29"},   // the next year that has it
      {"today", "2026-11-27"},
      {"Tomorrow", "2026-11-28"},
      {"Friday", "2026-12-04"},  // today is one: the next is meant
      {"this monday", "2026-11-30"},
      {"Thursday", "2026-12-03"},
      {"in 5 working days", "2026-12-04"},
      {"5 working days", "2026-12-04"},
      {"in 20 working days", "2026-12-29"},  // 25 and 28 December (for Boxing Day) are not worked
      {"in five days", "2026-12-02"},
      {"in a week", "2026-12-04"},
      {"in 2 weeks", "2026-12-11"},
      {"for 3 months", "2027-02-27"},
      {"end of the month", "2026-11-30"},
      {"\xE2\x80\x9C"
       "12\xC2\xA0March\xE2\x80\x9D",
       "2027-03-12"},
  };
  for (const auto& [text, expected] : k_cases) EXPECT_EQ(read(text), expected) << text;
}

TEST(SpokenDate, WhatIsNoDateIsRefusedWithTheReason) {
  constexpr Case k_cases[] = {
      {"31 April", "April has 30 days"},
      {"31 April 2027", "April 2027 has 30 days"},
      {"29 February 2027", "February 2027 has 28 days"},
      {"0 March", "March has 31 days"},
      {"2027-02-30", "February 2027 has 28 days"},
      {"2027-13-01", "no month 13"},
      {"3/31/2027", "the day comes first"},
      {"12/3/27", "four digits: 12 March 2027"},
      {"12 March 27", "four digits: 12 March 2027"},
      {"12 March 1066", "lies outside"},
      {"Monday 12 March 2027", "12 March 2027 is a Friday, not a Monday"},
      {"next Friday", "may be Friday 4 December 2026 or Friday 11 December 2026"},
      {"in 0 days", "1 to 1000"},
      {"in 5000 working days", "1 to 1000"},
      {"in 999 working days", "install a newer"},
      {"12 March or so", "is no date"},
      {"March", "is no date"},
      {"soon", "is no date"},
      {"", "is no date"},
      {"10:15", "is no date"},
      {"1.2.3.4", "is no date"},
      {"99999999999999999999 March", "is no date"},
  };
  for (const auto& [text, expected] : k_cases) {
    EXPECT_NE(read(text).find(expected), std::string::npos) << text << ": " << read(text);
  }
}

TEST(SpokenDate, MonthsEndWhereTheMonthDoes) {
  EXPECT_EQ(read("in a month", "2027-01-31"), "2027-02-28");
  EXPECT_EQ(read("in 13 months", "2027-01-31"), "2028-02-29");
}

std::string moment(std::string_view text, std::string_view now = "2026-06-12T10:30:00Z") {
  static const auto london = TimeZone::find("Europe/London").value();
  const auto at = parse_spoken_moment(text, parse_rfc3339(now).value(), london);
  return at ? to_rfc3339(*at) : at.error().text;
}

TEST(SpokenMoment, LiesBehind) {
  // It is Friday 12 June 2026, 11:30 in London.
  constexpr Case k_cases[] = {
      {"3 March 10:15", "2026-03-03T10:15:00Z"},
      {"10.15 on 3 March", "2026-03-03T10:15:00Z"},
      {"3 march at 9am", "2026-03-03T09:00:00Z"},
      {"3 March 9 a.m.", "2026-03-03T09:00:00Z"},
      {"3 March", "2026-03-03T00:00:00Z"},
      {"3 December", "2025-12-03T00:00:00Z"},
      {"yesterday 9am", "2026-06-11T08:00:00Z"},  // summer time
      {"yesterday at 12.30 pm", "2026-06-11T11:30:00Z"},
      {"today 12am", "2026-06-11T23:00:00Z"},
      {"today noon", "lies ahead"},
      {"9:05", "2026-06-12T08:05:00Z"},
      {"Friday", "2026-06-04T23:00:00Z"},
      {"last Monday 17:00", "2026-06-08T16:00:00Z"},
      {"2 days ago", "2026-06-09T23:00:00Z"},
      {"2026-03-03 10:15", "2026-03-03T10:15:00Z"},
      {"2026-03-03T10:15:30Z", "2026-03-03T10:15:00Z"},
      {"2026-06-12T12:30:00+02:00", "2026-06-12T10:30:00Z"},
      {"tomorrow", "lies ahead"},
      {"31 April 10:15", "April has 30 days"},
      {"3 March 24:10", "no time of day"},
      {"3 March 13pm", "no time of day"},
      {"3 March 10:5", "is no moment"},
      {"17", "is no moment"},
      {"2026-06-12T12:30:00Z", "lies ahead"},
      {"long ago", "is no moment"},
  };
  for (const auto& [text, expected] : k_cases) {
    EXPECT_NE(moment(text).find(expected), std::string::npos) << text << ": " << moment(text);
  }
}

}  // namespace
}  // namespace redress::domain
