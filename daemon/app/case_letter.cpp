#include "daemon/app/case_letter.hpp"

#include "daemon/app/staff_letters.hpp"
#include "daemon/domain/casework/case_page.hpp"
#include "daemon/domain/casework/case_update.hpp"
#include "daemon/domain/reminders/day_words.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace redress::app {
namespace {

/// What nobody should come upon in their inbox; whoever has to deal with it reads it where it lies.
constexpr std::array k_not_repeated{domain::Flag::threat, domain::Flag::discriminatory,
                                    domain::Flag::sexual_innuendo};

bool is_not_repeated(const std::string& reading_json) {
  const auto reading = nlohmann::json::parse(reading_json, nullptr, false);
  if (!reading.is_object()) return false;
  const auto flags = reading.value("flags", nlohmann::json::array());
  return std::any_of(k_not_repeated.begin(), k_not_repeated.end(), [&](domain::Flag flag) {
    return std::find(flags.begin(), flags.end(), std::string{to_string(flag)}) != flags.end();
  });
}

Lines items_of(const std::vector<std::string>& lines, std::size_t left_out) {
  Lines items;
  for (const auto& line : lines) {
    items.push_back(line.empty() ? domain::Fields{} : domain::Fields{{"text", line}});
  }
  if (left_out > 0) items.push_back({{"text", fmt::format("(and {} more lines)", left_out)}});
  return items;
}

Lines due_of(const Installation& house, const domain::CaseUpdate& update, domain::Instant now) {
  const domain::DayWords words{house.policy, house.settings.staff,    house.calendar,
                               house.zone,   house.zone.date_of(now), now};
  Lines items;
  for (const auto& one : update.deadlines) {
    if (one.met || one.dropped) continue;
    items.push_back({{"text", words.text({.what = domain::DayRow::What::promise,
                                          .reference = update.file.reference,
                                          .kind = one.deadline.kind,
                                          .stage = one.deadline.stage,
                                          .subject = one.deadline.subject,
                                          .at = one.deadline.at})}});
  }
  return items;
}

/// Where the message lies, for whoever wants the original.
std::string place_of(const Installation& house, const ports::WaitingCaseMail& waiting) {
  const auto& message = *waiting.message;
  const auto at = message.internal_date;
  return fmt::format("mailbox {}, folder {}, received {}, {}", message.mailbox, waiting.folder,
                     domain::long_date(house.zone.date_of(at)),
                     domain::clock_text(house.zone.time_of_day(at)));
}

void add_message(domain::LetterOrder& order, const Enclosure& shown) {
  if (!shown.from.empty()) order.fields["message_from"] = shown.from;
  if (!shown.subject.empty()) order.fields["message_subject"] = shown.subject;
  order.lists["message"] = items_of(shown.lines, shown.lines_left_out);
  order.lists["quoted"] = items_of(shown.quoted, shown.quoted_left_out);
  for (const auto& file : shown.files) order.lists["enclosed"].push_back({{"text", file.name}});
  order.lists["not_enclosed"] = items_of(shown.named, 0);
  order.attachments = shown.files;
}

}  // namespace

domain::LetterOrder case_letter(const Installation& house, const ports::WaitingCaseMail& waiting,
                                const domain::CaseUpdate& update, const Enclosure& shown,
                                domain::Instant now) {
  const bool confidential = house.settings.notices.case_mail != config::CaseMail::full;
  auto order = domain::staff_letter(update.file, k_case_mail, now);
  order.fields["case_headline"] = waiting.order.headline;
  order.fields["notice_text"] = waiting.order.text;
  order.lists["due"] = due_of(house, update, now);
  if (waiting.message) order.fields["message_place"] = place_of(house, waiting);
  if (confidential) {
    order.fields["not_shown"] = "Complaints are handled confidentially here.";
    return order;
  }
  add_lines(order.lists["story"], domain::case_page(update, house.zone));
  if (!waiting.message) {
    order.fields["not_shown"] = "The message is not kept any more.";
  } else if (!shown.broken.empty()) {
    order.fields["not_shown"] = "The message could not be read.";
  } else if (is_not_repeated(waiting.reading_json)) {
    order.fields["not_shown"] = "It seems to be a threat, discriminatory or sexual.";
  } else {
    add_message(order, shown);
  }
  return order;
}

}  // namespace redress::app
