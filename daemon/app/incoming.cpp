#include "daemon/app/incoming.hpp"

#include "daemon/app/completeness.hpp"
#include "daemon/app/mentions.hpp"
#include "daemon/app/reading_json.hpp"
#include "parsers/header/dates.hpp"
#include "templates/names.hpp"

#include <algorithm>
#include <array>

namespace redress::app {
namespace {

/// A Received field may be this much earlier than INTERNALDATE and is believed still: mailboxes are
/// migrated, and a forged date must not move a promise by years.
constexpr std::chrono::days k_receipt_gap{90};
constexpr std::size_t k_list_text = 300;  ///< bytes of From and Subject kept for lists

/// Local parts that nobody reads.
constexpr std::array<std::string_view, 14> k_no_reply{
    "noreply",      "no-reply",      "no_reply",   "donotreply",   "do-not-reply",
    "do_not_reply", "mailer-daemon", "postmaster", "bounce",       "bounces",
    "daemon",       "autoreply",     "auto-reply", "notifications"};

/// Fields that tell the envelope's recipient, and To, where a report comes back to.
constexpr std::array<std::string_view, 4> k_recipient_fields{"Delivered-To", "X-Original-To",
                                                             "Envelope-To", "To"};

std::string_view tag_of(std::string_view local) {
  const auto plus = local.find('+');
  return plus == std::string_view::npos ? local : local.substr(plus + 1);
}

/// Every word of a field that looks like an address, without brackets.
template <class Use>
void each_address(std::string_view value, Use use) {
  constexpr std::string_view k_ends = " \t,;<>\"";
  while (!value.empty()) {
    const auto end = value.find_first_of(k_ends);
    const auto word = value.substr(0, end);
    if (word.find('@') != std::string_view::npos) use(word);
    value.remove_prefix(end == std::string_view::npos ? value.size() : end + 1);
  }
}

using ReadTag = std::optional<std::string> (*)(const domain::KeyRing&, std::string_view);

/// The mail of ours that one is about by the address it came to, where its key holds.
std::optional<std::string> serial_of(const parsers::MessageFacts& facts,
                                     const domain::KeyRing& keys, ReadTag read) {
  std::optional<std::string> serial;
  for (const auto name : k_recipient_fields) {
    for (const auto* field : facts.header_all(name)) {
      each_address(field->value, [&](std::string_view address) {
        const auto local = address.substr(0, address.rfind('@'));
        if (!serial) serial = read(keys, tag_of(local));
      });
    }
  }
  return serial;
}

/// Commands are read from plain text only: what HTML hides, its writer did not see either.
std::optional<domain::StaffReply> staff_reply(const parsers::MessageFacts& facts,
                                              const domain::KeyRing& keys) {
  auto serial = serial_of(facts, keys, &domain::read_staff_tag);
  if (!serial) return std::nullopt;
  domain::StaffReply reply{.serial = std::move(*serial), .from_html = facts.text_from_html};
  if (facts.from.size() == 1) reply.from = facts.from.front().parsed;
  if (!reply.from_html) reply.orders = domain::read_orders(facts.new_text);
  return reply;
}

bool nobody_reads(const domain::MailAddress& address) {
  auto local = address.key().substr(0, address.key().rfind('@'));
  return std::any_of(k_no_reply.begin(), k_no_reply.end(), [&](std::string_view name) {
    return local == name || local.starts_with(std::string{name} + "+");
  });
}

/// Whether a form's mail was sent by a web site of the house (CILEX-04).
bool is_of_our_form(const parsers::MessageFacts& facts,
                    const std::vector<domain::MailAddress>& senders,
                    domain::SenderAuthentication authentication) {
  const bool known =
      facts.from.size() == 1 && facts.from.front().parsed &&
      std::find(senders.begin(), senders.end(), *facts.from.front().parsed) != senders.end();
  return known && authentication == domain::SenderAuthentication::passed;
}

/// What the person in a form is called: nobody's words, since it must look like a name.
std::string name_in_form(const parsers::Form& form) {
  std::string name{parsers::form_value(form, "name")};
  if (name.empty()) {
    name = parsers::form_value(form, "first_name");
    name += " ";
    name += parsers::form_value(form, "last_name");
  }
  return templates::greeting_name(name);
}

/// Whom a mail of staff went to, and what it counts as in its mailbox.
void add_sent(domain::IncomingMail& mail, const parsers::MessageFacts& facts,
              const Installation& house) {
  for (const auto* list : {&facts.to, &facts.cc}) {
    for (const auto& one : *list) {
      if (one.parsed) mail.to.push_back(*one.parsed);
    }
  }
  for (const auto& mailbox : house.settings.mailboxes) {
    if (mailbox.name == mail.mailbox) mail.sent_counts = mailbox.sent_counts;
  }
}

/// The body, from the first empty line on.
std::string_view body_of(std::string_view bytes) {
  const auto crlf = bytes.find("\r\n\r\n");
  const auto lf = bytes.find("\n\n");
  if (crlf == std::string_view::npos && lf == std::string_view::npos) return {};
  return bytes.substr(crlf < lf ? crlf + 4 : lf + 2);
}

/// What makes two deliveries the same message: who, when, subject and body, but no trace field and
/// no Message-ID, which relays rewrite and forgers copy. Empty where nothing tells mails apart.
std::string content_digest(const ports::JournalledMessage& message,
                           const parsers::MessageFacts& facts, const domain::KeyRing& keys) {
  const auto* date = facts.header("Date");
  if (date == nullptr && facts.message_id.empty()) return {};
  std::string content;
  for (const auto name : {"From", "Date", "Subject"}) {
    const auto* field = facts.header(name);
    content += field == nullptr ? std::string{} : field->value;
    content.push_back('\0');
  }
  if (date == nullptr) content += facts.message_id;
  content.push_back('\0');
  for (const char c : body_of(message.bytes)) {
    if (c != '\r') content.push_back(c);
  }
  while (!content.empty() && content.back() == '\n') content.pop_back();
  return keys.digest(content);
}

std::vector<std::string> bounced_ids(const parsers::MessageFacts& facts,
                                     const domain::KeyRing& keys) {
  std::vector<std::string> ids;
  if (!facts.delivery_report) return ids;
  const auto& original = facts.delivery_report->original_message_id;
  if (original && domain::is_own_message_id(keys, *original)) ids.push_back(*original);
  return ids;
}

/// A body of the policy that is named is as good a sign as the words that the classifier knows.
void flag_bodies(const domain::Policy& policy, const parsers::MessageFacts& facts,
                 domain::Reading& reading) {
  const bool by_person = reading.kind == domain::MessageKind::complaint ||
                         reading.kind == domain::MessageKind::compliment;
  if (!by_person) return;
  for (const auto* body : mentioned_bodies(policy, facts.subject, facts.new_text)) {
    const bool first = body->relation == domain::BodyRelation::first_elsewhere;
    reading.flags.insert(first ? domain::Flag::study_centre : domain::Flag::out_of_scope);
    reading.evidence.push_back({"policy-body", body->name, 0});
  }
}

}  // namespace

parsers::ReadingContext reading_context(const Installation& house, const std::string& mailbox,
                                        const domain::KeyRing* keys) {
  const auto& settings = house.settings;
  parsers::ReadingContext context;
  context.house_words = house.vocabulary.words();
  context.keys = keys;
  context.prefixes = {settings.organisation.prefix};
  context.own_addresses = {settings.smtp.from};
  for (const auto& one : settings.mailboxes) {
    context.own_addresses.push_back(one.address);
    if (one.name == mailbox) {
      context.expects = one.expects == config::Expects::enquiry ? domain::MessageKind::enquiry
                                                                : domain::MessageKind::complaint;
    }
  }
  for (const auto& person : settings.staff) context.staff_addresses.push_back(person.email);
  return context;
}

std::optional<domain::Person> answered_person(const parsers::MessageFacts& facts,
                                              const domain::Reading& reading,
                                              domain::SenderAuthentication authentication) {
  const bool one_from = facts.from.size() == 1 && facts.from.front().parsed;
  const bool one_reply = facts.reply_to.size() == 1 && facts.reply_to.front().parsed;
  const parsers::Address* chosen = one_from ? &facts.from.front() : nullptr;
  if (one_reply) {
    const auto& reply = facts.reply_to.front();
    const bool same_domain = one_from && reply.parsed->domain_key() == chosen->parsed->domain_key();
    if (reading.has(domain::Flag::web_form) || same_domain) chosen = &reply;
  }
  if (chosen == nullptr) return std::nullopt;
  std::string name;
  if (authentication == domain::SenderAuthentication::passed) {
    const bool form = reading.has(domain::Flag::web_form) && facts.form;
    name = form ? name_in_form(*facts.form) : templates::greeting_name(chosen->name);
  }
  return domain::Person{.name = std::move(name), .address = *chosen->parsed};
}

std::string sender_text(const parsers::MessageFacts& facts) {
  if (facts.from.empty()) return {};
  const auto& from = facts.from.front();
  return from.name.empty() ? from.address : from.name + " <" + from.address + ">";
}

domain::Instant receipt(const parsers::MessageFacts& facts, domain::Instant internal_date) {
  const auto* top = facts.header("Received");
  if (top == nullptr) return internal_date;
  const auto semicolon = top->value.rfind(';');
  if (semicolon == std::string::npos) return internal_date;
  const auto at = parsers::parse_mail_date(std::string_view{top->value}.substr(semicolon + 1));
  const bool believed = at && *at < internal_date && internal_date - *at <= k_receipt_gap;
  return believed ? *at : internal_date;
}

ReadMail read_journalled(const ports::JournalledMessage& message,
                         const parsers::MessageFacts& facts, const Installation& house,
                         const domain::KeyRing& keys) {
  const auto& settings = house.settings;
  auto reading = parsers::classify(facts, reading_context(house, message.mailbox, &keys));
  flag_bodies(house.policy, facts, reading);
  const auto authentication = parsers::sender_authentication(facts, settings.authserv_id);
  ReadMail out;
  auto& mail = out.mail;
  mail.id = message.id;
  mail.mailbox = message.mailbox;
  mail.from_junk = message.from_junk;
  mail.from_sent = message.from_sent;
  mail.history = message.history;
  mail.released = message.released;
  mail.relisted = message.relisted;
  mail.cut = message.size > message.bytes.size();
  mail.received = receipt(facts, message.internal_date);
  mail.message_id = facts.message_id;
  mail.references = facts.references;
  mail.sender = answered_person(facts, reading, authentication);
  mail.from = sender_text(facts).substr(0, k_list_text);
  mail.subject = facts.subject.substr(0, k_list_text);
  mail.authentication = authentication;
  if (!facts.language.empty()) mail.language = facts.language;
  if (!house.policy.asks_for.empty()) mail.lacks = lacks_of(facts);
  mail.mentions = mentioned_staff(settings.staff, facts.subject, facts.new_text);
  mail.really_own = domain::is_own_message_id(keys, facts.message_id);
  mail.no_reply = mail.sender && nobody_reads(mail.sender->address);
  mail.unproven_form = reading.has(domain::Flag::web_form) &&
                       !is_of_our_form(facts, settings.form_senders, authentication);
  mail.reading_json =
      kept_json(reading, facts).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
  mail.content_digest = content_digest(message, facts, keys);
  mail.reading = std::move(reading);

  if (message.from_sent) add_sent(mail, facts, house);
  auto& query = out.query;
  query.message = message.id;
  for (const auto& named : mail.reading.named) query.named.push_back(named.reference);
  query.thread_ids = facts.in_reply_to;
  query.thread_ids.insert(query.thread_ids.end(), facts.references.begin(), facts.references.end());
  query.content_digest = mail.content_digest;
  if (mail.sender) query.sender = mail.sender->address;
  query.prefix = settings.organisation.prefix;
  if (mail.reading.kind == domain::MessageKind::delivery_report) {
    query.bounce_serial = serial_of(facts, keys, &domain::read_bounce_tag);
    query.bounced_message_ids = bounced_ids(facts, keys);
  }
  if (!message.from_sent && !domain::is_by_machine(mail.reading.kind))
    out.staff_reply = staff_reply(facts, keys);
  return out;
}

}  // namespace redress::app
