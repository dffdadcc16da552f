#include "daemon/adapters/curl/imap/cursor.hpp"

#include "daemon/adapters/curl/imap/text.hpp"

#include <charconv>
#include <limits>

namespace redress::adapters::imap {
namespace {

constexpr std::string_view k_word_ends{" ()\"\n"};

}  // namespace

bool Cursor::take(char c) {
  if (!at(c)) return false;
  rest_.remove_prefix(1);
  return true;
}

void Cursor::skip_spaces() {
  while (take(' ')) {
  }
}

std::string_view Cursor::take_word() {
  const auto word = rest_.substr(0, rest_.find_first_of(k_word_ends));
  rest_.remove_prefix(word.size());
  return word;
}

std::string_view Cursor::take_item_name() {
  const auto whole = rest_;
  auto end = rest_.find_first_of(" ()\"\n[");
  if (end != std::string_view::npos && rest_[end] == '[') {
    end = rest_.find(']', end);
    if (end != std::string_view::npos) end = rest_.find_first_of(k_word_ends, end);
  }
  const auto name = whole.substr(0, end);
  rest_.remove_prefix(name.size());
  return name;
}

std::optional<std::uint64_t> Cursor::take_number() {
  std::uint64_t value = 0;
  const auto* end = rest_.data() + rest_.size();
  const auto [stop, error] = std::from_chars(rest_.data(), end, value);
  if (error != std::errc{}) return std::nullopt;
  rest_.remove_prefix(static_cast<std::size_t>(stop - rest_.data()));
  return value;
}

std::optional<std::uint32_t> Cursor::take_number32() {
  const auto value = take_number();
  if (!value || *value > std::numeric_limits<std::uint32_t>::max()) return std::nullopt;
  return static_cast<std::uint32_t>(*value);
}

std::optional<NString> Cursor::take_nstring() {
  if (at('"')) return take_quoted();
  if (at(k_literal_mark)) return take_literal();
  const auto word = take_word();
  if (word.empty()) return std::nullopt;
  if (same_letters(word, "NIL")) return NString{true, {}, 0};
  return NString{false, std::string{word}, word.size()};
}

std::optional<NString> Cursor::take_quoted() {
  take('"');
  NString out;
  while (!rest_.empty()) {
    const char c = rest_.front();
    rest_.remove_prefix(1);
    if (c == k_literal_mark) return std::nullopt;
    if (c == '"') {
      out.announced = out.bytes.size();
      return out;
    }
    if (c == '\\') {
      if (rest_.empty()) return std::nullopt;
      out.bytes.push_back(rest_.front());
      rest_.remove_prefix(1);
      continue;
    }
    out.bytes.push_back(c);
  }
  return std::nullopt;
}

std::optional<NString> Cursor::take_literal() {
  take(k_literal_mark);
  if (literals_taken_ == raw_.literals.size()) return std::nullopt;
  auto& literal = raw_.literals[literals_taken_++];
  return NString{false, std::move(literal.bytes), literal.announced};
}

std::optional<std::vector<std::string>> Cursor::take_word_list() {
  if (!take('(')) return std::nullopt;
  std::vector<std::string> words;
  for (skip_spaces(); !take(')'); skip_spaces()) {
    const auto word = take_word();
    if (word.empty()) return std::nullopt;
    words.emplace_back(word);
  }
  return words;
}

bool Cursor::skip_value(int depth) {
  if (!take('(')) return take_nstring().has_value();
  if (depth == nesting_limit_) return false;
  for (skip_spaces(); !take(')'); skip_spaces()) {
    if (!skip_value(depth + 1)) return false;
  }
  return true;
}

}  // namespace redress::adapters::imap
