#include "daemon/app/daily_letter.hpp"

#include <fmt/format.h>

namespace redress::app {
namespace {

/// So many counts fit into a subject.
constexpr std::size_t k_subject_counts = 3;

/// What the first line says: the counts, and whether the program itself wants somebody.
std::string first_line(const domain::DaySheet& sheet, const domain::HouseDay& day,
                       std::size_t house, std::size_t most) {
  if (!sheet.has_work() && house == 0) return domain::nothing_line(sheet, day);
  auto text = domain::headline(sheet, most);
  if (house > 0) text += fmt::format("{}the program needs somebody", text.empty() ? "" : ", ");
  return text;
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
  std::vector<std::string> lines;
  if (sheet.team) {
    lines = domain::house_lines(day, house.calendar, today);
    order.fields["digest_mail"] = domain::ledger_line(day);
  }
  order.fields["digest_date"] = domain::to_iso(today);
  order.fields["digest_headline"] =
      first_line(sheet, day, lines.size(), domain::k_day_parts.size());
  order.fields["digest_summary"] = first_line(sheet, day, lines.size(), k_subject_counts);
  for (auto& line : lines) order.lists["digest_house"].push_back({{"text", std::move(line)}});
  for (const auto& [part, rows] : sheet.parts) {
    if (rows.count == 0) continue;
    order.fields[fmt::format("{}_count", to_string(part))] = std::to_string(rows.count);
    order.lists[fmt::format("digest_{}", to_string(part))] = items_of(rows, words);
  }
  return order;
}

}  // namespace redress::app
