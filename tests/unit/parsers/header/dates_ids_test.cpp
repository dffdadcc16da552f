#include "parsers/header/dates.hpp"
#include "parsers/header/message_ids.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace redress::parsers {
namespace {

struct DateCase {
  std::string name;
  std::string field;
  std::string utc;  ///< empty: no date
};

class Dates : public testing::TestWithParam<DateCase> {};

TEST_P(Dates, Read) {
  const auto read = parse_mail_date(GetParam().field);
  EXPECT_EQ(read ? domain::to_rfc3339(*read) : "", GetParam().utc);
}

INSTANTIATE_TEST_SUITE_P(
    Table, Dates,
    testing::Values(
        DateCase{"rfc", "Fri, 21 Nov 1997 09:55:06 -0600", "1997-11-21T15:55:06Z"},
        DateCase{"rfc_old", "Thu, 13 Feb 1969 23:32:54 -0330", "1969-02-14T03:02:54Z"},
        DateCase{"rfc_folds_and_comment", "Thu,  13  Feb  1969  23:32  -0330 (Newfoundland Time)",
                 "1969-02-14T03:02:00Z"},
        DateCase{"rfc_obsolete", "21 Nov 97 09:55:06 GMT", "1997-11-21T09:55:06Z"},
        DateCase{"no_day_name", "1 Jan 2026 00:00:00 +0000", "2026-01-01T00:00:00Z"},
        DateCase{"east_of_midnight", "Thu, 1 Jan 2026 00:30:00 +0100", "2025-12-31T23:30:00Z"},
        DateCase{"est", "21 Nov 2026 10:00:00 EST", "2026-11-21T15:00:00Z"},
        DateCase{"bst", "Sat, 5 Sep 2026 04:12:42 +0100 (BST)", "2026-09-05T03:12:42Z"},
        DateCase{"military_is_utc", "21 Nov 2026 10:00:00 A", "2026-11-21T10:00:00Z"},
        DateCase{"unknown_zone_is_utc", "21 Nov 2026 10:00:00 -0000", "2026-11-21T10:00:00Z"},
        DateCase{"two_digits_new", "21 Nov 26 10:00 +0000", "2026-11-21T10:00:00Z"},
        DateCase{"three_digits", "21 Nov 126 10:00 +0000", "2026-11-21T10:00:00Z"},
        DateCase{"asctime", "Sat Nov 21 10:00:00 2026", "2026-11-21T10:00:00Z"},
        DateCase{"dashes", "21-Nov-2026 10:00:00 +0000", "2026-11-21T10:00:00Z"},
        DateCase{"full_month", "21 November 2026 10:00:00 +0000", "2026-11-21T10:00:00Z"},
        DateCase{"leap_second", "31 Dec 2016 23:59:60 +0000", "2016-12-31T23:59:59Z"},
        DateCase{"leap_day", "29 Feb 2024 12:00:00 +0000", "2024-02-29T12:00:00Z"},
        DateCase{"no_leap_day", "29 Feb 2026 12:00:00 +0000", ""},
        DateCase{"day_0", "0 Nov 2026 12:00:00 +0000", ""},
        DateCase{"hour_24", "1 Nov 2026 24:00:00 +0000", ""},
        DateCase{"absurd_year", "1 Nov 9999 12:00:00 +0000", ""},
        DateCase{"no_time", "1 Nov 2026", ""}, DateCase{"words", "yesterday", ""},
        DateCase{"empty", "", ""}),
    [](const auto& info) { return info.param.name; });

struct IdCase {
  std::string name;
  std::string field;
  std::vector<std::string> ids;
};

class Ids : public testing::TestWithParam<IdCase> {};

TEST_P(Ids, Read) {
  DefectLog defects;
  EXPECT_EQ(parse_message_ids(GetParam().field, 200, defects), GetParam().ids);
}

INSTANTIATE_TEST_SUITE_P(
    Table, Ids,
    testing::Values(IdCase{"one", "<1234@local.machine.example>", {"1234@local.machine.example"}},
                    IdCase{"two", "<a@x> <b@x>", {"a@x", "b@x"}},
                    IdCase{"no_blank", "<a@x><b@x>", {"a@x", "b@x"}},
                    IdCase{"repeated", "<a@x> <b@x> <a@x>", {"a@x", "b@x"}},
                    IdCase{"comment_around", "Your mail of Monday <a@x> (sent)", {"a@x"}},
                    IdCase{"no_brackets", "a@x b@x", {"a@x", "b@x"}},
                    IdCase{"folded_inside", "<a@\t x>", {"a@x"}},
                    IdCase{"damaged", "<a@x <b@x>", {"b@x"}}, IdCase{"empty_brackets", "<>", {}},
                    IdCase{"nothing", "", {}}),
    [](const auto& info) { return info.param.name; });

TEST(Ids, FirstAndLastStay) {
  DefectLog defects;
  EXPECT_EQ(parse_message_ids("<1@x> <2@x> <3@x> <4@x> <5@x>", 4, defects),
            (std::vector<std::string>{"1@x", "2@x", "4@x", "5@x"}));
  EXPECT_TRUE(defects.has("too_many_references"));
}

}  // namespace
}  // namespace redress::parsers
