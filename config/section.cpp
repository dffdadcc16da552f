#include "config/section.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace redress::config {
namespace {

using domain::ErrorCode;
using domain::fail;

constexpr bool is_control(char c) {
  return static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
}

std::size_t line_of(const toml::node& node) {
  return node.source().begin.line;
}

std::string_view type_name(const toml::node& node) {
  switch (node.type()) {
    case toml::node_type::table: return "a table";
    case toml::node_type::array: return "a list";
    case toml::node_type::string: return "a text";
    case toml::node_type::integer:
    case toml::node_type::floating_point: return "a number";
    case toml::node_type::boolean: return "true or false";
    case toml::node_type::date:
    case toml::node_type::time:
    case toml::node_type::date_time: return "a date or time";
    case toml::node_type::none: break;
  }
  return "nothing";
}

domain::Date to_date(const toml::date& date) {
  return {std::chrono::year{date.year}, std::chrono::month{date.month}, std::chrono::day{date.day}};
}

/// A text, or a date written without quotation marks.
std::optional<std::string> as_text(const toml::node& node) {
  if (const auto* text = node.as_string()) return text->get();
  if (const auto* date = node.as_date()) return domain::to_iso(to_date(date->get()));
  return std::nullopt;
}

std::string one_line(std::string_view text) {
  std::string line{text};
  std::replace_if(line.begin(), line.end(), is_control, ' ');
  return line;
}

}  // namespace

void Findings::keep(Finding finding) {
  const auto before = [](const Finding& a, const Finding& b) {
    return a.unknown != b.unknown ? a.unknown : a.line < b.line;
  };
  if (!first_ || before(finding, *first_)) first_ = std::move(finding);
}

void Findings::add(std::size_t line, std::string_view key, std::string_view text) {
  keep({false, std::max<std::size_t>(line, 1), fmt::format("{}: {}", key, text)});
}

void Findings::add_unknown(std::size_t line, std::string_view key, std::string_view text) {
  keep({true, std::max<std::size_t>(line, 1), fmt::format("{}: {}", one_line(key), text)});
}

domain::Error Findings::error() const {
  return fail(ErrorCode::settings, fmt::format("{}:{}: {}", file_, first_->line, first_->text));
}

domain::Result<toml::table> parse_toml(std::string_view text, const std::string& file) {
  if (text.size() > k_file_bytes) {
    return fail(
        ErrorCode::settings,
        fmt::format("{}:1: the file has more than {} bytes; make it smaller", file, k_file_bytes));
  }
  try {  // the packaged library is built with exceptions; they end here
    return toml::parse(text, file);
  } catch (const toml::parse_error& error) {
    return fail(ErrorCode::settings,
                fmt::format("{}:{}: {}; mend it there or just before", file,
                            error.source().begin.line, one_line(error.description())));
  }
}

Section::Section(std::string name, const toml::table* table, std::size_t line,
                 std::span<const KnownKey> keys, Findings& findings)
    : name_(std::move(name)),
      shown_(name_),
      table_(table),
      line_(line),
      keys_(keys),
      findings_(&findings) {}

const toml::node* Section::node(std::string_view key) const {
  return table_ == nullptr ? nullptr : table_->get(key);
}

std::size_t Section::line(std::string_view key) const {
  const auto* found = node(key);
  return found == nullptr ? line_ : line_of(*found);
}

void Section::add(std::string_view key, std::string_view text) const {
  findings_->add(line(key), full_name(shown_, key), text);
}

std::string Section::place(std::string_view key) const {
  return fmt::format("{}:{}: {}", findings_->file(), std::max<std::size_t>(line(key), 1),
                     full_name(shown_, key));
}

void Section::add_type(std::string_view key, const toml::node& found,
                       std::string_view wanted) const {
  add(key, fmt::format("this is {}; write {}", type_name(found), wanted));
}

void Section::add_choice(std::string_view key, std::string_view word,
                         std::span<const std::string_view> words) const {
  std::string list;
  for (const auto known : words) {
    if (!list.empty()) list += ", ";
    list += fmt::format("\"{}\"", known);
  }
  add(key, fmt::format("{} is not known; write one of {}", in_quotes(word), list));
}

