#pragma once

#include "parsers/message.hpp"

#include <optional>

namespace redress::parsers {

/// Whether a machine wrote this message, by its headers first (RFC 3834, 5.; RFC 2919 lists; null
/// senders; the habits of mail systems in the table of automatic.cpp), then by its structure, then
/// by its subject and text. A delivery report is no automatic mail of this kind: test for it first.
/// Reads facts that are complete but for `automatic`. Pure; never throws on input.
std::optional<AutomaticMail> read_automatic(const MessageFacts& facts);

}  // namespace redress::parsers
