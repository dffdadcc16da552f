#include "daemon/domain/command/handling.hpp"

#include "daemon/domain/casework/case_update.hpp"
#include "daemon/domain/casework/fold.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

namespace redress::domain {
namespace {

constexpr std::string_view k_draft = "a draft: /release sends it, /discard throws it away";
constexpr std::string_view k_on_paper = "the person asked for another channel than email";

struct HandlerRow {
  Verb verb;
  Handler handler;
};
constexpr std::array k_handlers{
    HandlerRow{Verb::assign, handle_assign},
    HandlerRow{Verb::priority, handle_priority},
    HandlerRow{Verb::area, handle_area},
    HandlerRow{Verb::manager, handle_manager},
    HandlerRow{Verb::action, handle_action},
    HandlerRow{Verb::done, handle_done},
    HandlerRow{Verb::ack, handle_ack},
    HandlerRow{Verb::waive_ack, handle_waive_ack},
    HandlerRow{Verb::release, handle_release},
    HandlerRow{Verb::discard, handle_discard},
    HandlerRow{Verb::ask, handle_ask},
    HandlerRow{Verb::pause, handle_pause},
    HandlerRow{Verb::resume, handle_resume},
    HandlerRow{Verb::extend, handle_extend},
    HandlerRow{Verb::outcome, handle_outcome},
    HandlerRow{Verb::respond, handle_respond},
    HandlerRow{Verb::no_further, handle_no_further},
    HandlerRow{Verb::close, handle_close},
    HandlerRow{Verb::escalate, handle_escalate},
    HandlerRow{Verb::stage, handle_escalate},
    HandlerRow{Verb::merge, handle_merge},
    HandlerRow{Verb::withdraw, handle_withdraw},
    HandlerRow{Verb::redirect, handle_redirect},
    HandlerRow{Verb::not_a_complaint, handle_not_a_complaint},
    HandlerRow{Verb::complaint, handle_complaint},
    HandlerRow{Verb::third_party, handle_third_party},
    HandlerRow{Verb::staff_named, handle_staff_named},
    HandlerRow{Verb::tell, handle_tell},
    HandlerRow{Verb::heard, handle_heard},
    HandlerRow{Verb::incident, handle_incident},
    HandlerRow{Verb::warn, handle_warn},
    HandlerRow{Verb::restrict, handle_restrict},
    HandlerRow{Verb::lift, handle_lift},
    HandlerRow{Verb::refer, handle_refer},
};

bool has_adjustment(const CaseFile& file, std::string_view name) {
  return std::find(file.adjustments.begin(), file.adjustments.end(), name) !=
         file.adjustments.end();
}

}  // namespace

Handler handler_of(Verb verb) {
  for (const auto& row : k_handlers) {
    if (row.verb == verb) return row.handler;
  }
  return nullptr;
}

const Stage& Handling::stage() const {
  const auto* found = find_stage(policy(), file.stage);
  return found == nullptr ? policy().stages.back() : *found;
}

const Stage* Handling::next_stage() const {
  return find_stage(policy(), file.stage + 1);
}

Result<std::optional<Deadline>> Handling::open_deadline(DeadlineKind kind) const {
  const auto& house = scene.house;
  const auto all = deadlines_of(file, house.policy, house.calendar, house.zone);
  if (!all) return all.error();
  for (const auto& one : *all) {
    const bool open = !one.met && !one.dropped && one.deadline.subject.empty();
    if (open && one.deadline.kind == kind && one.deadline.stage == file.stage) {
      return std::optional{one.deadline};
    }
  }
  return std::optional<Deadline>{};
}

Result<Date> Handling::day_within(const Limit& limit, Date from) const {
  const auto& house = scene.house;
  const auto end = deadline_for(DeadlineKind::respond, file.stage, limit,
                                house.zone.at(from, TimeOfDay{12 * 60}), house.policy,
                                house.calendar, house.zone);
  if (!end) return end.error();
  return house.zone.date_of(end->at);
}

LetterOrder Handling::letter(std::string_view name) const {
  LetterOrder order;
  order.purpose = MailPurpose::letter;
  order.letter = name;
  order.to = file.complainant;
  order.reference = file.reference;
  order.mailbox = file.mailbox;
  order.received = file.received;
  order.stage = file.stage;
  order.not_before = scene.now;
  order.language = file.language;
  order.plain_text = has_adjustment(file, "plain-text");
  order.large_print = has_adjustment(file, "large-print");
  order.fields.emplace("stage_name", stage().name);
  order.fields.emplace("stage_number", std::to_string(file.stage));
  if (const auto* area = find_named(policy().areas, file.area)) {
    for (const auto& text : area->letter_text) order.lists["area_text"].push_back({{"text", text}});
  }
  if (!policy().automatic_letters.contains(order.letter)) {
    order.state = OutboxState::held;
    order.held_because = k_draft;
  }
  if (has_adjustment(file, "by-post") || has_adjustment(file, "by-telephone") ||
      !can_get_mail(file.complainant.address)) {
    order.state = OutboxState::held;
    order.held_because = k_on_paper;
  }
  return order;
}

void Handling::tell(std::string_view whom, std::string text) {
  if (whom.empty()) return;  // a body outside, which has nobody in the house
  auto order = case_notice(file, std::move(text), scene.now);
  if (const auto* member = find_staff(scene.staff, whom)) {
    if (file.is_kept_from(member->email)) return;
    order.to_staff = {{member->name, member->email}};
  } else {
    order.to_role = whom;
  }
  send(std::move(order));
}

void Handling::hand_over(std::string_view whom, std::string text) {
  if (whom.empty() || !scene.house.case_mails) return tell(whom, std::move(text));
  out.change.case_mails.push_back({.reference = file.reference,
                                   .message = {},
                                   .whom = std::string{whom},
                                   .headline = "for your attention",
                                   .text = std::move(text),
                                   .at = scene.now});
}

std::optional<MessageRowId> message_of(const Command& command) {
  const auto text = command.word("message");
  std::int64_t number{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || text.empty()) return std::nullopt;
  return MessageRowId{number};
}

std::vector<Fields> paragraphs_of(std::string_view text) {
  std::vector<Fields> paragraphs;
  std::string one;
  const auto flush = [&] {
    if (!one.empty()) paragraphs.push_back({{"text", std::move(one)}});
    one.clear();
  };
  while (!text.empty()) {
    const auto end = text.find('\n');
    const auto line = text.substr(0, end);
    const auto first = line.find_first_not_of(" \t\r");
    if (first == std::string_view::npos) {
      flush();
    } else {
      if (!one.empty()) one += ' ';
      one += line.substr(first, line.find_last_not_of(" \t\r") - first + 1);
    }
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  flush();
  return paragraphs;
}

}  // namespace redress::domain
