#include "parsers/classify/classify.hpp"
#include "tests/unit/parsers/classify/builder.hpp"

#include <gtest/gtest.h>

namespace redress::parsers {
namespace {

using domain::SenderAuthentication;
using enum domain::SenderAuthentication;

struct Case {
  const char* results;  ///< after "mx.example.org"
  SenderAuthentication expected;
};
void PrintTo(const Case& c, std::ostream* out) {
  *out << c.results;
}

SenderAuthentication read(const std::string& field, const char* from = "jo@example.net") {
  return sender_authentication(
      testing::FactsBuilder{}.from(from).header("Authentication-Results", field).facts(),
      "mx.example.org");
}

class Results : public ::testing::TestWithParam<Case> {};

TEST_P(Results, AreRead) {
  EXPECT_EQ(read(std::string{"mx.example.org"} + GetParam().results), GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(
    Table, Results,
    ::testing::Values(
        Case{"; none", unknown}, Case{"", unknown}, Case{"; dmarc=none", unknown},
        Case{"; dmarc=pass header.from=example.net", passed},
        Case{" 1; dmarc=pass (p=none dis=none) header.from=Example.NET", passed},
        Case{"; dmarc = pass header.from = example.net", passed}, Case{"; dmarc=pass", passed},
        Case{"; dmarc=pass header.from=other.example", unknown},
        Case{"; dmarc=fail header.from=example.net", failed},
        Case{"; dkim=pass header.d=example.net; dmarc=fail", failed},
        Case{"; dmarc=temperror", unknown}, Case{"; dkim=pass header.d=example.net", passed},
        Case{"; dkim=pass header.i=@example.net", passed},
        Case{"; dkim=pass header.d=mail.example.net", passed},
        Case{"; dkim=pass header.d=badexample.net", unknown},
        Case{"; dkim=pass header.d=net", unknown},
        Case{"; dkim=pass header.d=evil.example", unknown},
        Case{"; dkim=fail header.d=example.net", unknown},
        Case{"; dkim=pass header.d=evil.example; dkim=pass header.d=example.net", passed},
        Case{"; spf=pass smtp.mailfrom=bounce@example.net", passed},
        Case{"; spf=pass smtp.mailfrom=news.example.net", passed},
        Case{"; spf=pass smtp.mailfrom=a@evil.example", unknown},
        Case{"; spf=pass smtp.helo=example.net", unknown},
        Case{"; spf=fail smtp.mailfrom=a@example.net", failed},
        Case{"; spf=softfail smtp.mailfrom=a@example.net", failed},
        Case{"; spf=softfail smtp.mailfrom=a@example.net; dkim=pass header.d=example.net", passed},
        Case{"; spf=softfail smtp.mailfrom=a@x.example; dkim=pass header.d=x.example", failed},
        Case{"; spf=neutral smtp.mailfrom=a@example.net", unknown},
        // Comments and quoted text are not results.
        Case{"; spf=none (dmarc=pass; dmarc=pass header.from=example.net)", unknown},
        Case{"; spf=none (a (nested; dmarc=pass) b) smtp.mailfrom=x", unknown},
        Case{"; spf=none reason=\"x; dmarc=pass\"", unknown},
        Case{"; spf=none reason=\"x dmarc=pass\"; dmarc=none", unknown},
        Case{"; spf=none (an open comment; dmarc=pass", unknown},
        Case{"; dmarc/1=pass header.from=example.net", passed}));

TEST(Authentication, OnlyTheConfiguredServerCounts) {
  EXPECT_EQ(read("MX.Example.Org; dmarc=pass header.from=example.net"), passed);
  EXPECT_EQ(read("evil.example; dmarc=pass header.from=example.net"), unknown);
  EXPECT_EQ(read("mx.example.org.evil.example; dmarc=pass"), unknown);
  EXPECT_EQ(read("(mx.example.org) evil.example; dmarc=pass"), unknown);
  EXPECT_EQ(read("dmarc=pass header.from=example.net"), unknown);
}

TEST(Authentication, TheTopmostFieldOfThatServerCounts) {
  const auto facts = testing::FactsBuilder{}
                         .from("jo@example.net")
                         .header("Authentication-Results", "other.example; dmarc=fail")
                         .header("authentication-results", "mx.example.org; dmarc=fail")
                         .header("Authentication-Results", "mx.example.org; dmarc=pass")
                         .facts();
  EXPECT_EQ(sender_authentication(facts, "mx.example.org"), failed);
  EXPECT_EQ(sender_authentication(facts, ""), unknown);
}

TEST(Authentication, TwoSendersAreNone) {
  const std::string passed_field = "mx.example.org; dmarc=pass";
  EXPECT_EQ(sender_authentication(testing::FactsBuilder{}
                                      .from("jo@example.net")
                                      .from("boss@example.org")
                                      .header("Authentication-Results", passed_field)
                                      .facts(),
                                  "mx.example.org"),
            failed);
  EXPECT_EQ(sender_authentication(testing::FactsBuilder{}
                                      .from("jo@example.net")
                                      .header("From", "jo@example.net")
                                      .header("From", "boss@example.org")
                                      .header("Authentication-Results", passed_field)
                                      .facts(),
                                  "mx.example.org"),
            failed);
  EXPECT_EQ(read(passed_field, "no address"), failed);
}

}  // namespace
}  // namespace redress::parsers
