#pragma once

#include "parsers/form/form.hpp"
#include "parsers/message.hpp"

#include <span>

namespace redress::parsers {

/// Whether this is the notification of a web form: a machine's mail that stands for the person who
/// filled the form in (CILEX-04). Told conservatively: `facts.form`, which is read before, and a
/// Reply-To that is not the sender. Such mail is not automatic whatever its headers say.
bool is_web_form(const MessageFacts& facts);

/// The form that the text is: of a web site where its answers go elsewhere, or pasted by the
/// writer. `labels`: beside the known ones.
std::optional<Form> form_in(const MessageFacts& facts, std::span<const FormLabel> labels = {});

/// Whether an attached document is called a complaint form.
bool names_form_file(const MessageFacts& facts);

}  // namespace redress::parsers
