#include "parsers/classify/flags.hpp"

#include "parsers/ascii.hpp"
#include "parsers/form/web_form.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace redress::parsers {
namespace {

using domain::Flag;
using domain::MessageKind;

constexpr int k_evidence_with_files = 3;  // points of words, where files came with them
constexpr std::size_t k_answer_blocks = 2;

/// For which kinds a flag says something.
struct FlagScope {
  Flag flag;
  bool complaint, follow_up, enquiry;
};
constexpr std::array k_scopes{
    FlagScope{Flag::threat, true, true, true},
    FlagScope{Flag::insult, true, true, true},
    FlagScope{Flag::discriminatory, true, true, true},
    FlagScope{Flag::sexual_innuendo, true, true, true},
    FlagScope{Flag::malicious_allegation, true, true, false},
    FlagScope{Flag::unreasonable_demands, true, true, false},
    FlagScope{Flag::serious, true, true, true},
    FlagScope{Flag::about_staff, true, false, false},
    FlagScope{Flag::conduct, true, true, false},
    FlagScope{Flag::study_centre, true, true, false},
    FlagScope{Flag::assessment, true, true, false},
    FlagScope{Flag::out_of_scope, true, false, false},
    FlagScope{Flag::third_party, true, true, false},
    FlagScope{Flag::adjustment, true, true, true},
    FlagScope{Flag::escalation, false, true, false},
    FlagScope{Flag::withdrawal, false, true, false},
    FlagScope{Flag::evidence, false, true, false},
};

/// Of several behaviours together: an answer that a manager has to release costs less than a
/// machine's answer to abuse.
constexpr int k_abuse_together = 8;
/// Too little for a flag, too much for a machine to thank for it.
constexpr int k_abuse_feared = 4;

constexpr std::array k_abuse{Sign::insult, Sign::threat, Sign::discrimination, Sign::innuendo,
                             Sign::allegation};

bool in_scope(Flag flag, MessageKind kind) {
  for (const auto& scope : k_scopes) {
    if (scope.flag != flag) continue;
    return (kind == MessageKind::complaint && scope.complaint) ||
           (kind == MessageKind::follow_up && scope.follow_up) ||
           (kind == MessageKind::enquiry && scope.enquiry);
  }
  return false;
}

bool reaches(const Score& score, Sign sign) {
  return score.of(sign) >= sign_rules()[static_cast<std::size_t>(sign)].threshold;
}

/// Answers typed between quoted questions: quoted, written, quoted, written.
bool has_inline_answers(const MessageFacts& facts) {
  std::size_t blocks = 0;
  bool after_quote = false;
  ascii::Lines lines{facts.text};
  for (std::string_view line; lines.next(line);) {
    const auto text = ascii::trimmed(line);
    if (text.empty()) continue;
    if (text.front() == '>') {
      after_quote = true;
    } else if (after_quote) {
      ++blocks;
      after_quote = false;
    }
  }
  return blocks >= k_answer_blocks;
}

bool has_file(const MessageFacts& facts) {
  return std::any_of(facts.attachments.begin(), facts.attachments.end(),
                     [](const Attachment& file) { return !file.name.empty(); });
}

/// What it is, if anything.
std::optional<Sign> abuse_in(const Score& score) {
  int sum = 0;
  auto most = k_abuse.front();
  for (const auto sign : k_abuse) {
    if (reaches(score, sign)) return sign;
    sum += score.of(sign);
    if (score.of(sign) > score.of(most)) most = sign;
  }
  return sum >= k_abuse_together ? std::optional{most} : std::nullopt;
}

}  // namespace

bool may_be_abusive(const Score& score) {
  int sum = score.of(Sign::harsh);
  for (const auto sign : k_abuse) sum += std::max(0, score.of(sign));
  return sum >= k_abuse_feared;
}

bool is_abusive(const Score& score) {
  return abuse_in(score).has_value();
}

std::set<Flag> person_flags(const MessageFacts& facts, MessageKind kind, const Score& score,
                            bool web_form) {
  std::set<Flag> flags;
  for (const auto& rule : sign_rules()) {
    if (rule.flag && in_scope(*rule.flag, kind) && reaches(score, rule.sign)) {
      flags.insert(*rule.flag);
    }
  }
  if (const auto sign = abuse_in(score)) {
    flags.insert(Flag::abusive);
    if (const auto flag = sign_rules()[static_cast<std::size_t>(*sign)].flag) flags.insert(*flag);
  }
  if (flags.contains(Flag::malicious_allegation) && kind == MessageKind::complaint) {
    flags.insert(Flag::about_staff);  // it is one of them who is accused
  }
  if (web_form) flags.insert(Flag::web_form);
  if (kind == MessageKind::complaint && !web_form && (facts.form || names_form_file(facts))) {
    flags.insert(Flag::form);
  }
  if (kind == MessageKind::follow_up) {
    if (has_file(facts) && score.of(Sign::evidence) >= k_evidence_with_files) {
      flags.insert(Flag::evidence);
    }
    if (has_inline_answers(facts)) flags.insert(Flag::inline_answers);
  }
  return flags;
}

}  // namespace redress::parsers
