#pragma once

#include "daemon/domain/result.hpp"
#include "parsers/classify/tables.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace redress::parsers {

/// A phrase that settings or a policy pack add to the built-in tables, as an administrator wrote
/// it.
struct HouseWord {
  /// Words as people write them: case, accents and apostrophes do not count, nor do hyphens.
  /// "complain*" stands for every word that starts so, "_" for any one word. A phrase is looked for
  /// within one sentence.
  std::string phrase;
  /// What it may speak for: the kinds complaint, enquiry, compliment and junk; the behaviours
  /// abusive, threat, insult, discriminatory, sexual_innuendo, malicious_allegation and
  /// unreasonable_demands (BEH-01, BEH-02, CIEEM-03; "abusive" is an insult); serious (SYS-12);
  /// escalation and withdrawal, in a follow-up.
  std::string speaks_for;
  /// From -1 to 1. 1 decides alone, 0.5 needs a second sign beside it, a negative weight speaks
  /// against. 0 says nothing: the phrase only takes the meaning from the built-in phrases in it.
  double weight{1.0};
};

/// Phrases of a house, prepared once when settings are read and immutable afterwards: share one
/// among all messages and threads.
class HouseWords {
 public:
  /// The first word that is wrong fails the whole list (`settings`): an unknown purpose, a weight
  /// out of range, a phrase without a word or with more than 12, a "*" after fewer than three
  /// letters or not at a word's end, more than 10,000 phrases. The text begins with the key that
  /// is wrong ("speaks_for: …") and names the phrase.
  static domain::Result<HouseWords> prepare(std::span<const HouseWord> words);

  struct Entry {
    std::string phrase;  ///< as written
    Sign sign{};
    int points{};
  };
  struct Found {
    std::size_t first{}, last{};  ///< half-open range of words
    const Entry* entry{};         ///< lives as long as this object
  };
  /// Each place where a phrase stands; of those that start at one word, the longest. Linear.
  std::vector<Found> find(std::span<const Word> text) const;

 private:
  HouseWords(std::vector<Entry> entries, std::span<const Phrase> phrases);

  std::vector<Entry> entries_;
  PhraseIndex index_;
};

}  // namespace redress::parsers
