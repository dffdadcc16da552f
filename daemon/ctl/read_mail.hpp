#pragma once

#include "daemon/ports/document_reader.hpp"
#include "parsers/message.hpp"

#include <string_view>

namespace redress::ctl {

/// What the parsers see in a message and its documents.
parsers::MessageFacts read_mail(std::string_view bytes, ports::DocumentReader& documents);

}  // namespace redress::ctl
