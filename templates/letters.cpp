#include "templates/letters.hpp"

#include "templates/expand.hpp"
#include "templates/fields.hpp"
#include "templates/rendering.hpp"
#include "templates/tags.hpp"
#include "templates/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

namespace redress::templates {
namespace {

using domain::Result;

constexpr std::string_view k_common_pack = "common";
constexpr std::string_view k_subject = ".subject";
constexpr std::string_view k_text = ".text";
constexpr std::string_view k_html = ".html";
constexpr std::array k_media{k_subject, k_text, k_html};
constexpr std::size_t k_text_columns = 72;

bool is_template_name(std::string_view name) {
  return std::any_of(k_media.begin(), k_media.end(), [name](std::string_view medium) {
    return name.size() > medium.size() && name.ends_with(medium) &&
           name.find('.') == name.size() - medium.size();
  });
}

std::string letter_of(std::string_view name) {
  return std::string{name.substr(0, name.find('.'))};
}

/// The files that count, by name.
Result<std::map<std::string, TemplateFile>> choose(std::vector<TemplateFile> files,
                                                   const std::string& pack) {
  std::map<std::string, TemplateFile> chosen;
  for (TemplateFile& file : files) {
    if (file.pack != k_common_pack && file.pack != pack) continue;
    if (!is_template_name(file.name)) {
      return template_error(file.path, 1,
                            fmt::format("'{}' is no name of a template; name it "
                                        "LETTER.subject, LETTER.text or LETTER.html",
                                        file.name));
    }
    const auto known = chosen.find(file.name);
    if (known == chosen.end()) {
      std::string name = file.name;
      chosen.emplace(std::move(name), std::move(file));
    } else if (file.pack == pack) {
      known->second = std::move(file);
    }
  }
  return chosen;
}

/// A name misspelt in a pack would leave the common letter in use, silently.
Result<void> check_all_used(const std::map<std::string, TemplateFile>& files,
                            const std::set<std::string>& used, const std::string& pack) {
  for (const auto& [name, file] : files) {
    if (file.pack == k_common_pack || file.pack != pack || used.contains(name)) continue;
    return template_error(file.path, 1,
                          fmt::format("no letter uses '{}'; give it the name of a letter, or a "
                                      "subject of its own",
                                      name));
  }
  return {};
}

}  // namespace

TemplateSet::TemplateSet() = default;
TemplateSet::TemplateSet(TemplateSet&&) noexcept = default;
TemplateSet& TemplateSet::operator=(TemplateSet&&) noexcept = default;
TemplateSet::~TemplateSet() = default;

Result<TemplateSet> TemplateSet::make(std::vector<TemplateFile> files, const std::string& pack) {
  auto chosen = choose(std::move(files), pack);
  if (!chosen) return chosen.error();
  TemplateSet set;
  std::set<std::string> used;
  for (const auto& [subject_name, subject] : *chosen) {
    if (!subject_name.ends_with(k_subject)) continue;
    const std::string letter = letter_of(subject_name);
    if (!chosen->contains(letter + ".text")) {
      return template_error(subject.path, 1,
                            fmt::format("letter '{0}' has no text; add {0}.text.mustache", letter));
    }
    for (const std::string_view medium : k_media) {
      const auto file = chosen->find(fmt::format("{}{}", letter, medium));
      if (file == chosen->end()) continue;
      auto expanded = expand_template(*chosen, file->first);
      if (!expanded) return expanded.error();
      used.insert(file->first);
      used.merge(expanded->parts);
      TemplateFile ready = file->second;
      ready.text = std::move(expanded->text);
      const auto escape = medium == k_html ? Medium::html : Medium::text;
      set.files_.emplace(file->first, std::make_unique<ParsedTemplate>(std::move(ready), escape));
    }
  }
  if (auto all = check_all_used(*chosen, used, pack); !all) return all.error();
  return set;
}

Result<Letter> TemplateSet::render(std::string_view letter, const LetterFacts& facts) const {
  const auto file_of = [&](std::string_view medium) -> ParsedTemplate* {
    const auto file = files_.find(fmt::format("{}{}", letter, medium));
    return file == files_.end() ? nullptr : file->second.get();
  };
  ParsedTemplate* subject_file = file_of(k_subject);
  ParsedTemplate* text_file = file_of(k_text);
  if (subject_file == nullptr || text_file == nullptr) {
    return domain::fail(domain::ErrorCode::settings,
                        fmt::format("there is no letter '{}'; the letters are: {}", letter,
                                    fmt::join(letters(), ", ")));
  }
  Rendering rendering{facts};
  Letter made;
  auto subject = rendering.render(*subject_file);
  if (!subject) return subject.error();
  made.subject = one_line(*subject, k_subject_chars);
  rendering.set_subject(made.subject);
  auto text = rendering.render(*text_file);
  if (!text) return text.error();
  made.text = wrap_text(*text, k_text_columns);
  if (ParsedTemplate* html_file = file_of(k_html)) {
    auto html = rendering.render(*html_file);
    if (!html) return html.error();
    made.html = std::move(*html);
  }
  return made;
}

std::vector<std::string> TemplateSet::letters() const {
  std::vector<std::string> names;
  for (const auto& [name, file] : files_) {
    if (name.ends_with(k_subject)) names.push_back(letter_of(name));
  }
  return names;
}

}  // namespace redress::templates
