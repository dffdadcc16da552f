#include "config/keys.hpp"
#include "tests/unit/config/policy_support.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>

// Each pack beside the published text that it comes from.

namespace redress::config {
namespace {

using domain::BodyRelation;
using domain::LimitBase;
using domain::LimitUnit;
using domain::MeasureEffect;
using domain::RecordField;
using test::shipped;
using Names = std::vector<std::string>;

constexpr const char* k_packs[] = {"cieem", "cim", "cilex", "ceme", "client-behaviour"};

template <class Parts>
Names names_of(const Parts& parts) {
  Names names;
  for (const auto& part : parts) names.push_back(part.name);
  return names;
}

Names categories_of(const domain::Policy& policy) {
  Names names;
  for (const auto& rule : policy.behaviours) names.push_back(rule.category);
  std::sort(names.begin(), names.end());
  return names;
}

std::string limit(const std::optional<domain::Limit>& limit) {
  if (!limit) return "none";
  const auto unit = limit->unit == LimitUnit::working_days ? "working days"
                    : limit->unit == LimitUnit::days       ? "days"
                                                           : "weeks";
  const auto base = limit->base == LimitBase::received    ? "received"
                    : limit->base == LimitBase::escalated ? "escalated"
                                                          : "acknowledged";
  return fmt::format("{} {} {}", limit->count, unit, base);
}

bool is_default(const domain::Limit& limit) {
  return limit.clause.find("product's own default") != std::string::npos;
}

TEST(Packs, Cim) {
  const auto policy = shipped("cim").policy;
  EXPECT_EQ(policy.pack, "cim");
  EXPECT_EQ(policy.url, "");
  EXPECT_FALSE(policy.lenient_receipt);
  ASSERT_EQ(policy.stages.size(), 1U);
  const auto& stage = policy.stages.front();
  EXPECT_EQ(stage.owner_role, "complaints-manager");
  EXPECT_EQ(stage.handled_by, "the department manager of the business area it relates to");
  EXPECT_EQ(limit(stage.acknowledge), "2 working days received");
  EXPECT_EQ(stage.acknowledge.clause, "Complaints procedure, paragraph 1");
  EXPECT_EQ(limit(stage.contact), "none");
  EXPECT_EQ(limit(stage.respond), "20 working days received");
  EXPECT_EQ(stage.respond->clause, "Complaints procedure, paragraph 1");
  EXPECT_FALSE(policy.pause);
  EXPECT_FALSE(policy.extension);
  EXPECT_EQ(names_of(policy.reports), Names{"monitoring"});  // CIM-11
}

TEST(Packs, CimAreasAndWhatAnAssessmentNeeds) {
  const auto policy = shipped("cim").policy;
  EXPECT_EQ(names_of(policy.areas), (Names{"qualifications", "membership", "training"}));
  for (const auto& area : policy.areas) {
    const bool assessment = area.name == "qualifications";
    EXPECT_EQ(area.tracked_action, assessment) << area.name;  // CIM-12
    EXPECT_EQ(area.letter_text.empty(), !assessment) << area.name;
    EXPECT_FALSE(area.owner_role.empty()) << area.name;  // CIM-04
  }
  const auto& qualifications = policy.areas.front();
  EXPECT_EQ(qualifications.owner_role, "awarding-body");
  EXPECT_EQ(qualifications.closing,
            (std::vector{RecordField::cause, RecordField::corrective, RecordField::preventive}));
  for (const auto* regulator : {"Ofqual", "CCEA", "Qualifications Wales"}) {  // CIM-13
    EXPECT_NE(qualifications.letter_text.at(0).find(regulator), std::string::npos) << regulator;
    EXPECT_NE(policy.later_stages_text.at(0).find(regulator), std::string::npos) << regulator;
  }
}

TEST(Packs, CimBodiesAndTheInstituteSecretary) {
  const auto policy = shipped("cim").policy;
  ASSERT_EQ(policy.bodies.size(), 2U);
  EXPECT_EQ(policy.bodies[0].name, "Accredited Study Centre");  // CIM-07
  EXPECT_EQ(policy.bodies[0].relation, BodyRelation::first_elsewhere);
  EXPECT_EQ(policy.bodies[1].relation, BodyRelation::out_of_scope);  // CIM-14
  EXPECT_NE(policy.bodies[1].contact.at(0).find("feedbackmh@cim.co.uk"), std::string::npos);
  ASSERT_EQ(policy.referrals.size(), 1U);  // CIM-08
  const auto& secretary = policy.referrals[0];
  EXPECT_EQ(secretary.name, "institute-secretary");
  EXPECT_EQ(secretary.role, "institute-secretary");
  EXPECT_TRUE(secretary.takes_over);
  EXPECT_TRUE(secretary.ends_response_limit);
  EXPECT_EQ(secretary.letter, "conduct_handed_over");
}

TEST(Packs, CieemPromisesNoTimeAndTheDefaultSaysSo) {
  const auto policy = shipped("cieem").policy;
  ASSERT_EQ(policy.stages.size(), 1U);
  const auto& stage = policy.stages.front();
  EXPECT_EQ(limit(stage.acknowledge), "2 working days received");
  EXPECT_TRUE(is_default(stage.acknowledge));
  EXPECT_EQ(limit(stage.respond), "none");
  EXPECT_FALSE(policy.retention || policy.review);
}

TEST(Packs, CieemBehaviourAndWhatAManagerMayDo) {
  const auto policy = shipped("cieem").policy;
  EXPECT_EQ(categories_of(policy),  // CIEEM-03
            (Names{"abusive", "discriminatory", "insult", "malicious_allegation", "threat",
                   "unreasonable_demands"}));
  EXPECT_FALSE(policy.warning_first);
  ASSERT_EQ(policy.measures.size(), 5U);  // CIEEM-04
  for (const auto& measure : policy.measures) {
    EXPECT_EQ(measure.decided_by, Names{"manager"}) << measure.name;
    EXPECT_EQ(measure.needs_end, measure.effect == MeasureEffect::end_contact) << measure.name;
  }
  EXPECT_EQ(policy.measures[1].effect, MeasureEffect::end_contact_on_matter);
  EXPECT_EQ(policy.measures[2].effect, MeasureEffect::route_contact);
  ASSERT_EQ(policy.referrals.size(), 1U);
  EXPECT_EQ(policy.referrals[0].name, "professional-standards-committee");
  EXPECT_EQ(policy.referrals[0].only_for, (Names{"member", "applicant"}));
  EXPECT_EQ(policy.referrals[0].decided_by, Names{"manager"});
}

TEST(Packs, CilexHasFourStagesInOrder) {
  const auto policy = shipped("cilex").policy;
  ASSERT_EQ(policy.stages.size(), 4U);  // CILEX-01, CILEX-02
  for (const auto& stage : policy.stages) {
    SCOPED_TRACE(stage.number);
    EXPECT_EQ(stage.owner_role,
              stage.number <= 2 ? "customer-service" : "corporate-compliance-manager");
    EXPECT_TRUE(is_default(stage.acknowledge));
    EXPECT_EQ(limit(stage.acknowledge),
              stage.number == 1 ? "2 working days received" : "2 working days escalated");
    EXPECT_EQ(limit(stage.contact), stage.number == 1 ? "7 working days received" : "none");
    EXPECT_EQ(limit(stage.respond), "none");
  }
  EXPECT_TRUE(policy.reasons);  // CILEX-11
  EXPECT_EQ(policy.closing, std::vector{RecordField::remedy});
}

TEST(Packs, CilexPointsElsewhereAndInventsNoAddress) {
  const auto file = shipped("cilex");
  const auto& bodies = file.policy.bodies;
  ASSERT_EQ(bodies.size(), 2U);  // CILEX-03
  EXPECT_EQ(bodies[0].name, "CILEX Regulation Ltd");
  const auto& lines = bodies[0].contact;
  EXPECT_NE(std::find(lines.begin(), lines.end(), "MK42 7AB"), lines.end());
  EXPECT_NE(lines.back().find("info@CILEXregulation.org.uk"), std::string::npos);
  EXPECT_EQ(bodies[1].name, "CILEX Law School");
  EXPECT_TRUE(bodies[1].contact.empty());
}

TEST(Packs, CilexReportsAndReview) {
  const auto policy = shipped("cilex").policy;
  Names readers;
  for (const auto& report : policy.reports) {
    readers.push_back(report.reader);
    EXPECT_FALSE(report.personal) << report.name;  // CILEX-17
  }
  EXPECT_EQ(readers, (Names{"audit-and-risk-committee", "executive-committee", "all-staff"}));
  ASSERT_TRUE(policy.review);  // CILEX-15: 18 months after June 2021 is the policy's December 2022
  EXPECT_EQ(policy.review->every_months, 18);
  EXPECT_EQ(domain::to_iso(policy.review->last), "2021-06-30");
  EXPECT_EQ(policy.review->owner_role, "corporate-compliance-manager");
}

TEST(Packs, CemeCountsCalendarDaysByPriority) {
  const auto policy = shipped("ceme").policy;
  ASSERT_EQ(policy.stages.size(), 1U);
  const auto& stage = policy.stages.front();
  EXPECT_EQ(limit(stage.acknowledge), "2 days received");
  EXPECT_EQ(limit(stage.respond), "2 days received");  // CEME-01
  EXPECT_TRUE(stage.contact_responds);
  EXPECT_EQ(names_of(policy.priorities), (Names{"low", "medium", "high"}));  // CEME-03
  const char* const expected[] = {"7 days received", "5 days received", "3 days received"};
  for (std::size_t i = 0; i < policy.priorities.size(); ++i) {
    EXPECT_EQ(limit(policy.priorities[i].act), expected[i]);
    EXPECT_EQ(policy.priorities[i].standard, policy.priorities[i].name == "medium");
  }
}

TEST(Packs, CemeRecordsBeforeClosingAndIsReviewed) {
  const auto policy = shipped("ceme").policy;
  EXPECT_EQ(
      policy.closing,  // CEME-04, CEME-07
      (std::vector{RecordField::cause, RecordField::corrective, RecordField::preventive,
                   RecordField::consulted, RecordField::legislation, RecordField::satisfaction}));
  ASSERT_EQ(policy.reports.size(), 1U);  // CEME-02
  EXPECT_EQ(policy.reports[0].reader, "senior-management");
  ASSERT_TRUE(policy.review);  // CEME-05
  EXPECT_EQ(policy.review->every_months, 12);
  EXPECT_EQ(domain::to_iso(policy.review->last), "2018-07-31");
  ASSERT_TRUE(policy.retention);  // CEME-06
  EXPECT_EQ(policy.retention->years, 6);
}

TEST(Packs, ClientBehaviourWarnsFirstAndSeniorManagementDecides) {
  const auto policy = shipped("client-behaviour").policy;
  EXPECT_EQ(categories_of(policy),  // BEH-01, BEH-02
            (Names{"abusive", "discriminatory", "malicious_allegation", "sexual_innuendo", "threat",
                   "unreasonable_demands"}));
  EXPECT_TRUE(policy.warning_first);                                         // BEH-04
  EXPECT_EQ(names_of(policy.measures), (Names{"end-engagement", "other"}));  // BEH-06
  for (const auto& measure : policy.measures) {
    EXPECT_EQ(measure.decided_by, Names{"senior-management"});
  }
  EXPECT_EQ(names_of(policy.referrals), Names{"police"});
  EXPECT_EQ(policy.referrals[0].decided_by, Names{"senior-management"});
  EXPECT_TRUE(is_default(policy.stages.at(0).acknowledge));
}

TEST(Packs, BehaviourServesBesideAnyPack) {
  const auto behaviour = test::source_file("config/policies/client-behaviour/behaviour.toml");
  for (const auto* pack : {"cim", "cilex", "ceme"}) {
    const auto text = test::source_file(fmt::format("config/policies/{}/policy.toml", pack));
    const auto policy = test::read_with("include = [\"b.toml\"]\n" + text, {{"b.toml", behaviour}});
    ASSERT_TRUE(policy) << policy.error().text;
    EXPECT_EQ(policy->policy.behaviours.size(), 6U) << pack;
    EXPECT_EQ(policy->policy.referrals.front().name, "police") << pack;
  }
}

/// What a promise, a measure or a body comes from is named everywhere.
TEST(Packs, EveryRuleHasItsClause) {
  for (const auto* pack : k_packs) {
    const auto policy = shipped(pack).policy;
    std::vector<std::string> clauses;
    for (const auto& stage : policy.stages) clauses.push_back(stage.acknowledge.clause);
    for (const auto& part : policy.areas) clauses.push_back(part.clause);
    for (const auto& part : policy.bodies) clauses.push_back(part.clause);
    for (const auto& part : policy.behaviours) clauses.push_back(part.clause);
    for (const auto& part : policy.measures) clauses.push_back(part.clause);
    for (const auto& part : policy.referrals) clauses.push_back(part.clause);
    EXPECT_EQ(std::count(clauses.begin(), clauses.end(), ""), 0) << pack;
    EXPECT_EQ(policy.pack, pack);
  }
}

TEST(Packs, TheExampleIsAPolicyAndShowsEveryKey) {
  const auto text = test::source_file("config/policies/example.toml");
  const auto policy = read_policy(text, "policies/mine/policy.toml");
  ASSERT_TRUE(policy) << policy.error().text;
  EXPECT_EQ(policy->pack, "mine");
  EXPECT_TRUE(is_default(policy->stages.at(0).acknowledge));  // it promises nothing by itself
  EXPECT_FALSE(policy->stages.at(0).respond);
  for (const auto& known : k_policy_keys) {
    EXPECT_NE(text.find(fmt::format("{} = ", known.key)), std::string::npos)
        << known.section << "." << known.key;
    if (known.section.empty() || known.section == "limit") continue;
    EXPECT_NE(text.find(table_header(known.section)), std::string::npos) << known.section;
  }
}

/// With every "# key" line taken in, the example is a policy still: what it shows is right.
TEST(Packs, TheExampleHoldsWithEveryLineTakenIn) {
  std::string text;
  const auto example = test::source_file("config/policies/example.toml");
  for (std::size_t at = 0; at < example.size();) {
    const auto end = example.find('\n', at);
    auto line = example.substr(at, end - at);
    const bool key = line.starts_with("# ") && line.find(" = ") != std::string::npos;
    const bool table = line.starts_with("# [");
    if (key || table) line = line.substr(2);
    text += line + "\n";
    at = end + 1;
  }
  // The included file has the example's own behaviour, too, which would then stand there twice.
  const auto policy = test::read_with(
      test::with(text, "include = [\"../client-behaviour/behaviour.toml\"]", "include = []"), {});
  ASSERT_TRUE(policy) << policy.error().text;
  EXPECT_EQ(policy->policy.stages.size(), 2U);
  EXPECT_EQ(policy->policy.priorities.size(), 2U);
  EXPECT_TRUE(policy->policy.pause && policy->policy.extension && policy->policy.review);
}

}  // namespace
}  // namespace redress::config
