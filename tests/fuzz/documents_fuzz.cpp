#include "parsers/documents/xml_text.hpp"
#include "parsers/form/document_facts.hpp"
#include "tests/fuzz/fuzz.hpp"

using namespace redress;

namespace {

using ReadXml = void (*)(const pugi::xml_document&, const documents::Limits&,
                         documents::DocumentText&);

void read_xml(std::string_view bytes, ReadXml read) {
  pugi::xml_document xml;
  xml.load_buffer(bytes.data(), bytes.size(), pugi::parse_default | pugi::parse_ws_pcdata);
  documents::Limits limits;
  limits.text_bytes = 1000;
  limits.fields = 10;
  documents::DocumentText out;
  read(xml, limits, out);
  fuzz::require(out.text.size() <= limits.text_bytes && out.fields.size() <= limits.fields);
}

}  // namespace

/// What is ours of reading documents: the two kinds of XML, and the answer of the confined child.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto bytes = fuzz::text_of(data, size);
  read_xml(bytes, documents::read_wordprocessing);
  read_xml(bytes, documents::read_opendocument);
  parsers::MessageFacts facts;
  facts.attachments.push_back(
      {.name = "a.docx", .type = {}, .size = 0, .sha256 = {}, .text_chars = {}});
  parsers::add_document(facts, 0, parsers::read_document_answer(bytes));
  return 0;
}
