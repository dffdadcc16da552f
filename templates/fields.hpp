#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace redress::templates {

/// What a field holds, which decides how its text is made safe before it is rendered.
enum class FieldKind {
  text,   ///< one line, at most k_text_chars
  prose,  ///< a paragraph of a person's own words: one line, at most k_prose_chars
  name,   ///< a person's or organisation's name: one line, at most k_name_chars
  url,    ///< http:// or https:// without spaces; anything else counts as absent
  list,   ///< a section that is written once an item
};

/// Bounds in characters (code points); what is longer is cut and ends in "…".
inline constexpr std::size_t k_name_chars = 80;
inline constexpr std::size_t k_text_chars = 2000;
inline constexpr std::size_t k_prose_chars = 20'000;
inline constexpr std::size_t k_subject_chars = 200;
/// Items of one list that a letter shows; the rest is left out. The caller says so in a last item.
inline constexpr std::size_t k_list_items = 500;

/// A name that templates may use.
struct Field {
  std::string_view name;
  std::string_view in;  ///< the list whose items have it; empty for a field of the letter itself
  FieldKind kind;
  /// May be absent: a template names it inside its own section only. Others may stand alone in the
  /// letters that always get them (letter_needs.hpp).
  bool optional;
  std::string_view doc;
};

/// Every name that a template may use. Besides these, `has_LIST` is a section that is written once
/// where that list has items. `subject`, `language` and the lists `notices_KIND` are made by the
/// renderer. Dates are written out, in the language of the letter.
inline constexpr std::array k_known_fields{
    Field{"organisation", "", FieldKind::name, false, "name of the organisation"},
    Field{"reference", "", FieldKind::text, false, "case reference, CIM-2026-000123"},
    Field{"received_date", "", FieldKind::text, false, "day of receipt, Tuesday 24 November 2026"},
    Field{"received_time", "", FieldKind::text, false, "time of receipt by the local clock, 10:15"},
    Field{"complainant_name", "", FieldKind::name, true, "for the greeting; only where it is safe"},
    Field{"handled_by", "", FieldKind::text, true, "who deals with it, as the policy names them"},
    Field{"respond_by_date", "", FieldKind::text, true, "last day for the answer, if promised"},
    Field{"contact_by_date", "", FieldKind::text, true, "last day to get in touch, if promised"},
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

    Field{"language", "", FieldKind::text, false, "language tag of the letter: en-GB, cy"},
    Field{"automatic", "", FieldKind::text, true, "there where no person sends the letter"},
    Field{"large_print", "", FieldKind::text, true, "there where the reader asked for large print"},

    Field{"stage_name", "", FieldKind::text, false, "name of the stage, as the policy gives it"},
    Field{"stage_number", "", FieldKind::text, true, "number of the stage, from 1"},
    Field{"next_stage_name", "", FieldKind::text, true, "name of the stage that may be asked for"},
    Field{"next_stage_handled_by", "", FieldKind::text, true, "who deals with the next stage"},
    Field{"is_last_stage", "", FieldKind::text, true, "there where no stage comes after this one"},
    Field{"finding", "", FieldKind::text, true, "upheld, partly upheld, not upheld"},
    Field{"until_date", "", FieldKind::text, false, "last day of what the letter tells"},
    Field{"previous_date", "", FieldKind::text, true, "day that until_date takes the place of"},
    Field{"review_date", "", FieldKind::text, true, "when a person looks at a measure again"},
    Field{"body_name", "", FieldKind::name, false, "other body whose complaints these are"},
    Field{"measure_title", "", FieldKind::text, false, "a measure, as the policy words it"},
    Field{"decided_by", "", FieldKind::text, true, "who decided, by name or role"},
    Field{"contact_name", "", FieldKind::name, true, "member of staff to write to"},
    Field{"referral_title", "", FieldKind::text, false, "to whom a matter was handed over"},
    Field{"third_party_name", "", FieldKind::name, true, "who would speak for the complainant"},
    Field{"notice_text", "", FieldKind::text, false, "what staff are told, one sentence"},
    Field{"staff_name", "", FieldKind::name, true, "member of staff who is written to"},
    Field{"answer_marker", "", FieldKind::text, true, "line above which staff answer by mail"},
    Field{"headline", "", FieldKind::text, true, "the one thing to know, first"},
    Field{"case_headline", "", FieldKind::text, false, "what kind of news it is: new complaint"},
    Field{"message_from", "", FieldKind::text, true, "who wrote, as the message says; for staff"},
    Field{"message_subject", "", FieldKind::text, true, "subject as it was written; for staff"},
    Field{"message_place", "", FieldKind::text, true, "mailbox, folder and date of the original"},
    Field{"not_shown", "", FieldKind::text, true, "why no word of the message stands there"},
    Field{"action_text", "", FieldKind::text, true, "what is to be done"},
    Field{"report_title", "", FieldKind::text, false, "heading of a report"},
    Field{"first_date", "", FieldKind::text, false, "first day that a report is about"},
    Field{"lessons_withheld", "", FieldKind::text, true, "how many lessons would name somebody"},
    Field{"before_first_date", "", FieldKind::text, true, "first day of the period before"},
    Field{"before_until_date", "", FieldKind::text, true, "last day of the period before"},
    Field{"counted_from_date", "", FieldKind::text, true, "when the register was begun, if in it"},
    Field{"small_withheld", "", FieldKind::text, true,
          "there where small counts are told together"},

    Field{"digest_date", "", FieldKind::text, false, "the day of a daily mail"},
    Field{"digest_headline", "", FieldKind::text, false, "what is in it: 1 reminder, 2 overdue"},
    Field{"digest_summary", "", FieldKind::text, false, "the same, short enough for a subject"},
    Field{"digest_mail", "", FieldKind::text, true, "messages since the last one, by kind"},
    Field{"reminders_count", "", FieldKind::text, true, "how many; as the parts of a digest"},
    Field{"overdue_count", "", FieldKind::text, true, "how many"},
    Field{"due_count", "", FieldKind::text, true, "how many"},
    Field{"open_count", "", FieldKind::text, true, "how many"},
    Field{"held_count", "", FieldKind::text, true, "how many"},
    Field{"fresh_count", "", FieldKind::text, true, "how many"},
    Field{"waiting_count", "", FieldKind::text, true, "how many"},
    Field{"failed_count", "", FieldKind::text, true, "how many"},
    Field{"quarantined_count", "", FieldKind::text, true, "how many"},

    Field{"later_stages", "", FieldKind::list, true, "what comes after, a paragraph each"},
    Field{"text", "later_stages", FieldKind::text, false, "one paragraph"},

    Field{"paragraphs", "", FieldKind::list, true, "a person's own words, one item a paragraph"},
    Field{"text", "paragraphs", FieldKind::prose, false, "one paragraph"},
    Field{"outcome_reasons", "", FieldKind::list, true, "why it was found so, a paragraph each"},
    Field{"text", "outcome_reasons", FieldKind::prose, false, "one paragraph"},
    Field{"remedy", "", FieldKind::list, true, "what is done to put it right"},
    Field{"text", "remedy", FieldKind::prose, false, "one paragraph"},
    Field{"preventive", "", FieldKind::list, true, "what is done so that it does not happen again"},
    Field{"text", "preventive", FieldKind::prose, false, "one paragraph"},
    Field{"missing", "", FieldKind::list, true, "what the complainant has not told yet"},
    Field{"text", "missing", FieldKind::text, false, "one thing, without a full stop"},
    Field{"area_text", "", FieldKind::list, true,
          "what the policy says on this part of the business"},
    Field{"text", "area_text", FieldKind::prose, false, "one paragraph"},
    Field{"figures", "", FieldKind::list, true, "counts of a report, and the headings over them"},
    Field{"heading", "figures", FieldKind::text, true, "what the counts after it are about"},
    Field{"label", "figures", FieldKind::text, false, "what is counted"},
    Field{"count", "figures", FieldKind::text, true, "how many there were"},
    Field{"before", "figures", FieldKind::text, true, "how many in the period before"},
    Field{"charts", "", FieldKind::list, true, "pictures of a report, which the mail brings"},
    Field{"chart_id", "charts", FieldKind::text, false, "its Content-ID, for cid:"},
    Field{"chart_title", "charts", FieldKind::text, false, "what it shows"},
    Field{"chart_alt", "charts", FieldKind::text, false, "its figures in words"},
    Field{"trend", "", FieldKind::list, true, "the newest months of a report, oldest first"},
    Field{"label", "trend", FieldKind::text, false, "which month or week"},
    Field{"received", "trend", FieldKind::text, false, "complaints that came in it"},
    Field{"ended", "trend", FieldKind::text, false, "answers and other ends in it"},
    Field{"open", "trend", FieldKind::text, false, "open at its end"},
    Field{"patterns", "", FieldKind::list, true, "what was there more than once"},
    Field{"text", "patterns", FieldKind::prose, false, "one pattern"},
    Field{"lessons", "", FieldKind::list, true, "what others may learn, without personal data"},
    Field{"text", "lessons", FieldKind::prose, false, "one lesson"},
    Field{"report_cases", "", FieldKind::list, true, "complaints of a report, one by one"},
    Field{"text", "report_cases", FieldKind::prose, false, "a complaint and what came of it"},
    Field{"answers", "", FieldKind::list, true, "links that write an answer"},
    Field{"label", "answers", FieldKind::text, false, "what the answer does"},
    Field{"link", "answers", FieldKind::text, false, "mailto: with subject and text"},
    Field{"due", "", FieldKind::list, true, "limits that are open"},
    Field{"text", "due", FieldKind::text, false, "one limit, and how far off it is"},
    Field{"message", "", FieldKind::list, true, "the words of a message, line by line, for staff"},
    Field{"text", "message", FieldKind::text, true, "one line; none for an empty one"},
    Field{"quoted", "", FieldKind::list, true, "what is quoted in it, line by line"},
    Field{"text", "quoted", FieldKind::text, true, "one line; none for an empty one"},
    Field{"enclosed", "", FieldKind::list, true, "files of it that the mail brings"},
    Field{"text", "enclosed", FieldKind::text, false, "name of a file"},
    Field{"not_enclosed", "", FieldKind::list, true, "files of it that the mail does not bring"},
    Field{"text", "not_enclosed", FieldKind::text, false, "name, type and size"},
    Field{"story", "", FieldKind::list, true, "how the case stands, line by line"},
    Field{"text", "story", FieldKind::text, true, "one line; none for an empty one"},
    Field{"done", "", FieldKind::list, true, "what was done"},
    Field{"text", "done", FieldKind::prose, false, "one command, and what came of it"},
    Field{"page", "", FieldKind::list, true, "what a command shows, line by line"},
    Field{"text", "page", FieldKind::text, true, "one line; none for an empty one"},
    Field{"refused", "", FieldKind::list, true, "what was not done"},
    Field{"text", "refused", FieldKind::prose, false, "what was written, and why not"},
    Field{"waiting", "", FieldKind::list, true, "what waits for a word of the reader"},
    Field{"text", "waiting", FieldKind::prose, false, "one command, as it was understood"},
    Field{"preview", "", FieldKind::list, true, "letters that would go out, line by line"},
    Field{"text", "preview", FieldKind::text, true, "one line; none for an empty one"},
    Field{"contact_lines", "", FieldKind::list, true, "how to reach another body, line by line"},
    Field{"text", "contact_lines", FieldKind::text, false, "one line"},

    Field{"digest", "", FieldKind::list, true, "schema of the parts of a digest; has no items"},
    Field{"digest_reminders", "", FieldKind::list, true, "limits that the reader is reminded of"},
    Field{"digest_overdue", "", FieldKind::list, true, "promises that were not kept in time"},
    Field{"digest_due", "", FieldKind::list, true, "promises that end soon"},
    Field{"digest_held", "", FieldKind::list, true,
          "messages and letters that wait for a decision"},
    Field{"digest_fresh", "", FieldKind::list, true, "cases since the last digest"},
    Field{"digest_open", "", FieldKind::list, true, "older cases that no limit runs for"},
    Field{"digest_waiting", "", FieldKind::list, true, "cases that wait for the complainant"},
    Field{"digest_failed", "", FieldKind::list, true, "mails that could not be delivered"},
    Field{"digest_quarantined", "", FieldKind::list, true, "messages that could not be read"},
    Field{"digest_house", "", FieldKind::list, true, "what of the program itself wants a person"},
    Field{"reference", "digest", FieldKind::text, true, "case reference, or message number"},
    Field{"text", "digest", FieldKind::text, false, "what it is, one line, no words of the mail"},

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
/// Prefix of the lists that have the items of `digest`.
inline constexpr std::string_view k_digest_prefix = "digest_";
/// Prefix of the sections that stand for "this list has items".
inline constexpr std::string_view k_has_prefix = "has_";

/// The list whose items a list has: "notices" for "notices_held", "digest" for "digest_due", else
/// the list itself.
constexpr std::string_view item_schema(std::string_view list) {
  for (const auto prefix : {k_notice_prefix, k_digest_prefix}) {
    if (list.starts_with(prefix)) return prefix.substr(0, prefix.size() - 1);
  }
  return list;
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
static_assert(item_schema("digest_due") == "digest" && item_schema("remedy") == "remedy");

}  // namespace redress::templates
