#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace redress::documents {

/// What reading one document may cost. What is over a limit is a defect, and what was read until
/// then is kept. The child that reads has limits of its own (daemon/extract/confine.hpp).
struct Limits {
  std::size_t xml_bytes = 16U << 20U;    ///< unpacked, of one file in the package
  std::size_t text_bytes = 1U << 20U;    ///< of readable text kept
  std::size_t pages = 200;               ///< of a PDF
  std::size_t fields = 500;              ///< of one document
  std::size_t fields_bytes = 1U << 20U;  ///< of all labels, names and values together
};

/// One field that the document's format knows as such: a content control, a form field.
struct Field {
  std::string label;  ///< what a person sees beside it, or empty
  std::string name;   ///< the technical name, or empty
  std::string value;  ///< empty where it was not filled in; "yes" for a ticked box
};

/// What was read out of a document. All text is UTF-8 as the document's format gives it: whoever
/// takes it from the child checks it.
struct DocumentText {
  std::string text;  ///< in reading order; "\n" between lines, "\t" between the cells of a row
  std::vector<Field> fields;                                 ///< in the document's order
  std::vector<std::pair<std::string, std::string>> defects;  ///< name and detail, as of a message
};

/// Reads a PDF, a DOCX (ECMA-376) or an ODT (ODF 1.2), told by its first bytes. Throws nothing but
/// std::bad_alloc; what is broken, encrypted or too large is a defect: "document_broken",
/// "document_encrypted", "document_too_large", "document_unknown". May hang or crash on hostile
/// bytes, as the libraries behind it may: only for the confined child and for fuzzing.
DocumentText read_document(std::string_view bytes, const Limits& limits = {});

/// Keeps loaded what poppler converts text with, for as long as it lives: the C library loads it
/// from files, which a confined reader cannot open any more.
class CharsetModules {
 public:
  CharsetModules();
  ~CharsetModules();
  CharsetModules(const CharsetModules&) = delete;
  CharsetModules& operator=(const CharsetModules&) = delete;

 private:
  struct Handles;
  std::unique_ptr<Handles> handles_;
};

/// The defect that not all was read, once for all that follows.
void note_too_large(const char* what, DocumentText& out);

/// Adds a field that has a label or a name. False where the limits let no more in.
bool add_field(const Field& field, const Limits& limits, DocumentText& out);

/// ISO 32000 files; text of the pages, and fields of an AcroForm.
DocumentText read_pdf(std::string_view bytes, const Limits& limits);

/// The fields alone (ISO 32000-1, 12.7). Defects: "document_encrypted", "document_broken".
void read_pdf_form(std::string_view bytes, const Limits& limits, DocumentText& out);

/// Packages of the two office formats.
DocumentText read_package(std::string_view bytes, const Limits& limits);

}  // namespace redress::documents
