#include "bench/reader/same_work.hpp"
#include "parsers/header/header_facts.hpp"
#include "parsers/mime/attachments.hpp"
#include "parsers/mime/structure.hpp"
#include "parsers/text/body_text.hpp"

namespace redress::bench {
namespace {

using parsers::Address;

std::size_t size_of(const std::vector<Address>& addresses) {
  std::size_t sum = 0;
  for (const auto& address : addresses) sum += address.name.size() + address.address.size();
  return sum;
}

std::size_t size_of(const std::vector<std::string>& ids) {
  std::size_t sum = 0;
  for (const auto& id : ids) sum += id.size();
  return sum;
}

std::size_t header_bytes(const parsers::MessageFacts& facts) {
  std::size_t sum = facts.subject.size() + facts.message_id.size();
  for (const auto* addresses : {&facts.from, &facts.reply_to, &facts.to, &facts.cc}) {
    sum += size_of(*addresses);
  }
  if (facts.sender) sum += facts.sender->name.size() + facts.sender->address.size();
  return sum + size_of(facts.in_reply_to) + size_of(facts.references);
}

}  // namespace

Tally read_with_redress(std::string_view mail) {
  const parsers::Limits limits;
  parsers::DefectLog defects;
  const auto parts = parsers::cut_into_parts(mail, limits, defects);
  parsers::MessageFacts facts;
  facts.headers = parts.front().headers;
  parsers::read_header_facts(facts, limits, defects);
  Tally out;
  out.header_bytes = header_bytes(facts);
  for (const auto& part : parts) {
    if (!part.children.empty()) continue;
    ++out.leaves;
    out.header_bytes += parsers::attachment_name(part).size();
    if (part.type.value.starts_with("text/")) {
      out.text_bytes += parsers::part_text(part, limits, defects).size();
    } else {
      out.file_bytes += parsers::decoded_body(part, defects).size();
    }
  }
  return out;
}

}  // namespace redress::bench
