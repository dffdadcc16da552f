#include "templates/header_text.hpp"

#include "templates/base64.hpp"
#include "templates/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>

namespace redress::templates {
namespace {

constexpr std::string_view k_encoded_start_q = "=?UTF-8?Q?";
constexpr std::string_view k_encoded_start_b = "=?UTF-8?B?";
constexpr std::string_view k_encoded_end = "?=";
constexpr std::size_t k_payload = k_encoded_word - k_encoded_start_q.size() - k_encoded_end.size();
constexpr std::size_t k_longest_word = 60;  // longer ones are encoded, so that they can be folded
constexpr std::size_t k_longest_msg_id = 512;  // a line holds 998
constexpr std::array<std::string_view, 7> k_days{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
constexpr std::array<std::string_view, 12> k_months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                    "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

bool is_ascii(char c) {
  return static_cast<unsigned char>(c) < 0x80;
}

bool is_alnum(char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

/// atext of RFC 5322, 3.2.3.
bool is_atext(char c) {
  constexpr std::string_view others = "!#$%&'*+-/=?^_`{|}~";
  return is_alnum(c) || others.find(c) != std::string_view::npos;
}

bool is_dot_atext(char c) {
  return c == '.' || is_atext(c);
}

template <class Test>
bool all(std::string_view text, Test test) {
  return std::all_of(text.begin(), text.end(), test);
}

/// The "Q" encoding, with the few characters that every place allows (RFC 2047, 5. (3)).
std::string q_encoded(std::string_view text) {
  constexpr std::string_view plain = "!*+-/";
  std::string out;
  for (const char c : text) {
    if (is_alnum(c) || plain.find(c) != std::string_view::npos) {
      out += c;
    } else if (c == ' ') {
      out += '_';
    } else {
      out += fmt::format("={:02X}", static_cast<unsigned char>(c));
    }
  }
  return out;
}

/// As few encoded words as hold the text, split between characters; B or Q, whichever is shorter.
HeaderWords encoded_words(std::string_view text) {
  const bool use_q = q_encoded(text).size() <= base64(text).size();
  HeaderWords words;
  std::string_view chunk = text.substr(0, 0);
  const auto encode = [use_q](std::string_view part) {
    return use_q ? q_encoded(part) : base64(part);
  };
  const auto flush = [&] {
    words.push_back(fmt::format("{}{}{}", use_q ? k_encoded_start_q : k_encoded_start_b,
                                encode(chunk), k_encoded_end));
  };
  while (!text.empty()) {
    const std::size_t bytes = chunk.size() + first_character(text).bytes;
    const std::string_view longer{chunk.empty() ? text.data() : chunk.data(), bytes};
    if (!chunk.empty() && encode(longer).size() > k_payload) {
      flush();
      chunk = text.substr(0, 0);
      continue;
    }
    chunk = longer;
    text.remove_prefix(first_character(text).bytes);
  }
  if (!chunk.empty()) flush();
  return words;
}

bool must_be_encoded(std::string_view word) {
  return !all(word, is_ascii) || word.find("=?") != std::string_view::npos ||
         word.size() > k_longest_word;
}

HeaderWords split(std::string_view line) {
  HeaderWords words;
  while (!line.empty()) {
    const std::size_t end = std::min(line.find(' '), line.size());
    if (end > 0) words.emplace_back(line.substr(0, end));
    line.remove_prefix(std::min(end + 1, line.size()));
  }
  return words;
}

std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out += '"';
}

std::string addr_spec(const domain::MailAddress& address) {
  const bool plain = all(address.local(), [](char c) { return !is_ascii(c) || is_dot_atext(c); });
  if (plain) return address.str();
  return fmt::format("{}@{}", quoted(address.local()), address.domain());
}

}  // namespace

std::string header_field(std::string_view name, const HeaderWords& words) {
  std::string out;
  std::string line = fmt::format("{}:", name);
  bool first = true;
  for (const std::string& word : words) {
    if (!first && line.size() + 1 + word.size() > k_header_columns) {
      out += line;
      out += "\r\n";
      line.clear();
    }
    line += ' ';
    line += word;
    first = false;
  }
  return out + line + "\r\n";
}

HeaderWords unstructured(std::string_view line) {
  HeaderWords words = split(line);
  const auto first = std::find_if(words.begin(), words.end(), must_be_encoded);
  if (first == words.end()) return words;
  const auto last = std::find_if(words.rbegin(), words.rend(), must_be_encoded).base();
  // Spaces between encoded words are not shown (RFC 2047, 6.2): theirs are encoded with them.
  HeaderWords out(words.begin(), first);
  const HeaderWords encoded = encoded_words(fmt::format("{}", fmt::join(first, last, " ")));
  out.insert(out.end(), encoded.begin(), encoded.end());
  out.insert(out.end(), last, words.end());
  return out;
}

HeaderWords phrase(std::string_view name) {
  if (name.empty()) return {};
  if (name.size() > k_longest_word || must_be_encoded(name)) return encoded_words(name);
  if (all(name, [](char c) { return c == ' ' || is_atext(c); })) return split(name);
  return {quoted(name)};
}

HeaderWords mailbox(const domain::Person& person) {
  HeaderWords words = phrase(person.name);
  words.push_back(fmt::format("<{}>", addr_spec(person.address)));
  return words;
}

std::string header_date(domain::Instant at) {
  const auto day = std::chrono::floor<std::chrono::days>(at);
  const std::chrono::year_month_day date{day};
  const std::chrono::hh_mm_ss time{at - day};
  const std::chrono::weekday weekday{day};
  return fmt::format("{}, {:02} {} {:04} {:02}:{:02}:{:02} +0000", k_days[weekday.c_encoding()],
                     static_cast<unsigned>(date.day()),
                     k_months[static_cast<unsigned>(date.month()) - 1],
                     static_cast<int>(date.year()), time.hours().count(), time.minutes().count(),
                     time.seconds().count());
}

bool is_message_id(std::string_view id) {
  const std::size_t at = id.find('@');
  if (at == std::string_view::npos || at == 0 || at + 1 == id.size()) return false;
  if (id.size() > k_longest_msg_id) return false;
  const std::string_view right = id.substr(at + 1);
  const bool literal = right.size() > 2 && right.front() == '[' && right.back() == ']';
  const std::string_view host = literal ? right.substr(1, right.size() - 2) : right;
  return all(id.substr(0, at), is_dot_atext) &&
         all(host, [literal](char c) { return is_dot_atext(c) || (literal && c == ':'); });
}

}  // namespace redress::templates
