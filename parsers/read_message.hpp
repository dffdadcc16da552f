#pragma once

#include "parsers/form/form.hpp"
#include "parsers/limits.hpp"
#include "parsers/message.hpp"

#include <span>
#include <string_view>

namespace redress::parsers {

/// Reads one message (RFC 5322, 2045-2047, 2231, 6532): bytes as they came from the server, with
/// any line ends. Total: never throws on input, linear in its size, bounded by `limits`; what it
/// repairs or leaves out is a defect in the result. A message of which nothing can be read comes
/// back with `unreadable` set. `labels`: of forms, beside the known ones. Thread-safe.
MessageFacts read_message(std::string_view bytes, const Limits& limits = {},
                          std::span<const FormLabel> labels = {});

}  // namespace redress::parsers
