#include "templates/expand.hpp"

#include "templates/fields.hpp"
#include "templates/file_name.hpp"
#include "templates/tags.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace redress::templates {
namespace {

using domain::Error;
using domain::Result;
using Files = std::map<std::string, TemplateFile>;

constexpr std::string_view k_layout = "layout";
constexpr std::string_view k_body = "body";

/// A section that is open where the reader stands.
struct Section {
  std::string_view name;
  bool inverted;
  std::size_t line;
};

class Expander {
 public:
  Expander(const Files& files, const TemplateName& name)
      : files_(files), language_(name.language), medium_(name.medium) {}

  /// What `{{>body}}` stands for.
  void set_body(const TemplateFile* body) { body_ = body; }

  Result<void> add(const TemplateFile& file, std::size_t depth) {
    auto pieces = read_tags(file.path, file.text);
    if (!pieces) return pieces.error();
    const std::size_t outer = sections_.size();
    for (const Piece& piece : *pieces) {
      if (auto added = add_piece(file, piece, outer, depth); !added) return added.error();
    }
    if (sections_.size() > outer) {
      const Section& open = sections_.back();
      return template_error(
          file.path, open.line,
          fmt::format("section '{0}' is not closed; write {{{{/{0}}}}}", open.name));
    }
    return {};
  }

  bool has_body() const { return has_body_; }
  ExpandedTemplate take() { return {std::move(out_), std::move(parts_), std::move(untranslated_)}; }

 private:
  Result<void> add_piece(const TemplateFile& file, const Piece& piece, std::size_t outer,
                         std::size_t depth) {
    switch (piece.kind) {
      case TagKind::text: add_text(piece.text); return {};
      case TagKind::comment: after_comment_ = out_.empty() || out_.back() == '\n'; return {};
      case TagKind::variable: return add_variable(file, piece);
      case TagKind::section:
      case TagKind::inverted: return open_section(file, piece);
      case TagKind::end: return close_section(file, piece, outer);
      case TagKind::partial: return add_partial(file, piece, depth);
    }
    return {};
  }

  void add_text(std::string_view text) {
    // A comment that has a line for itself takes the line with it.
    if (after_comment_ && text.starts_with('\n')) text.remove_prefix(1);
    after_comment_ = false;
    out_ += text;
  }

  void add_tag(std::string_view sigil, std::string_view name) {
    after_comment_ = false;
    out_ += fmt::format("{{{{{}{}}}}}", sigil, name);
  }

  Result<void> add_variable(const TemplateFile& file, const Piece& piece) {
    const Field* field = resolve(piece.text);
    if (field == nullptr) return unknown(file, piece);
    if (field->kind == FieldKind::list) {
      return template_error(
          file.path, piece.line,
          fmt::format("'{0}' is a list; write {{{{#{0}}}}} … {{{{/{0}}}}}", piece.text));
    }
    if (field->optional && !inside(piece.text)) {
      return template_error(
          file.path, piece.line,
          fmt::format("field '{0}' may be absent; write {{{{#{0}}}}} … {{{{/{0}}}}} around it",
                      piece.text));
    }
    add_tag(std::string_view{&k_value_sign, 1}, piece.text);
    return {};
  }

  Result<void> open_section(const TemplateFile& file, const Piece& piece) {
    if (resolve(piece.text) == nullptr && !is_list_condition(piece.text)) {
      return unknown(file, piece);
    }
    const bool inverted = piece.kind == TagKind::inverted;
    sections_.push_back({piece.text, inverted, piece.line});
    add_tag(inverted ? "^" : "#", piece.text);
    return {};
  }

  Result<void> close_section(const TemplateFile& file, const Piece& piece, std::size_t outer) {
    if (sections_.size() <= outer) {
      return template_error(
          file.path, piece.line,
          fmt::format("section '{0}' was never opened; write {{{{#{0}}}}} before it", piece.text));
    }
    const Section& open = sections_.back();
    if (open.name != piece.text) {
      return template_error(
          file.path, piece.line,
          fmt::format("section '{}' closes, but '{}' of line {} is open; close that first",
                      piece.text, open.name, open.line));
    }
    sections_.pop_back();
    add_tag("/", piece.text);
    return {};
  }

