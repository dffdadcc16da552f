#include "daemon/app/letter_facts.hpp"

#include "daemon/domain/way_out.hpp"
#include "templates/dates.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace redress::app {
namespace {

constexpr std::string_view k_english = "en";
constexpr std::string_view k_date_suffix = "_date";
/// A field that is only asked about has this for a value.
constexpr std::string_view k_yes = "yes";

/// What to do about a message that waits, or that somebody should look at.
std::string command_for_message(const domain::NewNotice& notice) {
  if (!notice.message) return "redressctl messages";
  switch (domain::way_out(notice)) {
    case domain::WayOut::release:
      return fmt::format("redressctl release --message {}", notice.message->value);
    case domain::WayOut::settle:
      return fmt::format("redressctl settle --message {} --reason \"WHY\"", notice.message->value);
    case domain::WayOut::look: break;
  }
  return notice.reference ? "redressctl case show " + notice.reference->str()
                          : "redressctl messages";
}

/// The command that settles a notice, or shows what settles it.
std::string command_for(const domain::NewNotice& notice) {
  switch (notice.kind) {
    case domain::NoticeKind::held:
    case domain::NoticeKind::junk: return command_for_message(notice);
    case domain::NoticeKind::quarantined:
      return notice.message ? fmt::format("redressctl quarantine show {}", notice.message->value)
                            : "redressctl quarantine list";
    case domain::NoticeKind::failed: return "redressctl outbox";
    case domain::NoticeKind::serious:  // never "release": routine wording would be wrong
      return notice.reference ? "redressctl case show " + notice.reference->str()
                              : "redressctl messages";
    case domain::NoticeKind::overdue:
    case domain::NoticeKind::system: return "redressctl status";
  }
  return "redressctl status";
}

/// Whether the letter has words that a person wrote for it.
bool has_own_words(const domain::LetterOrder& order) {
  const auto words = order.lists.find("paragraphs");
  return words != order.lists.end() && !words->second.empty();
}

using Fields = std::map<std::string, std::string>;

void add_house(Fields& fields, const Installation& house) {
  fields["organisation"] = house.settings.organisation.name;
  fields["policy_title"] = house.policy.title;
  if (!house.policy.url.empty()) fields["policy_url"] = house.policy.url;
}

void add_times(Fields& fields, const Installation& house, const domain::LetterOrder& order,
               const std::string& language) {
  const auto day = [&](domain::Instant at) {
    return templates::long_date(house.zone.date_of(at), language);
  };
  fields["received_date"] = day(order.received);
  fields["received_time"] = domain::clock_text(house.zone.time_of_day(order.received));
  if (order.contact) fields["contact_by_date"] = day(order.contact->at);
  if (order.respond) fields["respond_by_date"] = day(order.respond->at);
  if (order.acknowledge) fields["acknowledge_by_date"] = day(order.acknowledge->at);
}

void add_own_fields(Fields& fields, const domain::LetterOrder& order, const std::string& language) {
  for (const auto& [name, text] : order.fields) {
    fields[name] = text;
    if (!name.ends_with(k_date_suffix)) continue;
    if (const auto date = domain::parse_date(text)) {
      fields[name] = templates::long_date(*date, language);
    }
  }
}

}  // namespace

std::string language_of(const Installation& house, const domain::LetterOrder& order) {
  const auto& offered = house.policy.languages;
  const bool is_offered =
      std::find(offered.begin(), offered.end(), order.language) != offered.end();
  if (is_offered && house.letters.speaks(order.letter, order.language)) return order.language;
  return std::string{k_english};
}

templates::AutoSubmitted automatic_of(const Installation& house, const domain::LetterOrder& order) {
  using templates::AutoSubmitted;
  switch (order.purpose) {
    case domain::MailPurpose::acknowledgement: return AutoSubmitted::auto_replied;
    case domain::MailPurpose::letter:
      if (has_own_words(order) || !house.policy.automatic_letters.contains(order.letter)) {
        return AutoSubmitted::no;
      }
      return order.in_reply_to.empty() ? AutoSubmitted::auto_generated
                                       : AutoSubmitted::auto_replied;
    case domain::MailPurpose::duty_alert:
    case domain::MailPurpose::staff_notice:
    case domain::MailPurpose::staff_letter: break;
  }
  return AutoSubmitted::auto_generated;
}

templates::LetterFacts facts_of(const Installation& house, const domain::LetterOrder& order,
                                const std::string& language) {
  templates::LetterFacts facts;
  auto& fields = facts.fields;
  add_house(fields, house);
  add_times(fields, house, order, language);
  fields["mailbox"] = order.mailbox;
  if (order.about.value != 0) fields["message_number"] = std::to_string(order.about.value);
  if (order.reference) fields["reference"] = order.reference->str();
  if (order.to && !order.to->name.empty()) fields["complainant_name"] = order.to->name;
  if (order.to_staff.size() == 1) fields["staff_name"] = order.to_staff.front().name;
  if (const auto* stage = domain::find_stage(house.policy, order.stage)) {
    fields["handled_by"] = stage->handled_by;
  }
  // What waits for a person, or was written by one, does not say that no person had a hand in it,
  // whatever its header says to robots.
  const bool by_person = order.state == domain::OutboxState::held || has_own_words(order);
  if (!by_person && automatic_of(house, order) != templates::AutoSubmitted::no) {
    fields["automatic"] = k_yes;
  }
  if (order.large_print) fields["large_print"] = k_yes;
  for (const auto& text : house.policy.later_stages_text) {
    facts.lists["later_stages"].push_back({{"text", text}});
  }
  for (const auto& text : order.reasons) facts.lists["reasons"].push_back({{"text", text}});
  add_own_fields(fields, order, language);
  for (const auto& [name, items] : order.lists) {
    auto& list = facts.lists[name];
    list.clear();
    for (const auto& item : items) list.emplace_back(item.begin(), item.end());
  }
  return facts;
}

templates::LetterFacts facts_of(const Installation& house,
                                const std::vector<domain::NewNotice>& notices) {
  templates::LetterFacts facts;
  const auto& zone = house.zone;
  add_house(facts.fields, house);
  facts.fields["notice_count"] = std::to_string(notices.size());
  auto& list = facts.lists["notices"];
  for (const auto& notice : notices) {
    Fields item{{"kind", std::string{domain::to_string(notice.kind)}},
                {"text", notice.text},
                {"command", command_for(notice)},
                {"when", fmt::format("{}, {}", domain::long_date(zone.date_of(notice.at)),
                                     domain::clock_text(zone.time_of_day(notice.at)))}};
    if (notice.reference) {
      item["reference"] = notice.reference->str();
    } else if (notice.message) {
      item["reference"] = fmt::format("message {}", notice.message->value);
    }
    list.push_back(std::move(item));
  }
  return facts;
}

}  // namespace redress::app
