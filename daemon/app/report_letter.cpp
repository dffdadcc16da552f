#include "daemon/app/report_letter.hpp"

#include "templates/fields.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace redress::app {
namespace {

using domain::Fields;

std::vector<Fields> figures_of(const domain::Report& report) {
  std::vector<Fields> figures;
  for (const auto& section : report.sections) {
    bool headed = false;
    for (const auto& line : section.lines) {
      if (line.count == 0 && !section.with_zeros) continue;
      if (!headed) figures.push_back({{"heading", section.title}});
      headed = true;
      figures.push_back({{"label", line.label}, {"count", std::to_string(line.count)}});
    }
  }
  return figures;
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

}  // namespace

std::string words_of(const domain::ReportPattern& pattern) {
  using domain::PatternKind;
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
                                 const domain::Report& report,
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
  if (report.lessons_withheld > 0) {
    order.fields["lessons_withheld"] = std::to_string(report.lessons_withheld);
  }
  order.lists["figures"] = figures_of(report);
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
