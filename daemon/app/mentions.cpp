#include "daemon/app/mentions.hpp"

#include "parsers/ascii.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace redress::app {
namespace {

constexpr std::array<std::string_view, 3> k_greetings{" dear ", " hello ", " hi "};
constexpr std::array<std::string_view, 7> k_titles{"mr", "mrs", "ms", "miss", "mx", "dr", "prof"};
constexpr std::size_t k_greeting_bytes = 60;  ///< a longer line is no greeting

bool is_word_byte(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return parsers::ascii::is_alpha(c) || parsers::ascii::is_digit(c) || byte >= 0x80;
}

/// Lower case, one space between words and at both ends.
std::string plain(std::string_view text) {
  std::string out{" "};
  for (const char c : text) {
    if (is_word_byte(c)) {
      out += parsers::ascii::lower(c);
    } else if (out.back() != ' ') {
      out += ' ';
    }
  }
  if (out.back() != ' ') out += ' ';
  return out;
}

bool is_greeting(std::string_view line, const std::string& words) {
  return line.size() <= k_greeting_bytes &&
         std::any_of(k_greetings.begin(), k_greetings.end(),
                     [&](std::string_view greeting) { return words.starts_with(greeting); });
}

/// All the words of a message but those of its greetings.
std::string words_without_greetings(std::string_view text) {
  std::string words;
  while (!text.empty()) {
    const auto end = text.find('\n');
    const auto line = text.substr(0, end);
    const auto plain_line = plain(line);
    if (!is_greeting(line, plain_line)) words += plain_line;
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return plain(words);  // a name may be broken over two lines
}

bool is_named_in(const domain::StaffMember& member, const std::string& words) {
  const auto name = plain(member.name);
  if (name.size() > 2 && words.find(name) != std::string::npos) return true;
  if (words.find(plain(member.email.str())) != std::string::npos) return true;
  const auto before_last = name.rfind(' ', name.size() - 2);
  const auto surname = name.substr(before_last == std::string::npos ? 0 : before_last);
  return std::any_of(k_titles.begin(), k_titles.end(), [&](std::string_view title) {
    return words.find(" " + std::string{title} + surname) != std::string::npos;
  });
}

}  // namespace

std::vector<domain::MailAddress> mentioned_staff(const domain::Staff& staff,
                                                 std::string_view subject, std::string_view text) {
  std::vector<domain::MailAddress> mentioned;
  const auto words = plain(subject) + words_without_greetings(text);
  for (const auto& member : staff) {
    if (is_named_in(member, words)) mentioned.push_back(member.email);
  }
  return mentioned;
}

std::vector<const domain::OtherBody*> mentioned_bodies(const domain::Policy& policy,
                                                       std::string_view subject,
                                                       std::string_view text) {
  std::vector<const domain::OtherBody*> mentioned;
  if (policy.bodies.empty()) return mentioned;
  const auto words = plain(subject) + plain(text);
  for (const auto& body : policy.bodies) {
    if (words.find(plain(body.name)) != std::string::npos) mentioned.push_back(&body);
  }
  return mentioned;
}

}  // namespace redress::app
