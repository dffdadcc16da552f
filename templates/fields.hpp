#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace redress::templates {

/// What a field holds, which decides how its text is made safe before it is rendered.
enum class FieldKind {
  text,  ///< one line, at most k_text_chars
  name,  ///< a person's or organisation's name: one line, at most k_name_chars
  url,   ///< http:// or https:// without spaces; anything else counts as absent
  list,  ///< a section that is written once an item
};

/// Bounds in characters (code points); what is longer is cut and ends in "…".
inline constexpr std::size_t k_name_chars = 80;
inline constexpr std::size_t k_text_chars = 2000;
inline constexpr std::size_t k_subject_chars = 200;
/// Items of one list that a letter shows; the rest is left out. The caller says so in a last item.
inline constexpr std::size_t k_list_items = 500;

/// A name that templates may use.
struct Field {
  std::string_view name;
  std::string_view in;  ///< the list whose items have it; empty for a field of the letter itself
  FieldKind kind;
  bool optional;  ///< may be absent: a template names it inside its own section only
  std::string_view doc;
};

/// Every name that a template may use. Besides these, `has_LIST` is a section that is written once
/// where that list has items. `subject` and the lists `notices_KIND` are made by the renderer.
inline constexpr std::array k_known_fields{
    Field{"organisation", "", FieldKind::name, false, "name of the organisation"},
    Field{"reference", "", FieldKind::text, false, "case reference, CIM-2026-000123"},
    Field{"received_date", "", FieldKind::text, false, "day of receipt, Tuesday 24 November 2026"},
    Field{"received_time", "", FieldKind::text, false, "time of receipt by the local clock, 10:15"},
    Field{"complainant_name", "", FieldKind::name, true, "for the greeting; only where it is safe"},
    Field{"handled_by", "", FieldKind::text, true, "who deals with it, as the policy names them"},
    Field{"respond_by_date", "", FieldKind::text, true, "last day for the answer, if promised"},
    Field{"acknowledge_by_date", "", FieldKind::text, true, "last day for the acknowledgement"},
    Field{"reply_address", "", FieldKind::text, true, "address that an answer goes to"},
    Field{"telephone", "", FieldKind::text, true, "telephone number from the settings"},
    Field{"postal_address", "", FieldKind::text, true,
          "postal address from the settings, one line"},
    Field{"policy_title", "", FieldKind::text, false, "title of the published policy"},
    Field{"policy_url", "", FieldKind::url, true, "where the public reads the policy"},
    Field{"mailbox", "", FieldKind::text, false, "name or address of the mailbox it came to"},
    Field{"message_number", "", FieldKind::text, true, "number of the message in the ledger"},
    Field{"notice_count", "", FieldKind::text, false, "how many notices; counted where not given"},
    Field{"subject", "", FieldKind::text, false, "the rendered subject; for layouts and bodies"},

    Field{"later_stages", "", FieldKind::list, true, "what comes after, a paragraph each"},
    Field{"text", "later_stages", FieldKind::text, false, "one paragraph"},

    Field{"reasons", "", FieldKind::list, true, "why a message was flagged: rules, categories"},
    Field{"text", "reasons", FieldKind::text, false,
          "one rule or category, never words of the mail"},

    Field{"notices", "", FieldKind::list, true, "everything staff are told, in the order given"},
    Field{"notices_serious", "", FieldKind::list, true, "those of kind serious"},
    Field{"notices_overdue", "", FieldKind::list, true, "those of kind overdue"},
    Field{"notices_failed", "", FieldKind::list, true, "those of kind failed"},
    Field{"notices_held", "", FieldKind::list, true, "those of kind held"},
    Field{"notices_quarantined", "", FieldKind::list, true, "those of kind quarantined"},
    Field{"notices_junk", "", FieldKind::list, true, "those of kind junk"},
    Field{"notices_system", "", FieldKind::list, true, "those of kind system, and unknown kinds"},
    Field{"kind", "notices", FieldKind::text, false, "held, failed, overdue, quarantined …"},
    Field{"text", "notices", FieldKind::text, false, "what it is, one line, no words of the mail"},
    Field{"reference", "notices", FieldKind::text, true, "case reference, or message number"},
    Field{"when", "notices", FieldKind::text, true, "when it happened"},
    Field{"owed", "notices", FieldKind::text, true, "by when an acknowledgement is owed"},
    Field{"command", "notices", FieldKind::text, true, "the redressctl command that settles it"},
};

/// Prefix of the lists that the renderer makes out of `notices`; their items are those of
/// `notices`.
inline constexpr std::string_view k_notice_prefix = "notices_";
/// Prefix of the sections that stand for "this list has items".
inline constexpr std::string_view k_has_prefix = "has_";

/// The list whose items a list has: "notices" for "notices_held", else the list itself.
constexpr std::string_view item_schema(std::string_view list) {
  return list.starts_with(k_notice_prefix) ? k_notice_prefix.substr(0, 7) : list;
}

/// The field of that name in that list (or of the letter, where `in` is empty), or nothing.
constexpr const Field* find_field(std::string_view name, std::string_view in) {
  for (const Field& field : k_known_fields) {
    if (field.name == name && field.in == in) return &field;
  }
  return nullptr;
}

/// Whether `name` is `has_LIST` of a known list.
constexpr bool is_list_condition(std::string_view name) {
  if (!name.starts_with(k_has_prefix)) return false;
  const Field* list = find_field(name.substr(k_has_prefix.size()), "");
  return list != nullptr && list->kind == FieldKind::list;
}

/// The known name nearest to that one (by letters to change), for "did you mean"; empty where none
/// is near.
std::string nearest_field(std::string_view name);

namespace detail {
constexpr bool items_have_lists() {
  for (const Field& field : k_known_fields) {
    if (field.in.empty()) continue;
    const Field* list = find_field(field.in, "");
    if (list == nullptr || list->kind != FieldKind::list) return false;
  }
  return true;
}
}  // namespace detail
static_assert(detail::items_have_lists(), "every item field belongs to a list of the table");
static_assert(item_schema("notices_held") == "notices");

}  // namespace redress::templates
