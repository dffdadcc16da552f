#include "daemon/ctl/case_view.hpp"

#include "daemon/ctl/json_values.hpp"

namespace redress::ctl {
namespace {

using nlohmann::ordered_json;

ordered_json stages_json(const domain::CaseFile& file) {
  auto out = ordered_json::array();
  for (const auto& one : file.stages) {
    out.push_back({{"number", one.number},
                   {"started", domain::to_rfc3339(one.started)},
                   {"acknowledged", time_or_null(one.acknowledged)},
                   {"acknowledgement_waived", one.acknowledgement_waived},
                   {"contacted", time_or_null(one.contacted)},
                   {"acted", time_or_null(one.acted)},
                   {"responded", time_or_null(one.responded)},
                   {"closed", time_or_null(one.closed)}});
  }
  return out;
}

ordered_json actions_json(const domain::CaseFile& file) {
  auto out = ordered_json::array();
  for (const auto& one : file.actions) {
    out.push_back({{"number", one.number},
                   {"kind", one.preventive ? "preventive" : "corrective"},
                   {"owner", one.owner},
                   {"due", domain::to_iso(one.due)},
                   {"text", one.text},
                   {"done", time_or_null(one.done)}});
  }
  return out;
}

std::string_view consent_word(domain::Consent consent) {
  switch (consent) {
    case domain::Consent::asked: return "asked";
    case domain::Consent::granted: return "granted";
    case domain::Consent::refused: return "refused";
  }
  return {};
}

ordered_json people_json(const domain::CaseFile& file) {
  auto third = ordered_json::array();
  for (const auto& one : file.third_parties) {
    third.push_back({{"name", one.person.name},
                     {"address", one.person.address.str()},
                     {"consent", consent_word(one.consent)}});
  }
  auto named = ordered_json::array();
  for (const auto& one : file.named_staff) {
    named.push_back({{"address", one.email.str()},
                     {"told", time_or_null(one.told)},
                     {"heard", time_or_null(one.answered)}});
  }
  return {{"third_parties", std::move(third)}, {"named_staff", std::move(named)}};
}

ordered_json incidents_json(const domain::CaseFile& file) {
  auto out = ordered_json::array();
  for (const auto& one : file.incidents) {
    out.push_back(
        {{"number", one.number},
         {"category", one.category},
         {"at", domain::to_rfc3339(one.at)},
         {"message", one.message ? ordered_json(one.message->value) : ordered_json(nullptr)}});
  }
  return out;
}

ordered_json restrictions_json(const domain::CaseFile& file) {
  auto out = ordered_json::array();
  for (const auto& one : file.restrictions) {
    out.push_back(
        {{"number", one.number},
         {"measure", one.measure},
         {"effect", to_string(one.effect)},
         {"route_to", one.route_to ? ordered_json(one.route_to->str()) : ordered_json(nullptr)},
         {"from", domain::to_rfc3339(one.from)},
         {"until", day_or_null(one.until)},
         {"review", day_or_null(one.review)},
         {"lifted", time_or_null(one.lifted)}});
  }
  return out;
}

}  // namespace

ordered_json to_json(const domain::CaseFile& file) {
  auto records = ordered_json::object();
  for (const auto& [field, text] : file.records) records[std::string{to_string(field)}] = text;
  ordered_json out{{"channel", to_string(file.channel)},
                   {"standing", text_or_null(file.standing)},
                   {"stages", stages_json(file)},
                   {"reasons", text_or_null(file.outcome ? file.outcome->reasons : std::string{})},
                   {"records", std::move(records)},
                   {"actions", actions_json(file)},
                   {"adjustments", file.adjustments},
                   {"referred_to", file.referred_to},
                   {"warned", file.warned},
                   {"internal_investigation", file.internal_investigation},
                   {"incidents", incidents_json(file)},
                   {"restrictions", restrictions_json(file)},
                   {"merged_into", file.merged_into ? ordered_json(file.merged_into->str())
                                                    : ordered_json(nullptr)}};
  out.update(people_json(file));
  return out;
}

}  // namespace redress::ctl
