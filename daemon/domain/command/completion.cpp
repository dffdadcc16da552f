#include "daemon/domain/command/command.hpp"
#include "daemon/domain/command/grammar_reading.hpp"
#include "daemon/domain/command/grammar_split.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace redress::domain {
namespace {

/// What is offered for kinds that cannot be counted.
std::vector<std::string> usual(ArgumentKind kind) {
  switch (kind) {
    case ArgumentKind::date: return {"tomorrow", "in 5 working days", "in 2 weeks"};
    case ArgumentKind::moment: return {"today", "yesterday"};
    case ArgumentKind::message: return {"message"};
    default: return {};
  }
}

void offer(std::vector<std::string>& out, const std::string& word, std::string_view tail) {
  const bool fits = key_of(word).starts_with(tail);
  if (fits && std::find(out.begin(), out.end(), word) == out.end()) out.push_back(word);
}

void offer_argument(std::vector<std::string>& out, const ArgumentRow& argument,
                    std::string_view tail, const CommandContext& context) {
  for (const auto& value : known_values(argument, context)) {
    const auto begins = [&](const std::string& key) { return key.starts_with(tail); };
    if (std::any_of(value.exact.begin(), value.exact.end(), begins)) offer(out, value.normal, "");
  }
  for (const auto& word : usual(argument.kind)) offer(out, word, tail);
}

std::vector<std::string> verbs_from(std::string_view typed) {
  std::vector<std::string> out;
  auto name = trimmed(typed);
  while (name.starts_with("/")) name.remove_prefix(1);
  for (const auto& row : verbs()) {
    if (key_of(row.name).starts_with(key_of(name))) out.push_back(fmt::format("/{}", row.name));
  }
  return out;
}

/// Where in `typed` the part begins that `word` takes the place of: the longest end of it, from the
/// beginning of a word on, that `word` begins with; else the word that may still grow.
std::size_t place_of(std::string_view word, std::string_view typed) {
  const auto key = key_of(word);
  for (std::size_t at = 0; at < typed.size(); ++at) {
    const bool begins = typed[at] != ' ' && (at == 0 || typed[at - 1] == ' ');
    if (begins && key.starts_with(key_of(typed.substr(at)))) return at;
  }
  const auto blank = typed.find_last_of(' ');
  return blank == std::string_view::npos ? 0 : blank + 1;
}

/// What was typed after the last thing understood, less the leads of an argument.
std::string tail_of(std::span<const Word> rest, const ArgumentRow& argument,
                    std::string_view last) {
  rest = rest.subspan(leads_before(argument, rest));
  std::string text;
  for (const auto& word : rest) text += word.text + " ";
  return key_of(text.append(last));
}

}  // namespace

std::vector<std::string> complete_command(std::string_view typed, const CommandContext& context) {
  if (typed.size() > k_command_head_bytes) return {};
  // A space at the end says that the last word is whole; another one may still grow.
  const bool whole = !typed.empty() && typed.back() == ' ';
  const auto folded = fold_head(clean_command(typed)).text;
  const auto [row, end] = verb_at(folded);
  if (row == nullptr || (end == folded.size() && !whole)) return verbs_from(folded);
  if (splits_after(folded, end).size() > 1) return {};  // the text has begun
  const auto last = whole ? folded.size() : std::max(folded.find_last_of(' ') + 1, end);
  const auto reading = read_head(*row, std::string_view{folded}.substr(end, last - end), context);
  const auto rest = std::span{reading.words}.subspan(reading.understood);
  const auto grows = std::string_view{folded}.substr(last);

  std::vector<std::string> out;
  bool missing = false;
  for (std::size_t i = 0; i < row->arguments.size(); ++i) {
    if (reading.found[i].words > 0) continue;
    const auto& argument = row->arguments[i];
    offer_argument(out, argument, tail_of(rest, argument, grows), context);
    const std::string lead{shown_lead(argument)};
    if (!lead.empty() && rest.empty()) offer(out, lead, key_of(grows));
    missing = missing || argument.required;
  }
  if (missing || !rest.empty()) return out;
  if (row->confirm && !reading.confirmed) offer(out, "yes", key_of(grows));
  if (row->text != TextNeed::none) offer(out, gives_reason(*row) ? "because" : ":", key_of(grows));
  return out;
}

std::vector<std::string> completed_lines(std::string_view typed, const CommandContext& context) {
  auto words = complete_command(typed, context);
  for (auto& word : words) word.insert(0, typed.substr(0, place_of(word, typed)));
  return words;
}

}  // namespace redress::domain
