#include "daemon/app/mentions.hpp"

#include "daemon/domain/folded_text.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace redress::app {
namespace {

constexpr std::array<std::string_view, 3> k_greetings{" dear ", " hello ", " hi "};
constexpr std::array<std::string_view, 7> k_titles{"mr", "mrs", "ms", "miss", "mx", "dr", "prof"};
constexpr std::size_t k_greeting_bytes = 60;  ///< a longer line is no greeting

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
    const auto plain_line = domain::folded(line);
    if (!is_greeting(line, plain_line)) words += plain_line;
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return domain::folded(words);  // a name may be broken over two lines
}

bool is_named_in(const domain::StaffMember& member, const std::string& words) {
  const auto name = domain::folded(member.name);
  if (name.size() > 2 && words.find(name) != std::string::npos) return true;
  if (words.find(domain::folded(member.email.str())) != std::string::npos) return true;
  const auto before_last = name.rfind(' ', name.size() - 2);
  const auto surname = name.substr(before_last == std::string::npos ? 0 : before_last);
  // Surnames are rarer than titles: each is looked for once, and then what stands before it.
  for (auto at = words.find(surname, 1); at != std::string::npos;
       at = words.find(surname, at + 1)) {
    const auto start = words.rfind(' ', at - 1) + 1;
    const auto before = std::string_view{words}.substr(start, at - start);
    if (std::find(k_titles.begin(), k_titles.end(), before) != k_titles.end()) return true;
  }
  return false;
}

}  // namespace

std::vector<domain::MailAddress> mentioned_staff(const domain::Staff& staff,
                                                 std::string_view subject, std::string_view text) {
  std::vector<domain::MailAddress> mentioned;
  const auto words = domain::folded(subject) + words_without_greetings(text);
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
  const auto words = domain::folded(subject) + domain::folded(text);
  for (const auto& body : policy.bodies) {
    if (words.find(domain::folded(body.name)) != std::string::npos) mentioned.push_back(&body);
  }
  return mentioned;
}

}  // namespace redress::app
