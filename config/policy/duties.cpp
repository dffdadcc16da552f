#include "config/policy/parts.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace redress::config {
namespace {

constexpr int k_months_most = 120;
constexpr int k_year = 12;  // in months
constexpr int k_weeks_most = 52;
constexpr int k_smallest_most = 20;
constexpr int k_years_most = 100;
constexpr int k_report_months = 3;
constexpr std::size_t k_language_least = 2;
constexpr std::size_t k_language_most = 3;

/// A code of ISO 639, as CLD2 gives it: "en", "cy".
bool is_language(std::string_view text) {
  return text.size() >= k_language_least && text.size() <= k_language_most &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

void read_languages(const Section& section, PolicyFile& out) {
  auto languages = section.texts("languages");
  for (const auto& language : languages) {
    if (!is_language(language)) {
      section.add("languages", fmt::format("{} is no language; write its code, \"en\" or \"cy\"",
                                           in_quotes(language)));
    }
    out.mentions.push_back({Mention::What::language, {language}, section.place("languages")});
  }
  // Letters that are not in the reader's language are in English.
  if (std::find(languages.begin(), languages.end(), "en") == languages.end()) {
    section.add("languages", "\"en\" is missing, which every other letter is in; add it");
  }
  out.policy.languages = std::move(languages);
}

void read_letters(const Section& section, PolicyFile& out) {
  section.check_keys();
  if (section.has("automatic")) {
    const auto letters = section.texts("automatic");
    for (const auto& letter : letters) {
      out.mentions.push_back({Mention::What::letter, {letter}, section.place("automatic")});
    }
    out.policy.automatic_letters = {letters.begin(), letters.end()};
  }
  if (section.has("languages")) read_languages(section, out);
}

domain::ReportRule read_report(const Section& section, PolicyFile& out) {
  section.check_keys();
  domain::ReportRule report;
  report.name = read_name(section, "name", names_of(out.policy.reports));
  report.title = section.text_or("title", "");
  report.reader = read_role(section, "reader", out);
  report.every_months =
      static_cast<int>(section.number("every_months", 1, k_year).value_or(k_report_months));
  if (k_year % report.every_months != 0) {
    section.add("every_months", fmt::format("{} months do not divide a year, which is cut from "
                                            "January; write 1, 2, 3, 4, 6 or 12",
                                            report.every_months));
  }
  report.every_weeks = static_cast<int>(section.number("every_weeks", 1, k_weeks_most).value_or(0));
  if (section.has("every_weeks") && section.has("every_months")) {
    section.add("every_weeks", "every_months is there too; keep the one that is meant");
  }
  report.smallest_count = static_cast<int>(
      section.number("smallest_count", 1, k_smallest_most).value_or(report.smallest_count));
  report.personal = section.flag("personal", false);
  report.clause = section.text_or("clause", "");
  return report;
}

domain::ReviewRule read_review(const Section& section, PolicyFile& out) {
  section.check_keys();
  domain::ReviewRule review;
  review.every_months =
      static_cast<int>(section.number("every_months", 1, k_months_most).value_or(1));
  review.last =
      section
          .value("last",
                 [](std::string_view text) -> domain::Result<domain::Date> {
                   const auto date = domain::parse_date(text);
                   if (date) return *date;
                   return domain::fail(
                       domain::ErrorCode::settings,
                       fmt::format("{} is no date; write it like 2026-12-24", in_quotes(text)));
                 })
          .value_or(domain::Date{});
  review.owner_role = read_role(section, "owner", out);
  review.clause = section.text_or("clause", "");
  return review;
}

}  // namespace

void read_duties(const File& input, PolicyFile& out) {
  if (input.has("letters")) read_letters(input.section("letters"), out);
  for (const auto& section : input.sections("report")) {
    out.policy.reports.push_back(read_report(section, out));
  }
  if (input.has("retention")) {
    const auto section = input.section("retention");
    section.check_keys();
    const auto years = section.number("years", 1, k_years_most).value_or(1);
    out.policy.retention =
        domain::RetentionRule{static_cast<int>(years), section.text_or("clause", "")};
  }
  if (input.has("review")) out.policy.review = read_review(input.section("review"), out);
}

}  // namespace redress::config
