#include "daemon/ctl/register_view.hpp"

#include "daemon/adapters/sqlite/store_failure.hpp"
#include "daemon/ctl/json_values.hpp"

#include <fmt/format.h>

namespace redress::ctl {
namespace {

using nlohmann::ordered_json;

ordered_json object(const std::string& text) {
  auto parsed = ordered_json::parse(text, nullptr, false);
  return parsed.is_discarded() ? ordered_json::object() : parsed;
}

}  // namespace

void with_register(Tool& tool,
                   const std::function<void(const app::Installation&, adapters::Register&)>& work) {
  const auto house = tool.load();
  if (!house) return;
  try {
    const auto opened = adapters::Register::open(house->settings.store_path);
    if (!opened) return tool.fail(opened.error());
    work(*house, **opened);
  } catch (const adapters::StoreFailure& failure) {
    tool.fail(failure.error());
  }
}

ordered_json to_json(const adapters::DueRow& row) {
  ordered_json out{{"kind", domain::to_string(row.kind)},
                   {"stage", row.stage},
                   {"at", domain::to_rfc3339(row.at)},
                   {"clause", row.clause},
                   {"state", row.state},
                   {"met", time_or_null(row.met)}};
  if (!row.subject.empty()) out["subject"] = row.subject;
  if (row.reference) out["reference"] = row.reference->str();
  if (row.message) out["message"] = row.message->value;
  return out;
}

ordered_json to_json(const adapters::CaseRow& row) {
  auto due = ordered_json::array();
  for (const auto& one : row.due) due.push_back(to_json(one));
  return {
      {"reference", row.reference},
      {"kind", row.kind},
      {"stage", row.stage},
      {"status", domain::to_string(row.status)},
      {"priority", text_or_null(row.priority)},
      {"area", text_or_null(row.area)},
      {"owner", text_or_null(row.owner)},
      {"outcome", text_or_null(row.finding)},
      {"complainant", {{"name", row.complainant.name}, {"address", row.complainant.address.str()}}},
      {"received", domain::to_rfc3339(row.received)},
      {"acknowledged", time_or_null(row.acknowledged)},
      {"due", std::move(due)}};
}

ordered_json to_json(const adapters::MessageRow& row) {
  return {{"id", row.id.value},
          {"mailbox", row.mailbox},
          {"folder", row.folder},
          {"uid", row.uid.value},
          {"message_id", row.message_id},
          {"received", domain::to_rfc3339(row.received)},
          {"from", row.from},
          {"subject", row.subject},
          {"kind", text_or_null(row.kind)},
          {"reference", text_or_null(row.reference)},
          {"state", domain::to_string(row.state)},
          {"because", text_or_null(row.because)}};
}

ordered_json to_json(const adapters::OutboxRow& row) {
  return {{"id", row.id.value},
          {"purpose", domain::to_string(row.purpose)},
          {"to", row.to},
          {"subject", row.subject},
          {"template", row.template_name},
          {"reference", text_or_null(row.reference)},
          {"state", domain::to_string(row.state)},
          {"attempts", row.attempts},
          {"message_id", row.message_id},
          {"sent", time_or_null(row.sent)},
          {"held_because", text_or_null(row.held_because)},
          {"last_reply", text_or_null(row.last_reply)}};
}

ordered_json to_json(const adapters::EventRow& row) {
  return {{"id", row.id},
          {"at", domain::to_rfc3339(row.at)},
          {"actor", row.actor},
          {"what", row.what},
          {"facts", object(row.facts)},
          {"personal", row.personal.empty() ? ordered_json(nullptr) : object(row.personal)},
          {"erased", row.erased},
          {"reference", text_or_null(row.reference)},
          {"message", row.message ? ordered_json(row.message->value) : ordered_json(nullptr)}};
}

std::string local_time(domain::Instant at, const domain::TimeZone& zone) {
  return fmt::format("{} {}", domain::to_iso(zone.date_of(at)),
                     domain::clock_text(zone.time_of_day(at)));
}

Colour colour_of(domain::MessageState state) {
  switch (state) {
    case domain::MessageState::held: return Colour::warning;
    case domain::MessageState::quarantined: return Colour::bad;
    case domain::MessageState::duplicate:
    case domain::MessageState::history: return Colour::dim;
    default: return Colour::none;
  }
}

Colour colour_of(domain::OutboxState state) {
  switch (state) {
    case domain::OutboxState::sent: return Colour::good;
    case domain::OutboxState::held:
    case domain::OutboxState::unknown: return Colour::warning;
    case domain::OutboxState::failed: return Colour::bad;
    default: return Colour::none;
  }
}

}  // namespace redress::ctl
