#include "parsers/classify/tables.hpp"

#include <array>

namespace redress::parsers {
namespace {

using domain::Flag;
using domain::MessageKind;

constexpr std::array k_rules{
    SignRule{Sign::says_complaint, "says-complaint", MessageKind::complaint, {}, 20, 0},
    SignRule{Sign::asks_redress, "asks-redress", MessageKind::complaint, {}, 16, 0},
    SignRule{Sign::tells_failure, "tells-failure", MessageKind::complaint, {}, 20, 0},
    SignRule{Sign::dissatisfied, "dissatisfied", MessageKind::complaint, {}, 20, 0},
    SignRule{Sign::chases, "chases", MessageKind::complaint, {}, 12, 0},
    SignRule{Sign::question, "question", MessageKind::enquiry, {}, 12, 0},
    SignRule{Sign::procedure, "procedure", MessageKind::enquiry, {}, 14, 0},
    SignRule{Sign::own_fault, "own-fault", MessageKind::enquiry, {}, 10, 0},
    SignRule{Sign::praise, "praise", MessageKind::compliment, {}, 24, 0},
    SignRule{Sign::sales, "sales", MessageKind::junk, {}, 24, 0},
    SignRule{Sign::fraud, "fraud", MessageKind::junk, {}, 24, 0},
    SignRule{Sign::insult, "insult", {}, Flag::insult, 30, 10},
    SignRule{Sign::threat, "threat", {}, Flag::threat, 30, 10},
    SignRule{Sign::discrimination, "discrimination", {}, Flag::discriminatory, 30, 10},
    SignRule{Sign::innuendo, "innuendo", {}, Flag::sexual_innuendo, 30, 10},
    SignRule{Sign::allegation, "allegation", {}, Flag::malicious_allegation, 30, 12},
    SignRule{Sign::harsh, "harsh", {}, {}, 12, 0},
    SignRule{Sign::demands, "demands", {}, Flag::unreasonable_demands, 30, 10},
    SignRule{Sign::danger, "danger", {}, Flag::serious, 30, 10},
    SignRule{Sign::staff_conduct, "staff-conduct", {}, Flag::about_staff, 20, 8},
    SignRule{Sign::member_conduct, "member-conduct", {}, Flag::conduct, 20, 8},
    SignRule{Sign::study_centre, "study-centre", {}, Flag::study_centre, 20, 8},
    SignRule{Sign::assessment, "assessment", {}, Flag::assessment, 20, 9},
    SignRule{Sign::other_body, "other-body", {}, Flag::out_of_scope, 20, 8},
    SignRule{Sign::third_party, "third-party", {}, Flag::third_party, 20, 7},
    SignRule{Sign::adjustment, "adjustment", {}, Flag::adjustment, 20, 8},
    SignRule{Sign::escalation, "escalation", {}, Flag::escalation, 20, 8},
    SignRule{Sign::withdrawal, "withdrawal", {}, Flag::withdrawal, 20, 8},
    SignRule{Sign::evidence, "evidence", {}, Flag::evidence, 20, 8},
    SignRule{Sign::nothing, "nothing", {}, {}, 0, 0},
};

consteval bool in_order() {
  for (std::size_t i = 0; i < k_rules.size(); ++i) {
    if (static_cast<std::size_t>(k_rules[i].sign) != i) return false;
    if (k_rules[i].kind && k_rules[i].flag) return false;
    if (k_rules[i].flag && k_rules[i].threshold <= 0) return false;
  }
  return k_rules.size() == static_cast<std::size_t>(Sign::nothing) + 1;
}
static_assert(in_order(), "one rule a sign, in the order of the enumeration");

}  // namespace

std::span<const SignRule> sign_rules() {
  return k_rules;
}

}  // namespace redress::parsers
