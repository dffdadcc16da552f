#include "daemon/app/daily_letter.hpp"

#include <fmt/format.h>

namespace redress::app {
namespace {

/// So many counts fit into a subject.
constexpr std::size_t k_subject_counts = 3;

std::string all_clear(const domain::DaySheet& sheet) {
  return sheet.count(domain::DayPart::waiting) > 0 ? "nothing to do today" : "nothing is open";
}

std::vector<domain::Fields> items_of(const domain::DaySheet::Part& part,
                                     const domain::DayWords& words) {
  std::vector<domain::Fields> items;
  for (const auto& row : part.rows) {
    domain::Fields item{{"text", words.text(row)}};
    if (auto name = domain::DayWords::name(row); !name.empty()) item["reference"] = std::move(name);
    items.push_back(std::move(item));
  }
  if (part.count > part.rows.size()) {
    items.push_back({{"text", fmt::format("and {} more", part.count - part.rows.size())}});
  }
  return items;
}

void add_house(domain::LetterOrder& order, const Installation& house, const domain::HouseDay& day,
               domain::Date today) {
  order.fields["digest_mail"] = domain::ledger_line(day);
  for (auto& line : domain::house_lines(day, house.calendar, today)) {
    order.lists["digest_house"].push_back({{"text", std::move(line)}});
  }
}

}  // namespace

domain::LetterOrder daily_order(const Installation& house, const domain::DaySheet& sheet,
                                const domain::HouseDay& day, domain::Instant now) {
  const auto today = house.zone.date_of(now);
  const domain::DayWords words{
      house.policy, house.settings.staff, house.calendar, house.zone, today, now};
  domain::LetterOrder order{.purpose = domain::MailPurpose::staff_letter,
                            .letter = "digest",
                            .not_before = now,
                            .received = now,
                            .mailbox = house.settings.mailboxes.front().name,
                            .to_staff = {{sheet.reader->name, sheet.reader->email}}};
  const auto counts = domain::headline(sheet);
  order.fields = {{"digest_date", domain::to_iso(today)},
                  {"digest_headline", counts.empty() ? all_clear(sheet) : counts},
                  {"digest_summary", sheet.has_work() ? domain::headline(sheet, k_subject_counts)
                                                      : all_clear(sheet)}};
  for (const auto& [part, rows] : sheet.parts) {
    if (rows.count == 0) continue;
    order.fields[fmt::format("{}_count", to_string(part))] = std::to_string(rows.count);
    order.lists[fmt::format("digest_{}", to_string(part))] = items_of(rows, words);
  }
  if (sheet.team) add_house(order, house, day, today);
  return order;
}

}  // namespace redress::app
