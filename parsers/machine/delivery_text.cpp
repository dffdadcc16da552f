#include "parsers/machine/delivery_text.hpp"

#include "parsers/ascii.hpp"
#include "parsers/header/addresses.hpp"
#include "parsers/header/message_ids.hpp"

#include <algorithm>
#include <array>

namespace redress::parsers {
namespace {

// How far into a text its own words are looked for; what follows is the returned message.
constexpr std::size_t k_words_bytes = 8000;
constexpr std::size_t k_address_bytes = 254;

constexpr std::array<std::string_view, 8> k_system_mailboxes{
    "mailer-daemon",        "mailerdaemon", "postmaster", "post_master",
    "mail.delivery.system", "mail-daemon",  "bounce",     "mdaemon"};
constexpr std::array<std::string_view, 5> k_system_names{
    "mail delivery s", "mailer-daemon", "mailer daemon", "mail deliver system", "postmaster"};

constexpr std::array<std::string_view, 30> k_subjects{"undeliver",
                                                      "returned mail",
                                                      "failure notice",
                                                      "delivery status notif",
                                                      "delivery fail",
                                                      "delivery has failed",
                                                      "mail delivery",
                                                      "mail system error",
                                                      "could not be delivered",
                                                      "returning message",
                                                      "returned to sender",
                                                      "returning to sender",
                                                      "delayed mail",
                                                      "delivery delayed",
                                                      "delayed ",
                                                      "failed delivery",
                                                      "failure delivery",
                                                      "could not send",
                                                      "mail failure",
                                                      "error sending your mail",
                                                      "unzustellbar",
                                                      "nicht zugestellt",
                                                      "non remis",
                                                      "échec de la remise",
                                                      "no se puede entregar",
                                                      "mancata consegna",
                                                      "onbestelbaar",
                                                      "niedostarcz",
                                                      "methwyd",
                                                      "delivery incomplete"};

constexpr std::array<std::string_view, 35> k_texts{"could not be delivered",
                                                   "couldn't be delivered",
                                                   "wasn't delivered",
                                                   "was not delivered",
                                                   "not been delivered",
                                                   "unable to deliver",
                                                   "wasn't able to deliver",
                                                   "could not deliver",
                                                   "undeliverable",
                                                   "undelivered",
                                                   "delivery to the following",
                                                   "this is the mail system at host",
                                                   "user unknown",
                                                   "unknown user",
                                                   "no such user",
                                                   "recipient address rejected",
                                                   "mailbox unavailable",
                                                   "mailbox is full",
                                                   "mailbox full",
                                                   "permanent error",
                                                   "permanent fatal error",
                                                   "transcript of session",
                                                   "returned to sender",
                                                   "delivery failed",
                                                   "will be retried",
                                                   "still being retried",
                                                   "is not listed in",
                                                   "fatal errors",
                                                   "delivery error",
                                                   "failed to deliver",
                                                   "following address",
                                                   "delivery attempt",
                                                   "does not exist",
                                                   "not reach the following",
                                                   "not a valid user"};

constexpr std::array<std::string_view, 16> k_delayed{"delayed",
                                                     "(delay)",
                                                     "will be retried",
                                                     "will keep trying",
                                                     "still being retried",
                                                     "delivery incomplete",
                                                     "warning--could not",
                                                     "will continue to try",
                                                     "not yet been delivered",
                                                     "temporarily suspended",
                                                     "still trying",
                                                     "you do not need to resend",
                                                     "warning message only",
                                                     "warning only",
                                                     "will retry",
                                                     "this is a warning"};
constexpr std::array<std::string_view, 6> k_given_up{"giving up", "given up",
                                                     "gave up",   "failed permanently",
                                                     "permanent", "returning message to sender"};

/// How the copy of the returned message is announced.
constexpr std::array<std::string_view, 12> k_copy_starts{
    "------ this is a copy",  "--- below this line",  "--- the header of the original",
    "----- original message", "--- original message", "------- original",
    "the original message",   "----- unsent message", "----- message header",
    "return-path:",           "received: ",           "original message follows"};

bool has_null_path(const MessageFacts& facts) {
  const auto* path = facts.header("Return-Path");
  return path != nullptr && ascii::trimmed(path->value) == "<>";
}

bool is_system_address(const Address& address) {
  const auto mailbox = std::string_view{address.address};
  const auto local = mailbox.substr(0, mailbox.find('@'));
  const bool by_address = std::any_of(k_system_mailboxes.begin(), k_system_mailboxes.end(),
                                      [local](auto name) { return ascii::equal(local, name); });
  return by_address || ascii::contains_any(address.name, k_system_names);
}

bool is_system_sender(const MessageFacts& facts) {
  if (facts.from.empty()) return facts.header("From") != nullptr && has_null_path(facts);
  const auto& from = facts.from.front();
  return (from.address.empty() && from.name.empty()) || is_system_address(from);
}

/// The report's own words: up to the copy of the returned message.
std::string_view own_words(std::string_view text) {
  text = text.substr(0, k_words_bytes);
  ascii::Lines lines{text};
  for (std::string_view line; lines.next(line);) {
    const auto words = ascii::trimmed(line);
    const bool copy = std::any_of(k_copy_starts.begin(), k_copy_starts.end(),
                                  [words](auto start) { return ascii::starts_with(words, start); });
    if (copy && lines.start() > 0) return text.substr(0, lines.start());
  }
  return text;
}

/// A word of the text as an address, without the brackets and stops around it.
std::optional<domain::MailAddress> address_in(std::string_view word) {
  constexpr std::string_view k_around = "<>()[]\"'`,;:.*";
  const auto first = word.find_first_not_of(k_around);
  if (first == word.npos) return std::nullopt;
  word = word.substr(first, word.find_last_not_of(k_around) - first + 1);
  if (ascii::starts_with(word, "mailto:")) word.remove_prefix(7);
  if (word.size() > k_address_bytes || word.find('@') == word.npos) return std::nullopt;
  auto parsed = domain::MailAddress::parse(word);
  if (!parsed || parsed->domain().find('.') == std::string_view::npos) return std::nullopt;
  return std::move(parsed.value());
}

bool names(const std::vector<Address>& list, const domain::MailAddress& address) {
  return std::any_of(list.begin(), list.end(),
                     [&address](const Address& other) { return other.parsed == address; });
}

std::vector<domain::MailAddress> failed_recipients(const MessageFacts& facts, std::size_t limit) {
  std::vector<domain::MailAddress> out;
  DefectLog ignored;
  for (const auto* field : facts.header_all("X-Failed-Recipients")) {
    for (auto& address : parse_addresses(field->value, limit, ignored)) {
      if (address.parsed && out.size() < limit) out.push_back(std::move(*address.parsed));
    }
  }
  return out;
}

std::vector<domain::MailAddress> addresses_in(std::string_view text, const MessageFacts& facts,
                                              std::size_t limit) {
  std::vector<domain::MailAddress> out;
  constexpr std::string_view k_blanks = " \t\n=";
  for (std::size_t at = 0; at < text.size() && out.size() < limit;) {
    const auto start = text.find_first_not_of(k_blanks, at);
    if (start == text.npos) break;
    at = std::min(text.find_first_of(k_blanks, start), text.size());
    auto address = address_in(text.substr(start, at - start));
    if (!address || names(facts.from, *address) || names(facts.to, *address)) continue;
    if (std::find(out.begin(), out.end(), *address) == out.end())
      out.push_back(std::move(*address));
  }
  return out;
}

}  // namespace

bool is_mail_system(const MessageFacts& facts) {
  return has_null_path(facts) || is_system_sender(facts);
}

bool says_undelivered(const MessageFacts& facts, bool returns_mail) {
  if (facts.header("X-Failed-Recipients") != nullptr && is_mail_system(facts)) return true;
  const bool system = is_system_sender(facts);
  if (!system && !has_null_path(facts)) return false;  // a person: the text need not be searched
  const bool subject = ascii::contains_any(facts.subject, k_subjects);
  if (subject && system) return true;
  if (!subject && !system && !returns_mail) return false;
  return ascii::contains_any(own_words(facts.text), k_texts);
}

std::string status_in_text(std::string_view text) {
  const auto digits = [text](std::size_t at) {
    std::size_t count = 0;
    while (count < 4 && at + count < text.size() && ascii::is_digit(text[at + count])) ++count;
    return count;
  };
  for (std::size_t at = 0; at + 4 < text.size(); ++at) {
    if ((text[at] != '4' && text[at] != '5') || text[at + 1] != '.') continue;
    if (at > 0 && (ascii::is_digit(text[at - 1]) || text[at - 1] == '.')) continue;
    const auto subject = digits(at + 2);
    const auto dot = at + 2 + subject;
    if (subject == 0 || subject > 3 || dot >= text.size() || text[dot] != '.') continue;
    const auto detail = digits(dot + 1);
    const auto end = dot + 1 + detail;
    if (detail == 0 || detail > 3) continue;
    // A further number makes it an address or a version.
    if (end + 1 < text.size() && text[end] == '.' && ascii::is_digit(text[end + 1])) continue;
    return std::string{text.substr(at, end - at)};
  }
  return {};
}

std::vector<DeliveryReport::Recipient> recipients_in_text(const MessageFacts& facts,
                                                          std::size_t limit) {
  const auto words = own_words(facts.text);
  auto addresses = failed_recipients(facts, limit);
  if (addresses.empty()) addresses = addresses_in(words, facts, limit);
  const auto status = status_in_text(words);
  const bool waits =
      ascii::contains_any(facts.subject, k_delayed) || ascii::contains_any(words, k_delayed);
  const bool over =
      facts.header("X-Failed-Recipients") != nullptr || ascii::contains_any(words, k_given_up);
  std::vector<DeliveryReport::Recipient> out;
  out.reserve(addresses.size());
  for (const auto& address : addresses) {
    out.push_back({address.str(), waits && !over ? "delayed" : "failed", status});
  }
  return out;
}

std::optional<std::string> message_id_in_text(std::string_view text) {
  ascii::Lines lines{text};
  DefectLog ignored;
  for (std::string_view line; lines.next(line);) {
    const auto field = line.substr(std::min(line.find_first_not_of(" \t>"), line.size()));
    if (!ascii::starts_with(field, "message-id:")) continue;
    auto ids = parse_message_ids(field.substr(11), 1, ignored);
    if (!ids.empty()) return std::move(ids.front());
  }
  return std::nullopt;
}

}  // namespace redress::parsers
