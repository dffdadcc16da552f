#pragma once

#include "daemon/domain/reading.hpp"
#include "parsers/classify/words.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace redress::parsers {

/// What a phrase is a sign of. The weight of a phrase is in points: about ten decide alone.
enum class Sign : std::uint16_t {
  says_complaint,
  asks_redress,
  tells_failure,
  dissatisfied,
  chases,
  question,
  procedure,
  own_fault,
  praise,
  sales,
  fraud,
  insult,
  threat,
  discrimination,
  innuendo,
  allegation,
  harsh,  ///< no flag: only too rude for a machine to thank for it
  demands,
  danger,
  staff_conduct,
  member_conduct,
  study_centre,
  assessment,
  other_body,
  third_party,
  adjustment,
  escalation,
  withdrawal,
  evidence,
  nothing,  ///< an exception: it hides a shorter phrase, and means nothing itself
};

/// What a sign speaks for: a kind, or else a flag.
struct SignRule {
  Sign sign;
  std::string_view name;  ///< stable; the `rule` of the evidence
  std::optional<domain::MessageKind> kind;
  std::optional<domain::Flag> flag;
  int most;       ///< points that all its phrases together can bring
  int threshold;  ///< of a flag
};

constexpr Phrase row(std::string_view text, Sign sign, int weight) {
  return {text, static_cast<std::uint16_t>(sign), static_cast<std::int16_t>(weight)};
}

/// One row a sign, in the order of the enumeration.
std::span<const SignRule> sign_rules();

/// The tables: how people say that something is wrong, ask, praise; selling and fraud.
std::span<const Phrase> complaint_phrases();
std::span<const Phrase> failure_phrases();
std::span<const Phrase> enquiry_phrases();
std::span<const Phrase> praise_phrases();
std::span<const Phrase> sales_phrases();
std::span<const Phrase> fraud_phrases();
/// The behaviour categories of the published policies (CIEEM-03, BEH-01, BEH-02).
std::span<const Phrase> behaviour_phrases();
/// More of the same: what is meant without a word that says so.
std::span<const Phrase> abuse_phrases();
std::span<const Phrase> threat_phrases();
std::span<const Phrase> remark_phrases();
std::span<const Phrase> accusation_phrases();
/// What a complaint is about, and what a follow-up asks.
std::span<const Phrase> matter_phrases();
std::span<const Phrase> follow_up_phrases();

}  // namespace redress::parsers
