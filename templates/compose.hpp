#pragma once

#include "daemon/domain/attachment.hpp"
#include "daemon/domain/case.hpp"
#include "daemon/domain/ids.hpp"
#include "daemon/domain/time.hpp"
#include "templates/letters.hpp"

#include <optional>
#include <string>
#include <vector>

namespace redress::templates {

/// RFC 3834, 5: whether a program sends the mail by itself. `no`: a person decided on it.
enum class AutoSubmitted { auto_replied, auto_generated, no };

/// All of an outgoing mail but its envelope.
struct OutgoingMail {
  domain::Person from;
  domain::Person to;
  std::optional<domain::MailAddress> reply_to;
  std::string message_id;   ///< without angle brackets
  std::string in_reply_to;  ///< likewise; may be empty
  std::vector<std::string> references;
  domain::Instant date;
  AutoSubmitted auto_submitted{AutoSubmitted::auto_replied};
  std::string language{"en"};  ///< Content-Language
  Letter letter;
  /// Those with a Content-ID are shown in the letter's HTML; where it has none they are attached
  /// like the others.
  std::vector<domain::Attachment> attachments{};
};

/// RFC 5322 bytes with CRLF: multipart/alternative (text, then HTML; text/plain alone where the
/// letter has no HTML), in multipart/related with what its HTML shows (RFC 2387), in
/// multipart/mixed with what is attached: of these only the levels that hold more than one part.
/// Quoted-printable UTF-8, files in base64, RFC 2047 where a header is not ASCII, lines of at most
/// 78 columns where folding allows, Auto-Submitted (RFC 3834) and X-Auto-Response-Suppress: All
/// where it is automatic, Precedence is left out. No header can be injected: control characters
/// in any value become spaces. Message ids that are not of the form of RFC 5322 msg-id are left out
/// of In-Reply-To and References. The same mail always gives the same bytes. Throws
/// std::invalid_argument where our own message_id or a content_id is no msg-id: a bug of the
/// caller.
std::string compose(const OutgoingMail& mail);

}  // namespace redress::templates
