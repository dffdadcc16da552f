#include "daemon/app/reading_json.hpp"

#include "daemon/domain/persistence.hpp"

#include <cmath>
#include <set>

namespace redress::app {
namespace {

using Json = nlohmann::ordered_json;

Json address_json(const parsers::Address& address) {
  return {{"name", address.name}, {"address", address.address}};
}

Json addresses_json(const std::vector<parsers::Address>& addresses) {
  auto out = Json::array();
  for (const auto& one : addresses) out.push_back(address_json(one));
  return out;
}

Json attachments_json(const std::vector<parsers::Attachment>& attachments) {
  auto out = Json::array();
  for (const auto& one : attachments) {
    out.push_back({{"name", one.name},
                   {"type", one.type},
                   {"size", one.size},
                   {"sha256", one.sha256},
                   {"text_chars", one.text_chars ? Json(*one.text_chars) : Json(nullptr)}});
  }
  return out;
}

Json report_json(const std::optional<parsers::DeliveryReport>& report) {
  if (!report) return nullptr;
  auto recipients = Json::array();
  for (const auto& one : report->recipients) {
    recipients.push_back(
        {{"address", one.address}, {"action", one.action}, {"status", one.status}});
  }
  return {{"recipients", std::move(recipients)},
          {"original_message_id",
           report->original_message_id ? Json(*report->original_message_id) : Json(nullptr)}};
}

Json form_json(const std::optional<parsers::Form>& form) {
  if (!form) return nullptr;
  auto fields = Json::object();
  for (const auto& [name, value] : form->fields) fields[name] = value;
  return {{"fields", std::move(fields)}};
}

Json defects_json(const std::vector<parsers::Defect>& defects) {
  auto out = Json::array();
  for (const auto& one : defects) out.push_back({{"name", one.name}, {"detail", one.detail}});
  return out;
}

/// People in To and Cc; one who stands there twice is one.
std::size_t addressed(const parsers::MessageFacts& facts) {
  std::set<std::string> people;
  for (const auto* list : {&facts.to, &facts.cc}) {
    for (const auto& one : *list) {
      people.insert(one.parsed ? one.parsed->key() : one.address);
    }
  }
  people.erase(std::string{});
  return people.size();
}

Json counts_json(const parsers::MessageFacts& facts) {
  const auto counts = domain::count_text(facts.new_text);
  return {
      {"words", counts.words}, {"questions", counts.questions}, {"addressed", addressed(facts)}};
}

}  // namespace

Json reading_json(const domain::Reading& reading) {
  auto flags = Json::array();
  for (const auto flag : reading.flags) flags.push_back(domain::to_string(flag));
  auto evidence = Json::array();
  for (const auto& one : reading.evidence) {
    evidence.push_back({{"rule", one.rule}, {"detail", one.detail}, {"weight", one.weight}});
  }
  const bool named = !reading.named.empty();
  const bool verified = named && reading.named.front().proof == domain::ReferenceProof::keyed;
  return {{"kind", domain::to_string(reading.kind)},
          {"confidence", std::round(reading.confidence * 100) / 100},
          {"flags", std::move(flags)},
          {"reference", named ? Json(reading.named.front().reference.str()) : Json(nullptr)},
          {"reference_verified", verified},
          {"acknowledge", domain::to_string(reading.acknowledge)},
          {"evidence", std::move(evidence)}};
}

Json kept_json(const domain::Reading& reading, const parsers::MessageFacts& facts) {
  auto out = reading_json(reading);
  out["language"] = facts.language;
  out["attachments"] = attachments_json(facts.attachments);
  out["form"] = form_json(facts.form);
  out["defects"] = defects_json(facts.defects);
  out["counts"] = counts_json(facts);
  return out;
}

Json facts_json(const parsers::MessageFacts& facts) {
  const bool from = !facts.from.empty();
  return {
      {"message_id", facts.message_id},
      {"date", facts.date ? Json(domain::to_rfc3339(*facts.date)) : Json(nullptr)},
      {"from", from ? address_json(facts.from.front()) : Json{{"name", ""}, {"address", ""}}},
      {"reply_to", addresses_json(facts.reply_to)},
      {"to", addresses_json(facts.to)},
      {"cc", addresses_json(facts.cc)},
      {"subject", facts.subject},
      {"in_reply_to", facts.in_reply_to},
      {"references", facts.references},
      {"text", facts.text},
      {"new_text", facts.new_text},
      {"language", facts.language},
      {"attachments", attachments_json(facts.attachments)},
      {"automatic", facts.automatic ? Json{{"reason", facts.automatic->reason}} : Json(nullptr)},
      {"delivery_report", report_json(facts.delivery_report)},
      {"form", form_json(facts.form)},
      {"defects", defects_json(facts.defects)},
  };
}

}  // namespace redress::app
