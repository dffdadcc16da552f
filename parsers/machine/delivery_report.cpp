#include "parsers/machine/delivery_report.hpp"

#include "parsers/ascii.hpp"
#include "parsers/header/message_ids.hpp"
#include "parsers/machine/delivery_text.hpp"
#include "parsers/mime/guard.hpp"
#include "parsers/mime/mime.hpp"

#include <algorithm>

namespace redress::parsers {
namespace {

using Recipient = DeliveryReport::Recipient;

/// Entities of the message itself, without what stands in messages inside it.
std::vector<const Part*> own_parts(const std::vector<Part>& parts) {
  std::vector<const Part*> out;
  std::vector<std::size_t> open{0};
  while (!open.empty()) {
    const auto& part = parts[open.back()];
    open.pop_back();
    out.push_back(&part);
    if (part.is_message()) continue;
    open.insert(open.end(), part.children.rbegin(), part.children.rend());
  }
  return out;
}

const Part* find_type(const std::vector<const Part*>& parts, std::string_view a,
                      std::string_view b) {
  for (const auto* part : parts) {
    if (part->is(a) || part->is(b)) return part;
  }
  return nullptr;
}

bool is_status(const Part& part) {
  return part.is("message/delivery-status") || part.is("message/global-delivery-status");
}

/// "rfc822; user@host" to "user@host" (RFC 3464, 2.3.1).
std::string typed_address(std::string_view value) {
  if (const auto semicolon = value.find(';'); semicolon != value.npos) {
    value.remove_prefix(semicolon + 1);
  }
  value = ascii::trimmed(value);
  if (value.starts_with('<')) value.remove_prefix(1);
  return std::string{ascii::trimmed(value.substr(0, value.find('>')))};
}

std::string first_word(std::string_view value) {
  value = ascii::trimmed(value);
  return ascii::lowered(value.substr(0, value.find_first_of(" \t(;")));
}

/// Groups of fields, an empty line between them: of the message first, then of each recipient
/// (RFC 3464, 2.1).
class StatusReader {
 public:
  StatusReader(std::string_view body, const Limits& limits) : limits_(limits) {
    ascii::Lines lines{body};
    std::string field;
    for (std::string_view line; lines.next(line);) {
      if (!line.empty() && ascii::is_blank(line.front()) && !ascii::trimmed(line).empty()) {
        field += line;
        continue;
      }
      take(field);
      if (ascii::trimmed(line).empty()) end_group();
      field = line;
    }
    take(field);
    end_group();
  }

  std::vector<Recipient> recipients;

 private:
  void take(std::string_view field) {
    const auto colon = field.find(':');
    if (colon == field.npos) return;
    const auto name = ascii::trimmed(field.substr(0, colon));
    const auto value = field.substr(colon + 1);
    if (ascii::equal(name, "Final-Recipient")) start_or_go_on(now_.address, value);
    if (ascii::equal(name, "Original-Recipient")) start_or_go_on(original_, value);
    if (ascii::equal(name, "Action")) now_.action = first_word(value);
    if (ascii::equal(name, "Status")) now_.status = first_word(value);
    if (ascii::equal(name, "Diagnostic-Code")) diagnostic_ = value;
  }

  /// A second one of a group's own fields starts another, where the empty line was forgotten.
  void start_or_go_on(std::string& address, std::string_view value) {
    if (!address.empty()) end_group();
    address = typed_address(value);
  }

  void end_group() {
    if (now_.address.empty()) now_.address = original_;
    const bool any = !now_.address.empty() && (!now_.action.empty() || !now_.status.empty());
    if (any && recipients.size() < limits_.addresses) {
      // RFC 3463, 3.1: a general status says less than the one in the server's own words.
      const auto told = status_in_text(diagnostic_);
      if (now_.status.empty() && !told.empty()) now_.status = told;
      if (now_.action.empty()) now_.action = now_.status.starts_with('4') ? "delayed" : "failed";
      if (now_.action == "deliverable") now_.action = "delivered";
      recipients.push_back(now_);
    }
    now_ = {};
    original_.clear();
    diagnostic_.clear();
  }

