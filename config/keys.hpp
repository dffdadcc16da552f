#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace redress::config {

/// One key that a file of ours may have. The tables of these are what the readers accept, what the
/// manual pages must name, and where a misspelt key finds its mend.
struct KnownKey {
  std::string_view section;  ///< table it stands in; empty: top of the file
  std::string_view key;
  bool required;
  std::string_view standard;  ///< what holds where the key is absent, as TOML; empty: nothing
  std::string_view doc;       ///< one line
};

/// Keys of redress.toml.
inline constexpr std::array k_settings_keys{
    KnownKey{"organisation", "name", true, "", "name of the organisation, as letters give it"},
    KnownKey{"organisation", "prefix", true, "", "first part of case references"},
    KnownKey{"organisation", "time_zone", false, "\"Europe/London\"",
             "zone that days are counted in"},
    KnownKey{"organisation", "policy", true, "", "policy file: of a pack, or your own"},
    KnownKey{"organisation", "policy_url", false, "", "where the public reads the policy"},
    KnownKey{"organisation", "acknowledge", false, "\"at once\"",
             "\"at once\" or \"office hours\""},
    KnownKey{"organisation", "closure_days", false, "[]", "days off, besides the policy's"},
    KnownKey{"store", "path", false, "\"/var/lib/redress/redress.db\"", "the database"},
    KnownKey{"mailbox", "name", true, "", "what staff and logs call it"},
    KnownKey{"mailbox", "address", true, "", "address that people write to"},
    KnownKey{"mailbox", "url", true, "", "imaps://HOST[:PORT] or imap://HOST[:PORT]"},
    KnownKey{"mailbox", "user", false, "", "login name; absent: the address"},
    KnownKey{"mailbox", "password", true, "", "\"credential:NAME\" or \"file:PATH\""},
    KnownKey{"mailbox", "auth", false, "\"password\"", "how to log in"},
    KnownKey{"mailbox", "tls", false, "\"required\"", "\"required\"; \"none\" for a loopback host"},
    KnownKey{"mailbox", "ca", false, "", "PEM file of a private CA; absent: the system's"},
    KnownKey{"mailbox", "folder", false, "\"INBOX\"", "folder that complaints arrive in"},
    KnownKey{"mailbox", "junk_folder", false, "\"auto\"", "\"auto\", \"none\" or a name"},
    KnownKey{"mailbox", "sent_folder", false, "\"auto\"", "\"auto\", \"none\" or a name"},
    KnownKey{"mailbox", "sent_counts", false, "\"ask\"",
             "whether mail in it counts as the answer: \"ask\", \"always\" or \"never\""},
    KnownKey{"mailbox", "after", false, "\"flag\"", "\"flag\", \"move:FOLDER\" or \"keep\""},
    KnownKey{"mailbox", "expects", false, "\"complaint\"", "\"complaint\" or \"enquiry\""},
    KnownKey{"mailbox", "start", false, "\"now\"", "\"now\", \"beginning\" or a date"},
    KnownKey{"mailbox", "poll", false, "\"60 seconds\"", "how often to look where IDLE is missing"},
    KnownKey{"smtp", "url", true, "", "smtp://HOST[:PORT] or smtps://HOST[:PORT]"},
    KnownKey{"smtp", "user", false, "", "login name; absent: no login"},
    KnownKey{"smtp", "password", false, "", "\"credential:NAME\" or \"file:PATH\""},
    KnownKey{"smtp", "auth", false, "\"password\"", "how to log in"},
    KnownKey{"smtp", "tls", false, "\"required\"", "\"required\"; \"none\" for a loopback host"},
    KnownKey{"smtp", "ca", false, "", "PEM file of a private CA; absent: the system's"},
    KnownKey{"smtp", "from", true, "", "NAME <ADDRESS> that our mail comes from"},
    KnownKey{"smtp", "connections", false, "2", "connections at once"},
    KnownKey{"smtp", "mails_a_minute", false, "",
             "most that the server is given; absent: no limit"},
    KnownKey{"smtp", "reply_address", false, "\"plus\"", "\"plus\", \"catch-all\" or \"plain\""},
    KnownKey{"security", "key", false, "", "\"credential:NAME\" or \"file:PATH\""},
    KnownKey{"security", "authserv_id", false, "", "whose Authentication-Results count"},
    KnownKey{"limits", "automatic_mail_per_address", false, "\"3/day\"", "breaker for one address"},
    KnownKey{"limits", "automatic_mail_per_domain", false, "\"100/hour\"",
             "breaker for one domain"},
    KnownKey{"limits", "automatic_mail", false, "\"2000/hour\"", "breaker for all automatic mail"},
    KnownKey{"limits", "message_size", false, "\"50 MiB\"", "of one message that is fetched whole"},
    KnownKey{"network", "connect", false, "\"60 seconds\"", "name, TLS and login of a server"},
    KnownKey{"network", "silence", false, "\"60 seconds\"", "no byte while an answer is owed"},
    KnownKey{"network", "retry", false, "\"2 seconds\"", "first pause after trouble; doubles"},
    KnownKey{"network", "retry_longest", false, "\"5 minutes\"", "longest pause after trouble"},
    KnownKey{"network", "login_retry", false, "\"5 minutes\"", "first pause after a refused login"},
    KnownKey{"network", "login_retry_longest", false, "\"1 hour\"",
             "longest pause after refused logins"},
    KnownKey{"notices", "gather", false, "\"15 minutes\"", "staff notices are gathered this long"},
    KnownKey{"notices", "unread_mailbox", false, "\"30 minutes\"",
             "a mailbox not read for so long is told"},
    KnownKey{"notices", "reminders", false, "true", "staff are reminded of limits"},
    KnownKey{"notices", "case_mail", false, "\"full\"",
             "what staff are mailed of a case: \"full\", \"confidential\" or \"none\""},
    KnownKey{"digest", "enabled", false, "true", "staff get a mail a day on what is open"},
    KnownKey{"digest", "at", false, "", "time of day; absent: the policy's opening of business"},
    KnownKey{"digest", "team_to", false, "\"complaints-manager\"",
             "role that is told of all cases"},
    KnownKey{"digest", "all_clear", false, "true", "the team is told, too, that nothing is open"},
    KnownKey{"digest", "complainant_names", false, "false", "names of complainants beside cases"},
    KnownKey{"staff", "name", true, "", "name of the person"},
    KnownKey{"staff", "email", true, "", "address of the person"},
    KnownKey{"staff", "roles", true, "", "what the person does"},
    KnownKey{"staff", "manager", false, "", "name of another member of staff"},
    KnownKey{"staff", "deputy", false, "", "name of another member of staff"},
    KnownKey{"staff", "away", false, "", "days of absence, \"FIRST/LAST\" each"},
    KnownKey{"word", "phrase", true, "", "words as people write them"},
    KnownKey{"word", "speaks_for", true, "", "a kind of mail, or a behaviour"},
    KnownKey{"word", "weight", false, "1.0", "how much it says, -1 to 1"},
    KnownKey{"form_label", "label", true, "", "what a form prints before the answer"},
    KnownKey{"form_label", "field", true, "", "the known name of what it asks for"},
    KnownKey{"form_sender", "address", true, "", "address that a web site's form writes from"},
    KnownKey{"body", "name", true, "", "another body that the policy names"},
    KnownKey{"body", "contact", true, "", "how it is reached, a line each"},
    KnownKey{"retention", "after", false, "", "\"N years\"; absent: nothing is erased"},
    KnownKey{"retention", "erase_mailbox", false, "false", "erase on the mail server too"},
};

