#include "daemon/ctl/read_mail.hpp"

#include "daemon/app/documents.hpp"
#include "parsers/read_message.hpp"

namespace redress::ctl {

parsers::MessageFacts read_mail(std::string_view bytes, ports::DocumentReader& documents) {
  auto facts = parsers::read_message(bytes);
  app::read_documents(facts, documents);
  return facts;
}

}  // namespace redress::ctl
