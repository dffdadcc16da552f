#pragma once

#include "parsers/message.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace redress::parsers {

/// Reports of servers that do not write RFC 3464: what their headers and texts say.

/// A mail system is the sender: MAILER-DAEMON, postmaster and their like, or a null return path
/// (RFC 5321, 4.5.5).
bool is_mail_system(const MessageFacts& facts);

/// A mail system says that something was not, or not yet, delivered: by X-Failed-Recipients, or by
/// subject or text. `returns_mail`: a message comes back with it, without which a null return path
/// and a text are not enough (an absence looks the same).
bool says_undelivered(const MessageFacts& facts, bool returns_mail);

/// Whom it names, with action and status as far as the text tells them: X-Failed-Recipients, else
/// addresses in the text above the returned message. At most `limit`.
std::vector<DeliveryReport::Recipient> recipients_in_text(const MessageFacts& facts,
                                                          std::size_t limit);

/// First enhanced status code of class 4 or 5 (RFC 3463), or empty.
std::string status_in_text(std::string_view text);

/// Message-ID of a returned message that stands in the text.
std::optional<std::string> message_id_in_text(std::string_view text);

}  // namespace redress::parsers