/// Keys of a policy.toml.
inline constexpr std::array k_policy_keys{
    KnownKey{"", "title", true, "", "title of the published policy"},
    KnownKey{"", "url", false, "", "where the public reads it"},
    KnownKey{"", "pack", false, "", "folder of its templates; absent: the file's folder"},
    KnownKey{"", "nation", false, "\"england-and-wales\"", "whose bank holidays hold"},
    KnownKey{"", "close_of_business", false, "\"24:00\"", "time of day that limits end at"},
    KnownKey{"", "open_of_business", false, "\"09:00\"", "start of office hours"},
    KnownKey{"", "receipt", false, "\"strict\"", "\"strict\" or \"lenient\""},
    KnownKey{"", "closure_days", false, "[]", "the organisation's own days off"},
    KnownKey{"", "later_stages_text", false, "[]", "what comes after, a paragraph each"},
    KnownKey{"", "include", false, "[]", "files whose behaviours, measures … hold here too"},
    KnownKey{"", "warning_first", false, "true", "a measure needs a warning before it"},
    KnownKey{"", "closing", false, "[]", "what must be recorded before a case closes"},
    KnownKey{"", "reasons", false, "true", "an outcome needs its reasons"},
    KnownKey{"", "may_see", false, "[]", "roles that see every case"},
    KnownKey{"", "enquiries_to", false, "",
             "role that is told of new enquiries and cases, and assigns"},
    KnownKey{"", "thanks_for_feedback", false, "false", "a draft of thanks for each compliment"},
    KnownKey{"", "asks_for", false, "[]", "what the acknowledgement asks for where it is missing"},
    KnownKey{"stage", "name", true, "", "name of the stage"},
    KnownKey{"stage", "owner", true, "", "role that deals with it"},
    KnownKey{"stage", "handled_by", true, "", "how a letter names who deals with it"},
    KnownKey{"stage", "acknowledge", false, "", "limit of the acknowledgement"},
    KnownKey{"stage", "contact", false, "", "limit within which somebody gets in touch"},
    KnownKey{"stage", "respond", false, "", "limit of the response"},
    KnownKey{"stage", "contact_responds", false, "false", "a first answer keeps that limit"},
    KnownKey{"limit", "within", true, "", "\"N working days\", \"N days\" or \"N weeks\""},
    KnownKey{"limit", "from", false, "\"received\"",
             "\"received\", \"acknowledged\" or \"escalated\""},
    KnownKey{"limit", "clause", true, "", "passage of the policy that promises it"},
    KnownKey{"priority", "name", true, "", "the word in commands"},
    KnownKey{"priority", "act", false, "", "limit for acting"},
    KnownKey{"priority", "standard", false, "false", "of a case that nobody gave another"},
    KnownKey{"area", "name", true, "", "the word in commands"},
    KnownKey{"area", "title", true, "", "as letters and reports say it"},
    KnownKey{"area", "owner", false, "", "role that deals with it; absent: the stage's"},
    KnownKey{"area", "letter_text", false, "[]", "what letters on it say, a paragraph each"},
    KnownKey{"area", "closing", false, "[]", "what must be recorded besides"},
    KnownKey{"area", "tracked_action", false, "false", "upheld: a corrective action is needed"},
    KnownKey{"area", "clause", false, "", "passage of the policy that says so"},
    KnownKey{"body", "name", true, "", "as letters give it; the word in commands"},
    KnownKey{"body", "relation", true, "", "\"out-of-scope\" or \"first-elsewhere\""},
    KnownKey{"body", "contact", false, "[]", "how it is reached, a line each"},
    KnownKey{"body", "clause", true, "", "passage of the policy that names it"},
    KnownKey{"behaviour", "category", true, "", "what a mail shows, as the product names it"},
    KnownKey{"behaviour", "title", true, "", "as staff and letters read it"},
    KnownKey{"behaviour", "clause", true, "", "passage of the policy that names it"},
    KnownKey{"measure", "name", true, "", "the word in commands"},
    KnownKey{"measure", "title", true, "", "as the letter to the person says it"},
    KnownKey{"measure", "effect", false, "\"none\"", "what becomes of the person's mail"},
    KnownKey{"measure", "decided_by", true, "", "roles, any of which decides"},
    KnownKey{"measure", "needs_end", false, "false", "must have a last day"},
    KnownKey{"measure", "at_once", false, "false", "needs no warning before it"},
    KnownKey{"measure", "clause", true, "", "passage of the policy that allows it"},
    KnownKey{"referral", "name", true, "", "the word in commands"},
    KnownKey{"referral", "title", true, "", "as letters give it"},
    KnownKey{"referral", "role", false, "", "who is told; absent: nobody of the house"},
    KnownKey{"referral", "decided_by", false, "", "roles; absent: the owner of the case"},
    KnownKey{"referral", "only_for", false, "[]", "standings of the complainant"},
    KnownKey{"referral", "takes_over", false, "false", "the role owns the case from then on"},
    KnownKey{"referral", "ends_response_limit", false, "false", "the response limit falls away"},
    KnownKey{"referral", "letter", false, "", "letter that tells the complainant"},
    KnownKey{"referral", "clause", true, "", "passage of the policy that provides it"},
    KnownKey{"pause", "longest", true, "", "of one pause"},
    KnownKey{"pause", "clause", true, "", "passage of the policy that allows it"},
    KnownKey{"extension", "times", false, "1", "how often in one stage"},
    KnownKey{"extension", "longest", true, "", "how far from the limit itself"},
    KnownKey{"extension", "clause", true, "", "passage of the policy that allows it"},
    KnownKey{"letters", "automatic", false, "[\"acknowledgement\"]",
             "letters that go out by themselves"},
    KnownKey{"letters", "languages", false, "[\"en\"]", "that the acknowledgement is written in"},
    KnownKey{"report", "name", true, "", "the word in commands"},
    KnownKey{"report", "title", true, "", "its heading"},
    KnownKey{"report", "reader", true, "", "role that gets it"},
    KnownKey{"report", "every_months", false, "3", "how often"},
    KnownKey{"report", "every_weeks", false, "", "how often, in place of every_months"},
    KnownKey{"report", "smallest_count", false, "5",
             "counts below it are told together, to who does not see every case"},
    KnownKey{"report", "personal", false, "false", "may name people"},
    KnownKey{"report", "clause", true, "", "passage of the policy that asks for it"},
    KnownKey{"reminder", "at", true, "",
             "working days before (-2) or after (2) the day of a limit"},
    KnownKey{"reminder", "to", true, "", "\"owner\", \"deputy\", \"manager\" or a role"},
    KnownKey{"reminder", "kind", false, "", "limits that it is about; absent: all others"},
    KnownKey{"retention", "years", true, "", "how long the policy says that records are kept"},
    KnownKey{"retention", "clause", true, "", "passage that says so"},
    KnownKey{"review", "every_months", true, "", "how often the policy itself is reviewed"},
    KnownKey{"review", "last", true, "", "day of the last review"},
    KnownKey{"review", "owner", true, "", "role that reviews it"},
    KnownKey{"review", "clause", true, "", "passage of the policy that asks for it"},
    KnownKey{"word", "phrase", true, "", "words as people write them"},
    KnownKey{"word", "speaks_for", true, "", "a kind of mail, or a behaviour"},
    KnownKey{"word", "weight", false, "1.0", "how much it says, -1 to 1"},
    KnownKey{"form_label", "label", true, "", "what a form prints before the answer"},
    KnownKey{"form_label", "field", true, "", "the known name of what it asks for"},
};

