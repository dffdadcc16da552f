#include "parsers/mime/parameters.hpp"

#include "parsers/ascii.hpp"
#include "parsers/mime/charset.hpp"
#include "parsers/mime/encoded_words.hpp"

#include <algorithm>
#include <charconv>
#include <map>

namespace redress::parsers {
namespace {

constexpr std::size_t k_parameters_max = 200;
constexpr int k_segments_max = 999;

/// One `name=value` as it stands: RFC 2231 names still whole, quotes and escapes undone.
struct RawParameter {
  std::string name;
  std::string value;
};

class Reader {
 public:
  explicit Reader(std::string_view field) : field_(field) {}

  std::string value() { return ascii::lowered(ascii::trimmed(token(";"))); }

  bool next(RawParameter& parameter) {
    while (at_ < field_.size()) {
      if (field_[at_] == ';') ++at_;
      parameter.name = ascii::lowered(ascii::trimmed(token("=;")));
      if (at_ >= field_.size() || field_[at_] != '=') continue;
      ++at_;
      parameter.value = token(";");
      if (!parameter.name.empty()) return true;
    }
    return false;
  }

 private:
  /// Text up to one of `stops`, without comments, quotes and their escapes; blanks around it cut.
  std::string token(std::string_view stops) {
    std::string out;
    bool quoted = false;
    std::size_t kept = 0;  // what stood in quotes keeps its blanks
    while (at_ < field_.size()) {
      const char c = field_[at_];
      if (quoted) {
        ++at_;
        if (c == '"') {
          quoted = false;
          kept = out.size();
        } else if (c == '\\' && at_ < field_.size()) {
          out += field_[at_++];
        } else {
          out += c;
        }
        continue;
      }
      if (stops.find(c) != stops.npos) break;
      if (c == '(') {
        if (skip_comment()) continue;
      }
      ++at_;
      if (c == '"') {
        if (ascii::trimmed(out).empty()) out.clear();
        quoted = true;
      } else if (!out.empty() || !ascii::is_space(c)) {
        out += c;
      }
    }
    while (out.size() > kept && ascii::is_space(out.back())) out.pop_back();
    return out;
  }

  /// False where the comment never ends: then "(" is a letter like any other.
  bool skip_comment() {
    if (no_more_comments_) return false;
    std::size_t depth = 0;
    for (auto at = at_; at < field_.size(); ++at) {
      if (field_[at] == '\\') {
        ++at;
      } else if (field_[at] == '(') {
        ++depth;
      } else if (field_[at] == ')' && --depth == 0) {
        at_ = at + 1;
        return true;
      }
    }
    no_more_comments_ = true;
    return false;
  }

  std::string_view field_;
  std::size_t at_{};
  bool no_more_comments_{false};
};

std::string percent_decoded(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool hex = text[at] == '%' && at + 2 < text.size() &&
                     ascii::hex_value(text[at + 1]) >= 0 && ascii::hex_value(text[at + 2]) >= 0;
    if (!hex) {
      out += text[at];
      continue;
    }
    out += static_cast<char>(ascii::hex_value(text[at + 1]) * 16 + ascii::hex_value(text[at + 2]));
    at += 2;
  }
  return out;
}

struct Segment {
  std::string value;
  bool encoded;
};

/// Pieces of one parameter (RFC 2231, 3 and 4): bytes joined first, then converted.
std::string join(const std::map<int, Segment>& segments, DefectLog& defects) {
  std::string charset;
  std::string bytes;
  bool any_encoded = false;
  for (const auto& [index, segment] : segments) {
    std::string_view value = segment.value;
    if (segment.encoded && !any_encoded) {
      const auto first = value.find('\'');
      const auto second = first == value.npos ? first : value.find('\'', first + 1);
      if (second == value.npos) {
        defects.add("parameter_charset", value);
      } else {
        charset = value.substr(0, first);
        value.remove_prefix(second + 1);
      }
      any_encoded = true;
    }
    bytes += segment.encoded ? percent_decoded(value) : std::string{value};
  }
  if (any_encoded) return to_utf8(bytes, charset, defects);
  return decode_encoded_words(bytes, defects);
}

/// `name*3*`: name, number (0 for none), and whether the value is percent-encoded.
struct SegmentName {
  std::string name;
  int index{};
  bool encoded{};
  bool extended{};
};
SegmentName segment_name(std::string_view raw) {
  SegmentName out{std::string{raw}, 0, false, false};
  const auto star = raw.find('*');
  if (star == raw.npos || star == 0) return out;
  auto rest = raw.substr(star + 1);
  out.name = raw.substr(0, star);
  out.extended = true;
  if (rest.empty() || rest.ends_with('*')) out.encoded = true;
  if (rest.ends_with('*')) rest.remove_suffix(1);
  const auto [stop, error] = std::from_chars(rest.data(), rest.data() + rest.size(), out.index);
  const bool number = error == std::errc{} && stop == rest.data() + rest.size();
  if (!number || out.index < 0 || out.index > k_segments_max) out.index = 0;
  return out;
}

}  // namespace

const std::string* ParameterisedValue::find(std::string_view name) const {
  for (const auto& [key, content] : parameters) {
    if (key == name) return &content;
  }
  return nullptr;
}

ParameterisedValue parse_parameterised(std::string_view field, DefectLog& defects) {
  // Some writers encode the whole field, which RFC 2047, 5 forbids.
  std::string decoded;
  if (ascii::trimmed(field).starts_with("=?")) {
    decoded = decode_encoded_words(field, defects);
    field = decoded;
  }
  Reader reader{field};
  ParameterisedValue out{reader.value(), {}};
  std::map<std::string, std::map<int, Segment>> extended;
  RawParameter raw;
  std::size_t count = 0;
  while (reader.next(raw)) {
    if (++count > k_parameters_max) {
      defects.add("too_many_parameters");
      break;
    }
    auto name = segment_name(raw.name);
    if (name.extended) {
      extended[name.name].try_emplace(name.index, Segment{std::move(raw.value), name.encoded});
    } else if (out.find(name.name) == nullptr) {
      out.parameters.emplace_back(name.name, decode_encoded_words(raw.value, defects));
    }
  }
  // The extended form wins over a plain one of the same name (RFC 5987, 4.2, says why both stand).
  for (const auto& [name, segments] : extended) {
    std::erase_if(out.parameters, [&key = name](const auto& pair) { return pair.first == key; });
    out.parameters.emplace_back(name, join(segments, defects));
  }
  return out;
}

}  // namespace redress::parsers
