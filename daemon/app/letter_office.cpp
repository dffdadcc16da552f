#include "daemon/app/letter_office.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace redress::app {
namespace {

using domain::NewMail;
using domain::Result;

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

/// Roles that stand in for one that nobody has.
std::vector<std::string> with_stand_ins(const std::string& role) {
  return {role, "complaints-manager", "administrator"};
}

bool has_role(const config::StaffMember& person, const std::string& role) {
  return std::find(person.roles.begin(), person.roles.end(), role) != person.roles.end();
}

void add_staff(const config::Settings& settings, const std::string& role,
               std::vector<domain::Person>& out) {
  for (const auto& person : settings.staff) {
    const bool known = std::any_of(out.begin(), out.end(), [&](const domain::Person& other) {
      return other.address == person.email;
    });
    if (has_role(person, role) && !known) out.push_back({person.name, person.email});
  }
}

/// The command that settles a notice, or shows what settles it.
std::string command_for(const domain::NewNotice& notice) {
  switch (notice.kind) {
    case domain::NoticeKind::held:
    case domain::NoticeKind::junk:
      if (notice.message) {
        return fmt::format("redressctl release --message {}", notice.message->value);
      }
      return "redressctl messages";
    case domain::NoticeKind::quarantined:
      return notice.message ? fmt::format("redressctl quarantine show {}", notice.message->value)
                            : "redressctl quarantine list";
    case domain::NoticeKind::failed: return "redressctl outbox";
    case domain::NoticeKind::serious:  // never "release": routine wording would be wrong
      return notice.reference ? "redressctl case show " + notice.reference->str()
                              : "redressctl messages";
    case domain::NoticeKind::overdue:
    case domain::NoticeKind::system: return "redressctl status";
  }
  return "redressctl status";
}

}  // namespace

struct LetterOffice::Sheet {
  domain::MailPurpose purpose{};
  std::string letter_name;
  templates::Letter letter;
  std::optional<domain::CaseReference> reference;
  domain::MailAddress mailbox;
  std::optional<domain::MailAddress> reply_to;
  std::string in_reply_to;
  std::vector<std::string> references;
  domain::OutboxState state{domain::OutboxState::pending};
  std::string held_because;
  domain::Instant not_before;
};

std::vector<domain::Person> LetterOffice::staff_of(const std::vector<std::string>& roles) const {
  std::vector<domain::Person> found;
  for (const auto& role : roles) {
    if (found.empty()) add_staff(house_.settings, role, found);
  }
  return found;
}

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

templates::LetterFacts LetterOffice::facts(const domain::LetterOrder& order) const {
  const auto& zone = house_.zone;
  const auto& stages = house_.policy.stages;
  const auto stage = std::find_if(stages.begin(), stages.end(), [&](const domain::Stage& one) {
    return one.number == order.stage;
  });
  templates::LetterFacts facts;
  auto& fields = facts.fields;
  fields["organisation"] = house_.settings.organisation.name;
  fields["policy_title"] = house_.policy.title;
  fields["received_date"] = domain::long_date(zone.date_of(order.received));
  fields["received_time"] = domain::clock_text(zone.time_of_day(order.received));
  fields["mailbox"] = order.mailbox;
  fields["message_number"] = std::to_string(order.about.value);
  if (!house_.policy.url.empty()) fields["policy_url"] = house_.policy.url;
  if (order.reference) fields["reference"] = order.reference->str();
  if (order.to && !order.to->name.empty()) fields["complainant_name"] = order.to->name;
  if (stage != stages.end()) fields["handled_by"] = stage->handled_by;
  if (order.respond) fields["respond_by_date"] = domain::long_date(zone.date_of(order.respond->at));
  if (order.acknowledge) {
    fields["acknowledge_by_date"] = domain::long_date(zone.date_of(order.acknowledge->at));
  }
  for (const auto& text : house_.policy.later_stages_text) {
    facts.lists["later_stages"].push_back({{"text", text}});
  }
  for (const auto& text : order.reasons) facts.lists["reasons"].push_back({{"text", text}});
  return facts;
}