/// Keys of a calendar file.
inline constexpr std::array k_calendar_keys{
    KnownKey{"", "nation", true, "", "nation whose bank holidays these are"},
    KnownKey{"", "first_year", true, "", "first year that is covered wholly"},
    KnownKey{"", "last_year", true, "", "last year that is covered wholly"},
    KnownKey{"", "attribution", false, "", "source and licence"},
    KnownKey{"", "holidays", true, "", "dates, as observed"},
};

constexpr const KnownKey* find_key(std::span<const KnownKey> keys, std::string_view section,
                                   std::string_view key) {
  for (const auto& known : keys) {
    if (known.section == section && known.key == key) return &known;
  }
  return nullptr;
}
constexpr bool has_section(std::span<const KnownKey> keys, std::string_view section) {
  for (const auto& known : keys) {
    if (known.section == section) return true;
  }
  return false;
}

/// Tables of which there may be several.
inline constexpr std::array<std::string_view, 14> k_array_sections{
    "mailbox", "staff", "stage",     "word",    "form_label", "form_sender", "priority",
    "area",    "body",  "behaviour", "measure", "referral",   "report",      "reminder"};

/// How a table is written: "[smtp]", "[[mailbox]]".
std::string table_header(std::string_view section);

/// "section.key", or the key alone at the top of a file.
std::string full_name(std::string_view section, std::string_view key);

/// What to say of a key that is not known in `section`: the section where it belongs, or the
/// nearest known key by edit distance.
std::string unknown_key_mend(std::span<const KnownKey> keys, std::string_view section,
                             std::string_view key);
/// Likewise for a table that is not known.
std::string unknown_section_mend(std::span<const KnownKey> keys, std::string_view section);

/// Edits (insert, delete, replace, swap of neighbours) that turn one text into the other; of texts
/// longer than 64 bytes only the first 64 count.
std::size_t edit_distance(std::string_view a, std::string_view b);

namespace detail {
constexpr bool well_formed(std::span<const KnownKey> keys) {
  for (const auto& known : keys) {
    if (known.key.empty() || known.doc.empty()) return false;
    if (known.required && !known.standard.empty()) return false;
    if (find_key(keys, known.section, known.key) != &known) return false;  // named twice
  }
  return true;
}
}  // namespace detail
static_assert(detail::well_formed(k_settings_keys));
static_assert(detail::well_formed(k_policy_keys));
static_assert(detail::well_formed(k_calendar_keys));

}  // namespace redress::config
