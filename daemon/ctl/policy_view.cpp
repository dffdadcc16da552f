#include "daemon/ctl/policy_view.hpp"

#include "daemon/ctl/terminal.hpp"
#include "daemon/domain/deadline.hpp"
#include "daemon/domain/report_period.hpp"

#include <fmt/format.h>

#include <cstdlib>

namespace redress::ctl {
namespace {

using domain::Policy;

constexpr auto k_none = "-";

std::string or_none(const std::string& text) {
  return text.empty() ? k_none : text;
}

std::string joined(const std::vector<std::string>& words, std::string_view between = ", ") {
  return words.empty() ? k_none : fmt::format("{}", fmt::join(words, between));
}

std::string fields_text(const std::vector<domain::RecordField>& fields) {
  std::vector<std::string> names;
  for (const auto field : fields) names.emplace_back(domain::to_string(field));
  return joined(names);
}

void heading(std::string_view text) {
  fmt::print("\n{}\n", coloured(text, Colour::strong));
}

/// A line, and the clause that it comes from, dimmed.
void line(const std::string& text, const std::string& clause) {
  fmt::print("  {}\n", printable(text));
  if (!clause.empty()) fmt::print("      {}\n", coloured(printable(clause), Colour::dim));
}

void print_limit(std::string_view what, const std::optional<domain::Limit>& limit) {
  line(fmt::format("{:<12} {}", what, limit ? limit_text(*limit) : "no limit"),
       limit ? limit->clause : std::string{});
}

void print_top(const Policy& policy) {
  const bool midnight = policy.close_of_business == std::chrono::hours{24};
  std::vector<std::string> closed;
  for (const auto& day : policy.closure_days) closed.push_back(domain::to_iso(day));
  print_pairs(
      {{"policy", {policy.title, Colour::strong}},
       {"pack", {or_none(policy.pack)}},
       {"published at", {or_none(policy.url)}},
       {"calendar", {std::string{domain::to_string(policy.nation)}}},
       {"a limit ends at",
        {midnight ? "the end of its last day" : domain::clock_text(policy.close_of_business)}},
       {"receipt", {policy.lenient_receipt ? "lenient" : "strict"}},
       {"closed on", {joined(closed)}},
       {"letters by themselves",
        {joined({policy.automatic_letters.begin(), policy.automatic_letters.end()})}},
       {"languages", {joined(policy.languages)}}});
}

void print_stages(const Policy& policy) {
  for (const auto& stage : policy.stages) {
    heading(fmt::format("Stage {}: {}", stage.number, printable(stage.name)));
    line(fmt::format("{:<12} {} ({})", "owner", stage.owner_role, stage.handled_by), "");
    print_limit("acknowledge", stage.acknowledge);
    if (stage.contact) print_limit("contact", stage.contact);
    print_limit("respond", stage.respond);
    if (stage.contact_responds) {
      line("a first answer by a person keeps the limit of the response", "");
    }
  }
  if (!policy.later_stages_text.empty()) heading("What comes after");
  for (const auto& text : policy.later_stages_text) line(text, "");
}

void print_time(const Policy& policy) {
  if (!policy.priorities.empty()) heading("Priorities");
  for (const auto& priority : policy.priorities) {
    line(fmt::format("{:<12} {}{}", priority.name,
                     priority.act ? "act within " + limit_text(*priority.act) : "no limit",
                     priority.standard ? ", the standard" : ""),
         priority.act ? priority.act->clause : std::string{});
  }
  heading("Time");
  if (policy.pause) {
    line(fmt::format("the clock may stand for {} at most", limit_length(policy.pause->longest)),
         policy.pause->longest.clause);
  } else {
    line("the clock never stands", "");
  }
  if (policy.extension) {
    line(fmt::format("a response may be put off {} times in a stage, by {} at most",
                     policy.extension->times, limit_length(policy.extension->longest)),
         policy.extension->longest.clause);
  } else {
    line("no response may be put off", "");
  }
}

void print_scope(const Policy& policy) {
  if (!policy.areas.empty()) heading("Areas");
  for (const auto& area : policy.areas) {
    line(fmt::format("{:<16} {}; dealt with by {}", area.name, area.title,
                     area.owner_role.empty() ? "the owner of the stage" : area.owner_role),
         area.clause);
    if (!area.closing.empty()) {
      line(fmt::format("{:<16} recorded before closing: {}", "", fields_text(area.closing)), "");
    }
    if (area.tracked_action) line(fmt::format("{:<16} upheld: needs an action", ""), "");
  }
  if (!policy.bodies.empty()) heading("Other bodies");
  for (const auto& body : policy.bodies) {
    const auto relation = body.relation == domain::BodyRelation::out_of_scope
                              ? "not for us"
                              : "there first, then for us";
    line(fmt::format("{}: {}; {}", body.name, relation,
                     body.contact.empty() ? "contact: [[body]] in redress.toml"
                                          : joined(body.contact, ", ")),
         body.clause);
  }
}

void print_behaviour(const Policy& policy) {
  if (!policy.behaviours.empty()) heading("Behaviour that is not accepted");
  for (const auto& rule : policy.behaviours) {
    line(fmt::format("{:<22} {}", rule.category, rule.title), rule.clause);
  }
  if (!policy.measures.empty()) {
    heading(policy.warning_first ? "Measures, after a warning" : "Measures");
  }
  for (const auto& measure : policy.measures) {
    line(
        fmt::format("{:<28} {}; decided by {}{}{}", measure.name, measure.title,
                    joined(measure.decided_by, " or "), measure.needs_end ? "; has a last day" : "",
                    policy.warning_first && measure.at_once ? "; needs no warning" : ""),
        measure.clause);
  }
}

void print_referrals(const Policy& policy) {
  if (!policy.referrals.empty()) heading("Referrals");
  for (const auto& referral : policy.referrals) {
    std::string text =
        fmt::format("{:<28} to {}; decided by {}", referral.name, referral.title,
                    referral.decided_by.empty() ? "the owner of the case"
                                                : joined(referral.decided_by, " or "));
    if (!referral.only_for.empty()) text += "; only for " + joined(referral.only_for, " or ");
    if (referral.takes_over) text += "; takes the case over";
    if (referral.ends_response_limit) text += "; ends the limit of the response";
    line(text, referral.clause);
  }
}

void print_reminders(const Policy& policy) {
  heading("Reminders of limits");
  for (const auto& rule : policy.reminders) {
    const auto when = rule.at == 0 ? std::string{"on the day"}
                                   : fmt::format("{} working day{} {} it", std::abs(rule.at),
                                                 std::abs(rule.at) == 1 ? "" : "s",
                                                 rule.at < 0 ? "before" : "after");
    const auto kind = rule.kind ? fmt::format("; {} only", domain::to_string(*rule.kind)) : "";
    line(fmt::format("{:<24} to {}{}", when, rule.to, kind), "");
  }
}

void print_duties(const Policy& policy) {
  heading("Records");
  line("before closing: " + fields_text(policy.closing), "");
  line(policy.reasons ? "an outcome needs its reasons" : "an outcome may stand without reasons",
       "");
  line("told of each enquiry: " + or_none(policy.enquiries_to), "");
  std::vector<std::string> asked;
  for (const auto one : policy.asks_for) asked.emplace_back(domain::to_string(one));
  line("the acknowledgement asks for what is missing of: " + joined(asked), "");
  if (policy.thanks_for_feedback) line("a draft of thanks lies ready for each compliment", "");
  line("sees every case, besides the product's own roles: " + joined(policy.may_see), "");
  if (policy.retention) {
    line(fmt::format("kept {} years; nothing is erased before [retention] says so",
                     policy.retention->years),
         policy.retention->clause);
  }
  if (!policy.reports.empty()) heading("Reports");
  for (const auto& report : policy.reports) {
    line(fmt::format("{:<16} {}; to {}, every {}; {}", report.name, report.title, report.reader,
                     report.every_weeks > 0 ? fmt::format("{} weeks", report.every_weeks)
                                            : fmt::format("{} months", report.every_months),
                     report.personal ? "may name people" : "names nobody"),
         report.clause);
  }
  if (!policy.review) return;
  heading("Review of the policy");
  line(
      fmt::format("every {} months, last on {}, due by {}; by {}", policy.review->every_months,
                  domain::long_date(policy.review->last),
                  domain::long_date(domain::review_due(*policy.review)), policy.review->owner_role),
      policy.review->clause);
}

}  // namespace

std::string limit_length(const domain::Limit& limit) {
  const auto unit = [&]() -> std::string_view {
    switch (limit.unit) {
      case domain::LimitUnit::working_days: return "working day";
      case domain::LimitUnit::days: return "day";
      case domain::LimitUnit::weeks: return "week";
    }
    return {};
  }();
  return fmt::format("{} {}{}", limit.count, unit, limit.count == 1 ? "" : "s");
}

std::string limit_text(const domain::Limit& limit) {
  const auto base = [&]() -> std::string_view {
    switch (limit.base) {
      case domain::LimitBase::received: return "receipt";
      case domain::LimitBase::acknowledged: return "the acknowledgement";
      case domain::LimitBase::escalated: return "the escalation";
    }
    return {};
  }();
  return fmt::format("{} from {}", limit_length(limit), base);
}

void print_policy(const Policy& policy) {
  print_top(policy);
  print_stages(policy);
  print_time(policy);
  print_scope(policy);
  print_behaviour(policy);
  print_referrals(policy);
  print_reminders(policy);
  print_duties(policy);
}

}  // namespace redress::ctl