void Section::check_keys(std::span<const std::string_view> tables) const {
  if (table_ == nullptr) {
    for (const auto& known : keys_) {
      if (known.required && known.section == name_) {
        findings_->add(line_, full_name(shown_, known.key),
                       fmt::format("missing; add the table {} with it", table_header(shown_)));
      }
    }
    return;
  }
  for (const auto& [key, value] : *table_) {
    const auto name = key.str();
    const bool table = std::find(tables.begin(), tables.end(), name) != tables.end();
    if (table || find_key(keys_, name_, name) != nullptr) continue;
    findings_->add_unknown(line_of(value), full_name(shown_, name.substr(0, k_key_shown)),
                           fmt::format("unknown key; {}", unknown_key_mend(keys_, name_, name)));
  }
  for (const auto& known : keys_) {
    if (known.required && known.section == name_ && !has(known.key)) {
      add(known.key, fmt::format("missing; add it ({})", known.doc));
    }
  }
}

std::optional<std::string> Section::text(std::string_view key) const {
  const auto* found = node(key);
  if (found == nullptr) return std::nullopt;
  auto text = as_text(*found);
  if (!text) {
    add_type(key, *found, "a text in quotation marks");
  } else if (text->empty()) {
    add(key, "empty; write a value, or take the line out");
    text.reset();
  } else if (std::any_of(text->begin(), text->end(), is_control)) {
    add(key, "a line break or control character is in it; write it on one line");
    text.reset();
  }
  return text;
}

std::string Section::text_or(std::string_view key, std::string standard) const {
  return text(key).value_or(std::move(standard));
}

std::optional<std::int64_t> Section::number(std::string_view key, std::int64_t least,
                                            std::int64_t most) const {
  const auto* found = node(key);
  if (found == nullptr) return std::nullopt;
  const auto* number = found->as_integer();
  if (number == nullptr) {
    add_type(key, *found, "a whole number");
    return std::nullopt;
  }
  if (number->get() < least || number->get() > most) {
    add(key, fmt::format("{} is out of range; write {} to {}", number->get(), least, most));
    return std::nullopt;
  }
  return number->get();
}

std::optional<double> Section::real(std::string_view key, double least, double most) const {
  const auto* found = node(key);
  if (found == nullptr) return std::nullopt;
  const auto number = found->value<double>();
  if (!found->is_number() || !number) {
    add_type(key, *found, "a number");
    return std::nullopt;
  }
  if (!(*number >= least && *number <= most)) {  // no comparison with "nan" holds
    add(key, fmt::format("{} is out of range; write {} to {}", *number, least, most));
    return std::nullopt;
  }
  return *number;
}

bool Section::flag(std::string_view key, bool standard) const {
  const auto* found = node(key);
  if (found == nullptr) return standard;
  const auto* flag = found->as_boolean();
  if (flag != nullptr) return flag->get();
  add_type(key, *found, "true or false, without quotation marks");
  return standard;
}

std::vector<std::string> Section::texts(std::string_view key) const {
  const auto* found = node(key);
  if (found == nullptr) return {};
  const auto* list = found->as_array();
  if (list == nullptr) {
    add_type(key, *found, "a list like [\"…\", \"…\"]");
    return {};
  }
  std::vector<std::string> texts;
  for (const auto& entry : *list) {
    auto text = as_text(entry);
    if (text && !text->empty() && std::none_of(text->begin(), text->end(), is_control)) {
      texts.push_back(std::move(*text));
    } else {
      findings_->add(line_of(entry), full_name(shown_, key),
                     text ? std::string{"an entry is empty or has a line break in it; mend it"}
                          : fmt::format("an entry is {}; write a text", type_name(entry)));
    }
  }
  return texts;
}

std::vector<domain::Date> Section::dates(std::string_view key) const {
  const auto* found = node(key);
  const auto* list = found == nullptr ? nullptr : found->as_array();
  if (found != nullptr && list == nullptr) add_type(key, *found, "a list like [2026-12-24]");
  if (list == nullptr) return {};
  std::vector<domain::Date> dates;
  for (const auto& entry : *list) {
    const auto text = as_text(entry);
    const auto date = domain::parse_date(text.value_or(""));
    if (date) {
      dates.push_back(*date);
    } else {
      findings_->add(line_of(entry), full_name(shown_, key),
                     fmt::format("{} is no date; write it like 2026-12-24",
                                 text ? in_quotes(*text) : std::string{type_name(entry)}));
    }
  }
  return dates;
}

std::optional<Section> Section::inner(std::string_view key, std::string section) const {
  const auto* found = node(key);
  if (found == nullptr) return std::nullopt;
  const auto* table = found->as_table();
  if (table == nullptr) {
    add_type(key, *found, "a table like { within = \"2 working days\", clause = \"…\" }");
    return std::nullopt;
  }
  Section inside{std::move(section), table, line_of(*found), keys_, *findings_};
  inside.shown_ = full_name(shown_, key);
  return inside;
}

}  // namespace redress::config
