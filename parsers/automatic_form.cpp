#include "parsers/automatic_form.hpp"

#include "parsers/ascii.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace redress::parsers {
namespace {

enum class Field { name, address, matter, other };

struct Label {
  std::string_view text;  ///< lower case
  Field field;
};

/// Labels of contact and complaint forms, as web sites print them.
constexpr std::array k_labels{
    Label{"name", Field::name},
    Label{"your name", Field::name},
    Label{"full name", Field::name},
    Label{"first name", Field::name},
    Label{"firstname", Field::name},
    Label{"forename", Field::name},
    Label{"last name", Field::name},
    Label{"lastname", Field::name},
    Label{"surname", Field::name},
    Label{"email", Field::address},
    Label{"e-mail", Field::address},
    Label{"email address", Field::address},
    Label{"e-mail address", Field::address},
    Label{"your email", Field::address},
    Label{"your e-mail", Field::address},
    Label{"your email address", Field::address},
    Label{"contact email", Field::address},
    Label{"message", Field::matter},
    Label{"your message", Field::matter},
    Label{"query", Field::matter},
    Label{"query detail", Field::matter},
    Label{"your query", Field::matter},
    Label{"enquiry", Field::matter},
    Label{"your enquiry", Field::matter},
    Label{"enquiry details", Field::matter},
    Label{"comment", Field::matter},
    Label{"comments", Field::matter},
    Label{"feedback", Field::matter},
    Label{"your feedback", Field::matter},
    Label{"complaint", Field::matter},
    Label{"your complaint", Field::matter},
    Label{"complaint details", Field::matter},
    Label{"details", Field::matter},
    Label{"details of complaint", Field::matter},
    Label{"details of your complaint", Field::matter},
    Label{"nature of complaint", Field::matter},
    Label{"description", Field::matter},
    Label{"my query relates to", Field::other},
    Label{"customer status", Field::other},
    Label{"customer type", Field::other},
    Label{"type of feedback", Field::other},
    Label{"submission id", Field::other},
    Label{"submitted", Field::other},
    Label{"phone", Field::other},
    Label{"telephone", Field::other},
    Label{"phone number", Field::other},
    Label{"telephone number", Field::other},
    Label{"mobile", Field::other},
    Label{"address", Field::other},
    Label{"postcode", Field::other},
    Label{"membership number", Field::other},
    Label{"membership no.", Field::other},
    Label{"date of incident", Field::other},
    Label{"organisation", Field::other},
    Label{"subject", Field::other},
    Label{"file upload (1)", Field::other},
    Label{"desired outcome", Field::other},
    Label{"what outcome would you like", Field::other},
};

constexpr std::size_t k_label_max = 40;     // bytes of a line that can be a label
constexpr std::size_t k_fields_needed = 4;  // lines with a label, so that a chance "Name:" is none

/// Before the ":", a tab or two spaces; or the whole line. Empty: no label.
std::string_view label_part(std::string_view line) {
  line = ascii::trimmed(line);
  while (!line.empty() && (line.front() == '*' || line.front() == '-' || line.front() == '|')) {
    line = ascii::trimmed(line.substr(1));
  }
  auto end = line.find(':');
  for (const auto* const mark : {"\t", "  ", "|"}) end = std::min(end, line.find(mark));
  if (end == std::string_view::npos) end = line.size();
  if (end > k_label_max) return {};
  auto label = ascii::trimmed(line.substr(0, end));
  while (!label.empty() && (label.back() == '.' || label.back() == '*' || label.back() == '?')) {
    label.remove_suffix(1);
  }
  return label;
}

/// `loose`: a space after the label is enough, as the two-column table of an HTML notification has
/// no other mark between label and value.
const Label* label_of(std::string_view line, bool loose) {
  const auto part = label_part(line);
  for (const auto& label : k_labels) {
    if (ascii::equal(part, label.text)) return &label;
  }
  if (!loose) return nullptr;
  line = ascii::trimmed(line);
  for (const auto& label : k_labels) {
    if (ascii::starts_with(line, label.text) && line.substr(label.text.size()).starts_with(' ')) {
      return &label;
    }
  }
  return nullptr;
}

struct Found {
  std::size_t lines{0};
  std::set<Field> fields;
  bool names_other_address{false};

  bool form() const {
    return lines >= k_fields_needed && fields.contains(Field::name) &&
           fields.contains(Field::address) && fields.contains(Field::matter);
  }
};

Found form_fields(const MessageFacts& facts, bool loose) {
  Found found;
  ascii::Lines lines{facts.text};
  for (std::string_view line; lines.next(line);) {
    const auto* label = label_of(line, loose);
    if (label == nullptr) continue;
    ++found.lines;
    found.fields.insert(label->field);
  }
  return found;
}

bool answers_another(const MessageFacts& facts) {
  if (facts.from.empty()) return !facts.reply_to.empty();
  return std::any_of(facts.reply_to.begin(), facts.reply_to.end(), [&](const Address& address) {
    return address.parsed && !ascii::equal(address.address, facts.from.front().address);
  });
}

/// Form fields that another reader found: an address that is not the sender's.
bool form_of_another(const MessageFacts& facts) {
  if (!facts.form || facts.from.empty()) return false;
  return std::any_of(facts.form->fields.begin(), facts.form->fields.end(), [&](const auto& field) {
    const auto value = ascii::trimmed(field.second);
    return value.find('@') != std::string_view::npos &&
           domain::MailAddress::parse(value).has_value() &&
           !ascii::equal(value, facts.from.front().address);
  });
}

}  // namespace

bool has_form_fields(const MessageFacts& facts) {
  return facts.form.has_value() || form_fields(facts, false).form();
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
  if (facts.delivery_report) return false;
  if (!answers_another(facts)) return false;
  return form_of_another(facts) || form_fields(facts, true).form();
}

}  // namespace redress::parsers
