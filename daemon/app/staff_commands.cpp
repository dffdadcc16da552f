#include "daemon/app/staff_commands.hpp"

#include "daemon/app/mentions.hpp"

#include <fmt/format.h>

#include <iterator>

namespace redress::app {
namespace {

using domain::ErrorCode;
using domain::fail;
using domain::Result;

constexpr std::string_view k_response = "response";

Result<domain::Actor> actor_of(const Installation& house, const StaffRequest& request) {
  if (request.as.empty()) return domain::Actor{request.via, nullptr};
  const auto* member = domain::find_staff(house.settings.staff, request.as);
  if (member == nullptr) {
    return fail(ErrorCode::not_found,
                fmt::format("nobody of [[staff]] is called \"{}\"", request.as));
  }
  return domain::Actor{fmt::format("{} ({})", member->email.key(), request.via), member};
}

/// Whoever is named in what a person tells by telephone gets no mail of it either (CILEX-09).
std::vector<domain::MailAddress> mentions_of(const Installation& house,
                                             const domain::Command& command) {
  if (command.verb != domain::Verb::log) return {};
  return mentioned_staff(house.settings.staff, {}, command.text);
}

}  // namespace

Result<StaffCommand> read_request(const Installation& house, const StaffRequest& request,
                                  domain::Instant now) {
  auto actor = actor_of(house, request);
  if (!actor) return actor.error();
  auto command = domain::parse_command(
      request.text, {house.policy, house.settings.staff, house.calendar, house.zone, now});
  if (!command) return command.error();
  ports::CommandQuery query;
  if (!request.reference.empty() && request.reference != "new") {
    const auto reference = domain::CaseReference::parse(request.reference);
    if (!reference) return reference.error();
    query.reference = *reference;
  }
  if (const auto other = domain::CaseReference::parse(command->word("into"))) query.other = *other;
  query.prefix = house.settings.organisation.prefix;
  const auto received = command->moment.value_or(now);
  query.year = static_cast<int>(house.zone.date_of(received).year());
  return StaffCommand{std::move(*command), std::move(*actor), std::move(query)};
}

Result<StaffAnswer> carry_out(const Installation& house, LetterOffice& letters,
                              const StaffCommand& asked, const ports::CommandSubject& subject,
                              domain::Instant now) {
  if (asked.query.reference && !subject.file) {
    return fail(ErrorCode::not_found,
                fmt::format("there is no case {}", asked.query.reference->str()));
  }
  const auto rules = house_of(house);
  const domain::CommandScene scene{.house = rules,
                                   .staff = house.settings.staff,
                                   .drafts = subject.drafts,
                                   .waiting = subject.waiting,
                                   .other = subject.other,
                                   .next_number = subject.next_number,
                                   .mentions = mentions_of(house, asked.command),
                                   .now = now};
  auto decided = domain::decide_command(scene, subject.file ? &*subject.file : nullptr, asked.actor,
                                        asked.command);
  if (!decided) return decided.error();
  for (auto& order : decided->letters) {
    if (order.letter == k_response) order.attachments = asked.files;
    auto mails = letters.write(order, now);
    if (!mails) return mails.error();
    std::move(mails->begin(), mails->end(), std::back_inserter(decided->change.mails));
  }
  return StaffAnswer{std::move(decided->change), std::move(decided->answer),
                     std::move(decided->letters)};
}

}  // namespace redress::app
