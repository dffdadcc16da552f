#include "templates/tags.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace redress::templates {
namespace {

constexpr std::string_view k_open = "{{";
constexpr std::string_view k_close = "}}";

std::string_view trim(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

std::size_t lines_in(std::string_view text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

TagKind kind_of(char sigil) {
  switch (sigil) {
    case '#': return TagKind::section;
    case '^': return TagKind::inverted;
    case '/': return TagKind::end;
    case '>': return TagKind::partial;
    case '!': return TagKind::comment;
    default: return TagKind::variable;
  }
}

/// The mend for a tag that our templates do not have; empty where the tag is one of ours.
std::string_view refusal(std::string_view contents) {
  if (contents.empty()) return "an empty tag; name a field";
  switch (contents.front()) {
    case '{':
    case '&': return "a tag without escaping is not allowed; write {{name}}";
    case '=': return "other delimiters are not allowed; keep {{ and }}";
    default: return {};
  }
}

}  // namespace

domain::Error template_error(std::string_view path, std::size_t line, std::string what) {
  return domain::fail(domain::ErrorCode::settings, fmt::format("{}:{}: {}", path, line, what));
}

domain::Result<std::vector<Piece>> read_tags(std::string_view path, std::string_view text) {
  std::vector<Piece> pieces;
  std::size_t line = 1;
  while (!text.empty()) {
    const std::size_t open = std::min(text.find(k_open), text.size());
    if (open > 0) pieces.push_back({TagKind::text, text.substr(0, open), line});
    line += lines_in(text.substr(0, open));
    text.remove_prefix(open);
    if (text.empty()) break;

    const std::size_t close = text.find(k_close, k_open.size());
    if (close == std::string_view::npos) {
      return template_error(path, line, "a tag is not closed; write }} after its name");
    }
    const std::string_view inside = text.substr(k_open.size(), close - k_open.size());
    const std::string_view contents = trim(inside);
    if (const auto why = refusal(contents); !why.empty()) {
      return template_error(path, line, std::string{why});
    }
    const TagKind kind = kind_of(contents.front());
    const std::string_view name = kind == TagKind::variable ? contents : trim(contents.substr(1));
    pieces.push_back({kind, name, line});
    line += lines_in(inside);
    text.remove_prefix(close + k_close.size());
  }
  return pieces;
}

}  // namespace redress::templates
