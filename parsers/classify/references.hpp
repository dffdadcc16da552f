#pragma once

#include "parsers/classify/classify.hpp"

#include <string_view>
#include <vector>

namespace redress::parsers {

/// More different cases than this in one message are not looked for: the rest is noise or an
/// attack.
inline constexpr std::size_t k_named_cases = 20;

/// The cases that a message names and how: by number in subject, new text or quoted text (any case
/// of letters, brackets or none, spaces or other dashes for the hyphens), by our keyed Message-IDs
/// in In-Reply-To and References (or in the report of a server), by our tags in recipient
/// addresses. Each case once for each place; strongest proof first, then the most visible place.
/// Numbers that only look like ours (another prefix, "CIM-INV-2026-001187") are left out. Pure;
/// linear.
std::vector<domain::NamedCase> named_cases(const MessageFacts& facts,
                                           const ReadingContext& context);

/// The references written in a text, in order, each once. Empty `prefixes`: any prefix of 2 to 12
/// letters counts where hyphens are written.
std::vector<domain::CaseReference> references_in(std::string_view text,
                                                 const std::vector<std::string>& prefixes);

}  // namespace redress::parsers
