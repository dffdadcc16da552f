#pragma once

#include "templates/letter_needs.hpp"
#include "templates/letters.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <stdexcept>
#include <string>
#include <vector>

namespace redress::templates {

/// A template of a test, in the pack "common" unless said otherwise.
inline TemplateFile file(std::string name, std::string text, std::string pack = "common") {
  return {pack + "/" + name + ".mustache", pack, std::move(name), std::move(text)};
}

/// The smallest set that has a letter "x" with this text (and HTML).
inline std::vector<TemplateFile> letter_x(std::string text, std::string html = "") {
  std::vector<TemplateFile> files{file("x.subject", "Subject"), file("x.text", std::move(text))};
  if (!html.empty()) files.push_back(file("x.html", std::move(html)));
  return files;
}

inline std::filesystem::path shipped_folder() {
  return "templates";  // tests run in the source tree
}

/// The templates of the source tree, of every pack. None found is a failure of the test.
inline std::vector<TemplateFile> shipped_files() {
  const std::string suffix = ".mustache";
  std::vector<TemplateFile> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(shipped_folder())) {
    const std::string name = entry.path().filename().string();
    if (!name.ends_with(suffix)) continue;
    std::ifstream in(entry.path(), std::ios::binary);
    files.push_back({entry.path().string(), entry.path().parent_path().filename().string(),
                     name.substr(0, name.size() - suffix.size()),
                     std::string(std::istreambuf_iterator<char>(in), {})});
  }
  if (files.empty()) throw std::runtime_error("no templates under " + shipped_folder().string());
  return files;
}

inline TemplateSet shipped(const std::string& pack) {
  return TemplateSet::make(shipped_files(), pack).value();
}

/// That letter alone, with all parts: a table of many cases need not read the others.
inline TemplateSet shipped_letter(const std::string& pack, const std::string& letter) {
  auto files = shipped_files();
  std::set<std::string> others;
  for (const TemplateFile& one : files) {
    const std::string name = one.name.substr(0, one.name.find('.'));
    if (one.name.ends_with(".subject") && name != letter) others.insert(name);
  }
  std::erase_if(files, [&](const TemplateFile& one) {
    return others.contains(one.name.substr(0, one.name.find('.')));
  });
  return TemplateSet::make(std::move(files), pack).value();
}

/// What every acknowledgement has.
inline LetterFacts minimal_facts() {
  LetterFacts facts;
  facts.fields = {
      {"organisation", "Example Institute"},         {"reference", "EX-2026-000001"},
      {"received_date", "Tuesday 24 November 2026"}, {"received_time", "10:15"},
      {"policy_title", "complaints policy"},         {"mailbox", "comments@example.org"}};
  return facts;
}

