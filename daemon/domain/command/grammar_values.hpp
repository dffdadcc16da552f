#pragma once

#include "daemon/domain/command/command.hpp"
#include "daemon/domain/command/grammar_words.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace redress::domain {

/// One value that an argument may have, where these can be counted.
struct KnownValue {
  std::string normal;              ///< as Command::words has it
  std::string shown;               ///< as an error or a completion says it: "Jo Bloggs"
  std::vector<std::string> exact;  ///< keys (key_of) of its own names
  std::vector<std::string> loose;  ///< of short names, good where nobody else has them
};

/// What a counted argument may be: choices, staff and roles, names of the policy. Empty for kinds
/// that are not counted (dates, numbers, people, references), or where the policy has none.
std::vector<KnownValue> known_values(const ArgumentRow& argument, const CommandContext& context);
bool is_counted(ArgumentKind kind);
/// Whether a person may be given by name alone: whoever a complaint came "from", by post or by
/// telephone, may have no address that anybody knows.
bool may_lack_address(const ArgumentRow& argument);

/// What the words at the beginning of `words` mean for one argument, its leads not among them.
struct ArgumentMatch {
  std::size_t words{};  ///< 0: nothing of that kind stands here
  std::string word;
  std::optional<Date> date;
  std::optional<Instant> moment;
  std::optional<Person> person;
  std::string wrong;  ///< it looks like one and is none: why; else empty
};
/// `head` is what the words were made of, `known` the argument's known_values.
ArgumentMatch match_argument(const ArgumentRow& argument, const std::vector<KnownValue>& known,
                             std::string_view head, std::span<const Word> words,
                             const CommandContext& context);

/// How many words at the beginning are leads of the argument, with a "the" after them.
std::size_t leads_before(const ArgumentRow& argument, std::span<const Word> words);

/// What an argument is: "a date, such as 12 March", "a priority of the policy".
std::string kind_text(const ArgumentRow& argument);
/// The same, with the names that this policy has: "a priority of the policy: low, medium or high".
std::string what_may_stand(const ArgumentRow& argument, const CommandContext& context);

}  // namespace redress::domain
