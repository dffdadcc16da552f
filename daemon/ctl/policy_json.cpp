#include "daemon/ctl/policy_view.hpp"

#include "daemon/domain/deadline.hpp"
#include "daemon/domain/report_period.hpp"

namespace redress::ctl {
namespace {

using nlohmann::ordered_json;

std::string_view base_name(domain::LimitBase base) {
  switch (base) {
    case domain::LimitBase::received: return "received";
    case domain::LimitBase::acknowledged: return "acknowledged";
    case domain::LimitBase::escalated: return "escalated";
  }
  return {};
}

ordered_json limit_json(const std::optional<domain::Limit>& limit) {
  if (!limit) return nullptr;
  return {{"within", limit_length(*limit)},
          {"from", base_name(limit->base)},
          {"clause", limit->clause}};
}

/// A list of parts, each as `one` writes it.
template <class Parts, class One>
ordered_json list_json(const Parts& parts, One one) {
  auto list = ordered_json::array();
  for (const auto& part : parts) list.push_back(one(part));
  return list;
}

ordered_json fields_json(const std::vector<domain::RecordField>& fields) {
  return list_json(fields, [](domain::RecordField field) { return domain::to_string(field); });
}

ordered_json stage_json(const domain::Stage& stage) {
  return {{"number", stage.number},
          {"name", stage.name},
          {"owner", stage.owner_role},
          {"handled_by", stage.handled_by},
          {"acknowledge", limit_json(stage.acknowledge)},
          {"contact", limit_json(stage.contact)},
          {"respond", limit_json(stage.respond)},
          {"contact_responds", stage.contact_responds}};
}

ordered_json priority_json(const domain::Priority& priority) {
  return {
      {"name", priority.name}, {"act", limit_json(priority.act)}, {"standard", priority.standard}};
}

ordered_json area_json(const domain::Area& area) {
  return {{"name", area.name},
          {"title", area.title},
          {"owner", area.owner_role},
          {"letter_text", area.letter_text},
          {"closing", fields_json(area.closing)},
          {"tracked_action", area.tracked_action},
          {"clause", area.clause}};
}

ordered_json body_json(const domain::OtherBody& body) {
  const bool outside = body.relation == domain::BodyRelation::out_of_scope;
  return {{"name", body.name},
          {"relation", outside ? "out-of-scope" : "first-elsewhere"},
          {"contact", body.contact},
          {"clause", body.clause}};
}

ordered_json measure_json(const domain::Measure& measure) {
  return {{"name", measure.name},
          {"title", measure.title},
          {"effect", domain::to_string(measure.effect)},
          {"decided_by", measure.decided_by},
          {"needs_end", measure.needs_end},
          {"at_once", measure.at_once},
          {"clause", measure.clause}};
}

ordered_json referral_json(const domain::Referral& referral) {
  return {{"name", referral.name},
          {"title", referral.title},
          {"role", referral.role},
          {"decided_by", referral.decided_by},
          {"only_for", referral.only_for},
          {"takes_over", referral.takes_over},
          {"ends_response_limit", referral.ends_response_limit},
          {"letter", referral.letter},
          {"clause", referral.clause}};
}

ordered_json report_json(const domain::ReportRule& report) {
  return {{"name", report.name},
          {"title", report.title},
          {"reader", report.reader},
          {"every_months", report.every_months},
          {"every_weeks", report.every_weeks},
          {"smallest_count", report.smallest_count},
          {"personal", report.personal},
          {"clause", report.clause}};
}

ordered_json reminder_json(const domain::ReminderRule& rule) {
  ordered_json out{{"at", rule.at}, {"to", rule.to}, {"kind", nullptr}};
  if (rule.kind) out["kind"] = domain::to_string(*rule.kind);
  return out;
}

void add_behaviour(const domain::Policy& policy, ordered_json& out) {
  out["behaviours"] = list_json(policy.behaviours, [](const domain::BehaviourRule& rule) {
    return ordered_json{
        {"category", rule.category}, {"title", rule.title}, {"clause", rule.clause}};
  });
  out["measures"] = list_json(policy.measures, measure_json);
  out["warning_first"] = policy.warning_first;
  out["referrals"] = list_json(policy.referrals, referral_json);
}

void add_duties(const domain::Policy& policy, ordered_json& out) {
  out["pause"] = nullptr;
  if (policy.pause) {
    out["pause"] = {{"longest", limit_length(policy.pause->longest)},
                    {"clause", policy.pause->longest.clause}};
  }
  out["extension"] = nullptr;
  if (policy.extension) {
    out["extension"] = {{"times", policy.extension->times},
                        {"longest", limit_length(policy.extension->longest)},
                        {"clause", policy.extension->longest.clause}};
  }
  out["closing"] = fields_json(policy.closing);
  out["reasons"] = policy.reasons;
  out["letters"] = {{"automatic", policy.automatic_letters}, {"languages", policy.languages}};
  out["may_see"] = policy.may_see;
  out["enquiries_to"] = policy.enquiries_to;
  out["thanks_for_feedback"] = policy.thanks_for_feedback;
  out["asks_for"] =
      list_json(policy.asks_for, [](domain::AskedFor asked) { return domain::to_string(asked); });
  out["reports"] = list_json(policy.reports, report_json);
  out["reminders"] = list_json(policy.reminders, reminder_json);
  out["retention"] = nullptr;
  if (policy.retention) {
    out["retention"] = {{"years", policy.retention->years}, {"clause", policy.retention->clause}};
  }
  out["review"] = nullptr;
  if (policy.review) {
    out["review"] = {{"every_months", policy.review->every_months},
                     {"last", domain::to_iso(policy.review->last)},
                     {"due", domain::to_iso(domain::review_due(*policy.review))},
                     {"owner", policy.review->owner_role},
                     {"clause", policy.review->clause}};
  }
}

}  // namespace

ordered_json to_json(const domain::Policy& policy) {
  ordered_json out{
      {"pack", policy.pack},
      {"title", policy.title},
      {"url", policy.url},
      {"nation", domain::to_string(policy.nation)},
      {"close_of_business", domain::clock_text(policy.close_of_business)},
      {"open_of_business", domain::clock_text(policy.open_of_business)},
      {"receipt", policy.lenient_receipt ? "lenient" : "strict"},
      {"closure_days", list_json(policy.closure_days, domain::to_iso)},
      {"stages", list_json(policy.stages, stage_json)},
      {"later_stages_text", policy.later_stages_text},
      {"priorities", list_json(policy.priorities, priority_json)},
      {"areas", list_json(policy.areas, area_json)},
      {"bodies", list_json(policy.bodies, body_json)},
  };
  add_behaviour(policy, out);
  add_duties(policy, out);
  return out;
}

}  // namespace redress::ctl
