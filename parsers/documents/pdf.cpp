#include "parsers/documents/document.hpp"

#include <poppler/cpp/poppler-document.h>
#include <poppler/cpp/poppler-page.h>

#include <iconv.h>

#include <algorithm>
#include <limits>
#include <memory>
#include <string>

namespace redress::documents {
namespace {

void read_pages(const poppler::document& pdf, const Limits& limits, DocumentText& out) {
  const auto pages = static_cast<std::size_t>(std::max(pdf.pages(), 0));
  if (pages > limits.pages) out.defects.emplace_back("document_too_large", "pages");
  for (std::size_t number = 0; number < std::min(pages, limits.pages); ++number) {
    const std::unique_ptr<poppler::page> page{pdf.create_page(static_cast<int>(number))};
    if (page == nullptr) continue;
    // Laid out as on paper, so that a label and its value stand on one line.
    const auto text = page->text({}, poppler::page::physical_layout).to_utf8();
    out.text.append(text.begin(), text.end());
    out.text += '\n';
    if (out.text.size() > limits.text_bytes) {
      out.defects.emplace_back("document_too_large", "text");
      out.text.resize(limits.text_bytes);
      return;
    }
  }
}

void read_text(std::string_view bytes, const Limits& limits, DocumentText& out) {
  if (bytes.size() > std::numeric_limits<int>::max()) return;
  const std::unique_ptr<poppler::document> pdf{
      poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size()))};
  if (pdf == nullptr) {
    out.defects.emplace_back("document_broken", "no PDF");
  } else if (pdf->is_locked()) {
    out.defects.emplace_back("document_encrypted", "");
  } else {
    read_pages(*pdf, limits, out);
  }
}

}  // namespace

struct CharsetModules::Handles {
  struct Close {
    void operator()(void* handle) const { ::iconv_close(handle); }
  };
  using Handle = std::unique_ptr<void, Close>;
  Handle in, out;
};

CharsetModules::CharsetModules()
    : handles_(
          std::make_unique<Handles>(Handles{Handles::Handle{::iconv_open("UTF-16", "UTF-8")},
                                            Handles::Handle{::iconv_open("UTF-8", "UTF-16")}})) {}

CharsetModules::~CharsetModules() = default;

DocumentText read_pdf(std::string_view bytes, const Limits& limits) {
  poppler::set_debug_error_function([](const std::string&, void*) {}, nullptr);
  DocumentText out;
  read_text(bytes, limits, out);
  // Where the text can be read, a form that cannot is no loss worth a second complaint.
  DocumentText form;
  read_pdf_form(bytes, limits, form);
  out.fields = std::move(form.fields);
  if (out.defects.empty() && out.text.empty()) out.defects = std::move(form.defects);
  return out;
}

}  // namespace redress::documents
