#include "config/policy/parts.hpp"
#include "daemon/domain/command/verbs.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace redress::config {
namespace {

constexpr auto k_relations = domain::name_table<domain::BodyRelation>({
    {domain::BodyRelation::out_of_scope, "out-of-scope"},
    {domain::BodyRelation::first_elsewhere, "first-elsewhere"},
});

/// Words of `/standing`, which a referral may be limited to.
std::span<const std::string_view> standings() {
  return domain::row_of(domain::Verb::standing).arguments.front().choices;
}

domain::Area read_area(const Section& section, PolicyFile& out) {
  section.check_keys();
  domain::Area area;
  area.name = read_name(section, "name", names_of(out.policy.areas));
  area.title = section.text_or("title", "");
  area.owner_role = read_role(section, "owner", out);
  area.letter_text = section.texts("letter_text");
  area.closing = read_record_fields(section, "closing");
  area.tracked_action = section.flag("tracked_action", false);
  area.clause = section.text_or("clause", "");
  return area;
}

domain::OtherBody read_body(const Section& section, PolicyFile& out) {
  section.check_keys();
  domain::OtherBody body;
  body.name = section.text_or("name", "");
  const auto taken = names_of(out.policy.bodies);
  if (std::find(taken.begin(), taken.end(), body.name) != taken.end()) {
    section.add("name", fmt::format("{} stands here twice; take one out", in_quotes(body.name)));
  }
  body.relation = section.choice("relation", k_relations, domain::BodyRelation::out_of_scope);
  body.contact = section.texts("contact");
  body.clause = section.text_or("clause", "");
  out.mentions.push_back({Mention::What::body, {body.name}, section.place("name")});
  return body;
}

domain::Referral read_referral(const Section& section, PolicyFile& out) {
  section.check_keys();
  domain::Referral referral;
  referral.name = read_name(section, "name", names_of(out.policy.referrals));
  referral.title = section.text_or("title", "");
  referral.role = read_role(section, "role", out);
  referral.decided_by = read_deciders(section, "decided_by", out);
  referral.only_for = section.texts("only_for");
  for (const auto& standing : referral.only_for) {
    const auto known = standings();
    if (std::find(known.begin(), known.end(), standing) != known.end()) continue;
    section.add("only_for", fmt::format("{} is no standing; write some of {}", in_quotes(standing),
                                        quoted_list({known.begin(), known.end()})));
  }
  referral.takes_over = section.flag("takes_over", false);
  if (referral.takes_over && !section.has("role")) {
    section.add("takes_over", "nobody is named who could take over; add role, or take it out");
  }
  referral.ends_response_limit = section.flag("ends_response_limit", false);
  referral.letter = section.text_or("letter", "");
  if (!referral.letter.empty()) {
    out.mentions.push_back({Mention::What::letter, {referral.letter}, section.place("letter")});
  }
  referral.clause = section.text_or("clause", "");
  return referral;
}

}  // namespace

void read_scope(const File& input, PolicyFile& out) {
  for (const auto& section : input.sections("area")) {
    out.policy.areas.push_back(read_area(section, out));
  }
  for (const auto& section : input.sections("body")) {
    out.policy.bodies.push_back(read_body(section, out));
  }
}

void read_referrals(const File& input, PolicyFile& out) {
  for (const auto& section : input.sections("referral")) {
    out.policy.referrals.push_back(read_referral(section, out));
  }
}

}  // namespace redress::config
