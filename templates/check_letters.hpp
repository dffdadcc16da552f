#pragma once

#include "daemon/domain/policy.hpp"
#include "daemon/domain/result.hpp"
#include "templates/letters.hpp"

#include <string_view>

namespace redress::templates {

/// Everything that a letter of that name can be given.
LetterFacts every_fact();
/// As little as a letter of that name is ever given (letter_needs.hpp), of its alternative lists
/// the first.
LetterFacts fewest_facts(std::string_view letter);

/// Writes every letter with every fact and with the fewest, in each language that the policy names,
/// so that what is missing is known before anybody should get it. Error: settings, where a letter
/// of the product or one that the policy names is not there, the acknowledgement lacks a language
/// of the policy, or a template names what its letter is not given.
domain::Result<void> check_letters(const TemplateSet& letters, const domain::Policy& policy);

}  // namespace redress::templates
