#pragma once

#include "daemon/ports/document_reader.hpp"
#include "parsers/form/form.hpp"
#include "parsers/message.hpp"

#include <span>

namespace redress::app {

/// Has each document of the message read and puts what it says to the facts; a document that cannot
/// be read is a defect of the message (parsers/form/document_facts.hpp). `labels`: of forms, beside
/// the known ones. Blocks: reader thread only.
void read_documents(parsers::MessageFacts& facts, ports::DocumentReader& reader,
                    std::span<const parsers::FormLabel> labels = {});

/// Whether documents can be read at all. Error: what its reader says.
domain::Result<void> try_documents(ports::DocumentReader& reader);

}  // namespace redress::app
