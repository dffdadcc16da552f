#include "daemon/app/documents.hpp"

#include "parsers/form/document_facts.hpp"

#include <utility>

namespace redress::app {

void read_documents(parsers::MessageFacts& facts, ports::DocumentReader& reader,
                    std::span<const parsers::FormLabel> labels) {
  for (const auto& document : std::exchange(facts.documents, {})) {
    if (const auto answer = reader.read(document.bytes)) {
      parsers::add_document(facts, document.attachment, parsers::read_document_answer(*answer), {},
                            labels);
    } else {
      parsers::add_unread_document(facts, document.attachment, answer.error().text);
    }
  }
}

domain::Result<void> try_documents(ports::DocumentReader& reader) {
  if (const auto answer = reader.read("%PDF-"); !answer) {
    return domain::fail(domain::ErrorCode::settings,
                        "attached documents cannot be read: " + answer.error().text);
  }
  return {};
}

}  // namespace redress::app
