#pragma once

#include <string>
#include <string_view>

namespace redress::adapters {

/// ASCII letters only, as the keys of addresses are made.
std::string ascii_lower(std::string_view text);

/// The address of "Name <address>" in lower case, as the ledger writes a sender.
std::string sender_address(std::string_view sender);

/// Whether a raw message's From field has that address (lower case). For messages that were never
/// read.
bool is_from(std::string_view raw, std::string_view address_key);

}  // namespace redress::adapters
