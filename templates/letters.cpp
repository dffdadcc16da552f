#include "templates/letters.hpp"

#include "templates/expand.hpp"
#include "templates/fields.hpp"
#include "templates/file_name.hpp"
#include "templates/letter_needs.hpp"
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

using Files = std::map<std::string, TemplateFile>;

constexpr std::string_view k_common_pack = "common";
constexpr std::string_view k_subject = "subject";
constexpr std::string_view k_text = "text";
constexpr std::string_view k_html = "html";
constexpr std::array k_media{k_subject, k_text, k_html};
constexpr std::size_t k_text_columns = 72;

/// A common text in another language must not say otherwise than the pack's own English one.
void drop_overtaken(Files& files, const std::string& pack) {
  std::erase_if(files, [&](const auto& one) {
    const auto name = read_name(one.first);
    if (!name || name->language.empty() || one.second.pack != k_common_pack) return false;
    const auto english = files.find(file_name(name->letter, "", name->medium));
    return pack != k_common_pack && english != files.end() && english->second.pack == pack;
  });
}

/// The files that count, by name.
Result<Files> choose(std::vector<TemplateFile> files, const std::string& pack) {
  Files chosen;
  for (TemplateFile& file : files) {
    if (file.pack != k_common_pack && file.pack != pack) continue;
    if (!read_name(file.name)) {
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
  drop_overtaken(chosen, pack);
  return chosen;
}

/// A name misspelt in a pack would leave the common letter in use, silently.
Result<void> check_all_used(const Files& files, const std::set<std::string>& used,
                            const std::string& pack) {
  for (const auto& [name, file] : files) {
    if (file.pack == k_common_pack || file.pack != pack || used.contains(name)) continue;
    return template_error(file.path, 1,
                          fmt::format("no letter uses '{}'; give it the name of a letter, or a "
                                      "subject of its own",
                                      name));
  }
  return {};
}

std::unique_ptr<ParsedTemplate> parsed(const TemplateFile& file, std::string expanded,
                                       std::string_view medium) {
  TemplateFile ready = file;
  ready.text = std::move(expanded);
  const auto escape = medium == k_html ? Medium::html : Medium::text;
  return std::make_unique<ParsedTemplate>(std::move(ready), escape);
}

/// Languages, besides English, in which there is any file of the letter.
std::set<std::string> languages_of(const Files& files, const std::string& letter) {
  std::set<std::string> found;
  for (auto file = files.lower_bound(letter + "."); file != files.end(); ++file) {
    const auto name = read_name(file->first);
    if (!name || name->letter != letter) break;
    if (!name->language.empty()) found.insert(name->language);
  }
  return found;
}

/// A letter is not written without what it must say (letter_needs.hpp).
Result<void> check_given(std::string_view letter, const LetterFacts& facts) {
  const LetterNeeds* needs = needs_of(letter);
  if (needs == nullptr) return {};
  const bool given = std::any_of(needs->one_of.begin(), needs->one_of.end(), [&](auto list) {
    const auto found = facts.lists.find(std::string{list});
    return found != facts.lists.end() && !found->second.empty();
  });
  if (needs->one_of.empty() || given) return {};
  return domain::fail(domain::ErrorCode::settings,
                      fmt::format("letter '{}' has nothing to say: give it '{}'", letter,
                                  fmt::join(needs->one_of, "' or '")));
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
    const auto name = read_name(subject_name).value();
    if (name.medium != k_subject || !name.language.empty()) continue;
    const std::string& letter = name.letter;
    if (!chosen->contains(file_name(letter, "", k_text))) {
      return template_error(subject.path, 1,
                            fmt::format("letter '{0}' has no text; add {0}.text.mustache", letter));
    }
    for (const std::string_view medium : k_media) {
      const auto file = chosen->find(file_name(letter, "", medium));
      if (file == chosen->end()) continue;
      auto expanded = expand_template(*chosen, file->first);
      if (!expanded) return expanded.error();
      used.insert(file->first);
      used.merge(expanded->parts);
      set.files_.emplace(file->first, parsed(file->second, std::move(expanded->text), medium));
    }
    if (auto added = set.add_translations(*chosen, letter, used); !added) return added.error();
  }
  if (auto all = check_all_used(*chosen, used, pack); !all) return all.error();
  return set;
}

Result<void> TemplateSet::add_translations(const Files& files, const std::string& letter,
                                           std::set<std::string>& used) {
  for (const std::string& language : languages_of(files, letter)) {
    std::string& missing = untranslated_[fmt::format("{}.{}", letter, language)];
    std::map<std::string, std::unique_ptr<ParsedTemplate>> made;
    for (const std::string_view medium : k_media) {
      const std::string name = file_name(letter, language, medium);
      const auto file = files.find(name);
      if (file == files.end()) {
        const bool needed = medium != k_html || files.contains(file_name(letter, "", medium));
        if (needed && missing.empty()) {
          missing = fmt::format("there is no template '{0}'; add {0}.mustache", name);
        }
        continue;
      }
      auto expanded = expand_template(files, name);
      if (!expanded) return expanded.error();
      used.insert(name);
      used.merge(expanded->parts);
      if (missing.empty()) missing = expanded->untranslated;
      made.emplace(name, parsed(file->second, std::move(expanded->text), medium));
    }
    if (missing.empty()) files_.merge(made);
  }
  return {};
}

Result<void> TemplateSet::speaks(std::string_view letter, std::string_view language) const {
  const std::string name = file_name(letter, language, k_text);
  if (files_.contains(name)) return {};
  const auto known = untranslated_.find(fmt::format("{}.{}", letter, language));
  return domain::fail(domain::ErrorCode::settings,
                      known != untranslated_.end()
                          ? known->second
                          : fmt::format("there is no template '{0}'; add {0}.mustache", name));
}

Result<Letter> TemplateSet::render(std::string_view letter, const LetterFacts& facts,
                                   std::string_view language) const {
  const std::string spoken{speaks(letter, language) ? language : std::string_view{"en"}};
  const auto file_of = [&](std::string_view medium) -> ParsedTemplate* {
    const auto file = files_.find(file_name(letter, spoken, medium));
    return file == files_.end() ? nullptr : file->second.get();
  };
  ParsedTemplate* subject_file = file_of(k_subject);
  ParsedTemplate* text_file = file_of(k_text);
  if (subject_file == nullptr || text_file == nullptr) {
    return domain::fail(domain::ErrorCode::settings,
                        fmt::format("there is no letter '{}'; the letters are: {}", letter,
                                    fmt::join(letters(), ", ")));
  }
  if (auto given = check_given(letter, facts); !given) return given.error();
  Rendering rendering{facts};
  rendering.set_language(spoken == "en" ? "en-GB" : spoken);
  Letter made;
  made.language = spoken;
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
    const auto read = read_name(name).value();
    if (read.medium == k_subject && read.language.empty()) names.push_back(read.letter);
  }
  return names;
}

}  // namespace redress::templates
