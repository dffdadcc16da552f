#include "templates/compose.hpp"

#include "templates/fields.hpp"
#include "templates/header_text.hpp"
#include "templates/mime_part.hpp"
#include "templates/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <stdexcept>

namespace redress::templates {
namespace {

constexpr std::size_t k_language_chars = 35;  // RFC 5646, 4.4.1
constexpr std::size_t k_references = 50;      // the first, and the newest of the rest

/// "=_" never stands in quoted-printable text (RFC 2045, 6.7), nor in base64, so no part can hold
/// its boundary; and none is the start of another's.
std::string boundary_of(std::string_view message_id, std::string_view level) {
  std::uint64_t hash = 0xCBF29CE484222325U;  // FNV-1a: the same mail has the same bytes
  for (const char c : message_id) {
    hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
  }
  return fmt::format("=_{}_{:016x}", level, hash);
}

domain::Person safe(const domain::Person& person) {
  return {one_line(person.name, k_name_chars), person.address};
}

HeaderWords message_ids(const std::vector<std::string>& ids) {
  HeaderWords words;
  for (const std::string& id : ids) {
    if (is_message_id(id)) words.push_back(fmt::format("<{}>", id));
  }
  if (words.size() > k_references) {
    const auto surplus = static_cast<std::ptrdiff_t>(words.size() - k_references);
    words.erase(words.begin() + 1, words.begin() + 1 + surplus);
  }
  return words;
}

std::string_view name_of(AutoSubmitted automatic) {
  return automatic == AutoSubmitted::auto_replied ? "auto-replied" : "auto-generated";
}

std::string language_tag(const std::string& language) {
  const std::string tag = one_line(language, k_language_chars);
  const bool good = !tag.empty() && std::all_of(tag.begin(), tag.end(), [](char c) {
    return c == '-' || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  });
  return good ? tag : "en";
}

std::string headers(const OutgoingMail& mail) {
  std::string out = header_field("Date", {header_date(mail.date)});
  out += header_field("From", mailbox(safe(mail.from)));
  out += header_field("To", mailbox(safe(mail.to)));
  if (mail.reply_to) out += header_field("Reply-To", mailbox({"", *mail.reply_to}));
  out += header_field("Subject", unstructured(one_line(mail.letter.subject, k_subject_chars)));
  out += header_field("Message-ID", {fmt::format("<{}>", mail.message_id)});
  const HeaderWords answered = message_ids({mail.in_reply_to});
  if (!answered.empty()) out += header_field("In-Reply-To", answered);
  const HeaderWords references = message_ids(mail.references);
  if (!references.empty()) out += header_field("References", references);
  if (mail.auto_submitted != AutoSubmitted::no) {
    out += header_field("Auto-Submitted", {std::string{name_of(mail.auto_submitted)}});
    out += header_field("X-Auto-Response-Suppress", {"All"});
  }
  out += header_field("Content-Language", {language_tag(mail.language)});
  out += header_field("MIME-Version", {"1.0"});
  return out;
}

/// The words of the letter, and what they show.
MimePart letter_part(const OutgoingMail& mail) {
  const MimePart text = text_part("plain", mail.letter.text);
  if (mail.letter.html.empty()) return text;
  const MimePart both = multipart("alternative", boundary_of(mail.message_id, "alternative"),
                                  {text, text_part("html", mail.letter.html)});
  std::vector<MimePart> parts{both};
  for (const auto& file : mail.attachments) {
    if (!file.content_id.empty()) parts.push_back(file_part(file, true));
  }
  if (parts.size() == 1) return both;
  return multipart("related", boundary_of(mail.message_id, "related"), parts,
                   ";\r\n type=\"multipart/alternative\"");
}

}  // namespace

std::string compose(const OutgoingMail& mail) {
  if (!is_message_id(mail.message_id)) {
    throw std::invalid_argument("compose: the Message-ID given is none: " + mail.message_id);
  }
  std::vector<MimePart> parts{letter_part(mail)};
  for (const auto& file : mail.attachments) {
    if (file.content_id.empty() || mail.letter.html.empty()) {
      parts.push_back(file_part(file, false));
    }
  }
  if (parts.size() == 1) return headers(mail) + parts[0];
  return headers(mail) + multipart("mixed", boundary_of(mail.message_id, "mixed"), parts);
}

}  // namespace redress::templates
