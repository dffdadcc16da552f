#include "daemon/app/letter_office.hpp"

#include "daemon/app/answer_links.hpp"
#include "daemon/app/letter_facts.hpp"
#include "daemon/app/staff_readers.hpp"

#include <fmt/format.h>

#include <utility>

namespace redress::app {
namespace {

using domain::NewMail;
using domain::Result;

constexpr std::string_view k_staff_named_notice = "staff_named_notice";
constexpr std::size_t k_serial_characters = 16;

/// First word of the Message-ID, by purpose.
std::string_view id_word(domain::MailPurpose purpose) {
  switch (purpose) {
    case domain::MailPurpose::acknowledgement: return "ack";
    case domain::MailPurpose::duty_alert: return "alert";
    case domain::MailPurpose::staff_notice: return "notice";
    case domain::MailPurpose::letter: return "letter";
    case domain::MailPurpose::staff_letter: return "staff";
  }
  return "mail";
}

}  // namespace

struct LetterOffice::Sheet {
  domain::MailPurpose purpose{};
  std::string letter_name;
  templates::Letter letter;
  templates::AutoSubmitted automatic{templates::AutoSubmitted::auto_generated};
  std::optional<domain::CaseReference> reference;
  domain::MailAddress mailbox;
  std::optional<domain::MailAddress> reply_to;
  std::string in_reply_to;
  std::vector<std::string> references;
  domain::OutboxState state{domain::OutboxState::pending};
  std::string held_because;
  domain::Instant not_before;
  std::vector<domain::Attachment> attachments{};
};

domain::MailAddress LetterOffice::mailbox_address(const std::string& name) const {
  for (const auto& mailbox : house_.settings.mailboxes) {
    if (mailbox.name == name) return mailbox.address;
  }
  return house_.settings.mailboxes.front().address;
}

domain::MailAddress LetterOffice::tagged(const domain::MailAddress& mailbox,
                                         const std::string& tag) const {
  switch (house_.settings.reply_address) {
    case config::ReplyAddress::plus: return mailbox.with_tag(tag);
    case config::ReplyAddress::catch_all:
      return domain::MailAddress::parse(fmt::format("{}@{}", tag, mailbox.domain())).value();
    case config::ReplyAddress::plain: return mailbox;
  }
  return mailbox;
}

NewMail LetterOffice::seal(const Sheet& sheet, const domain::Person& to, std::string serial,
                           domain::Instant now) const {
  const auto domain_name = sheet.mailbox.domain();
  const auto word = id_word(sheet.purpose);
  const auto id = sheet.reference
                      ? domain::keyed_message_id(keys_, word, *sheet.reference, serial, domain_name)
                      : domain::keyed_message_id(keys_, word, serial, domain_name);
  const auto& smtp = house_.settings.smtp;
  templates::OutgoingMail mail{
      .from = {smtp.from_name, smtp.from},
      .to = to,
      .reply_to = sheet.reply_to,
      .message_id = id,
      .in_reply_to = sheet.in_reply_to,
      .references = sheet.references,
      .date = now,
      .auto_submitted = sheet.automatic,
      .language = sheet.letter.language,
      .letter = sheet.letter,
      .attachments = sheet.attachments,
  };
  return NewMail{.purpose = sheet.purpose,
                 .template_name = sheet.letter_name,
                 .reference = sheet.reference,
                 .serial = serial,
                 .message_id = id,
                 .envelope_from = tagged(sheet.mailbox, domain::bounce_tag(keys_, serial)),
                 .to = to.address,
                 .bytes = templates::compose(mail),
                 .state = sheet.state,
                 .not_before = sheet.not_before,
                 .held_because = sheet.held_because,
                 .subject = sheet.letter.subject};
}

std::vector<domain::Person> LetterOffice::readers_of(const domain::LetterOrder& order) const {
  if (!order.to_staff.empty()) return order.to_staff;
  if (!order.to_role.empty()) return staff_for(house_.settings, order.to_role, order.not_to);
  return {order.to.value()};
}

/// Only where the sender of an answer can be proven, and its address told from others.
bool LetterOffice::is_answerable(const domain::LetterOrder& order) const {
  const auto& settings = house_.settings;
  if (order.letter == k_staff_named_notice) return false;  // it says whom to write to
  return order.purpose == domain::MailPurpose::staff_letter && order.reference &&
         !settings.authserv_id.empty() && settings.reply_address != config::ReplyAddress::plain;
}

Result<templates::Letter> LetterOffice::render(
    const domain::LetterOrder& order, const domain::Person& reader,
    const std::optional<domain::MailAddress>& reply_to) const {
  const auto language = language_of(house_, order);
  auto facts = facts_of(house_, order, language);
  facts.fields["reply_address"] = (reply_to ? *reply_to : mailbox_address(order.mailbox)).str();
  if (reply_to && is_answerable(order)) add_answers(facts, order, reader, *reply_to, house_.policy);
  if (is_answerable(order)) without_commands(facts);
  auto letter = house_.letters.render(order.letter, facts, language);
  if (!letter) return letter;
  if (order.plain_text) letter->html.clear();
  if (is_answerable(order)) letter->text = without_command_lines(letter->text);
  return letter;
}

Result<std::vector<NewMail>> LetterOffice::write(const domain::LetterOrder& order,
                                                 domain::Instant now) {
  const auto mailbox = mailbox_address(order.mailbox);
  const bool to_staff = !order.to_staff.empty() || !order.to_role.empty();
  const bool is_answer = order.letter == k_staff_answer;
  auto references = order.references;
  if (!order.in_reply_to.empty()) references.push_back(order.in_reply_to);
  std::vector<NewMail> mails;
  for (const auto& reader : readers_of(order)) {
    auto serial = tokens_.token(k_serial_characters);
    std::optional<domain::MailAddress> reply_to;
    if (!to_staff && order.reference) {
      reply_to = tagged(mailbox, domain::reply_tag(keys_, *order.reference));
    } else if (is_answerable(order)) {
      reply_to = tagged(mailbox, domain::staff_tag(keys_, serial));
    }
    auto letter = render(order, reader, reply_to);
    if (!letter) return letter.error();
    const bool threads = !to_staff || is_answer;
    const Sheet sheet{.purpose = order.purpose,
                      .letter_name = order.letter,
                      .letter = std::move(*letter),
                      .automatic = automatic_of(house_, order),
                      .reference = order.reference,
                      .mailbox = mailbox,
                      .reply_to = reply_to,
                      .in_reply_to = threads ? order.in_reply_to : std::string{},
                      .references = threads ? references : std::vector<std::string>{},
                      .state = order.state,
                      .held_because = order.held_because,
                      .not_before = order.not_before,
                      .attachments = order.attachments};
    mails.push_back(seal(sheet, reader, std::move(serial), now));
  }
  return mails;
}

Result<std::vector<NewMail>> LetterOffice::write_notices(
    const std::vector<ports::UntoldNotice>& notices, domain::Instant now) {
  std::vector<NewMail> mails;
  for (const auto& [reader, theirs] : share_out(house_.settings, notices)) {
    auto letter = house_.letters.render("staff_notice", facts_of(house_, theirs));
    if (!letter) return letter.error();
    const Sheet sheet{.purpose = domain::MailPurpose::staff_notice,
                      .letter_name = "staff_notice",
                      .letter = std::move(*letter),
                      .automatic = templates::AutoSubmitted::auto_generated,
                      .reference = {},
                      .mailbox = house_.settings.mailboxes.front().address,
                      .reply_to = {},
                      .in_reply_to = {},
                      .references = {},
                      .state = domain::OutboxState::pending,
                      .held_because = {},
                      .not_before = now};
    mails.push_back(seal(sheet, reader, tokens_.token(k_serial_characters), now));
  }
  return mails;
}

}  // namespace redress::app
