#include "parsers/classify/classify.hpp"

#include "parsers/ascii.hpp"
#include "parsers/classify/flags.hpp"
#include "parsers/classify/references.hpp"
#include "parsers/classify/score.hpp"
#include "parsers/form/form.hpp"
#include "parsers/form/web_form.hpp"
#include "parsers/mime/charset.hpp"

#include <algorithm>
#include <array>

namespace redress::parsers {
namespace {

using domain::AcknowledgeReading;
using domain::Flag;
using domain::MessageKind;
using domain::Reading;

constexpr int k_expected_points = 5;  // what the mailbox is for
constexpr int k_hint_points = 2;      // the same, where nothing of the message speaks for it
constexpr int k_some_complaint = 3;
constexpr int k_complaint_needed = 7;  // less is no complaint where the mailbox is for questions
constexpr int k_compliment_needed = 5;
constexpr int k_junk_needed = 12;
constexpr int k_form_points = 12;  // a complaint form is attached, or one that asks what is sought
constexpr std::size_t k_form_shown = 100;  // bytes of an answer
constexpr int k_page_points = 6;           // a web page as an attachment: how passwords are fished
constexpr int k_thanks_points = 4;         // a subject that thanks
constexpr int k_told_all_the_same = 9;
constexpr int k_conduct_seen = 6;  // of somebody's conduct: seldom told without a reason
constexpr int k_conduct_points = 3;
constexpr int k_abuse_points = 8;  // nobody abuses without a grievance
constexpr int k_serious_points = 10;
constexpr std::size_t k_cover_note_bytes = 200;  // less says no more than "see attached"
constexpr double k_doubt = 6.0;                  // points that stand for what was not seen
constexpr double k_unsure = 0.4;  // of a kind that only the mailbox speaks for: a person looks

bool sent_by(const MessageFacts& facts, const std::vector<domain::MailAddress>& addresses) {
  return std::any_of(facts.from.begin(), facts.from.end(), [&](const Address& from) {
    return from.parsed &&
           std::find(addresses.begin(), addresses.end(), *from.parsed) != addresses.end();
  });
}

/// A rule that decides alone.
void decide(Reading& reading, MessageKind kind, std::string rule, std::string_view detail) {
  reading.kind = kind;
  reading.confidence = 1.0;
  reading.evidence.insert(
      reading.evidence.begin(),
      {std::move(rule), one_line(std::string{cut_utf8(detail, k_detail_bytes)}), 0});
}

void read_report(const domain::MessageKind kind, const MessageFacts& facts, Reading& reading) {
  const auto& recipients = facts.delivery_report->recipients;
  decide(reading, kind, "delivery-report", recipients.empty() ? "" : recipients.front().address);
  const auto any = [&](std::string_view action) {
    return std::any_of(recipients.begin(), recipients.end(),
                       [&](const auto& recipient) { return recipient.action == action; });
  };
  if (any("failed") || recipients.empty()) reading.flags.insert(Flag::failed);
  if (any("delayed")) reading.flags.insert(Flag::delayed);
}

bool brings_page(const MessageFacts& facts) {
  return std::any_of(
      facts.attachments.begin(), facts.attachments.end(), [](const Attachment& file) {
        return ascii::ends_with(file.name, ".html") || ascii::ends_with(file.name, ".htm") ||
               ascii::ends_with(file.name, ".svg");
      });
}

bool thanks_in_subject(std::string_view subject) {
  constexpr std::array<std::string_view, 6> k_words{"thank",     "praise",      "appreciation",
                                                    "well done", "congratulat", "compliment"};
  return ascii::contains_any(subject, k_words);
}

struct Weights {
  int complaint, enquiry, compliment, junk;
};

Weights weigh(const MessageFacts& facts, Score& score) {
  if (names_form_file(facts)) {
    score.add(Sign::says_complaint, k_form_points, facts.attachments.front().name);
  }
  if (facts.form && !form_value(*facts.form, "outcome").empty()) {
    const auto outcome = form_value(*facts.form, "outcome");
    score.add(Sign::says_complaint, k_form_points,
              one_line("form: " + std::string{cut_utf8(outcome, k_form_shown)}));
  }
  if (brings_page(facts)) {
    score.add(Sign::fraud, k_page_points, facts.attachments.front().name);
  }
  if (thanks_in_subject(facts.subject)) {
    score.add(Sign::praise, k_thanks_points, facts.subject);
  }
  Weights sums{score.of(MessageKind::complaint), score.of(MessageKind::enquiry),
               score.of(MessageKind::compliment), score.of(MessageKind::junk)};
  if (std::max(score.of(Sign::staff_conduct), score.of(Sign::member_conduct)) >= k_conduct_seen) {
    sums.complaint += k_conduct_points;
  }
  if (is_abusive(score)) sums.complaint += k_abuse_points;
  const auto& danger = sign_rules()[static_cast<std::size_t>(Sign::danger)];
  if (score.of(Sign::danger) >= danger.threshold) sums.complaint += k_serious_points;
  return sums;
}

double confidence(int best, int other) {
  return std::clamp((best + k_doubt) / (std::max(best, 0) + std::max(other, 0) + 2 * k_doubt), 0.0,
                    1.0);
}

bool is_junk(const Weights& sums) {
  return sums.junk >= k_junk_needed && sums.junk > sums.complaint;
}

/// Junk, complaint, enquiry or compliment. A missed complaint costs most, so that doubt speaks for
/// it; an answered robot or advertisement comes next.
void choose(const Weights& sums, MessageKind expects, Reading& reading) {
  const bool complaints = expects == MessageKind::complaint;
  const int prior = sums.complaint >= k_some_complaint ? k_expected_points : k_hint_points;
  const int complaint = sums.complaint + (complaints ? prior : 0);
  const int enquiry = sums.enquiry + (complaints ? 0 : k_expected_points);
  if (is_junk(sums)) {
    reading.kind = MessageKind::junk;
    reading.confidence = confidence(sums.junk, sums.complaint);
  } else if (sums.compliment >= k_compliment_needed && sums.compliment > sums.complaint &&
             sums.compliment >= sums.enquiry) {
    reading.kind = MessageKind::compliment;
    reading.confidence = confidence(sums.compliment, std::max(sums.complaint, sums.enquiry));
  } else if (complaint >= enquiry && complaint >= (complaints ? 0 : k_complaint_needed)) {
    reading.kind = MessageKind::complaint;
    reading.confidence =
        sums.complaint <= 0 ? k_unsure : confidence(complaint, std::max(enquiry, sums.compliment));
  } else {
    // More like a complaint than like a question, if not by much: a person looks.
    const bool unsure = sums.complaint >= k_hint_points && sums.complaint >= sums.enquiry;
    reading.kind = MessageKind::enquiry;
    reading.confidence = unsure ? k_unsure : confidence(enquiry, complaint);
  }
}

AcknowledgeReading acknowledgement(const Reading& reading) {
  const bool owed = reading.kind == MessageKind::complaint ||
                    (reading.kind == MessageKind::follow_up && reading.has(Flag::escalation));
  if (reading.has(Flag::abusive)) {
    const bool person = owed || reading.kind == MessageKind::follow_up;
    return person ? AcknowledgeReading::hold : AcknowledgeReading::no;
  }
  return owed ? AcknowledgeReading::yes : AcknowledgeReading::no;
}

/// Bulk mail and mail from no-reply addresses may be advertisements; a reply or report is not.
void read_machine(const MessageFacts& facts, const ReadingContext& context, Reading& reading) {
  constexpr std::array<std::string_view, 5> k_bulk{"precedence", "list", "newsletter",
                                                   "machine-sender", "loop"};
  const auto& reason = facts.automatic->reason;
  decide(reading, MessageKind::automatic, reason, facts.subject);
  if (std::find(k_bulk.begin(), k_bulk.end(), reason) == k_bulk.end()) return;
  auto score = score_text(judged_text(facts, false), context.house_words);
  const auto sums = weigh(facts, score);
  if (!is_junk(sums)) return;
  reading.kind = MessageKind::junk;
  reading.confidence = confidence(sums.junk, sums.complaint);
  reading.evidence = std::move(score.evidence);
}

/// It speaks of an absence, and complains: people quote such notices, and write of them. A missed
/// complaint costs more than a machine that a limit stops.
bool complains_all_the_same(const MessageFacts& facts, const ReadingContext& context) {
  constexpr std::array<std::string_view, 4> k_by_words{"out-of-office", "ticket-acknowledgement",
                                                       "newsletter", "says-machine"};
  const auto& reason = facts.automatic->reason;
  if (std::find(k_by_words.begin(), k_by_words.end(), reason) == k_by_words.end()) return false;
  auto score = score_text(judged_text(facts, false), context.house_words);
  // "If you wish to make a complaint, ring …" is what a notice says, too.
  const int told = score.of(Sign::tells_failure) + score.of(Sign::dissatisfied) +
                   score.of(Sign::asks_redress) + score.of(Sign::chases);
  return told >= k_told_all_the_same && weigh(facts, score).complaint >= k_complaint_needed;
}

/// Nothing of it can be read here, or not what matters: a person has to open it.
bool is_sealed(const MessageFacts& facts) {
  const bool nothing_said =
      ascii::trimmed(facts.new_text).empty() && ascii::trimmed(facts.document_text).empty();
  if (nothing_said && !facts.attachments.empty()) return true;
  const bool cover_note = facts.new_text.size() < k_cover_note_bytes;
  return std::any_of(facts.defects.begin(), facts.defects.end(), [&](const Defect& defect) {
    const bool document = defect.name == "document_encrypted" || defect.name == "document_broken" ||
                          defect.name == "document_not_read";
    return defect.name == "encrypted" || defect.name == "signed_content_not_read" ||
           (document && cover_note);
  });
}

/// Mail of a person who is neither staff nor ourselves.
void read_person(const MessageFacts& facts, const ReadingContext& context, bool web_form,
                 Reading& reading) {
  auto score = score_text(judged_text(facts, !reading.named.empty()), context.house_words);
  const auto sums = weigh(facts, score);
  reading.evidence = std::move(score.evidence);
  if (!reading.named.empty()) {
    decide(reading, MessageKind::follow_up, "names-case", reading.named.front().reference.str());
  } else {
    choose(sums, context.expects, reading);
  }
  if (is_sealed(facts) || may_be_abusive(score)) {
    reading.confidence = std::min(reading.confidence, k_unsure);
  }
  reading.flags = person_flags(facts, reading.kind, score, web_form);
  reading.acknowledge = acknowledgement(reading);
}

}  // namespace

Reading classify(const MessageFacts& facts, const ReadingContext& context) {
  Reading reading;
  reading.named = named_cases(facts, context);
  const bool web_form = is_web_form(facts);
  if (facts.unreadable) {
    decide(reading, MessageKind::unreadable, "unreadable", {});
  } else if (!web_form && sent_by(facts, context.own_addresses)) {
    decide(reading, MessageKind::own, "own-address", facts.from.front().address);
  } else if (facts.delivery_report) {
    read_report(MessageKind::delivery_report, facts, reading);
  } else if (facts.automatic && !web_form && !complains_all_the_same(facts, context)) {
    read_machine(facts, context, reading);
  } else if (sent_by(facts, context.staff_addresses)) {
    decide(reading, MessageKind::staff, "staff-address", facts.from.front().address);
  } else {
    read_person(facts, context, web_form, reading);
  }
  return reading;
}

}  // namespace redress::parsers
