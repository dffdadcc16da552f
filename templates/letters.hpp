#pragma once

#include "daemon/domain/ids.hpp"
#include "daemon/domain/result.hpp"
#include "daemon/domain/time.hpp"

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace redress::templates {

/// What a letter may say: field name to plain text. Lists and conditions are Mustache sections over
/// `lists`. Every name is one of k_known_fields (fields.hpp).
struct LetterFacts {
  std::map<std::string, std::string> fields;
  std::map<std::string, std::vector<std::map<std::string, std::string>>> lists;
};

/// A letter in its two forms.
struct Letter {
  std::string subject;         ///< one line
  std::string text;            ///< UTF-8, "\n" line ends, wrapped at 72 columns
  std::string html;            ///< a whole document; empty where the letter has no HTML template
  std::string language{"en"};  ///< the one that it is written in
};

/// One file of a template folder.
struct TemplateFile {
  std::string path;  ///< for errors
  std::string pack;  ///< folder name: "common", "cim" …
  std::string name;  ///< "acknowledgement.text", "acknowledgement.cy.html"; see file_name.hpp
  std::string text;
};

class ParsedTemplate;

/// The letters of one pack over the common ones, file by file: the pack's own file stands in place
/// of the common one of that name. A letter has a subject, a text and mostly an HTML template; what
/// has no subject is a part for `{{>part}}`, and "layout.text" and "layout.html" go around every
/// letter. "LETTER.cy.text" is its version in another language, with the parts of that language; it
/// counts only where it has a subject and a text, all its parts, and where no English file of the
/// pack says something else than the common version in that language. Parsed once; for one thread.
class TemplateSet {
 public:
  TemplateSet(TemplateSet&&) noexcept;
  TemplateSet& operator=(TemplateSet&&) noexcept;
  ~TemplateSet();

  /// Reads every template and checks every name in it. Files of other packs are passed over; a file
  /// of `pack` that no letter uses is an error. Error: settings; "PATH:LINE: what; mend".
  static domain::Result<TemplateSet> make(std::vector<TemplateFile> files, const std::string& pack);

  /// In that language where the letter has a version in it, else in English. Error: settings, where
  /// the letter is unknown, lacks what it must be given (letter_needs.hpp), or a field that the
  /// template names, outside a section of its own, has no value (an empty text is no value). Facts
  /// are never read as Mustache and are made safe first (fields.hpp). Text is never escaped for
  /// HTML; HTML always is.
  domain::Result<Letter> render(std::string_view letter, const LetterFacts& facts,
                                std::string_view language = "en") const;
  /// Whether the letter has a version in that language. Error: settings, what is missing.
  domain::Result<void> speaks(std::string_view letter, std::string_view language) const;
  /// Names of the letters, sorted: "acknowledgement" …
  std::vector<std::string> letters() const;

 private:
  TemplateSet();
  domain::Result<void> add_translations(const std::map<std::string, TemplateFile>& files,
                                        const std::string& letter, std::set<std::string>& used);

  std::map<std::string, std::unique_ptr<ParsedTemplate>> files_;  // of letters, by name
  std::map<std::string, std::string> untranslated_;  // by letter and language: what is missing
};

}  // namespace redress::templates
