#include "daemon/domain/ids.hpp"

#include <gtest/gtest.h>

namespace redress::domain {
namespace {

TEST(CaseReference, ReadsItsNormalFormInAnyCaseOfLetters) {
  EXPECT_EQ(CaseReference::parse("CIM-2026-000123").value().str(), "CIM-2026-000123");
  EXPECT_EQ(CaseReference::parse("cim-2026-000123").value().str(), "CIM-2026-000123");
  EXPECT_EQ(CaseReference::make("cim", 2026, 123).value().str(), "CIM-2026-000123");
  EXPECT_EQ(CaseReference::make("A1", 2026, 1234567).value().str(), "A1-2026-1234567");
}

TEST(CaseReference, RefusesWhatIsNone) {
  for (const auto* text :
       {"", "CIM", "CIM-2026", "CIM-2026-", "CIM-2026-12", "CIM-26-000123", "-2026-000123",
        "CIM-2026-000000", "CIM-2026-00012x", "CIM-2026-0000000001", "C M-2026-000123",
        "1CIM-2026-000123", "CIM-2026-000123-1", "ABCDEFGHIJKLM-2026-000123"}) {
    EXPECT_FALSE(CaseReference::parse(text)) << text;
  }
}

TEST(MailAddress, ComparesWithoutCase) {
  const auto a = MailAddress::parse("Ann.Smith@Example.ORG").value();
  EXPECT_EQ(a, MailAddress::parse("ann.smith@example.org").value());
  EXPECT_EQ(a.str(), "Ann.Smith@Example.ORG");
  EXPECT_EQ(a.local(), "Ann.Smith");
  EXPECT_EQ(a.domain(), "Example.ORG");
}

TEST(MailAddress, TagsReplaceTags) {
  const auto a = MailAddress::parse("comments+old@example.org").value();
  EXPECT_EQ(a.with_tag("r-1").str(), "comments+r-1@example.org");
}

TEST(MailAddress, RefusesWhatCouldNotStandInAnEnvelope) {
  for (const auto* text :
       {"", "ann", "@example.org", "ann@", "ann@@example.org", "a b@example.org",
        "ann@exa mple.org", "ann@example.org\r\nRCPT TO:<x@y>", "<ann@example.org>",
        "ann@example.org,bob@example.org", ".ann@example.org", "ann.@example.org",
        "ann..x@example.org", "ann@example.org.", "ann@[192.0.2.1]"}) {
    EXPECT_FALSE(MailAddress::parse(text)) << text;
  }
  EXPECT_FALSE(MailAddress::parse(std::string(250, 'a') + "@example.org"));
  EXPECT_FALSE(MailAddress::parse("jos\xC3\xA9@example.org").value().is_ascii());
}

}  // namespace
}  // namespace redress::domain
