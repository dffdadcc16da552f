#include "daemon/domain/persistence.hpp"

#include "daemon/domain/folded_text.hpp"

#include <map>

namespace redress::domain {
namespace {

constexpr bool is_space(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

Date monday_of(Date day) {
  const std::chrono::sys_days at{day};
  return Date{at - (std::chrono::weekday{at} - std::chrono::Monday)};
}

}  // namespace

MessageCounts count_text(std::string_view text) {
  MessageCounts counts;
  bool in_word = false;  // from the first letter to the next space
  bool asked = false;    // since the last letter or space
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (is_space(c) || is_word_byte(c)) asked = false;
    if (is_space(c)) in_word = false;
    if (is_word_byte(c) && !in_word) {
      ++counts.words;
      in_word = true;
    }
    const bool ends = i + 1 == text.size() || !is_word_byte(text[i + 1]);
    if (c == '?' && ends && !asked) {
      ++counts.questions;
      asked = true;
    }
  }
  return counts;
}

std::vector<WeekCounts> weeks_of(const std::vector<CountedMessage>& messages) {
  std::map<Date, WeekCounts> weeks;
  for (const auto& one : messages) {
    auto& week = weeks[monday_of(one.received)];
    ++week.messages;
    week.sums.words += one.counts.words;
    week.sums.questions += one.counts.questions;
    week.sums.addressed += one.counts.addressed;
  }
  std::vector<WeekCounts> out;
  for (auto& [monday, week] : weeks) {
    week.monday = monday;
    out.push_back(week);
  }
  return out;
}

}  // namespace redress::domain
