#include "daemon/domain/command/log_case.hpp"

#include "daemon/domain/casework/case_update.hpp"
#include "daemon/domain/casework/fold.hpp"
#include "daemon/domain/command/handling.hpp"

#include <fmt/format.h>

namespace redress::domain {
namespace {

Channel channel_of(const Command& command) {
  const auto word = command.word("channel");
  if (word == "by post") return Channel::post;
  if (word == "by telephone") return Channel::telephone;
  if (word == "in person") return Channel::in_person;
  if (word == "by email") return Channel::email;
  return Channel::elsewhere;
}

/// By name alone: an address of the case's own, so that no two people are taken for one.
Person complainant_of(const Command& command, const CaseReference& reference) {
  auto person = command.person.value();
  if (person.address.str() != k_no_address) return person;
  const auto address = fmt::format("{}@{}", reference.str(), k_no_address_domain);
  return {std::move(person.name), MailAddress::parse(address).value()};
}

LetterOrder acknowledgement_of(const CaseUpdate& update, const CommandScene& scene) {
  const auto& file = update.file;
  LetterOrder order;
  order.purpose = MailPurpose::acknowledgement;
  order.letter = "acknowledgement";
  order.to = file.complainant;
  order.reference = file.reference;
  order.received = file.received;
  order.not_before = scene.now;
  promise(update, order);
  if (!can_get_mail(file.complainant.address)) {
    order.state = OutboxState::held;
    order.held_because = "there is no email address: acknowledge it on paper, then /ack on paper";
  }
  return order;
}

}  // namespace

Result<CommandDecision> log_case(const CommandScene& scene, const Actor& actor,
                                 const Command& command) {
  const auto& house = scene.house;
  const auto received = command.moment.value();
  if (received > scene.now) {
    return fail(ErrorCode::invalid_input, "it cannot have been received in the future");
  }
  const auto year = static_cast<int>(house.zone.date_of(received).year());
  const auto reference = CaseReference::make(house.prefix, year, scene.next_number);
  if (!reference) return reference.error();
  const auto person = complainant_of(command, *reference);
  CaseEvent event{.id = 0,
                  .at = scene.now,
                  .actor = actor.trail,
                  .what = "case_opened",
                  .facts = {{"received", to_rfc3339(received)},
                            {"stage", "1"},
                            {"channel", std::string{to_string(channel_of(command))}}},
                  .personal = {{"name", person.name},
                               {"address", person.address.str()},
                               {"text", command.text}},
                  .message = message_of(command)};
  if (!scene.mentions.empty()) event.facts["mentions"] = keys_of(scene.mentions);
  CommandDecision out;
  if (auto opened = open_case(out.change, *reference, {event}, house); !opened) {
    return opened.error();
  }
  if (event.message) out.change.adopted.push_back({*event.message, *reference});
  const auto& update = out.change.updates.back();
  out.letters.push_back(acknowledgement_of(update, scene));
  if (auto notice = new_case_notice(update.file, house, scene.now)) {
    out.letters.push_back(std::move(*notice));
  }
  out.answer = fmt::format("{} is opened for {}, received {}", reference->str(),
                           person.name.empty() ? person.address.str() : person.name,
                           long_date(house.zone.date_of(received)));
  if (!can_get_mail(person.address)) {
    out.answer += "; there is no email address: acknowledge it on paper, then \"/ack on paper\"";
  }
  return out;
}

std::optional<LetterOrder> new_case_notice(const CaseFile& file, const House& house, Instant now) {
  if (house.policy.enquiries_to.empty()) return std::nullopt;
  auto order =
      case_notice(file,
                  fmt::format("{} is new, and nobody has it yet: /assign gives it to somebody",
                              file.reference.str()),
                  now);
  order.to_role = house.policy.enquiries_to;
  return order;
}

Result<CommandDecision> take_as_complaint(const Actor& actor, const Command& command, Instant now) {
  const auto message = message_of(command);
  if (!message) {
    return fail(ErrorCode::invalid_input, "say which message: /complaint message NUMBER");
  }
  CommandDecision out;
  out.change.released_messages.push_back(*message);
  out.change.events.push_back({.reference = {},
                               .message = *message,
                               .at = now,
                               .actor = actor.trail,
                               .what = "message_released",
                               .facts = fmt::format(R"({{"message":{}}})", message->value),
                               .personal = {}});
  out.answer = fmt::format("message {} is taken as a complaint", message->value);
  return out;
}

}  // namespace redress::domain
