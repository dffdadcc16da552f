#pragma once

#include "daemon/app/installation.hpp"
#include "daemon/domain/decide.hpp"
#include "templates/compose.hpp"
#include "templates/letters.hpp"

#include <string>
#include <vector>

namespace redress::app {

/// The language that a letter is written in: the order's, where the policy offers it and the letter
/// has a version in it; else English.
std::string language_of(const Installation& house, const domain::LetterOrder& order);

/// Whether a program sends the letter by itself (RFC 3834). A letter of a case is automatic only
/// where the policy names it so and nobody wrote words for it: every other one was released or
/// written by a person.
templates::AutoSubmitted automatic_of(const Installation& house, const domain::LetterOrder& order);

/// What a letter may say: of the house, of the order, and the order's own fields and lists, which
/// count over the others. Dates, also those of fields "…_date" that are given as "2026-11-24", are
/// written out in that language.
templates::LetterFacts facts_of(const Installation& house, const domain::LetterOrder& order,
                                const std::string& language);

/// What a mail of notices to staff says.
templates::LetterFacts facts_of(const Installation& house,
                                const std::vector<domain::NewNotice>& notices);

}  // namespace redress::app
