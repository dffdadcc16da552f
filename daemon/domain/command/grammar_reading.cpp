#include "daemon/domain/command/grammar_reading.hpp"

#include "daemon/domain/casework/fold.hpp"
#include "daemon/domain/command/grammar_nearest.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace redress::domain {
namespace {

/// More is no head, but a text whose beginning nobody marked.
constexpr std::size_t k_head_words = 120;
constexpr std::array<std::string_view, 6> k_passed_over{"please", "the", "a", "an", "and", "it"};
/// Words that are no part of a name, and may begin what stands after it.
constexpr std::array<std::string_view, 7> k_after_name{"by", "on",  "in",      "at",
                                                       "as", "via", "received"};
constexpr std::size_t k_name_words = 6;  ///< of a name without an address

using Words = std::span<const Word>;

std::string quoted(std::string_view head, Words words, std::size_t count) {
  count = std::min(count, words.size());
  if (count == 0) return "\"\"";
  const auto begin = words.front().begin;
  return fmt::format("\"{}\"", excerpt(head.substr(begin, words[count - 1].end - begin)));
}

std::string text_hint(const VerbRow& row) {
  if (row.text == TextNeed::none) return {};
  return gives_reason(row) ? " The reason begins with \"because\" or \":\"."
                           : " The text begins with \":\".";
}

/// Names that come near to what stands there, of arguments that are still wanted.
std::string did_you_mean(std::string_view head, Words words,
                         const std::vector<const ArgumentRow*>& wanted,
                         const CommandContext& context) {
  std::vector<std::string> known;
  for (const auto* argument : wanted) {
    for (const auto& value : known_values(*argument, context)) {
      known.push_back(value.shown);
      if (argument->kind == ArgumentKind::staff) {
        known.insert(known.end(), value.loose.begin(), value.loose.end());
      }
    }
  }
  const auto rest = head.substr(words.front().begin);
  auto near = nearest(rest, known);
  if (near.empty()) near = nearest(words.front().text, known);
  return near.empty() ? std::string{} : fmt::format(" Did you mean {}?", one_of(near));
}

struct Reader {
  const VerbRow& row;
  std::string_view head;
  const CommandContext& context;
  std::vector<std::vector<KnownValue>> known{};  ///< of each argument
  HeadReading out{};

  Words rest() const { return Words{out.words}.subspan(out.understood); }

  /// The longest of all that is still wanted; a person without a lead only where nothing else is.
  std::pair<std::size_t, ArgumentMatch> best(bool lone_person) const {
    std::pair<std::size_t, ArgumentMatch> found;
    for (std::size_t i = 0; i < row.arguments.size(); ++i) {
      const auto& argument = row.arguments[i];
      const bool lone =
          argument.kind == ArgumentKind::person && leads_before(argument, rest()) == 0;
      if (out.found[i].words > 0 || lone != lone_person) continue;
      auto match = match_argument(argument, known[i], head, rest(), context);
      const bool better =
          match.words > found.second.words ||
          (match.words == found.second.words && match.wrong.empty() && !found.second.wrong.empty());
      if (better) found = {i, std::move(match)};
    }
    return found;
  }

  /// Whether a name without an address ends before that word of the rest.
  bool ends_name(std::size_t at) const {
    const auto words = rest().subspan(at);
    const auto written = head.substr(words[0].begin, words[0].end - words[0].begin);
    const bool no_name =
        written.find_first_of("0123456789@<>") != std::string_view::npos ||
        std::find(k_after_name.begin(), k_after_name.end(), written) != k_after_name.end();
    if (no_name) return true;
    const bool capital = written[0] >= 'A' && written[0] <= 'Z';
    for (std::size_t i = 0; i < row.arguments.size(); ++i) {
      const auto& argument = row.arguments[i];
      if (out.found[i].words > 0 || argument.kind == ArgumentKind::person) continue;
      const auto match = match_argument(argument, known[i], head, words, context);
      if (match.words == 0 || !match.wrong.empty()) continue;
      // Ann Post is a person, though "post" alone would be a channel.
      if (match.words > 1 || !capital || argument.kind == ArgumentKind::moment) return true;
    }
    return false;
  }

