#include "parsers/documents/document.hpp"

#include "parsers/documents/kind.hpp"

namespace redress::documents {
namespace {

std::size_t size_of(const Field& field) {
  return field.label.size() + field.name.size() + field.value.size();
}

}  // namespace

void note_too_large(const char* what, DocumentText& out) {
  const bool told = !out.defects.empty() && out.defects.back().first == "document_too_large";
  if (!told) out.defects.emplace_back("document_too_large", what);
}

bool add_field(const Field& field, const Limits& limits, DocumentText& out) {
  if (field.label.empty() && field.name.empty()) return true;
  std::size_t bytes = size_of(field);
  for (const auto& one : out.fields) bytes += size_of(one);
  if (bytes <= limits.fields_bytes && out.fields.size() < limits.fields) {
    out.fields.push_back(field);
    return true;
  }
  note_too_large("fields", out);
  return false;
}

DocumentText read_document(std::string_view bytes, const Limits& limits) {
  if (is_package(bytes)) return read_package(bytes, limits);
  if (is_pdf(bytes)) return read_pdf(bytes, limits);
  DocumentText out;
  out.defects.emplace_back(is_encrypted_office(bytes) ? "document_encrypted" : "document_unknown",
                           "");
  return out;
}

}  // namespace redress::documents
