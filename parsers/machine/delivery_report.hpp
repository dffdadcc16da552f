#pragma once

#include "parsers/defects.hpp"
#include "parsers/limits.hpp"
#include "parsers/message.hpp"
#include "parsers/mime/structure.hpp"

#include <optional>
#include <vector>

namespace redress::parsers {

/// A mail server's report on a message that did not arrive or is late: a delivery-status part
/// first (RFC 3464, RFC 6533), else what servers without it write, told by sender or null return
/// path together with subject or text. No report: spam feedback (RFC 5965), read receipts
/// (RFC 8098), automatic replies, and what a person forwards or quotes. `facts` must hold headers,
/// from, subject and text. Linear; at most `limits.addresses` recipients.
std::optional<DeliveryReport> read_delivery_report(const MessageFacts& facts,
                                                   const std::vector<Part>& parts,
                                                   const Limits& limits, DefectLog& defects);

}  // namespace redress::parsers
