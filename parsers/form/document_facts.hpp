#pragma once

#include "parsers/defects.hpp"
#include "parsers/documents/document.hpp"
#include "parsers/form/form.hpp"
#include "parsers/limits.hpp"
#include "parsers/message.hpp"

#include <span>
#include <string_view>

namespace redress::parsers {

/// Whether bytes look like a document that the confined reader may read: PDF, DOCX, ODT, or one of
/// Office's that is encrypted. Linear.
bool is_document(std::string_view bytes);

/// The confined reader's answer: {"text","fields":[[label, name, value]],"defects":[[name,
/// detail]]}. It is trusted no more than the document was: what has another shape is left out, and
/// what is beyond documents::Limits; all text is made UTF-8 without control characters. Never
/// throws on input.
documents::DocumentText read_document_answer(std::string_view json);

/// Puts what a document says to what is known of its message: `text_chars` of the attachment, its
/// defects with the file's name, a form where the message has none, and the text of a letter.
/// `labels`: of forms, beside the known ones.
void add_document(MessageFacts& facts, std::size_t attachment, documents::DocumentText document,
                  const Limits& limits = {}, std::span<const FormLabel> labels = {});

/// A document that nobody could read: the defect "document_not_read" says why.
void add_unread_document(MessageFacts& facts, std::size_t attachment, std::string_view why);

}  // namespace redress::parsers
