#include "parsers/form/document_facts.hpp"

#include "parsers/ascii.hpp"
#include "parsers/documents/kind.hpp"
#include "parsers/mime/charset.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace redress::parsers {
namespace {

using nlohmann::json;

bool contains(std::string_view bytes, std::string_view what) {
  return bytes.find(what) != std::string_view::npos;
}

std::string clean(const json& value) {
  if (!value.is_string()) return {};
  DefectLog ignored;
  return clean_text(to_utf8(value.get_ref<const std::string&>(), "utf-8", ignored));
}

std::string clean_at(const json& row, std::size_t index) {
  return row.is_array() && row.size() > index ? clean(row[index]) : std::string{};
}

template <class Use>
void each_row(const json& answer, const char* name, Use use) {
  const auto found = answer.find(name);
  if (found == answer.end() || !found->is_array()) return;
  const auto rows = std::min(found->size(), documents::Limits{}.fields);
  for (std::size_t row = 0; row < rows; ++row) use((*found)[row]);
}

std::uint64_t characters(std::string_view utf8) {
  return static_cast<std::uint64_t>(std::count_if(utf8.begin(), utf8.end(), starts_character));
}

void add_defect(MessageFacts& facts, std::string_view name, std::string detail) {
  const bool told = std::any_of(
      facts.defects.begin(), facts.defects.end(),
      [&](const Defect& defect) { return defect.name == name && defect.detail == detail; });
  if (!told) {
    detail = cut_utf8(detail, DefectLog::k_detail_bytes);
    facts.defects.push_back({std::string{name}, std::move(detail)});
  }
}

/// The text, and behind it the fields that it does not show: PDF readers draw them, files need not.
std::string with_values(documents::DocumentText document) {
  auto text = std::move(document.text);
  const auto shown = text.size();
  for (const auto& field : document.fields) {
    if (contains(std::string_view{text}.substr(0, shown), field.value)) continue;
    text += "\n" + (field.label.empty() ? field.name : field.label) + ": " + field.value;
  }
  return text;
}

}  // namespace

bool is_document(std::string_view bytes) {
  if (documents::is_package(bytes)) {
    return contains(bytes, "word/") || contains(bytes, "content.xml");
  }
  return documents::is_pdf(bytes) || documents::is_encrypted_office(bytes);
}

documents::DocumentText read_document_answer(std::string_view bytes) {
  documents::DocumentText out;
  const auto answer = json::parse(bytes, nullptr, false);
  if (!answer.is_object()) {
    out.defects.emplace_back("document_not_read", "its reader gave no answer");
    return out;
  }
  if (const auto text = answer.find("text"); text != answer.end()) {
    out.text = clean(*text);
    out.text.resize(cut_utf8(out.text, documents::Limits{}.text_bytes).size());
  }
  each_row(answer, "fields", [&](const json& row) {
    out.fields.push_back({clean_at(row, 0), clean_at(row, 1), clean_at(row, 2)});
  });
  each_row(answer, "defects",
           [&](const json& row) { out.defects.emplace_back(clean_at(row, 0), clean_at(row, 1)); });
  return out;
}

void add_document(MessageFacts& facts, std::size_t attachment, documents::DocumentText document,
                  const Limits& limits, std::span<const FormLabel> labels) {
  auto& file = facts.attachments.at(attachment);
  for (const auto& [name, detail] : document.defects) {
    if (name == "document_unknown") continue;  // another kind of package, and no text to be read
    add_defect(facts, name, detail.empty() ? file.name : file.name + ": " + detail);
  }
  if (ascii::trimmed(document.text).empty() && document.fields.empty()) return;
  file.text_chars = characters(document.text);
  if (!facts.form) facts.form = form_of_fields(document.fields, labels);
  if (!facts.form) facts.form = read_form(document.text, FormStyle::marked, labels);
  if (document.text.size() > limits.letter_bytes) return;  // it only grows
  const auto letter = with_values(std::move(document));
  if (letter.size() > limits.letter_bytes) return;  // evidence, not what somebody writes
  if (!facts.document_text.empty()) facts.document_text += "\n\n";
  facts.document_text += letter;
}

void add_unread_document(MessageFacts& facts, std::size_t attachment, std::string_view why) {
  add_defect(facts, "document_not_read",
             facts.attachments.at(attachment).name + ": " + std::string{why});
}

}  // namespace redress::parsers
