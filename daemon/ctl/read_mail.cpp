#include "daemon/ctl/read_mail.hpp"

#include "daemon/app/documents.hpp"
#include "parsers/read_message.hpp"

namespace redress::ctl {

parsers::MessageFacts read_mail(std::string_view bytes, ports::DocumentReader& documents,
                                std::span<const parsers::FormLabel> labels) {
  auto facts = parsers::read_message(bytes, {}, labels);
  app::read_documents(facts, documents, labels);
  return facts;
}

}  // namespace redress::ctl
