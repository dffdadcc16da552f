#pragma once

#include "daemon/domain/ids.hpp"
#include "daemon/domain/time.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace redress::parsers {

/// A named repair or oddity. Defects are data: a message with defects is still read.
struct Defect {
  std::string name;    ///< stable, snake_case: "header_too_long", "charset_unknown" …
  std::string detail;  ///< what was seen; never more than 200 bytes
};

/// One header field: name as written, value unfolded, undecoded (RFC 5322, 2.2).
struct HeaderField {
  std::string name;
  std::string value;
};

/// A person or role as a header names it. `address` is what stood there, also where it is no valid
/// address; `parsed` is set where it is one.
struct Address {
  std::string name;     ///< display name, decoded to UTF-8; may be empty
  std::string address;  ///< addr-spec as written; empty for `<>`
  std::optional<domain::MailAddress> parsed;
};

struct Attachment {
  std::string name;      ///< file name as decoded, without any path; may be empty
  std::string type;      ///< media type, lower case
  std::uint64_t size{};  ///< decoded bytes
  std::string sha256;    ///< hex, of the decoded bytes
  std::optional<std::uint64_t>
      text_chars;   ///< characters of text read out of it, where it was read
  bool attached{};  ///< the mail calls it an attachment, not a part of what it shows
};

/// A machine wrote it (RFC 3834 and the header habits of the field).
struct AutomaticMail {
  std::string reason;  ///< rule that told: "auto-submitted", "precedence", "list", "null-sender" …
};

/// A document among the attachments that is worth reading, which only a confined process may do.
struct Document {
  std::size_t attachment{};  ///< its place among the attachments
  std::string bytes;         ///< decoded
};

/// An attachment kept byte for byte, to be handed on to a person (file_types.hpp).
struct KeptFile {
  std::size_t attachment{};     ///< its place among the attachments
  std::string_view media_type;  ///< what it is, whatever it was called; a constant
  std::string bytes;            ///< decoded
};

/// RFC 3464, or what a server without it wrote.
struct DeliveryReport {
  struct Recipient {
    std::string address;
    std::string action;  ///< failed | delayed | delivered | relayed | expanded
    std::string status;  ///< "5.1.1", or empty
  };
  std::vector<Recipient> recipients;
  std::optional<std::string> original_message_id;  ///< without angle brackets
};

/// Fields of a complaint form, in the order they stood.
struct Form {
  std::vector<std::pair<std::string, std::string>> fields;
};

/// Everything the parsers know of one message. All text is UTF-8 with "\n" line ends.
struct MessageFacts {
  std::string message_id;  ///< without angle brackets; empty where there is none
  std::optional<domain::Instant> date;
  std::vector<Address> from;  ///< usually one; empty where the header is missing or empty
  std::optional<Address> sender;
  std::vector<Address> reply_to, to, cc;
  std::string subject;
  std::vector<std::string> in_reply_to, references;  ///< message ids without angle brackets
  std::vector<HeaderField> headers;                  ///< in order, top first; bounded by the limits
  std::string text;                                  ///< all readable text of the message
  std::string new_text;   ///< what the writer wrote this time, without quotes and signature
  bool text_from_html{};  ///< some of the text was shown by HTML, and nobody sees what it hides
  std::string language;   ///< "en", "cy" …; empty where unknown
  std::vector<Attachment> attachments;
  std::vector<Document> documents;  ///< not read yet (document_facts.hpp); bounded by the limits
  std::vector<KeptFile> files;      ///< none where limits.kept_file_bytes is nought
  std::string document_text;        ///< what letters and forms among the documents say
  std::optional<AutomaticMail> automatic;
  std::optional<DeliveryReport> delivery_report;
  std::optional<Form> form;
  std::vector<Defect> defects;
  bool unreadable{false};  ///< nothing of it could be read

  /// First field of that name (case-insensitive), or nothing.
  const HeaderField* header(std::string_view name) const;
  /// Every field of that name, top first.
  std::vector<const HeaderField*> header_all(std::string_view name) const;
};

}  // namespace redress::parsers
