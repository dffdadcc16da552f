#include "daemon/adapters/curl/imap/framer.hpp"

#include "daemon/adapters/curl/imap/text.hpp"

#include <algorithm>
#include <charconv>

namespace redress::adapters::imap {
namespace {

using domain::ErrorCode;
using domain::fail;
using domain::Result;

/// Room reserved at once for a literal; a peer that announces more than it sends costs no more.
constexpr std::uint64_t k_reserve_at_once = 8U << 20U;

/// Free text may end in "{5}" and mean nothing by it: status responses and continuations hold no
/// literals.
bool may_hold_literals(std::string_view line) {
  if (!line.starts_with("* ")) return false;
  const std::string_view word = line.substr(2, line.find(' ', 2) - 2);
  for (const std::string_view name : {"OK", "NO", "BAD", "BYE", "PREAUTH"}) {
    if (same_letters(word, name)) return false;
  }
  return true;
}

struct Announced {
  std::size_t at;  // where "{" or "~{" begins
  std::string_view digits;
};

std::optional<Announced> announced_literal(std::string_view line) {
  if (!line.ends_with('}')) return std::nullopt;
  const auto open = line.rfind('{');
  if (open == std::string_view::npos) return std::nullopt;
  const auto digits = line.substr(open + 1, line.size() - open - 2);
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  if (digits.empty() || !std::all_of(digits.begin(), digits.end(), is_digit)) return std::nullopt;
  const bool binary = open > 0 && line[open - 1] == '~';  // literal8, RFC 9051 9
  return Announced{binary ? open - 1 : open, digits};
}

}  // namespace

Result<std::optional<RawResponse>> Framer::next(std::string_view& bytes) {
  while (!bytes.empty()) {
    if (in_literal_) {
      if (take_literal(bytes)) in_literal_ = false;
      continue;
    }
    const auto ended = take_line(bytes);
    if (ended.has_error()) return ended.error();
    if (!*ended) break;
    const auto literal = begin_literal();
    if (literal.has_error()) return literal.error();
    if (*literal) continue;
    kept_ = 0;
    return std::optional{std::exchange(raw_, {})};
  }
  return std::optional<RawResponse>{};
}

Result<bool> Framer::take_line(std::string_view& bytes) {
  const auto end = bytes.find('\n');
  const auto count = std::min(end, bytes.size());
  if (raw_.text.size() + count > limits_.line) {
    return fail(ErrorCode::protocol, "a response line is too long");
  }
  raw_.text.append(bytes.substr(0, count));
  if (end == std::string_view::npos) {
    bytes = {};
    return false;
  }
  bytes.remove_prefix(end + 1);
  if (raw_.text.ends_with('\r')) raw_.text.pop_back();
  return true;
}

Result<bool> Framer::begin_literal() {
  if (!may_hold_literals(raw_.text)) return false;
  const auto found = announced_literal(raw_.text);
  if (!found) return false;
  std::uint64_t size = 0;
  const auto* end = found->digits.data() + found->digits.size();
  const auto [stop, error] = std::from_chars(found->digits.data(), end, size);
  if (error != std::errc{} || stop != end || size > limits_.literal_size) {
    return fail(ErrorCode::protocol, "a literal is announced with an absurd size");
  }
  if (raw_.literals.size() == limits_.literals) {
    return fail(ErrorCode::protocol, "a response has too many literals");
  }
  raw_.text.resize(found->at);
  raw_.text.push_back(k_literal_mark);
  raw_.literals.push_back({{}, size});
  const std::uint64_t room = limits_.literal_keep - std::min(limits_.literal_keep, kept_);
  raw_.literals.back().bytes.reserve(std::min({size, room, k_reserve_at_once}));
  missing_ = size;
  in_literal_ = size > 0;
  return true;
}

bool Framer::take_literal(std::string_view& bytes) {
  const auto count = static_cast<std::size_t>(std::min<std::uint64_t>(bytes.size(), missing_));
  const auto room = limits_.literal_keep - std::min(limits_.literal_keep, kept_);
  const auto keep = std::min(count, room);
  raw_.literals.back().bytes.append(bytes.substr(0, keep));
  kept_ += keep;
  missing_ -= count;
  bytes.remove_prefix(count);
  return missing_ == 0;
}

}  // namespace redress::adapters::imap
