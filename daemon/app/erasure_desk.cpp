#include "daemon/app/erasure_desk.hpp"

#include "daemon/ports/store_failure.hpp"

#include <spdlog/spdlog.h>

namespace redress::app {
namespace {

using domain::ErrorCode;
using nlohmann::json;

constexpr std::string_view k_erase = "erase";
constexpr std::string_view k_retention = "retention";
constexpr std::string_view k_listed = "retention_listed";

domain::Error senseless() {
  return domain::fail(ErrorCode::invalid_input,
                      "the daemon cannot read that order; is redressctl of its version?");
}

std::string text(const json& object, const char* name) {
  const auto found = object.is_object() ? object.find(name) : object.end();
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string{};
}

domain::Result<ports::RetentionRun> retention_run(const json& detail) {
  const auto before = domain::parse_rfc3339(text(detail, "before"));
  const auto day = domain::parse_date(text(detail, "day"));
  if (!before || !day) return senseless();
  return ports::RetentionRun{.before = *before, .day = domain::to_iso(*day)};
}

/// With keys of its own: it is called on the store's thread.
std::function<std::string(std::string_view)> copy_digest(const domain::KeyRing& keys,
                                                         bool copies_too) {
  if (!copies_too) return {};
  return [keys](std::string_view bytes) { return keys.digest(bytes); };
}

}  // namespace

bool is_erasure(std::string_view verb) {
  return verb == k_erase || verb == k_retention || verb == k_listed;
}

domain::Result<ports::ErasureOrder> erasure_order(const ports::ControlRequest& request,
                                                  const domain::KeyRing& keys, bool copies_too) {
  const auto detail = json::parse(request.text, nullptr, false);
  const auto digest = copy_digest(keys, copies_too);
  if (request.verb == k_retention) {
    auto run = retention_run(detail);
    if (!run) return run.error();
    return ports::ErasureOrder{
        .what = std::move(*run), .actor = request.actor, .copy_digest = digest};
  }
  auto person = domain::MailAddress::parse(text(detail, "person"));
  auto reason = text(detail, "reason");
  if (!person || reason.empty()) return senseless();
  auto address_digest = keys.digest(person->key());
  return ports::ErasureOrder{
      .what = ports::PersonErasure{.person = std::move(*person),
                                   .address_digest = std::move(address_digest),
                                   .reason = std::move(reason),
                                   .open_too = detail.value("open_too", json{}) == true},
      .actor = request.actor,
      .copy_digest = digest};
}

domain::Result<domain::NewEvent> listing_event(const ports::ControlRequest& request,
                                               domain::Instant now) {
  const auto detail = json::parse(request.text, nullptr, false);
  const auto run = retention_run(detail);
  if (!run) return run.error();
  const auto cases = detail.find("cases");
  const auto messages = detail.find("messages");
  const bool counted = cases != detail.end() && cases->is_number_unsigned() &&
                       messages != detail.end() && messages->is_number_unsigned();
  if (!counted) return senseless();
  const nlohmann::ordered_json facts{{"day", run->day},
                                     {"before", domain::to_rfc3339(run->before)},
                                     {"cases", *cases},
                                     {"messages", *messages}};
  return domain::NewEvent{.reference = std::nullopt,
                          .message = std::nullopt,
                          .at = now,
                          .actor = request.actor,
                          .what = std::string{k_listed},
                          .facts = facts.dump(),
                          .personal = {}};
}

nlohmann::ordered_json to_json(const ports::ErasureCount& count) {
  return {{"cases", count.cases},
          {"messages", count.messages},
          {"letters", count.letters},
          {"withdrawn", count.withdrawn},
          {"records", count.records},
          {"mailbox_copies",
           count.copies ? nlohmann::ordered_json(*count.copies) : nlohmann::ordered_json(nullptr)},
          {"leftover", count.leftover.empty() ? nlohmann::ordered_json(nullptr)
                                              : nlohmann::ordered_json(count.leftover)}};
}

ports::Task<domain::Result<std::string>> handle_erasure(Office& office,
                                                        const ports::ControlRequest& request) {
  const auto now = office.ports.clock.now();
  try {
    if (request.verb == k_listed) {
      const auto event = listing_event(request, now);
      if (!event) co_return event.error();
      domain::Change change;
      change.events.push_back(*event);
      auto work = co_await office.ports.cases.begin();
      co_await work->apply(change);
      co_await work->commit();
      co_return std::string{};
    }
    const auto order =
        erasure_order(request, office.keys, office.house.settings.retention.erase_mailbox);
    if (!order) co_return order.error();
    const auto count = co_await office.ports.personal_data.erase(*order, now);
    office.log.info("{}: the personal data of {} cases and {} messages were erased", request.verb,
                    count.cases, count.messages);
    co_return to_json(count).dump(-1, ' ', false, json::error_handler_t::replace);
  } catch (const ports::StoreFailure& failure) {
    co_return failure.error();
  }
}

}  // namespace redress::app
