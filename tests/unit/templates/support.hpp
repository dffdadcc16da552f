#pragma once

#include "templates/letters.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
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

/// What every acknowledgement has.
inline LetterFacts minimal_facts() {
  LetterFacts facts;
  facts.fields = {
      {"organisation", "Example Institute"},         {"reference", "EX-2026-000001"},
      {"received_date", "Tuesday 24 November 2026"}, {"received_time", "10:15"},
      {"policy_title", "complaints policy"},         {"mailbox", "comments@example.org"}};
  return facts;
}

/// Everything that a letter can say.
inline LetterFacts full_facts() {
  LetterFacts facts = minimal_facts();
  facts.fields["complainant_name"] = "Zoë O'Neill";
  facts.fields["handled_by"] = "the department manager of the business area it relates to";
  facts.fields["respond_by_date"] = "Tuesday 22 December 2026";
  facts.fields["acknowledge_by_date"] = "Thursday 26 November 2026";
  facts.fields["reply_address"] = "comments+r-ex-2026-000001-k@example.org";
  facts.fields["telephone"] = "01234 567890";
  facts.fields["postal_address"] = "1 High Street, Cookham";
  facts.fields["policy_url"] = "https://example.org/complaints?a=1&b=2";
  facts.fields["message_number"] = "17";
  facts.lists["later_stages"] = {{{"text", "You can ask for a review."}},
                                 {{"text", "After that, the regulator can look at it."}}};
  facts.lists["reasons"] = {{{"text", "serious"}}, {{"text", "threat"}}};
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
