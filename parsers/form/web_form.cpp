#include "parsers/form/web_form.hpp"

#include "parsers/ascii.hpp"
#include "parsers/form/form.hpp"

#include <algorithm>
#include <array>

namespace redress::parsers {
namespace {

bool answers_another(const MessageFacts& facts) {
  if (facts.from.empty()) return !facts.reply_to.empty();
  return std::any_of(facts.reply_to.begin(), facts.reply_to.end(), [&](const Address& address) {
    return address.parsed && !ascii::equal(address.address, facts.from.front().address);
  });
}

}  // namespace

std::optional<Form> form_in(const MessageFacts& facts, std::span<const FormLabel> labels) {
  const auto style = answers_another(facts) ? FormStyle::table : FormStyle::marked;
  return read_form(facts.text, style, labels);
}

bool names_form_file(const MessageFacts& facts) {
  return std::any_of(
      facts.attachments.begin(), facts.attachments.end(), [](const Attachment& file) {
        constexpr std::array<std::string_view, 6> k_documents{".pdf", ".doc", ".docx",
                                                              ".odt", ".rtf", ".txt"};
        const bool document =
            std::any_of(k_documents.begin(), k_documents.end(),
                        [&](std::string_view end) { return ascii::ends_with(file.name, end); });
        return document &&
               (ascii::contains(file.name, "complain") || ascii::contains(file.name, "cwyn"));
      });
}

bool is_web_form(const MessageFacts& facts) {
  return !facts.delivery_report && answers_another(facts) && facts.form.has_value();
}

}  // namespace redress::parsers
