#include "daemon/adapters/curl/refusal.hpp"

#include "daemon/adapters/curl/imap/text.hpp"

#include <algorithm>
#include <array>

namespace redress::adapters {
namespace {

constexpr std::array<std::string_view, 4> k_busy_codes{"UNAVAILABLE", "INUSE", "LIMIT",
                                                       "SERVERBUG"};
constexpr std::array<std::string_view, 7> k_busy_words{
    "TOO MANY",           "MAXIMUM NUMBER", "TRY AGAIN",  "TRY LATER",
    "MAXIMUM CONNECTION", "TEMPORAR",       "UNAVAILABLE"};
constexpr std::size_t k_longest_line = 500;

}  // namespace

bool busy_code(std::string_view name) {
  return std::find(k_busy_codes.begin(), k_busy_codes.end(), name) != k_busy_codes.end();
}

bool busy_words(std::string_view text) {
  const auto letters = imap::upper(text.substr(0, k_longest_line));
  return std::any_of(k_busy_words.begin(), k_busy_words.end(), [&](std::string_view words) {
    return letters.find(words) != std::string::npos;
  });
}

std::string safe_line(std::string_view line, std::string_view secret) {
  std::string out{line};
  if (!secret.empty()) {
    for (auto at = out.find(secret); at != std::string::npos; at = out.find(secret, at)) {
      out.replace(at, secret.size(), "*");
      ++at;
    }
  }
  return imap::printable(out, k_longest_line);
}

}  // namespace redress::adapters
