#include "daemon/domain/command/command.hpp"

#include "daemon/domain/casework/fold.hpp"
#include "daemon/domain/command/grammar_nearest.hpp"
#include "daemon/domain/command/grammar_reading.hpp"
#include "daemon/domain/command/grammar_split.hpp"
#include "daemon/domain/command/grammar_words.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace redress::domain {
namespace {

/// Room that a head in normal form leaves for the sign that begins its text.
constexpr std::size_t k_sign_bytes = 16;

Error refused(std::string text) {
  return fail(ErrorCode::invalid_input, std::move(text));
}

Error unknown_verb(std::string_view folded) {
  folded.remove_prefix(std::min(folded.find_first_not_of("/\\ \n"), folded.size()));
  const auto words = words_of(folded.substr(0, folded.find('\n')));
  if (words.empty()) return refused("There is no command; /help lists them all.");
  std::vector<std::string> names;
  for (const auto& row : verbs()) names.emplace_back(row.name);
  const auto& word = words.front().text;
  auto near = nearest(word, names);
  for (auto& name : near) name.insert(0, "/");
  return refused(fmt::format("\"{}\" is no command{}; /help lists them all.", excerpt(word),
                             near.empty() ? "" : fmt::format(", did you mean {}?", one_of(near))));
}

constexpr std::string_view k_because_of = "because of ";

bool starts_with_because(std::string_view text) {
  constexpr std::string_view k_because = "because";
  constexpr std::string_view k_of = " of ";
  if (lower_case(text.substr(0, k_because.size())) != k_because) return false;
  const auto rest = text.substr(k_because.size());
  if (lower_case(rest.substr(0, k_of.size())) == k_of) return false;  // part of the reason
  return rest.empty() || is_blank(rest.front()) || rest.front() == ':' || rest.front() == ',';
}

/// A text without what may stand between it and the sign that began it.
std::string_view text_proper(std::string_view text, bool reason) {
  text = trimmed(text);
  while (reason && !text.empty()) {
    if (text.front() == ':' || text.front() == ',') {
      text.remove_prefix(1);
    } else if (starts_with_because(text)) {
      text.remove_prefix(7);
    } else {
      break;
    }
    text = trimmed(text);
  }
  return text;
}

/// Takes "yes" off a text that it is the last line of. Among other words it may be what somebody
/// said: "because he said yes" confirms nothing.
bool take_yes(std::string_view& text) {
  const auto line = text.rfind('\n');
  auto last = trimmed(text.substr(line == std::string_view::npos ? 0 : line));
  while (!last.empty() && (last.back() == '.' || last.back() == '!')) last.remove_suffix(1);
  if (lower_case(last) != "yes") return false;
  text = trimmed(text.substr(0, line == std::string_view::npos ? 0 : line));
  return true;
}

/// Whether a text begins with an address: what stands before it was then no name alone.
bool begins_with_address(std::string_view text) {
  text = trimmed(text);
  return text.substr(0, text.find_first_of(" \n")).find('@') != std::string_view::npos;
}

std::string moment_text(Instant moment, const TimeZone& zone) {
  const auto date = zone.date_of(moment);
  const auto time = zone.time_of_day(moment);
  // The second of two equal hours, when clocks go back, has no other spelling.
  if (zone.at(date, time) != moment) return to_rfc3339(moment);
  return fmt::format("{} {}", to_iso(date), clock_text(time));
}

std::string normal_form(const ArgumentRow& argument, const ArgumentMatch& match,
                        const TimeZone& zone) {
  if (match.date) return to_iso(*match.date);
  if (match.moment) return moment_text(*match.moment, zone);
  if (match.person) {
    const auto& [name, address] = *match.person;
    if (address.str() == k_no_address && !name.empty()) return name;
    return fmt::format("{}{}<{}>", name, name.empty() ? "" : " ", address.str());
  }
  return argument.kind == ArgumentKind::message ? "message " + match.word : match.word;
}

std::string head_of(const VerbRow& row, const std::vector<ArgumentMatch>& found, bool confirmed,
                    const TimeZone& zone) {
  auto out = fmt::format("/{}", row.name);
  for (std::size_t i = 0; i < found.size(); ++i) {
    if (found[i].words == 0) continue;
    const auto lead = shown_lead(row.arguments[i]);
    out += fmt::format(" {}{}{}", lead, lead.empty() ? "" : " ",
                       normal_form(row.arguments[i], found[i], zone));
  }
  if (confirmed) out += " yes";
  return out;
}

void put(Command& command, const ArgumentRow& argument, const ArgumentMatch& match) {
  if (match.words == 0) return;
  if (match.date) command.date = match.date;
  if (match.moment) command.moment = match.moment;
  if (match.person) command.person = match.person;
  if (!match.word.empty()) command.words.emplace(argument.name, match.word);
}

/// Bounds that make sure that the normal form can be read again.
Result<Command> with_text(const VerbRow& row, Command command, std::string head,
                          std::string_view text) {
  if (text.empty() && row.text == TextNeed::required) {
    return refused(fmt::format("/{} needs {} after {}: {}.", row.name, row.text_name,
                               gives_reason(row) ? "\"because\"" : "\":\"", usage(row)));
  }
  if (!text.empty() && row.text == TextNeed::none) {
    return refused(fmt::format("/{} takes no text: {}.", row.name, usage(row)));
  }
  const bool room = head.size() + k_sign_bytes <= k_command_head_bytes;
  command.text = text;
  command.understood = std::move(head);
  if (!text.empty()) {
    const bool says_because = lower_case(text.substr(0, k_because_of.size())) == k_because_of;
    command.understood += !gives_reason(row) ? ": " : says_because ? " " : " because ";
    command.understood += text;
  }
  if (!room || command.understood.size() > k_command_bytes) {
    return refused(
        fmt::format("The command is too long; at most {} bytes are read.", k_command_bytes));
  }
  return command;
}

/// One way to part head and text.
Result<Command> read_split(const VerbRow& row, std::string_view head, std::string_view text,
                           const CommandContext& context) {
  auto reading = read_head(row, head, context);
  if (!reading.error.empty()) return refused(std::move(reading.error));
  Command command{.verb = row.verb, .confirmed = reading.confirmed};
  for (std::size_t i = 0; i < row.arguments.size(); ++i) {
    const auto& argument = row.arguments[i];
    if (argument.required && reading.found[i].words == 0) {
      return refused(fmt::format("/{} needs {}: {}. Write {}.", row.name, placeholder(argument),
                                 what_may_stand(argument, context), usage(row)));
    }
    put(command, argument, reading.found[i]);
  }
  const bool name_alone = command.person && command.person->address.str() == k_no_address;
  if (name_alone && begins_with_address(text)) {
    return refused("Write the address in angle brackets: Ann Example <ann@example.net>.");
  }
  text = text_proper(text, gives_reason(row));
  if (row.confirm && !command.confirmed) command.confirmed = take_yes(text);
  auto normal = head_of(row, reading.found, command.confirmed, context.zone);
  return with_text(row, std::move(command), std::move(normal), text);
}

/// Verbs that take a text alone need no sign before it. `rest` is the text, folded.
Result<Command> read_text_alone(const VerbRow& row, std::string_view rest, std::string_view text) {
  const auto words = words_of(rest);
  const bool yes = words.size() == 1 && words[0].text == "yes" && row.text == TextNeed::optional;
  return with_text(row, Command{.verb = row.verb, .confirmed = yes},
                   fmt::format("/{}{}", row.name, yes ? " yes" : ""),
                   yes ? std::string_view{} : text_proper(text, gives_reason(row)));
}

/// The beginning of a text, whole characters.
std::string_view beginning(std::string_view text) {
  if (text.size() <= k_command_head_bytes) return text;
  auto end = k_command_head_bytes;
  while ((static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return text.substr(0, end);
}

}  // namespace

std::string Command::word(std::string_view name) const {
  const auto found = words.find(name);
  return found == words.end() ? std::string{} : found->second;
}

Result<Command> parse_command(std::string_view text, const CommandContext& context) {
  if (text.size() > k_command_bytes) {
    return refused(fmt::format("The command has {} bytes; at most {} are read.", text.size(),
                               k_command_bytes));
  }
  const auto clean = clean_command(text);
  const auto start = beginning(clean);
  const auto folded = fold_head(start);
  const std::string_view head{folded.text};
  const auto [row, verb_end] = verb_at(head);
  if (row == nullptr) return unknown_verb(head);
  const auto text_from = [&](std::size_t place) {
    return std::string_view{clean}.substr(folded.origin[place]);
  };
  if (row->arguments.empty() && row->text != TextNeed::none) {
    const auto begin = text_after(head, verb_end, gives_reason(*row));
    const bool whole = start.size() == clean.size();
    return read_text_alone(*row, whole ? head.substr(verb_end) : std::string_view{},
                           text_from(begin));
  }
  std::optional<Result<Command>> first;
  for (const auto& split : splits_after(head, verb_end)) {
    const bool cut = split.text_begin == head.size() && start.size() < clean.size();
    if (cut && first) break;
    if (cut) {
      return refused(fmt::format("/{} has no text in its first {} bytes. Write {}.", row->name,
                                 k_command_head_bytes, usage(*row)));
    }
    auto command = read_split(*row, head.substr(verb_end, split.head_end - verb_end),
                              text_from(split.text_begin), context);
    if (command) return command;
    if (!first) first = std::move(command);
  }
  return *first;
}

}  // namespace redress::domain
