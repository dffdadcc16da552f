#pragma once

#include "daemon/ports/document_reader.hpp"
#include "parsers/form/form.hpp"
#include "parsers/message.hpp"

#include <span>
#include <string_view>

namespace redress::ctl {

/// What the parsers see in a message and its documents. `labels`: of forms, beside the known ones.
parsers::MessageFacts read_mail(std::string_view bytes, ports::DocumentReader& documents,
                                std::span<const parsers::FormLabel> labels = {});

}  // namespace redress::ctl
