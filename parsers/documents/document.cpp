#include "parsers/documents/document.hpp"

namespace redress::documents {
namespace {

constexpr std::size_t k_pdf_probe_bytes = 1024;  // rubbish before "%PDF-" that readers put up with
constexpr std::string_view k_ole2{"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8};

/// Office encrypts a document by putting it into a stream of this name (MS-OFFCRYPTO, 2.3.4).
constexpr std::string_view k_encrypted{"E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0", 32};

std::size_t size_of(const Field& field) {
  return field.label.size() + field.name.size() + field.value.size();
}

}  // namespace

bool add_field(const Field& field, const Limits& limits, DocumentText& out) {
  if (field.label.empty() && field.name.empty()) return true;
  std::size_t bytes = size_of(field);
  for (const auto& one : out.fields) bytes += size_of(one);
  if (bytes <= limits.fields_bytes && out.fields.size() < limits.fields) {
    out.fields.push_back(field);
    return true;
  }
  if (out.defects.empty() || out.defects.back().first != "document_too_large") {
    out.defects.emplace_back("document_too_large", "fields");
  }
  return false;
}

DocumentText read_document(std::string_view bytes, const Limits& limits) {
  if (bytes.starts_with("PK\x03\x04")) return read_package(bytes, limits);
  if (bytes.substr(0, k_pdf_probe_bytes).find("%PDF-") != std::string_view::npos) {
    return read_pdf(bytes, limits);
  }
  const bool sealed =
      bytes.starts_with(k_ole2) && bytes.find(k_encrypted) != std::string_view::npos;
  DocumentText out;
  out.defects.emplace_back(sealed ? "document_encrypted" : "document_unknown", "");
  return out;
}

}  // namespace redress::documents