/// Everything that a letter can say, as it would say it.
inline LetterFacts full_facts() {
  LetterFacts facts = minimal_facts();
  facts.fields["complainant_name"] = "Zo\xC3\xAB O'Neill";
  facts.fields["handled_by"] = "the department manager of the business area it relates to";
  facts.fields["respond_by_date"] = "Tuesday 22 December 2026";
  facts.fields["acknowledge_by_date"] = "Thursday 26 November 2026";
  facts.fields["contact_by_date"] = "Thursday 3 December 2026";
  facts.fields["reply_address"] = "comments+r-ex-2026-000001-k@example.org";
  facts.fields["telephone"] = "01234 567890";
  facts.fields["postal_address"] = "1 High Street, Cookham";
  facts.fields["policy_url"] = "https://example.org/complaints?a=1&b=2";
  facts.fields["message_number"] = "17";
  facts.fields["automatic"] = "yes";
  facts.fields["stage_name"] = "Stage 2: review";
  facts.fields["stage_number"] = "2";
  facts.fields["next_stage_name"] = "Stage 3: review by a director";
  facts.fields["next_stage_handled_by"] = "the Compliance Manager";
  facts.fields["is_last_stage"] = "yes";
  facts.fields["finding"] = "partly upheld";
  facts.fields["until_date"] = "Monday 18 January 2027";
  facts.fields["previous_date"] = "Monday 21 December 2026";
  facts.fields["review_date"] = "Friday 15 January 2027";
  facts.fields["body_name"] = "Example Regulation Ltd";
  facts.fields["measure_title"] = "contact through one member of staff";
  facts.fields["decided_by"] = "Pat Jones";
  facts.fields["contact_name"] = "Alex Green";
  facts.fields["referral_title"] = "the Institute Secretary";
  facts.fields["third_party_name"] = "Morgan Lee";
  facts.fields["notice_text"] = "The answer is due in two working days.";
  facts.fields["staff_name"] = "Jo Bloggs";
  facts.fields["case_headline"] = "new complaint";
  facts.fields["message_from"] = "Ann Smith <ann@example.net>";
  facts.fields["message_subject"] = "My certificate";
  facts.fields["message_place"] = "mailbox comments, folder INBOX, received Tuesday";
  facts.fields["not_shown"] = "It seems to be a threat, discriminatory or sexual.";
  for (const char* list : {"due", "message", "quoted", "enclosed", "not_enclosed", "story"}) {
    facts.lists[list] = {{{"text", std::string{"what is in "} + list}}};
  }
  facts.fields["report_title"] = "Complaints: number and outcomes";
  facts.fields["first_date"] = "Thursday 1 October 2026";
  facts.fields["lessons_withheld"] = "1";
  facts.fields["digest_date"] = "Tuesday 24 November 2026";
  facts.fields["digest_headline"] = "1 reminder, 2 overdue, 3 due soon";
  facts.fields["digest_summary"] = "1 reminder, 2 overdue, 3 due soon";
  facts.fields["digest_mail"] = "seen 2: complaint 2, duplicate 0; unaccounted 0";
  for (const char* part :
       {"reminders", "overdue", "due", "held", "fresh", "waiting", "failed", "quarantined"}) {
    facts.fields[std::string{part} + "_count"] = "2";
    facts.lists[std::string{"digest_"} + part] = {
        {{"reference", "EX-2026-000001"}, {"text", "answer due today; stage 1"}},
        {{"text", "and 1 more"}}};
  }
  facts.lists["digest_house"] = {{{"text", "comments cannot be reached now"}}};
  facts.fields["before_first_date"] = "Wednesday 1 July 2026";
  facts.fields["before_until_date"] = "Wednesday 30 September 2026";
  facts.fields["counted_from_date"] = "Monday 3 August 2026";
  facts.fields["small_withheld"] = "yes";
  facts.lists["figures"] = {{{"heading", "Received"}},
                            {{"label", "Complaints"}, {"count", "12"}, {"before", "9"}}};
  facts.lists["charts"] = {{{"chart_id", "flow.2026-12-31@redress.invalid"},
                            {"chart_title", "Received, and answered or closed"},
                            {"chart_alt", "Bar chart. Dec 2026: 12 received."}}};
  facts.lists["trend"] = {
      {{"label", "Dec 2026"}, {"received", "12"}, {"ended", "10"}, {"open", "5"}}};
  facts.lists["patterns"] = {{{"text", "3 complaints about awards"}}};
  facts.lists["lessons"] = {{{"text", "Number every form."}}};
  facts.lists["report_cases"] = {{{"text", "EX-2026-000001, received 2026-10-05"}}};
  facts.fields["action_text"] = "Check the marking of the paper.";
  facts.lists["later_stages"] = {{{"text", "You can ask for a review."}},
                                 {{"text", "After that, the regulator can look at it."}}};
  facts.lists["reasons"] = {{{"text", "serious"}}, {{"text", "threat"}}};
  facts.lists["paragraphs"] = {{{"text", "First words of a person."}},
                               {{"text", "Second words of a person."}}};
  facts.lists["outcome_reasons"] = {{{"text", "The letter was sent a week late."}}};
  facts.lists["remedy"] = {{{"text", "The fee is paid back."}}};
  facts.lists["preventive"] = {{{"text", "Letters are now counted every day."}}};
  facts.lists["missing"] = {{{"text", "dates and names"}}, {{"text", "what you would like"}}};
  facts.lists["area_text"] = {{{"text", "Qualifications are regulated by the regulator."}}};
  facts.lists["contact_lines"] = {{{"text", "Example Regulation Ltd"}},
                                  {{"text", "2 Low Street"}},
                                  {{"text", "info@regulation.example"}}};
  return facts;
}

/// As little as that letter is ever given, in words of this file.
inline LetterFacts least_facts(std::string_view letter) {
  const LetterFacts full = full_facts();
  LetterFacts facts = minimal_facts();
  facts.fields.erase("reference");
  facts.fields["notice_count"] = "0";
  const LetterNeeds* needs = needs_of(letter);
  if (needs == nullptr) return facts;
  for (const std::string_view name : needs->fields) {
    const auto given = full.fields.find(std::string{name});
    if (given != full.fields.end()) facts.fields.insert(*given);
  }
  if (!needs->one_of.empty()) {
    const std::string list{needs->one_of.front()};
    facts.lists[list] = full.lists.at(list);
  }
  return facts;
}

inline std::size_t longest_line(const std::string& text, const std::string& end = "\n") {
  std::size_t longest = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t stop = std::min(text.find(end, at), text.size());
    longest = std::max(longest, stop - at);
    at = stop + end.size();
  }
  return longest;
}

inline std::size_t count_of(const std::string& text, const std::string& part) {
  std::size_t count = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size())) {
    ++count;
  }
  return count;
}

}  // namespace redress::templates
