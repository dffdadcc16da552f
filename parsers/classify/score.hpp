#pragma once

#include "daemon/domain/reading.hpp"
#include "parsers/classify/house_words.hpp"
#include "parsers/classify/tables.hpp"
#include "parsers/message.hpp"

#include <array>
#include <string>
#include <vector>

namespace redress::parsers {

/// At most so many pieces of evidence are kept of one message.
inline constexpr std::size_t k_evidence_max = 60;

/// What the phrase tables and the form of a text say, in points a sign.
struct Score {
  std::array<int, static_cast<std::size_t>(Sign::nothing) + 1> points{};
  std::vector<domain::Evidence> evidence;

  int of(Sign sign) const { return points[static_cast<std::size_t>(sign)]; }
  /// Sum over the signs that speak for that kind.
  int of(domain::MessageKind kind) const;
  /// Adds points to a sign, up to the most that it can bring, and notes why.
  void add(Sign sign, int weight, std::string detail);
  /// The same, for a rule of another name than the sign's.
  void add(Sign sign, int weight, std::string_view rule, std::string detail);
};

/// The text that a message is judged by: its subject, and what was newly written; the whole text
/// where next to nothing was. `names_case`: quoted text of ours says nothing about the writer.
std::string judged_text(const MessageFacts& facts, bool names_case);

/// Looks for every phrase of the tables and of the house (may be null), once each, and for
/// shouting. Linear; pure.
Score score_text(const std::string& text, const HouseWords* house);

}  // namespace redress::parsers