  Result<void> add_partial(const TemplateFile& file, const Piece& piece, std::size_t depth) {
    const TemplateFile* part = partial(file, piece);
    if (part == nullptr) {
      return template_error(
          file.path, piece.line,
          fmt::format("there is no template '{0}.{1}' for {{{{>{0}}}}}; add {0}.{1}.mustache",
                      piece.text, medium_));
    }
    if (depth >= k_partial_depth) {
      return template_error(
          file.path, piece.line,
          fmt::format("templates are nested deeper than {}; does '{}' contain itself?",
                      k_partial_depth, piece.text));
    }
    after_comment_ = false;
    if (auto added = add(*part, depth + 1); !added) return added.error();
    // The line that the tag stands on has a line end of its own.
    if (out_.ends_with('\n')) out_.pop_back();
    return {};
  }

  const TemplateFile* partial(const TemplateFile& file, const Piece& piece) {
    if (piece.text == k_body && body_ != nullptr) {
      has_body_ = true;
      return body_;
    }
    const std::string wanted = file_name(piece.text, language_, medium_);
    auto found = files_.find(wanted);
    if (found == files_.end() && !language_.empty()) {
      if (untranslated_.empty()) {
        untranslated_ =
            fmt::format("{}:{}: there is no template '{}' for {{{{>{}}}}}; add {}.mustache",
                        file.path, piece.line, wanted, piece.text, wanted);
      }
      found = files_.find(file_name(piece.text, "", medium_));
    }
    if (found == files_.end()) return nullptr;
    parts_.insert(found->first);
    return &found->second;
  }

  /// The field that a name means here: that of an open list first, then the letter's own.
  const Field* resolve(std::string_view name) const {
    for (auto open = sections_.rbegin(); open != sections_.rend(); ++open) {
      if (open->inverted) continue;
      if (const Field* field = find_field(name, item_schema(open->name))) return field;
    }
    return find_field(name, "");
  }

  bool inside(std::string_view name) const {
    return std::any_of(sections_.begin(), sections_.end(),
                       [name](const Section& open) { return open.name == name && !open.inverted; });
  }

  static Error unknown(const TemplateFile& file, const Piece& piece) {
    for (const Field& field : k_known_fields) {
      if (field.name == piece.text && !field.in.empty()) {
        return template_error(file.path, piece.line,
                              fmt::format("field '{0}' belongs to the list '{1}'; write it inside "
                                          "{{{{#{1}}}}}",
                                          piece.text, field.in));
      }
    }
    const std::string near = nearest_field(piece.text);
    return template_error(
        file.path, piece.line,
        near.empty() ? fmt::format("unknown field '{}'", piece.text)
                     : fmt::format("unknown field '{}'; did you mean '{}'", piece.text, near));
  }

  const Files& files_;
  std::string language_;
  std::string medium_;
  std::string untranslated_;
  const TemplateFile* body_ = nullptr;
  std::vector<Section> sections_;
  std::string out_;
  std::set<std::string> parts_;
  bool has_body_ = false;
  bool after_comment_ = false;
};

}  // namespace

Result<ExpandedTemplate> expand_template(const Files& files, const std::string& name) {
  const TemplateName parts = read_name(name).value_or(TemplateName{});
  const TemplateFile& letter = files.at(name);
  auto layout = files.find(file_name(k_layout, parts.language, parts.medium));
  if (layout == files.end()) layout = files.find(file_name(k_layout, "", parts.medium));
  Expander expander{files, parts};
  if (layout == files.end()) {
    if (auto added = expander.add(letter, 0); !added) return added.error();
    return expander.take();
  }
  expander.set_body(&letter);
  if (auto added = expander.add(layout->second, 0); !added) return added.error();
  if (!expander.has_body()) {
    return template_error(layout->second.path, 1,
                          "a layout without a place for the letter; write {{>body}}");
  }
  ExpandedTemplate expanded = expander.take();
  expanded.parts.insert(layout->first);
  return expanded;
}

}  // namespace redress::templates
