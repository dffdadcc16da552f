#include "parsers/header/message_ids.hpp"

#include "parsers/ascii.hpp"
#include "parsers/mime/charset.hpp"

#include <unordered_set>

namespace redress::parsers {
namespace {

std::string plain(std::string_view id) {
  std::string out;
  for (const char c : id) {
    if (!ascii::is_space(c) && ascii::byte(c) >= 0x20) out += c;
  }
  DefectLog ignored;
  return is_utf8(out) ? out : to_utf8(out, "", ignored);
}

std::vector<std::string_view> in_brackets(std::string_view field) {
  std::vector<std::string_view> out;
  for (auto open = field.find('<'); open != field.npos;) {
    const auto close = field.find('>', open);
    if (close == field.npos) break;
    // The last "<" before the ">" opens: what comes before it is damaged.
    const auto from = field.rfind('<', close);
    out.push_back(field.substr(from + 1, close - from - 1));
    open = field.find('<', close);
  }
  return out;
}

std::vector<std::string_view> words_with_at(std::string_view field) {
  std::vector<std::string_view> out;
  constexpr std::string_view k_separators = " \t,;<>\"";
  for (std::size_t at = 0; at < field.size();) {
    const auto start = field.find_first_not_of(k_separators, at);
    if (start == field.npos) break;
    auto end = field.find_first_of(k_separators, start);
    if (end == field.npos) end = field.size();
    const auto word = field.substr(start, end - start);
    if (word.find('@') != word.npos) out.push_back(word);
    at = end;
  }
  return out;
}

}  // namespace

std::vector<std::string> parse_message_ids(std::string_view field, std::size_t limit,
                                           DefectLog& defects) {
  auto found = in_brackets(field);
  if (found.empty()) found = words_with_at(field);
  std::vector<std::string> ids;
  std::unordered_set<std::string> seen;
  for (const auto raw : found) {
    auto id = plain(raw);
    if (!id.empty() && seen.insert(id).second) ids.push_back(std::move(id));
  }
  if (ids.size() > limit) {
    defects.add("too_many_references");
    const auto first = static_cast<std::ptrdiff_t>(limit - limit / 2);
    const auto last = static_cast<std::ptrdiff_t>(limit / 2);
    ids.erase(ids.begin() + first, ids.end() - last);
  }
  return ids;
}

}  // namespace redress::parsers
