#pragma once

#include "parsers/message.hpp"

#include <string_view>

namespace redress::parsers {

/// The media type under which an attached file may be handed on to a person: one of the few kinds
/// that do nothing by being opened, with the ending of its name and its first bytes saying the same
/// (what a sender calls it is not believed). Empty for everything else: programs, archives, pages,
/// the kinds of office document that hold macros, and what hides its kind.
std::string_view harmless_type(const Attachment& about, std::string_view bytes);

}  // namespace redress::parsers
