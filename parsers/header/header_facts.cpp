#include "parsers/header/header_facts.hpp"

#include "parsers/ascii.hpp"
#include "parsers/header/addresses.hpp"
#include "parsers/header/dates.hpp"
#include "parsers/header/message_ids.hpp"
#include "parsers/mime/encoded_words.hpp"

#include <algorithm>
#include <chrono>
#include <iterator>

namespace redress::parsers {
namespace {

// A date so much later than the receiving server's own is wrong; less is a clock that goes wrong.
constexpr std::chrono::hours k_future_slack{48};

std::vector<Address> addresses(const MessageFacts& facts, std::string_view name,
                               const Limits& limits, DefectLog& defects) {
  std::vector<Address> out;
  for (const auto* field : facts.header_all(name)) {
    if (out.size() >= limits.addresses) break;
    auto more = parse_addresses(field->value, limits.addresses - out.size(), defects);
    std::move(more.begin(), more.end(), std::back_inserter(out));
  }
  return out;
}

/// Sender fields: what is no address at all gives way to what is one (two From fields, one broken).
std::vector<Address> senders(const MessageFacts& facts, const Limits& limits, DefectLog& defects) {
  if (facts.header_all("From").size() > 1) defects.add("from_repeated");
  auto out = addresses(facts, "From", limits, defects);
  if (out.empty()) defects.add("from_missing");
  std::stable_partition(out.begin(), out.end(),
                        [](const Address& address) { return address.parsed.has_value(); });
  return out;
}

std::vector<std::string> ids(const MessageFacts& facts, std::string_view name, const Limits& limits,
                             DefectLog& defects) {
  const auto* field = facts.header(name);
  if (field == nullptr) return {};
  return parse_message_ids(field->value, limits.references, defects);
}

/// When the server that received it last says it did (RFC 5321, 4.4).
std::optional<domain::Instant> received(const MessageFacts& facts) {
  const auto* field = facts.header("Received");
  if (field == nullptr) return std::nullopt;
  const auto semicolon = field->value.rfind(';');
  if (semicolon == std::string::npos) return std::nullopt;
  return parse_mail_date(std::string_view{field->value}.substr(semicolon + 1));
}

void read_date(MessageFacts& facts, DefectLog& defects) {
  const auto* field = facts.header("Date");
  if (field == nullptr) {
    defects.add("date_missing");
    return;
  }
  facts.date = parse_mail_date(field->value);
  if (!facts.date) {
    defects.add("date_invalid", field->value);
    return;
  }
  const auto arrival = received(facts);
  if (arrival && *facts.date > *arrival + k_future_slack) {
    defects.add("date_in_future", field->value);
  }
}

}  // namespace

void read_header_facts(MessageFacts& facts, const Limits& limits, DefectLog& defects) {
  facts.from = senders(facts, limits, defects);
  auto sender = addresses(facts, "Sender", limits, defects);
  if (!sender.empty()) facts.sender = std::move(sender.front());
  facts.reply_to = addresses(facts, "Reply-To", limits, defects);
  facts.to = addresses(facts, "To", limits, defects);
  facts.cc = addresses(facts, "Cc", limits, defects);
  if (const auto* subject = facts.header("Subject")) {
    const auto decoded = decode_encoded_words(subject->value, defects);
    facts.subject = ascii::trimmed(decoded);
  }
  auto id = ids(facts, "Message-ID", limits, defects);
  if (id.empty()) {
    defects.add("message_id_missing");
  } else {
    facts.message_id = std::move(id.front());
  }
  facts.in_reply_to = ids(facts, "In-Reply-To", limits, defects);
  facts.references = ids(facts, "References", limits, defects);
  read_date(facts, defects);
}

}  // namespace redress::parsers