  const Limits& limits_;
  Recipient now_;
  std::string original_;
  std::string diagnostic_;
};

std::optional<std::string> first_id(std::string_view field) {
  DefectLog ignored;
  auto ids = parse_message_ids(field, 1, ignored);
  if (ids.empty()) return std::nullopt;
  return std::move(ids.front());
}

/// Where the structure is damaged the field is there all the same: in the header or in the text of
/// what comes behind the report's own.
std::optional<std::string> id_by_name(const std::vector<const Part*>& own) {
  DefectLog ignored;
  for (const auto* part : own) {
    if (part == own.front()) continue;
    if (auto id = first_id(part->header("Message-ID"))) return id;
    if (part->is_multipart()) continue;
    if (auto id = message_id_in_text(decoded_body(*part, ignored))) return id;
  }
  return std::nullopt;
}

std::optional<std::string> original_id(const std::vector<Part>& parts,
                                       const std::vector<const Part*>& own, const Limits& limits) {
  DefectLog ignored;
  for (const auto* part : own) {
    if (part->is_message() && !part->children.empty()) {
      if (auto id = first_id(parts[part->children.front()].header("Message-ID"))) return id;
    }
    const bool headers = part->is("text/rfc822-headers") || part->is("message/global-headers") ||
                         part->is("text/rfc822") || part->is_message();
    if (!headers) continue;
    const auto body = decoded_body(*part, ignored);
    for (const auto& field : header_of(body, limits)) {
      if (!ascii::equal(field.name, "Message-ID")) continue;
      if (auto id = first_id(field.value)) return id;
    }
  }
  return id_by_name(own);
}

std::vector<Recipient> from_status(const Part& status, const Limits& limits, DefectLog& defects) {
  const auto body = decoded_body(status, defects);
  return StatusReader{body, limits}.recipients;
}

/// Whom the report is about: its own status part; where its structure was lost, such a part as
/// text; else what the text says.
std::vector<Recipient> recipients_of(const MessageFacts& facts, const Part* status,
                                     const Limits& limits, DefectLog& defects) {
  std::vector<Recipient> out;
  if (status != nullptr) out = from_status(*status, limits, defects);
  if (out.empty()) out = StatusReader{facts.text, limits}.recipients;
  if (out.empty()) out = recipients_in_text(facts, limits.addresses);
  return out;
}

/// From the status part of a report inside on: some servers only wrap another's report.
std::vector<const Part*> wrapped_report(const std::vector<Part>& parts) {
  std::vector<const Part*> out;
  auto part = std::find_if(parts.begin(), parts.end(), is_status);
  for (; part != parts.end(); ++part) out.push_back(&*part);
  return out;
}

/// The message that comes back, or its header.
bool is_returned(const Part* part) {
  return part->is_message() || part->is("text/rfc822-headers") ||
         part->is("message/global-headers");
}

}  // namespace

std::optional<DeliveryReport> read_delivery_report(const MessageFacts& facts,
                                                   const std::vector<Part>& parts,
                                                   const Limits& limits, DefectLog& defects) {
  auto own = own_parts(parts);
  const auto* report_type = parts.front().type.find("report-type");
  const bool other_report =
      find_type(own, "message/feedback-report", "message/disposition-notification") != nullptr ||
      (report_type != nullptr && (ascii::equal(*report_type, "feedback-report") ||
                                  ascii::equal(*report_type, "disposition-notification")));
  if (other_report) return std::nullopt;

  const auto* status = find_type(own, "message/delivery-status", "message/global-delivery-status");
  const bool by_machine = parts.front().is("multipart/report") || is_mail_system(facts);
  const bool returns = std::any_of(own.begin(), own.end(), is_returned);
  if (!(status != nullptr && by_machine) && !says_undelivered(facts, returns)) return std::nullopt;
  std::optional<DeliveryReport> report{std::in_place};
  report->recipients = recipients_of(facts, by_machine ? status : nullptr, limits, defects);
  if (report->recipients.empty()) {
    if (auto inside = wrapped_report(parts); !inside.empty()) {
      report->recipients = from_status(*inside.front(), limits, defects);
      own = std::move(inside);
    }
  }
  report->original_message_id = original_id(parts, own, limits);
  if (!report->original_message_id) report->original_message_id = message_id_in_text(facts.text);
  return report;
}

}  // namespace redress::parsers
