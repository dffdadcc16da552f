#include "daemon/domain/command/grammar_split.hpp"

#include <algorithm>

namespace redress::domain {
namespace {

constexpr std::string_view k_because = "because";
constexpr std::size_t k_most_splits = 4;
constexpr std::size_t k_address_bytes = 260;  ///< between "<" and ">"

bool is_gap(char c) {
  return c == ' ' || c == '-' || c == '_';
}

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

char at(std::string_view text, std::size_t i) {
  return i < text.size() ? text[i] : '\0';
}

bool ends_word(char c) {
  return c == '\0' || is_blank(c) || c == ':' || c == ',' || c == '.' || c == ';' || c == '!';
}

/// The end of `name` at that place, in any case of letters, or npos.
std::size_t end_of_name(std::string_view text, std::size_t i, std::string_view name) {
  for (const char c : name) {
    if (c == '-') {
      if (!is_gap(at(text, i))) return std::string_view::npos;
      while (is_gap(at(text, i))) ++i;
    } else if (lower(at(text, i++)) != c) {
      return std::string_view::npos;
    }
  }
  return ends_word(at(text, i)) ? i : std::string_view::npos;
}

bool because_at(std::string_view text, std::size_t i) {
  const bool starts = i == 0 || is_blank(text[i - 1]) || text[i - 1] == ',';
  return starts && end_of_name(text, i, k_because) != std::string_view::npos;
}

/// Where the text begins behind it: "because of the threat" is no reason without its first word.
std::size_t after_because(std::string_view text, std::size_t i) {
  const auto end = i + k_because.size();
  return text.substr(end).starts_with(" of ") ? i : end;
}

/// The end of a dash that stands alone, or npos.
std::size_t dash_at(std::string_view text, std::size_t i) {
  if (i > 0 && !is_blank(text[i - 1])) return std::string_view::npos;
  auto end = i;
  while (at(text, end) == '-') ++end;
  const bool alone = end > i && (end == text.size() || is_blank(text[end]));
  return alone ? end : std::string_view::npos;
}

bool begins_text(std::string_view text, std::size_t colon) {
  const bool in_time = colon > 0 && is_digit(text[colon - 1]) && is_digit(at(text, colon + 1));
  const bool in_web = at(text, colon + 1) == '/' && at(text, colon + 2) == '/';
  return !in_time && !in_web;
}

/// The end of "<…>" without a space in it, or the same place.
std::size_t after_brackets(std::string_view text, std::size_t i) {
  const auto end = text.substr(i, k_address_bytes).find_first_of("> \n", 1);
  return end != std::string_view::npos && text[i + end] == '>' ? i + end : i;
}

}  // namespace

VerbAt verb_at(std::string_view folded) {
  std::size_t start = 0;
  while (is_blank(at(folded, start)) || at(folded, start) == '/' || at(folded, start) == '\\') {
    ++start;
  }
  VerbAt best;
  for (const auto& row : verbs()) {
    const auto end = end_of_name(folded, start, row.name);
    if (end != std::string_view::npos && (best.row == nullptr || end > best.end))
      best = {&row, end};
  }
  if (best.row == nullptr && at(folded, start) == '?' && ends_word(at(folded, start + 1))) {
    best = {&row_of(Verb::help), start + 1};
  }
  return best;
}

std::vector<Split> splits_after(std::string_view folded, std::size_t from) {
  std::vector<Split> out;
  for (auto i = from; i < folded.size() && out.size() < k_most_splits; ++i) {
    const char c = folded[i];
    if (c == '<') {
      i = after_brackets(folded, i);
    } else if (c == '\n' || (c == ':' && begins_text(folded, i))) {
      out.push_back({i, i + 1});
    } else if (because_at(folded, i)) {
      out.push_back({i, after_because(folded, i)});
    } else if (c == '-') {
      const auto end = dash_at(folded, i);
      if (end != std::string_view::npos) out.push_back({i, end});
    }
  }
  out.push_back({folded.size(), folded.size()});
  return out;
}

std::size_t text_after(std::string_view folded, std::size_t from, bool reason) {
  auto i = from;
  while (at(folded, i) == ' ') ++i;
  const char c = at(folded, i);
  if (c == ':' || c == ',' || c == '\n' || c == '.') return i + 1;
  if (reason && because_at(folded, i)) return after_because(folded, i);
  const auto dash = c == '-' ? dash_at(folded, i) : std::string_view::npos;
  return dash == std::string_view::npos ? i : dash;
}

}  // namespace redress::domain
