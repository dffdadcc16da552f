#include "parsers/classify/references.hpp"
#include "tests/unit/parsers/classify/builder.hpp"

#include <gtest/gtest.h>

namespace redress::parsers {
namespace {

using domain::CaseReference;
using domain::KeyRing;
using domain::ReferenceProof;
using testing::mail;

struct TextCase {
  const char* text;
  const char* found;  ///< references, separated by spaces
};

std::string found(std::string_view text, const std::vector<std::string>& prefixes) {
  std::string out;
  for (const auto& reference : references_in(text, prefixes)) {
    out += (out.empty() ? "" : " ") + reference.str();
  }
  return out;
}

TEST(References, AsPeopleWriteThem) {
  constexpr TextCase k_cases[] = {
      {"[CIM-2026-000123]", "CIM-2026-000123"},
      {"re cim-2026-000123 any news", "CIM-2026-000123"},
      {"(CIM 2026 000123)", "CIM-2026-000123"},
      {"CIM\u20112026\u2011000123", "CIM-2026-000123"},
      {"CIM \u2013 2026 \u2013 000123", "CIM-2026-000123"},
      {"CIM/2026/000123", "CIM-2026-000123"},
      {"CIM-2026-\n000123", "CIM-2026-000123"},
      {"CIM\u00a02026\u00a0000123.", "CIM-2026-000123"},
      {"\u201cCIM-2026-000123\u201d", "CIM-2026-000123"},
      {"CIM-2026-000123 and CIM-2026-000124, CIM-2026-000123", "CIM-2026-000123 CIM-2026-000124"},
      {"<ack.CIM-2026-000123.ab@example.org>", "CIM-2026-000123"},
      // Look-alikes.
      {"CIM-INV-2026-001187", ""},
      {"invoice INV-2026-001187", ""},
      {"our ref EBC/CMP/2026/004417", ""},
      {"XCIM-2026-000123", ""},
      {"MY-CIM-2026-000123", ""},
      {"CIM-2026-00012", ""},
      {"CIM-2026-000123-4", ""},
      {"CIM-2026-000123a", ""},
      {"CIM-26-000123", ""},
      {"CIM-20260-00123", ""},
      {"CIM 2026", ""},
      {"CIM-2026-000000", ""},
      {"CIM-2026-0001234567890", ""},
      {"CIEEM-2026-000123", ""},
  };
  for (const auto& c : k_cases) EXPECT_EQ(found(c.text, {"CIM"}), c.found) << c.text;
}

TEST(References, AnyPrefixNeedsHyphens) {
  EXPECT_EQ(found("EX-2026-000001", {}), "EX-2026-000001");
  EXPECT_EQ(found("in 2026 000123", {}), "");
  EXPECT_EQ(found("X-2026-000001", {}), "") << "one letter is no prefix";
}

TEST(References, AreBounded) {
  std::string text;
  for (int i = 100001; i < 100101; ++i) text += "CIM-2026-" + std::to_string(i) + " ";
  EXPECT_EQ(references_in(text, {"CIM"}).size(), k_named_cases);
}

KeyRing keys() {
  return KeyRing::from_keys({{.id = 'a', .secret = {1, 2, 3}}});
}
CaseReference reference() {
  return *CaseReference::parse("CIM-2026-000123");
}

ReadingContext context_with(const KeyRing* ring) {
  ReadingContext context;
  context.keys = ring;
  context.prefixes = {"CIM"};
  return context;
}

TEST(NamedCases, TellThePlace) {
  const auto context = context_with(nullptr);
  const auto place = [&](const testing::FactsBuilder& builder) {
    const auto named = named_cases(builder.facts(), context);
    return named.size() == 1 ? named.front().place : std::to_string(named.size());
  };
  const std::string id = "ack.CIM-2026-000123.8f21c0@example.org";
  EXPECT_EQ(place(mail().subject("Re: [CIM-2026-000123] hello")), "subject");
  EXPECT_EQ(place(mail().text("my number is CIM-2026-000123")), "body");
  EXPECT_EQ(place(mail().text("thanks").quoted("> [CIM-2026-000123]")), "quoted");
  EXPECT_EQ(place(mail().in_reply_to(id)), "in-reply-to");
  EXPECT_EQ(place(mail().in_reply_to("x@example.net").references(id)), "references");
  EXPECT_EQ(place(mail().report({{}, id})), "report");
  EXPECT_EQ(place(mail().to("comments+r-cim-2026-000123-abc@example.org")), "recipient");
  EXPECT_EQ(place(mail().in_reply_to("ack.EX-2026-000123.8f@example.org")), "0");
  EXPECT_EQ(place(mail().in_reply_to("2026.11.000123@example.net")), "0");
}

TEST(NamedCases, KeyedProofGoesFirst) {
  const auto ring = keys();
  const auto context = context_with(&ring);
  const auto good = domain::keyed_message_id(ring, "ack", reference(), "5f", "example.org");
  auto named = named_cases(mail().subject("[CIM-2026-000999]").in_reply_to(good).facts(), context);
  ASSERT_EQ(named.size(), 2U);
  EXPECT_EQ(named[0].reference, reference());
  EXPECT_EQ(named[0].proof, ReferenceProof::keyed);
  EXPECT_EQ(named[1].proof, ReferenceProof::bare);
}

TEST(NamedCases, AForgedKeyIsForged) {
  const auto ring = keys();
  const auto other = KeyRing::from_keys({{.id = 'a', .secret = {9}}});
  const auto context = context_with(&ring);
  const auto forged = domain::keyed_message_id(other, "ack", reference(), "5f", "example.org");
  auto named = named_cases(mail().in_reply_to(forged).facts(), context);
  ASSERT_EQ(named.size(), 1U);
  EXPECT_EQ(named[0].proof, ReferenceProof::forged);
  named = named_cases(
      mail().to("comments+" + domain::reply_tag(other, reference()) + "@example.org").facts(),
      context);
  ASSERT_EQ(named.size(), 1U);
  EXPECT_EQ(named[0].proof, ReferenceProof::forged);
  named = named_cases(mail().subject("CIM-2026-000123").in_reply_to(forged).facts(), context);
  ASSERT_EQ(named.size(), 2U);
  EXPECT_EQ(named[0].proof, ReferenceProof::bare) << "what anybody may write comes before a lie";
}

TEST(NamedCases, ReplyTagsInEveryRecipientField) {
  const auto ring = keys();
  const auto context = context_with(&ring);
  const auto tag = domain::reply_tag(ring, reference());
  const auto proof = [&](const testing::FactsBuilder& builder) {
    const auto named = named_cases(builder.facts(), context);
    return named.size() == 1 && named[0].proof == ReferenceProof::keyed;
  };
  EXPECT_TRUE(proof(mail().to("comments+" + tag + "@example.org")));
  EXPECT_TRUE(proof(mail().to(tag + "@example.org"))) << "catch-all";
  EXPECT_TRUE(proof(mail().header("Delivered-To", "comments+" + tag + "@example.org")));
  EXPECT_TRUE(proof(mail().header("X-Original-To", "<Comments+" + tag + "@example.org>")));
  EXPECT_FALSE(proof(mail().header("X-Else", "comments+" + tag + "@example.org")));
}

}  // namespace
}  // namespace redress::parsers
