#include "parsers/machine/automatic.hpp"

#include "parsers/ascii.hpp"
#include "parsers/form/web_form.hpp"
#include "parsers/machine/tables.hpp"

#include <algorithm>
#include <array>

namespace redress::parsers {
namespace {

constexpr std::size_t k_short_words = 25;     // a reaction says nothing more
constexpr std::size_t k_absence_words = 220;  // an absence notice is short, a letter is not
constexpr std::size_t k_note_words = 45;      // so short a note has no room for more
constexpr std::size_t k_letter_words = 110;   // so long a notice says more than once what it is
constexpr int k_enough = 6;                   // points of phrases that tell a machine
constexpr int k_enough_in_note = 4;
constexpr int k_enough_in_letter = 9;
constexpr int k_receipt_alone = 7;  // where nothing says that a machine wrote it
constexpr int k_question = 3;       // points towards a person
constexpr int k_says_machine = 8;   // of those by which a mail calls itself a machine's
constexpr int k_absence_needed = 3;

/// Local parts that no person reads. A start counts where it ends or is followed by a mark.
constexpr std::array<std::string_view, 16> k_machines{
    "mailer-daemon",   "postmaster", "noreply",      "no-reply",      "no_reply",
    "no.reply",        "donotreply", "do-not-reply", "do_not_reply",  "nepasrepondre",
    "ne-pas-repondre", "autoreply",  "auto-reply",   "autoresponder", "cron",
    "www-data"};

bool one_of(std::string_view value, std::string_view list, bool part) {
  while (!list.empty()) {
    const auto end = std::min(list.find(' '), list.size());
    const auto item = list.substr(0, end);
    if (part ? ascii::contains(value, item) : ascii::equal(value, item)) return true;
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return false;
}

bool holds(const HeaderRule& rule, std::string_view value) {
  const auto first = ascii::trimmed(value.substr(0, value.find(';')));
  const auto word = ascii::trimmed(first.substr(0, first.find('(')));  // a comment may follow
  switch (rule.match) {
    case HeaderMatch::any:
      return !word.empty() && !ascii::equal(word, "no") && !ascii::equal(word, "false");
    case HeaderMatch::one_of: return one_of(word, rule.values, false);
    case HeaderMatch::contains: return one_of(value, rule.values, true);
    case HeaderMatch::not_no: return !word.empty() && !ascii::equal(word, "no");
  }
  return false;
}

struct Suspicion {
  int points{0};
  std::string_view reason;

  void add(int more, std::string_view why) {
    if (reason.empty() || more >= k_header_points) reason = why;
    points += more;
  }
};

/// Each rule counts once, however often its header stands there; the first that decides names the
/// reason.
Suspicion suspect_headers(const MessageFacts& facts) {
  Suspicion found;
  for (const auto& rule : header_rules()) {
    const bool stands =
        std::any_of(facts.headers.begin(), facts.headers.end(), [&](const HeaderField& field) {
          return ascii::equal(field.name, rule.name) && holds(rule, field.value);
        });
    if (!stands) continue;
    if (rule.points >= k_header_points) return {rule.points, rule.reason};
    found.add(rule.points, rule.reason);
  }
  return found;
}

bool machine_address(std::string_view address) {
  const auto local = address.substr(0, address.rfind('@'));
  return std::any_of(k_machines.begin(), k_machines.end(), [&](std::string_view name) {
    if (!ascii::starts_with(local, name)) return false;
    return local.size() == name.size() || !ascii::is_alpha(local[name.size()]);
  });
}

/// Nobody reads at that address, and no other is given.
std::string_view unreachable_sender(const MessageFacts& facts) {
  const bool elsewhere = std::any_of(
      facts.reply_to.begin(), facts.reply_to.end(),
      [](const Address& address) { return address.parsed && !machine_address(address.address); });
  if (elsewhere || facts.from.empty()) return {};
  const auto& address = facts.from.front().address;
  if (address.empty() && facts.from.front().name.empty()) return "null-sender";
  return machine_address(address) ? std::string_view{"machine-sender"} : std::string_view{};
}

using Points = std::array<int, static_cast<std::size_t>(AutomaticSign::count_)>;

int of(const Points& points, AutomaticSign sign) {
  return points[static_cast<std::size_t>(sign)];
}

const PhraseTables& subject_phrases() {
  static const PhraseTables phrases{automatic_subject_phrases(), automatic_language_subjects(),
                                    automatic_notice_subjects()};
  return phrases;
}
const PhraseTables& text_phrases() {
  static const PhraseTables phrases{automatic_text_phrases(), automatic_language_texts(),
                                    automatic_away_texts(), automatic_notice_texts()};
  return phrases;
}

/// Somebody's notice between quotation marks says nothing about who quotes it.
void add_phrases(const PhraseTables& tables, const std::string& text,
                 const std::vector<Word>& words, Points& points, bool at_start_only) {
  const auto quotations = quotations_of(text);
  std::vector<bool> counted(tables.phrases.size(), false);
  for (const auto& match : tables.index.find(words)) {
    const auto& phrase = tables.phrases[match.phrase];
    const bool prefix = phrase.rule == static_cast<std::uint16_t>(AutomaticSign::subject_prefix);
    if (at_start_only && prefix && match.first != 0) continue;
    if (counted[match.phrase] || is_quoted(quotations, words[match.first].begin)) continue;
    counted[match.phrase] = true;
    points[phrase.rule] += phrase.weight;
  }
}

/// The first character of what automatic_unspaced_texts() holds lies in U+3000 to U+9FFF.
bool may_be_unspaced(std::string_view text) {
  return std::any_of(text.begin(), text.end(),
                     [](char c) { return ascii::byte(c) >= 0xE3 && ascii::byte(c) <= 0xE9; });
}

void add_unspaced(std::string_view text, Points& points) {
  text = text.substr(0, k_phrase_text_bytes);
  if (!may_be_unspaced(text)) return;
  for (const auto& phrase : automatic_unspaced_texts()) {
    if (text.find(phrase.text) != std::string_view::npos) points[phrase.rule] += phrase.weight;
  }
}

int enough_of_absence(std::size_t words) {
  if (words <= k_note_words) return k_enough_in_note;
  return words <= k_letter_words ? k_enough : k_enough_in_letter;
}

std::string_view reason_of_points(const Points& points, std::size_t words, int hints) {
  using enum AutomaticSign;
  if (of(points, subject_prefix) > 0) return "subject";
  if (of(points, reaction) > 0 && words <= k_short_words) return "reaction";
  const int shared = of(points, machine) + of(points, subject_hint) - of(points, person);
  const int away = of(points, absence) + of(points, detail) + shared;
  if (of(points, absence) >= k_absence_needed && words <= k_absence_words &&
      away + hints >= enough_of_absence(words)) {
    return "out-of-office";
  }
  if (of(points, receipt) > (of(points, machine) > 0 ? 0 : k_receipt_alone) &&
      of(points, receipt) + shared + hints > k_enough) {
    return "ticket-acknowledgement";
  }
  if (of(points, newsletter) > k_absence_needed &&
      of(points, newsletter) + shared + hints > k_enough) {
    return "newsletter";
  }
  if (of(points, machine) + of(points, subject_hint) - of(points, person) >= k_says_machine) {
    return "says-machine";
  }
  return {};
}

/// A question in a whole sentence: people ask, notices at most say "Urgent?".
bool asks(const std::string& text, const std::vector<Word>& words) {
  constexpr std::size_t k_words = 4;
  for (std::size_t i = k_words - 1; i < words.size(); ++i) {
    if (std::string_view{text}.substr(words[i].end, 2).find('?') == std::string_view::npos)
      continue;
    if (words[i].sentence == words[i - k_words + 1].sentence) return true;
  }
  return false;
}

/// By subject and text, with what the headers hint at. Empty: a person wrote it.
std::string_view reason_of_words(const MessageFacts& facts, int hints) {
  const auto subject = words_of(facts.subject);
  const auto& written = facts.new_text.empty() ? facts.text : facts.new_text;
  const auto text = words_of(written);
  Points points{};
  add_phrases(subject_phrases(), facts.subject, subject, points, true);
  add_phrases(text_phrases(), written, text, points, false);
  add_unspaced(facts.subject, points);
  add_unspaced(written, points);
  if (asks(written, text)) points[static_cast<std::size_t>(AutomaticSign::person)] += k_question;
  return reason_of_points(points, text.size(), hints);
}

/// Invitations and answers to them, where only an attachment tells.
bool calendar(const MessageFacts& facts) {
  const bool has_calendar =
      std::any_of(facts.attachments.begin(), facts.attachments.end(), [](const Attachment& file) {
        return file.type == "text/calendar" || file.type == "application/ics";
      });
  if (!has_calendar) return false;
  constexpr std::array<std::string_view, 8> k_subjects{
      "invitation:", "updated invitation", "accepted:", "declined:",
      "tentative",   "cancelled",          "canceled",  "new event"};
  return facts.new_text.size() < 3 ||
         std::any_of(k_subjects.begin(), k_subjects.end(), [&](std::string_view start) {
           return ascii::starts_with(facts.subject, start);
         });
}

/// Programs put the answer to an invitation, and a receipt for what was read, before the old
/// subject.
bool receipt_subject(std::string_view subject) {
  constexpr std::array<std::string_view, 37> k_starts{
      "read:",      "not read:",  "gelesen:",   "ungelesen:", "lu:",           "lu :",
      "non lu :",   "leído:",     "leido:",     "letto:",     "gelezen:",      "przeczytano:",
      "lida:",      "lido:",      "läst:",      "læst:",      "lest:",         "luettu:",
      "přečteno:",  "prečítané:", "olvasva:",   "citit:",     "pročitano:",    "okundu:",
      "Прочитано:", "loetud:",    "zugesagt:",  "abgesagt:",  "accepté :",     "refusé :",
      "aceptado:",  "rechazado:", "accettato:", "rifiutato:", "geaccepteerd:", "darllenwyd:",
      "Διαβάστηκε:"};
  const auto start = ascii::lowered(ascii::trimmed(subject).substr(0, 40));
  return std::any_of(k_starts.begin(), k_starts.end(),
                     [&](std::string_view known) { return start.starts_with(known); });
}

/// A provider's "complaint about message from 192.0.2.1": a machine's report on spam (RFC 5965 has
/// the proper form of it), and nobody's complaint.
bool spam_report(std::string_view subject) {
  constexpr std::array<std::string_view, 2> k_starts{"complaint about message from ",
                                                     "email feedback report for ip "};
  subject = ascii::trimmed(subject);
  for (const auto start : k_starts) {
    if (!ascii::starts_with(subject, start)) continue;
    const auto address = subject.substr(start.size());
    return !address.empty() &&
           address.find_first_not_of("0123456789abcdefABCDEF.:") == std::string_view::npos &&
           address.find_first_of(".:") != std::string_view::npos;
  }
  return false;
}

bool emoji_reaction(const MessageFacts& facts) {
  return std::any_of(facts.attachments.begin(), facts.attachments.end(), [](const Attachment& a) {
    return a.type == "text/vnd.google.email-reaction+json";
  });
}

}  // namespace

std::optional<AutomaticMail> read_automatic(const MessageFacts& facts) {
  if (facts.delivery_report || is_web_form(facts)) return std::nullopt;
  const auto headers = suspect_headers(facts);
  if (headers.points >= k_header_points) return AutomaticMail{std::string{headers.reason}};
  if (const auto why = unreachable_sender(facts); !why.empty()) {
    return AutomaticMail{std::string{why}};
  }
  if (calendar(facts)) return AutomaticMail{"calendar"};
  if (spam_report(facts.subject)) return AutomaticMail{"feedback-report"};
  if (receipt_subject(facts.subject)) return AutomaticMail{"read-receipt"};
  if (emoji_reaction(facts)) return AutomaticMail{"reaction"};
  if (const auto why = reason_of_words(facts, headers.points / 2); !why.empty()) {
    return AutomaticMail{std::string{why}};
  }
  return std::nullopt;
}

}  // namespace redress::parsers