  /// Somebody whose address nobody knows, after the lead: a letter, a call (CIM-15).
  std::pair<std::size_t, ArgumentMatch> name_alone() const {
    for (std::size_t i = 0; i < row.arguments.size(); ++i) {
      const auto& argument = row.arguments[i];
      const auto leads = leads_before(argument, rest());
      const bool wanted = may_lack_address(argument) && out.found[i].words == 0;
      if (!wanted || leads == 0) continue;
      auto end = leads;
      while (end < rest().size() && !ends_name(end)) ++end;
      if (end == leads || end - leads > k_name_words) continue;
      std::string name;
      for (const auto& word : rest().subspan(leads, end - leads)) {
        name += name.empty() ? "" : " ";
        name += head.substr(word.begin, word.end - word.begin);
      }
      while (name.back() == ',' || name.back() == ';') name.pop_back();
      return {i, {.words = end, .person = Person{name, MailAddress::parse(k_no_address).value()}}};
    }
    return {};
  }

  std::vector<const ArgumentRow*> wanted() const {
    std::vector<const ArgumentRow*> rows;
    for (std::size_t i = 0; i < row.arguments.size(); ++i) {
      if (out.found[i].words == 0) rows.push_back(&row.arguments[i]);
    }
    return rows;
  }

  std::string not_understood() const {
    auto rows = wanted();
    if (rows.empty()) {
      return fmt::format("{} is more than /{} takes: {}.{}", quoted(head, rest(), 1), row.name,
                         usage(row), text_hint(row));
    }
    auto words = rest();
    for (const auto* argument : wanted()) {
      const auto leads = leads_before(*argument, words);
      if (leads == 0) continue;
      rows = {argument};
      words = words.subspan(leads);
      break;
    }
    if (words.empty()) {
      return fmt::format("After {} must stand {}.", quoted(head, rest(), rest().size()),
                         what_may_stand(*rows.front(), context));
    }
    const auto stands = rows.size() == 1
                            ? fmt::format("{} must stand there", what_may_stand(*rows[0], context))
                            : fmt::format("write {}", usage(row));
    const auto near = did_you_mean(head, words, rows, context);
    return fmt::format("{} is not understood; {}.{}{}", quoted(head, words, 1), stands, near,
                       near.empty() ? text_hint(row) : "");
  }

  /// Takes what stands at the front; false where it is not understood.
  bool step() {
    auto [index, match] = best(false);
    const auto& word = rest().front().text;
    const bool passed =
        std::find(k_passed_over.begin(), k_passed_over.end(), word) != k_passed_over.end();
    if (match.words == 0 && (passed || word == "yes")) {
      out.confirmed = out.confirmed || word == "yes";
      ++out.understood;
      return true;
    }
    if (match.words == 0) std::tie(index, match) = best(true);
    if (match.words == 0) std::tie(index, match) = name_alone();
    if (match.words == 0) {
      out.error = not_understood();
      return false;
    }
    if (!match.wrong.empty()) {
      out.error = fmt::format("{}{}{}.", quoted(head, rest(), match.words),
                              match.wrong.starts_with(":") ? "" : " ", match.wrong);
      return false;
    }
    out.understood += match.words;
    out.found[index] = std::move(match);
    return true;
  }
};

}  // namespace

HeadReading read_head(const VerbRow& row, std::string_view head, const CommandContext& context) {
  Reader reader{row, head, context};
  auto& out = reader.out;
  out.words = words_of(head);
  out.found.resize(row.arguments.size());
  if (out.words.size() > k_head_words) {
    out.error = fmt::format("Too many words before the text of /{}.{}", row.name, text_hint(row));
    return std::move(out);
  }
  for (const auto& argument : row.arguments) {
    reader.known.push_back(known_values(argument, context));
  }
  while (out.understood < out.words.size() && reader.step()) {
  }
  return std::move(out);
}

}  // namespace redress::domain
