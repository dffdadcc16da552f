#pragma once

#include "daemon/domain/result.hpp"
#include "templates/letters.hpp"

#include <kainjow/mustache.hpp>

#include <string>

namespace redress::templates {

/// How text is escaped on its way into a letter: for HTML, or not at all. In plain text a short
/// value is kept on one line by no-break spaces, which wrap_text and one_line take out again.
enum class Medium { text, html };

/// A template as expand_template left it, parsed once for all letters. For one thread.
class ParsedTemplate {
 public:
  ParsedTemplate(TemplateFile file, Medium medium);
  /// Error: settings, naming the fields that had no value.
  domain::Result<std::string> render(const kainjow::mustache::data& facts);

 private:
  std::string path_;
  kainjow::mustache::mustache text_;
};

/// The facts of one letter, made safe, in the form that Mustache wants. Besides the facts it has
/// the lists `notices_KIND`, `has_LIST` for every list with items, and `notice_count`. For one
/// thread.
class Rendering {
 public:
  explicit Rendering(const LetterFacts& facts);
  /// From now on `{{language}}` is that: a tag of RFC 5646.
  void set_language(const std::string& tag);
  /// From now on `{{subject}}` is that.
  void set_subject(const std::string& subject);
  /// Error: settings, naming the fields that had no value.
  domain::Result<std::string> render(ParsedTemplate& file) const { return file.render(facts_); }

 private:
  kainjow::mustache::data facts_;
};

}  // namespace redress::templates
