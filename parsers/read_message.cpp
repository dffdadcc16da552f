#include "parsers/read_message.hpp"

#include "parsers/ascii.hpp"
#include "parsers/defects.hpp"
#include "parsers/form/web_form.hpp"
#include "parsers/header/header_facts.hpp"
#include "parsers/machine/automatic.hpp"
#include "parsers/machine/delivery_report.hpp"
#include "parsers/mime/charset.hpp"
#include "parsers/mime/structure.hpp"
#include "parsers/text/body_text.hpp"
#include "parsers/text/html_text.hpp"
#include "parsers/text/language.hpp"
#include "parsers/text/new_text.hpp"

#include <algorithm>

namespace redress::parsers {
namespace {

constexpr std::size_t k_binary_probe_bytes = 4096;
constexpr std::size_t k_binary_share = 20;  // one control character in so many bytes

/// Fields of the message as UTF-8: raw 8-bit bytes are kept as what they most likely mean.
std::vector<HeaderField> header_fields(const Part& message, DefectLog& defects) {
  auto fields = message.headers;
  for (auto& field : fields) {
    if (is_utf8(field.value)) continue;
    defects.add("header_8bit", field.name);
    field.value = to_utf8(field.value, "utf-8", defects);
  }
  return fields;
}

/// Whether bytes without any header are no text either, by their control characters.
bool is_binary(std::string_view bytes) {
  const auto start = bytes.substr(0, k_binary_probe_bytes);
  const auto controls = std::count_if(start.begin(), start.end(), [](char c) {
    return ascii::byte(c) < 0x20 && !ascii::is_space(c);
  });
  return static_cast<std::size_t>(controls) * k_binary_share > start.size();
}

/// What an Exchange server gives out in the place of a message that it cannot convert: the mail
/// lies there unread, and only the server's own programs show it.
bool is_placeholder(const MessageFacts& facts) {
  constexpr std::string_view k_subject = "Retrieval using the IMAP4 protocol failed";
  const bool addressed = !facts.from.empty() && facts.from.front().parsed;
  return !addressed && ascii::starts_with(facts.subject, k_subject);
}

void read_parts(std::string_view bytes, const Limits& limits, MessageFacts& facts,
                DefectLog& defects) {
  const auto parts = cut_into_parts(bytes, limits, defects);
  facts.headers = header_fields(parts.front(), defects);
  read_header_facts(facts, limits, defects);
  auto body = read_body(parts, limits, defects);
  facts.text = without_marks(body.marked);
  facts.text_from_html = body.from_html;
  facts.new_text =
      new_text_of(body.marked, facts.from.empty() ? std::string_view{} : facts.from.front().name);
  facts.attachments = std::move(body.attachments);
  facts.documents = std::move(body.documents);
  facts.files = std::move(body.files);
  facts.language = language_of(facts.new_text);
  facts.delivery_report = read_delivery_report(facts, parts, limits, defects);
}

}  // namespace

MessageFacts read_message(std::string_view bytes, const Limits& limits,
                          std::span<const FormLabel> labels) {
  MessageFacts facts;
  DefectLog defects;
  if (bytes.size() > limits.message_bytes) {
    defects.add("message_too_long");
    bytes = bytes.substr(0, limits.message_bytes);
  }
  read_parts(bytes, limits, facts, defects);
  if (!facts.delivery_report) {
    facts.form = form_in(facts, labels);
    facts.automatic = read_automatic(facts);
  }
  if (facts.headers.empty()) {
    defects.add("no_header");
    facts.unreadable = ascii::trimmed(facts.text).empty() || is_binary(bytes);
  }
  if (is_placeholder(facts)) {
    defects.add("server_placeholder", facts.subject);
    facts.unreadable = true;
  }
  facts.defects = defects.take();
  return facts;
}

}  // namespace redress::parsers
