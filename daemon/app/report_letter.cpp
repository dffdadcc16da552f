#include "daemon/app/report_letter.hpp"

#include "daemon/app/report_table.hpp"

#include "templates/fields.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <string_view>

namespace redress::app {
namespace {

using domain::Fields;

/// As many as a letter shows; the last line says how many there are besides.
std::vector<Fields> shortened(std::vector<Fields> figures) {
  if (figures.size() <= templates::k_list_items) return figures;
  const auto is_heading = [](const Fields& one) { return one.contains("heading"); };
  auto rest = figures.begin() + templates::k_list_items - 1;
  while (rest != figures.begin() && is_heading(*(rest - 1))) --rest;  // of nothing
  const auto left = figures.end() - rest - std::count_if(rest, figures.end(), is_heading);
  figures.erase(rest, figures.end());
  figures.push_back(
      {{"heading", fmt::format("The rest, {} figures, stands in the attached table", left)}});
  return figures;
}

std::vector<Fields> figures_of(const domain::Report& report) {
  std::vector<Fields> figures;
  for (const auto& section : report.sections) {
    bool headed = false;
    for (const auto& line : section.lines) {
      if (line.count == 0 && line.before.value_or(0) == 0 && !section.with_zeros) continue;
      if (!headed) figures.push_back({{"heading", section.title}});
      headed = true;
      Fields figure{{"label", line.label}, {"count", std::to_string(line.count)}};
      if (line.before) figure["before"] = std::to_string(*line.before);
      figures.push_back(std::move(figure));
    }
  }
  return shortened(std::move(figures));
}

std::vector<Fields> trend_of(const domain::Report& report) {
  std::vector<Fields> points;
  for (const auto& one : report.trend) {
    points.push_back({{"label", short_name(one.period)},
                      {"received", std::to_string(one.received)},
                      {"ended", std::to_string(one.ended)},
                      {"open", std::to_string(one.open)}});
  }
  return points;
}

void add_charts(const std::vector<Chart>& charts, domain::LetterOrder& order) {
  for (const auto& chart : charts) {
    order.lists["charts"].push_back(
        {{"chart_id", chart.id}, {"chart_title", chart.title}, {"chart_alt", chart.alt}});
    order.attachments.push_back({.name = chart.id.substr(0, chart.id.find('.')) + ".png",
                                 .media_type = "image/png",
                                 .bytes = chart.png,
                                 .content_id = chart.id});
  }
}

/// What a reader must know of how it was counted.
void add_terms(const domain::Report& report, Fields& fields) {
  if (report.lessons_withheld > 0) {
    fields["lessons_withheld"] = std::to_string(report.lessons_withheld);
  }
  if (report.before) {
    fields["before_first_date"] = domain::to_iso(report.before->first);
    fields["before_until_date"] = domain::to_iso(report.before->last);
  }
  if (report.counted_from) fields["counted_from_date"] = domain::to_iso(*report.counted_from);
  if (report.small_withheld) fields["small_withheld"] = "yes";
}

/// As many as a letter shows; the last one says how many there are besides.
std::vector<Fields> texts(const std::vector<std::string>& all) {
  std::vector<Fields> items;
  for (const auto& text : all) {
    if (items.size() + 1 == templates::k_list_items && all.size() > templates::k_list_items) {
      items.push_back({{"text", fmt::format("and {} more", all.size() - items.size())}});
      break;
    }
    items.push_back({{"text", text}});
  }
  return items;
}

bool is_kept_from_any(const domain::ReportedCase& one, const std::vector<domain::Person>& readers) {
  return std::any_of(readers.begin(), readers.end(), [&](const domain::Person& reader) {
    return std::find(one.kept_from.begin(), one.kept_from.end(), reader.address) !=
           one.kept_from.end();
  });
}

/// A pattern of which it may not be told how many there were (domain/report_sums).
std::string words_without_count(const domain::ReportPattern& pattern) {
  if (pattern.kind == domain::PatternKind::person) {
    return "more than one complaint of the same person";
  }
  if (pattern.what.empty()) {
    return "more than one complaint with the same cause, which names somebody";
  }
  return "more than one complaint with the same cause: " + pattern.what;
}

}  // namespace

std::string short_name(const domain::ReportPeriod& period) {
  constexpr std::array<std::string_view, 12> k_months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                      "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const auto month = k_months[static_cast<unsigned>(period.last.month()) - 1];
  const auto days = std::chrono::sys_days{period.last} - std::chrono::sys_days{period.first};
  if (period.first.day() == std::chrono::day{1} && days != std::chrono::days{6}) {
    return fmt::format("{} {}", month, static_cast<int>(period.last.year()));
  }
  return fmt::format("{} {}", static_cast<unsigned>(period.last.day()), month);
}

std::string words_of(const domain::ReportPattern& pattern) {
  using domain::PatternKind;
  if (pattern.count == 0) return words_without_count(pattern);
  switch (pattern.kind) {
    case PatternKind::area:
      return fmt::format("{} complaints about {}", pattern.count, pattern.what);
    case PatternKind::cause:
      return pattern.what.empty()
                 ? fmt::format("{} complaints with the same cause, which names somebody",
                               pattern.count)
                 : fmt::format("{} complaints with the same cause: {}", pattern.count,
                               pattern.what);
    case PatternKind::person:
      return pattern.what.empty() ? fmt::format("{} complaints of the same person", pattern.count)
                                  : fmt::format("{} complaints of {}", pattern.count, pattern.what);
  }
  return {};
}

std::string words_of(const domain::ReportedCase& one) {
  auto text = fmt::format("{}{}, received {}, stage {}, {}", one.reference.str(),
                          one.complainant.empty() ? "" : " of " + one.complainant,
                          domain::to_iso(one.received), one.stage, to_string(one.status));
  if (!one.finding.empty()) text += ", " + one.finding;
  text += one.actions.empty() ? "; no action recorded"
                              : fmt::format("; {}", fmt::join(one.actions, "; "));
  return text;
}

domain::LetterOrder report_order(const Installation& house, const std::string& title,
                                 const domain::Report& report, const std::vector<Chart>& charts,
                                 const std::vector<domain::Person>& readers, domain::Instant now) {
  domain::LetterOrder order{.purpose = domain::MailPurpose::staff_letter,
                            .letter = "report",
                            .not_before = now,
                            .received = now,
                            .mailbox = house.settings.mailboxes.front().name,
                            .to_staff = readers};
  order.fields = {{"report_title", title},
                  {"first_date", domain::to_iso(report.period.first)},
                  {"until_date", domain::to_iso(report.period.last)}};
  add_terms(report, order.fields);
  add_charts(charts, order);
  order.attachments.push_back(csv_file(report));
  order.lists["figures"] = figures_of(report);
  order.lists["trend"] = trend_of(report);
  std::vector<std::string> patterns, cases;
  for (const auto& one : report.patterns) patterns.push_back(words_of(one));
  for (const auto& one : report.cases) {
    if (!is_kept_from_any(one, readers)) cases.push_back(words_of(one));
  }
  order.lists["patterns"] = texts(patterns);
  order.lists["lessons"] = texts(report.lessons);
  order.lists["report_cases"] = texts(cases);
  return order;
}

domain::LetterOrder review_order(const Installation& house, const domain::ReviewRule& rule,
                                 domain::Instant now) {
  domain::LetterOrder order{.purpose = domain::MailPurpose::staff_letter,
                            .letter = "policy_review",
                            .to_role = rule.owner_role,
                            .not_before = now,
                            .received = now,
                            .mailbox = house.settings.mailboxes.front().name};
  order.fields = {{"previous_date", domain::to_iso(rule.last)},
                  {"until_date", domain::to_iso(domain::review_due(rule))},
                  {"notice_text", "The policy asks for it: " + rule.clause + "."}};
  return order;
}

}  // namespace redress::app