Result<NewMail> LetterOffice::seal(const Sheet& sheet, const domain::Person& to,
                                   domain::Instant now) {
  const auto serial = tokens_.token(k_serial_characters);
  const auto domain_name = sheet.mailbox.domain();
  const auto word = id_word(sheet.purpose);
  const auto id = sheet.reference
                      ? domain::keyed_message_id(keys_, word, *sheet.reference, serial, domain_name)
                      : domain::keyed_message_id(keys_, word, serial, domain_name);
  const auto& smtp = house_.settings.smtp;
  const bool answers = sheet.purpose == domain::MailPurpose::acknowledgement;
  templates::OutgoingMail mail{
      .from = {smtp.from_name, smtp.from},
      .to = to,
      .reply_to = sheet.reply_to,
      .message_id = id,
      .in_reply_to = sheet.in_reply_to,
      .references = sheet.references,
      .date = now,
      .auto_submitted = answers ? templates::AutoSubmitted::auto_replied
                                : templates::AutoSubmitted::auto_generated,
      .language = "en",
      .letter = sheet.letter,
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
                 .held_because = sheet.held_because};
}

Result<std::vector<NewMail>> LetterOffice::write(const domain::LetterOrder& order,
                                                 domain::Instant now) {
  const auto mailbox = mailbox_address(order.mailbox);
  const bool to_staff = !order.to_role.empty();
  std::optional<domain::MailAddress> reply_to;
  if (!to_staff && order.reference)
    reply_to = tagged(mailbox, domain::reply_tag(keys_, *order.reference));
  auto filled = facts(order);
  filled.fields["reply_address"] = (reply_to ? *reply_to : mailbox).str();
  auto letter = house_.letters.render(order.letter, filled);
  if (!letter) return letter.error();
  auto references = order.references;
  if (!order.in_reply_to.empty()) references.push_back(order.in_reply_to);
  const Sheet sheet{.purpose = order.purpose,
                    .letter_name = order.letter,
                    .letter = std::move(*letter),
                    .reference = order.reference,
                    .mailbox = mailbox,
                    .reply_to = reply_to,
                    .in_reply_to = to_staff ? std::string{} : order.in_reply_to,
                    .references = to_staff ? std::vector<std::string>{} : std::move(references),
                    .state = order.state,
                    .held_because = order.held_because,
                    .not_before = order.not_before};
  const auto readers = to_staff ? staff_of(with_stand_ins(order.to_role))
                                : std::vector<domain::Person>{order.to.value()};
  std::vector<NewMail> mails;
  for (const auto& reader : readers) {
    auto mail = seal(sheet, reader, now);
    if (!mail) return mail.error();
    mails.push_back(std::move(*mail));
  }
  return mails;
}

Result<std::vector<NewMail>> LetterOffice::write_notices(
    const std::vector<domain::NewNotice>& notices, domain::Instant now) {
  templates::LetterFacts facts;
  const auto& zone = house_.zone;
  facts.fields["organisation"] = house_.settings.organisation.name;
  facts.fields["policy_title"] = house_.policy.title;
  facts.fields["notice_count"] = std::to_string(notices.size());
  auto& list = facts.lists["notices"];
  for (const auto& notice : notices) {
    std::map<std::string, std::string> item{
        {"kind", std::string{domain::to_string(notice.kind)}},
        {"text", notice.text},
        {"command", command_for(notice)},
        {"when", fmt::format("{}, {}", domain::long_date(zone.date_of(notice.at)),
                             domain::clock_text(zone.time_of_day(notice.at)))}};
    if (notice.reference) {
      item["reference"] = notice.reference->str();
    } else if (notice.message) {
      item["reference"] = fmt::format("message {}", notice.message->value);
    }
    list.push_back(std::move(item));
  }
  auto letter = house_.letters.render("staff_notice", facts);
  if (!letter) return letter.error();
  const Sheet sheet{.purpose = domain::MailPurpose::staff_notice,
                    .letter_name = "staff_notice",
                    .letter = std::move(*letter),
                    .reference = {},
                    .mailbox = house_.settings.mailboxes.front().address,
                    .reply_to = {},
                    .in_reply_to = {},
                    .references = {},
                    .state = domain::OutboxState::pending,
                    .held_because = {},
                    .not_before = now};
  std::vector<domain::Person> readers;
  add_staff(house_.settings, "administrator", readers);
  add_staff(house_.settings, "complaints-manager", readers);
  std::vector<NewMail> mails;
  for (const auto& reader : readers) {
    auto mail = seal(sheet, reader, now);
    if (!mail) return mail.error();
    mails.push_back(std::move(*mail));
  }
  return mails;
}

}  // namespace redress::app
