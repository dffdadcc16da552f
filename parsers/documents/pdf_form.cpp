// Of the two kinds of pointers that qpdf 11 knows, the standard's.
#define POINTERHOLDER_TRANSITION 4

#include "parsers/documents/document.hpp"

#include <qpdf/Constants.h>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFAcroFormDocumentHelper.hh>
#include <qpdf/QPDFExc.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>

#include <new>
#include <set>
#include <string>

namespace redress::documents {
namespace {

/// What a field holds (ISO 32000-1, 12.7.4). Buttons hold the name of the state that is chosen.
std::string value_of(QPDFFormFieldObjectHelper& field) {
  if (field.isText() || field.isChoice()) {
    const bool secret = field.isText() && (field.getFlags() & ff_tx_password) != 0;
    return secret ? std::string{} : field.getValueAsString();
  }
  auto state = field.getValue();
  const bool chosen = state.isName() && state.getName() != "/Off";
  if (!chosen || !(field.isCheckbox() || field.isRadioButton())) return {};
  return field.isCheckbox() ? "yes" : state.getName().substr(1);
}

void read_fields(QPDF& pdf, const Limits& limits, DocumentText& out) {
  QPDFAcroFormDocumentHelper form{pdf};
  if (!form.hasAcroForm()) return;
  std::set<QPDFObjGen> seen;  // a field may be shown at several places
  for (auto& page : QPDFPageDocumentHelper{pdf}.getAllPages()) {
    for (auto& widget : form.getWidgetAnnotationsForPage(page)) {
      auto field = form.getFieldForAnnotation(widget);
      if (!seen.insert(field.getObjectHandle().getObjGen()).second) continue;
      const auto shown = field.getAlternativeName();  // the full name where there is no other
      const auto name = field.getPartialName();
      const bool has_label = shown != field.getFullyQualifiedName();
      const Field read{has_label ? shown : std::string{}, name, value_of(field)};
      if (!add_field(read, limits, out)) return;
    }
  }
}

}  // namespace

void read_pdf_form(std::string_view bytes, const Limits& limits, DocumentText& out) {
  QPDF pdf;
  pdf.setSuppressWarnings(true);
  try {
    pdf.processMemoryFile("attachment", bytes.data(), bytes.size());
    read_fields(pdf, limits, out);
  } catch (const QPDFExc& error) {
    const bool sealed = error.getErrorCode() == qpdf_e_password;
    out.defects.emplace_back(sealed ? "document_encrypted" : "document_broken",
                             error.getMessageDetail());
  } catch (const std::bad_alloc&) {
    throw;
  } catch (const std::exception& error) {  // qpdf reports damage by other exceptions, too
    out.defects.emplace_back("document_broken", error.what());
  }
}

}  // namespace redress::documents
