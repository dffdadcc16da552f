#include "daemon/domain/reminders/recipients.hpp"
#include "tests/unit/domain/reminders/staff_support.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace redress::domain {
namespace {

using test::address;
using test::day;

struct RecipientCase {
  const char* what;
  std::vector<std::string> owners;
  const char* to;
  std::vector<std::string> away, kept;
  const char* expected;
};

const RecipientCase k_cases[] = {
    {"a person who owns it", {"ann@example.org"}, "owner", {}, {}, "ann"},
    {"everybody of a role that owns it", {"customer-service"}, "owner", {}, {}, "ann bob"},
    {"the deputy", {"ann@example.org"}, "deputy", {}, {}, "bob"},
    {"the line manager", {"ann@example.org"}, "manager", {}, {}, "max"},
    {"the one manager of two", {"customer-service"}, "manager", {}, {}, "max"},
    {"a role, whoever owns it", {"ann@example.org"}, "senior-management", {}, {}, "head"},
    {"no deputy: the complaints manager", {"max@example.org"}, "deputy", {}, {}, "jo"},
    {"a role that nobody has", {"nobody"}, "owner", {}, {}, "jo"},
    {"away: the deputy instead", {"ann@example.org"}, "owner", {"ann"}, {}, "bob"},
    {"the other of the role is told once", {"customer-service"}, "owner", {"ann"}, {}, "bob"},
    {"both deputies of each other away", {"ann@example.org"}, "owner", {"ann", "bob"}, {}, "jo"},
    {"a manager away without a deputy", {"ann@example.org"}, "manager", {"max"}, {}, "jo"},
    {"named: the other of the role", {"customer-service"}, "owner", {}, {"ann"}, "bob"},
    {"named deputy of one away", {"ann@example.org"}, "owner", {"ann"}, {"bob"}, "jo"},
    {"complaints manager named: administrator", {"nobody"}, "owner", {}, {"jo"}, "root"},
    {"both named: senior management", {"nobody"}, "owner", {}, {"jo", "root"}, "head"},
    {"all named: nobody, ever", {"nobody"}, "owner", {}, {"jo", "root", "head"}, ""},
    {"complaints manager away: their deputy", {"nobody"}, "owner", {"jo"}, {}, "ann"},
    {"all away: whoever owns it all the same",
     {"ann@example.org"},
     "owner",
     {"ann", "bob", "jo", "root", "head"},
     {},
     "ann"},
    {"all away, and the owner named: the complaints manager all the same",
     {"ann@example.org"},
     "owner",
     {"ann", "bob", "jo", "root", "head"},
     {"ann"},
     "jo"},
    {"several who decide", {"manager", "senior-management"}, "owner", {}, {}, "max head"},
};

TEST(Recipients, Cases) {
  for (const auto& c : k_cases) {
    auto staff = test::house();
    for (auto& one : staff) {
      const bool away = std::find(c.away.begin(), c.away.end(), one.name) != c.away.end();
      if (away) one.away = {{day("2026-11-23"), day("2026-11-27")}};
    }
    std::vector<MailAddress> kept;
    for (const auto& name : c.kept) kept.push_back(address(name));
    EXPECT_EQ(test::names_of(recipients(staff, c.owners, c.to, kept, day("2026-11-24"))),
              c.expected)
        << c.what;
  }
}

TEST(Recipients, AnAbsenceHoldsFromItsFirstDayToItsLast) {
  auto one = test::person("ann", {"owner"});
  one.away = {{day("2026-11-24"), day("2026-11-25")}};
  EXPECT_FALSE(is_away(one, day("2026-11-23")));
  EXPECT_TRUE(is_away(one, day("2026-11-24")));
  EXPECT_TRUE(is_away(one, day("2026-11-25")));
  EXPECT_FALSE(is_away(one, day("2026-11-26")));
}

}  // namespace
}  // namespace redress::domain
