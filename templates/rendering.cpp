#include "templates/rendering.hpp"

#include "daemon/domain/change.hpp"
#include "templates/expand.hpp"
#include "templates/fields.hpp"
#include "templates/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <stdexcept>

namespace redress::templates {
namespace {

using kainjow::mustache::data;
using Item = std::map<std::string, std::string>;

constexpr std::string_view k_notices = "notices";
constexpr std::size_t k_kept_whole = 32;  // bytes; a date or a name is not broken over two lines

/// Looks names up, and remembers which that must have a value had none.
class RecordingContext : public kainjow::mustache::context<std::string> {
 public:
  using context::context;

  const data* get(const std::string& name) const override {
    const bool must = !name.empty() && name.front() == k_value_sign;
    const data* found = context::get(must ? name.substr(1) : name);
    const bool empty = found == nullptr || found->is_false();
    if (must && empty) misses_.insert(name.substr(1));
    return found;
  }
  const std::set<std::string>& misses() const { return misses_; }

 private:
  mutable std::set<std::string> misses_;  // get() is const in the base
};

bool is_web_address(std::string_view text) {
  return (text.starts_with("https://") || text.starts_with("http://")) &&
         text.find(' ') == std::string_view::npos;
}

/// The value as a letter may show it; empty: as if it were absent.
std::string made_safe(const Field& field, const std::string& value) {
  switch (field.kind) {
    case FieldKind::name: return one_line(value, k_name_chars);
    case FieldKind::text: return one_line(value, k_text_chars);
    case FieldKind::prose: return one_line(value, k_prose_chars);
    case FieldKind::url: {
      std::string url = one_line(value, k_text_chars);
      return is_web_address(url) ? url : std::string{};
    }
    case FieldKind::list: break;
  }
  return {};
}

/// An item has every field of its list, so that an absent one never shows the letter's own.
data item_data(const Item& item, std::string_view schema) {
  data made{data::type::object};
  for (const Field& field : k_known_fields) {
    if (field.in != schema) continue;
    const std::string name{field.name};
    const auto given = item.find(name);
    const std::string value = given == item.end() ? std::string{} : made_safe(field, given->second);
    made.set(name, value.empty() ? data{data::type::bool_false} : data{value});
  }
  return made;
}

void set_list(data& facts, const std::string& name, const std::vector<Item>& items) {
  data list{data::type::list};
  const std::size_t count = std::min(items.size(), k_list_items);
  for (std::size_t i = 0; i < count; ++i) list << item_data(items[i], item_schema(name));
  facts.set(fmt::format("{}{}", k_has_prefix, name),
            data{count > 0 ? data::type::bool_true : data::type::bool_false});
  facts.set(name, list);
}

std::string notice_list(const Item& notice) {
  const auto kind = notice.find("kind");
  const std::string name =
      kind == notice.end() ? std::string{} : fmt::format("{}{}", k_notice_prefix, kind->second);
  if (find_field(name, "") != nullptr) return name;
  return fmt::format("{}{}", k_notice_prefix, domain::to_string(domain::NoticeKind::system));
}

void set_notices(data& facts, const std::vector<Item>& notices) {
  std::map<std::string, std::vector<Item>> by_kind;
  for (const Item& notice : notices) by_kind[notice_list(notice)].push_back(notice);
  for (const auto& [name, items] : by_kind) set_list(facts, name, items);
  facts.set("notice_count", data{std::to_string(notices.size())});
}

}  // namespace

Rendering::Rendering(const LetterFacts& facts) : facts_(data::type::object) {
  for (const Field& field : k_known_fields) {
    if (field.kind != FieldKind::list) continue;
    const std::string name{field.name};
    const auto list = facts.lists.find(name);
    set_list(facts_, name, list == facts.lists.end() ? std::vector<Item>{} : list->second);
  }
  if (const auto notices = facts.lists.find(std::string{k_notices}); notices != facts.lists.end()) {
    set_notices(facts_, notices->second);
  }
  for (const auto& [name, value] : facts.fields) {
    const Field* field = find_field(name, "");
    if (field == nullptr || field->kind == FieldKind::list) continue;
    const std::string safe = made_safe(*field, value);
    if (!safe.empty()) facts_.set(name, data{safe});
  }
}

void Rendering::set_language(const std::string& tag) {
  facts_.set("language", data{tag});
}

void Rendering::set_subject(const std::string& subject) {
  facts_.set("subject", data{subject});
}

ParsedTemplate::ParsedTemplate(TemplateFile file, Medium medium)
    : path_(std::move(file.path)), text_(file.text) {
  if (!text_.is_valid()) throw std::logic_error(path_ + ": " + text_.error_message());
  text_.set_custom_escape([medium](const std::string& value) {
    if (medium == Medium::html) return escape_html(value);
    return value.size() <= k_kept_whole ? unbroken(value) : value;
  });
}

domain::Result<std::string> ParsedTemplate::render(const data& facts) {
  RecordingContext context{&facts};
  std::string made = text_.render(context);
  if (context.misses().empty()) return made;
  return domain::fail(
      domain::ErrorCode::settings,
      fmt::format("{}: no value for '{}'", path_, fmt::join(context.misses(), "', '")));
}

}  // namespace redress::templates
