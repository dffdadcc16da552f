#include "config/policy/parts.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace redress::config {
namespace {

using domain::Limit;
using domain::LimitBase;

/// What holds where a policy is silent on the acknowledgement (design: the product's two working
/// days). The clause says so: no policy is credited with a promise that it does not make.
constexpr int k_standard_acknowledgement = 2;
constexpr std::string_view k_standard_clause =
    "the product's own default; the policy names no limit";

constexpr int k_times_most = 20;

/// A limit of a stage, counted from something that there is.
std::optional<Limit> stage_limit(const Section& section, std::string_view key, int number) {
  const auto start = number == 1 ? LimitBase::received : LimitBase::escalated;
  auto limit = read_limit(section, key, start);
  if (!limit) return limit;
  if (number == 1 && limit->base == LimitBase::escalated) {
    section.add(key, "nothing is escalated to the first stage; write from = \"received\"");
  } else if (number > 1 && limit->base == LimitBase::received) {
    section.add(key,
                "a later stage begins with its escalation, not with the receipt; write from = "
                "\"escalated\"");
  }
  return limit;
}

domain::Stage read_stage(const Section& section, int number, PolicyFile& out) {
  section.check_keys();
  domain::Stage stage;
  stage.number = number;
  stage.name = section.text_or("name", "");
  stage.owner_role = read_role(section, "owner", out);
  stage.handled_by = section.text_or("handled_by", "");
  const auto base = number == 1 ? LimitBase::received : LimitBase::escalated;
  stage.acknowledge =
      stage_limit(section, "acknowledge", number)
          .value_or(Limit{k_standard_acknowledgement, domain::LimitUnit::working_days, base,
                          std::string{k_standard_clause}});
  if (stage.acknowledge.base == LimitBase::acknowledged) {
    section.add("acknowledge",
                "an acknowledgement cannot be counted from itself; write from = "
                "\"received\" or \"escalated\"");
  }
  stage.contact = stage_limit(section, "contact", number);
  stage.respond = stage_limit(section, "respond", number);
  stage.contact_responds = section.flag("contact_responds", false);
  if (stage.contact_responds && !section.has("respond")) {
    section.add("contact_responds",
                "there is no limit of the response that a first answer could keep; add respond, "
                "or take it out");
  }
  return stage;
}

void read_priorities(const File& input, PolicyFile& out) {
  auto& priorities = out.policy.priorities;
  const auto sections = input.sections("priority");
  const Section* standard = nullptr;
  for (const auto& section : sections) {
    section.check_keys();
    domain::Priority priority;
    priority.name = read_name(section, "name", names_of(priorities));
    priority.act = read_limit(section, "act");
    if (priority.act && priority.act->base == LimitBase::escalated) {
      section.add("act",
                  "a limit for acting holds in every stage, also in the first, which nothing is "
                  "escalated to; write from = \"received\" or \"acknowledged\"");
    }
    priority.standard = section.flag("standard", false);
    if (priority.standard && standard != nullptr) {
      section.add("standard", "another priority is the standard already; take one out");
    }
    if (priority.standard) standard = &section;
    priorities.push_back(std::move(priority));
  }
  if (!sections.empty() && standard == nullptr) {
    sections.front().add("standard", "no priority is the standard; write standard = true in one");
  }
}

/// A length of time with the clause that allows it, beside each other in one table.
Limit read_longest(const Section& section) {
  auto limit = section.value("longest", parse_limit).value_or(Limit{.clause = {}});
  limit.clause = section.text_or("clause", "");
  return limit;
}

}  // namespace

void read_stages(const File& input, Findings& findings, PolicyFile& out) {
  int number = 1;
  for (const auto& section : input.sections("stage")) {
    out.policy.stages.push_back(read_stage(section, number++, out));
  }
  if (out.policy.stages.empty() && findings.empty()) {
    findings.add(1, "stage", "no stage; add a [[stage]]");
  }
}

void read_urgency(const File& input, PolicyFile& out) {
  read_priorities(input, out);
  if (input.has("pause")) {
    const auto section = input.section("pause");
    section.check_keys();
    out.policy.pause = domain::PauseRule{read_longest(section)};
  }
  if (input.has("extension")) {
    const auto section = input.section("extension");
    section.check_keys();
    const auto times = section.number("times", 1, k_times_most).value_or(1);
    out.policy.extension = domain::ExtensionRule{static_cast<int>(times), read_longest(section)};
    const auto& stages = out.policy.stages;
    if (std::none_of(stages.begin(), stages.end(),
                     [](const domain::Stage& stage) { return stage.respond.has_value(); })) {
      section.add("longest",
                  "no stage has a limit of the response that could be put off; add respond to a "
                  "[[stage]], or take the table out");
    }
  }
}

}  // namespace redress::config
