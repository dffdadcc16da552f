#include "parsers/form/form.hpp"

#include "parsers/ascii.hpp"

#include <algorithm>
#include <array>

namespace redress::parsers {
namespace {

constexpr std::size_t k_label_max = 60;     // bytes of a line that can be a label
constexpr std::size_t k_fields_needed = 4;  // so that a chance "Name:" is no form
constexpr std::size_t k_fields_max = 100;

constexpr std::array<std::string_view, 3> k_names{"name", "first_name", "last_name"};

/// A line cut at the mark behind what may be a label.
struct Cut {
  std::string_view label;  ///< without number, bullet and marks; empty: the line has none
  std::string_view value;
  bool marked{};  ///< a mark stood between them
};

/// "1. Name", "- Name", "*Name*", "| Name": what stands before a label.
std::string_view without_lead(std::string_view line) {
  line = ascii::trimmed(line);
  std::size_t digits = 0;
  while (digits < line.size() && ascii::is_digit(line[digits])) ++digits;
  const bool numbered =
      digits > 0 && digits + 1 < line.size() && (line[digits] == '.' || line[digits] == ')');
  if (numbered) line.remove_prefix(digits + 1);
  const auto start = line.find_first_not_of("*-| \t");
  return start == std::string_view::npos ? std::string_view{} : line.substr(start);
}

std::string_view without_marks_behind(std::string_view label) {
  const auto end = label.find_last_not_of(".*? \t:");
  return end == std::string_view::npos ? std::string_view{} : label.substr(0, end + 1);
}

Cut cut(std::string_view line) {
  line = without_lead(line);
  const auto start = line.substr(0, k_label_max + 1);
  auto end = start.find_first_of(":?\t|");
  end = std::min(end, start.find("  "));
  const bool marked = end != std::string_view::npos;
  if (!marked && line.size() > k_label_max) return {};
  if (!marked) return {without_marks_behind(line), {}, false};
  const auto value = line.find_first_not_of(":?*| \t", end);
  const auto last = line.find_last_not_of("| \t");
  const bool empty = value == std::string_view::npos || last < value;
  return {without_marks_behind(line.substr(0, end)),
          empty ? std::string_view{} : line.substr(value, last + 1 - value), true};
}

bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}

/// A technical name as somebody would say it: "FullName", "full_name" and "full-name" are "Full
/// name".
std::string spoken(std::string_view name) {
  std::string out;
  for (std::size_t at = 0; at < name.size(); ++at) {
    const bool mark = name[at] == '_' || name[at] == '-' || name[at] == '.';
    const bool hump = at > 0 && is_upper(name[at]) && !is_upper(name[at - 1]);
    if (hump) out += ' ';
    out += mark ? ' ' : name[at];
  }
  return out;
}

class FormReader {
 public:
  FormReader(FormStyle style, std::span<const FormLabel> more) : style_(style), more_(more) {}

  void line(std::string_view line) {
    const auto parts = cut(line);
    if (const auto name = known(parts.label); !name.empty()) {
      ++known_;
      open(name, parts.value);
    } else if (style_ == FormStyle::table && in_table(line)) {
      return;
    } else if (parts.marked && line.find(':') != line.npos && !parts.label.empty() && ends_here()) {
      open(ascii::lowered(parts.label), parts.value);
    } else {
      go_on(line);
    }
  }

  void field(const documents::Field& field) {
    if (ascii::trimmed(field.value).empty()) return;
    for (const auto& label : {field.label, spoken(field.name)}) {
      if (const auto name = known(cut(label).label); !name.empty()) {
        ++known_;
        return open(name, field.value);
      }
    }
    open(ascii::lowered(field.label.empty() ? field.name : field.label), field.value);
  }

  std::optional<Form> take() {
    const auto asks = [this](std::string_view name) { return !form_value(form_, name).empty(); };
    const bool named = std::any_of(k_names.begin(), k_names.end(), asks);
    for (auto& field : form_.fields) field.second = std::string{ascii::trimmed(field.second)};
    if (known_ < k_fields_needed || !named || !asks("email") || !asks("what_happened")) {
      return std::nullopt;
    }
    return std::move(form_);
  }

 private:
  std::string_view known(std::string_view label) const {
    for (const auto labels : {form_labels(), more_}) {
      for (const auto& one : labels) {
        if (ascii::equal(one.text, label)) return one.name;
      }
    }
    return {};
  }

  /// "Email address ann@example.net": the longest label that the line begins with.
  bool in_table(std::string_view line) {
    line = ascii::trimmed(line);
    const FormLabel* best = nullptr;
    for (const auto labels : {form_labels(), more_}) {
      for (const auto& one : labels) {
        const bool begins =
            ascii::starts_with(line, one.text) && line.substr(one.text.size()).starts_with(' ');
        if (begins && (best == nullptr || one.text.size() > best->text.size())) best = &one;
      }
    }
    if (best == nullptr) return false;
    ++known_;
    open(best->name, ascii::trimmed(line.substr(best->text.size())));
    return true;
  }

  /// Whether a label that no table knows may end the value: not within what the writer tells, where
  /// a line such as "Then: nothing" is a sentence.
  bool ends_here() const {
    return !form_.fields.empty() && form_.fields.back().first != "what_happened";
  }

  void open(std::string_view name, std::string_view value) {
    blank_ = false;
    if (form_.fields.size() < k_fields_max) form_.fields.emplace_back(name, value);
  }

  void go_on(std::string_view line) {
    if (form_.fields.empty()) return;
    auto& [name, value] = form_.fields.back();
    const bool blank = ascii::trimmed(line).empty();
    // A blank line ends a short answer; what comes after it, before the next label, is no field's.
    blank_ = blank_ || (blank && !value.empty());
    if (blank_ && name != "what_happened" && name != "outcome") return;
    if (!value.empty()) value += '\n';
    value += ascii::trimmed(line);
  }

  FormStyle style_;
  std::span<const FormLabel> more_;
  Form form_;
  std::size_t known_{0};
  bool blank_{false};  // a blank line came since the label
};

}  // namespace

std::optional<Form> read_form(std::string_view text, FormStyle style,
                              std::span<const FormLabel> more) {
  FormReader reader{style, more};
  ascii::Lines lines{text};
  for (std::string_view line; lines.next(line);) reader.line(line);
  return reader.take();
}

std::optional<Form> form_of_fields(std::span<const documents::Field> fields,
                                   std::span<const FormLabel> more) {
  FormReader reader{FormStyle::marked, more};
  for (const auto& field : fields) reader.field(field);
  return reader.take();
}

std::string_view form_value(const Form& form, std::string_view name) {
  for (const auto& [known, value] : form.fields) {
    if (known == name) return value;
  }
  return {};
}

}  // namespace redress::parsers
