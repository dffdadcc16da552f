#include "templates/mailto.hpp"

#include <gtest/gtest.h>

namespace redress::templates {
namespace {

// RFC 6068, 5: what is reserved is encoded, and a line ends in %0D%0A.
TEST(Mailto, EncodesAllThatMailProgramsReadOtherwise) {
  const auto to = domain::MailAddress::parse("comments+s-ab-cd@example.org").value();
  EXPECT_EQ(mailto(to, "[EX-2026-000001]", "/ack"),
            "mailto:comments%2Bs-ab-cd@example.org?subject=%5BEX-2026-000001%5D&body=%2Fack");
  EXPECT_EQ(mailto(to, "a&b?c=d", "one\ntwo + \xC3\xA9"),
            "mailto:comments%2Bs-ab-cd@example.org?subject=a%26b%3Fc%3Dd&body="
            "one%0D%0Atwo%20%2B%20%C3%A9");
}

}  // namespace
}  // namespace redress::templates
