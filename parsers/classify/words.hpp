#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace redress::parsers {

/// More text than this is not looked at for phrases (the reference scan has its own limit).
inline constexpr std::size_t k_phrase_text_bytes = 256U << 10U;
/// A longer run of letters is no word of any phrase, and is cut here.
inline constexpr std::size_t k_word_bytes = 40;

/// One word of a text, folded: lower case, accents of Latin and Greek letters taken off,
/// apostrophes dropped ("Didn’t" is "didnt"), so that phrases are written once; in ASCII where the
/// letters are Latin.
struct Word {
  std::string text;
  std::size_t begin{}, end{};  ///< bytes in the original text
  std::uint32_t sentence{};    ///< phrases do not reach over the end of a sentence
  std::uint64_t head{};        ///< head_of(text)
};

inline constexpr std::size_t k_head_bytes = sizeof(std::uint64_t);
inline constexpr unsigned k_head_byte_bits = 8;
/// The first bytes of a word as one number, which orders as the text does, as far as it goes:
/// big-endian, zeros where the text is shorter.
std::uint64_t head_of(std::string_view text);

/// Bytes of a text that stand between double quotation marks and hold two words or more: somebody
/// else's words, most likely. Sorted, not overlapping; linear.
struct Quotation {
  std::size_t begin{}, end{};
};
std::vector<Quotation> quotations_of(std::string_view text);
/// Whether a byte of that text stands in one of them.
bool is_quoted(const std::vector<Quotation>& quotations, std::size_t at);

/// Words of UTF-8 text in order; linear. Ill-formed bytes are letters of an unknown word.
std::vector<Word> words_of(std::string_view text);

/// One row of a phrase table: words in folded form, separated by single spaces. "complain*" stands
/// for every word that starts so, "a|b" for either word, "_" for any one word.
struct Phrase {
  std::string_view text;
  std::uint16_t rule{};  ///< meaning is the table's
  std::int16_t weight{};
};

/// Whether a phrase is in folded form: nothing in it that no folded text can hold.
constexpr bool well_formed(std::string_view phrase) {
  char before = ' ';
  for (const char c : phrase) {
    const bool part = c == ' ' || c == '|';
    if (part && (before == ' ' || before == '|')) return false;
    const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '*' || c == '_' ||
                        static_cast<unsigned char>(c) >= 0x80;
    if (!part && !letter) return false;
    before = c;
  }
  return before != ' ' && before != '|';
}
template <std::size_t N>
consteval bool well_formed(const Phrase (&table)[N]) {
  for (const auto& phrase : table) {
    if (!well_formed(phrase.text)) return false;
  }
  return true;
}

/// Where a phrase stood: half-open range of words.
struct PhraseMatch {
  std::size_t first{}, last{};
  std::uint16_t phrase{};  ///< index into the table
};

/// Searches many phrases in one pass: a trie over words, in which a phrase of many choices is one
/// chain after its first word, so that choices add up and do not multiply. Immutable once built;
/// the cost of a word of text is bounded by the phrases, never by the text.
class PhraseIndex {
 public:
  explicit PhraseIndex(std::span<const Phrase> phrases);
  /// Every match, but for those that lie wholly within a longer one: "told me to eff off" hides
  /// "eff off", which is how an exception is written. A longer one of the same rule that says more
  /// than 1, and still less than what lies within it, hides nothing. In the order of first words.
  std::vector<PhraseMatch> find(std::span<const Word> words) const;

 private:
  struct Edge {
    std::string text;
    std::uint32_t to{};
  };
  /// Edges in the order of their texts. `heads` has the first bytes of each as one number: most
  /// words are told apart by that alone.
  struct Edges {
    std::vector<Edge> all;
    std::vector<std::uint64_t> heads;
    std::vector<std::uint64_t> masks;  ///< of a head's bytes that the text has
    std::uint64_t start{};             ///< of the bytes that every text has, three at most
  };
  struct Node {
    Edges exact;
    Edges stems;
    std::vector<std::uint32_t> any;  ///< whatever the word is
    std::vector<std::uint16_t> ends;
  };

  /// While the index is built: where a node's pattern leads. What is chained, of one wide phrase
  /// alone, is not among them: no other phrase goes through it.
  using Children = std::map<std::pair<std::uint32_t, std::string_view>, std::uint32_t>;

  void add(std::string_view text, std::uint16_t phrase, Children& children);
  std::uint32_t fresh_node();
  std::uint32_t child(std::uint32_t node, std::string_view pattern, Children& children);
  void link(std::uint32_t node, std::string_view pattern, std::uint32_t to);
  static void sort(Edges& edges);
  /// Of those kept so far, what reaches furthest: it hides what comes within its words.
  struct Cover {
    std::size_t last{};
    std::uint16_t rule{};
    std::int16_t weight{};
  };
  bool outweighs(std::uint16_t phrase, const Cover& cover) const;
  Cover cover_of(std::span<const PhraseMatch> found, std::size_t longest) const;
  void walk(std::uint32_t node, std::size_t first, std::size_t at, std::span<const Word> words,
            std::vector<PhraseMatch>& found) const;

  std::vector<Node> nodes_;
  std::vector<Cover> phrases_;  ///< rule and weight of each
};

/// Several tables as one, so that a longer phrase of one hides a shorter one of another. To be
/// built once; immutable afterwards.
struct PhraseTables {
  explicit PhraseTables(std::initializer_list<std::span<const Phrase>> tables);

  std::vector<Phrase> phrases;  ///< what a match's number counts in
  PhraseIndex index;

 private:
  static std::vector<Phrase> joined(std::initializer_list<std::span<const Phrase>> tables);
};

/// What the detail of an evidence takes at most, in bytes.
inline constexpr std::size_t k_detail_bytes = 120;

/// The text around a match, which stands in brackets: whole words of it, at most `limit` bytes with
/// all marks, on one line: "…on Mondays. [I am not happy] with how…".
std::string passage(std::string_view text, std::size_t begin, std::size_t end,
                    std::size_t limit = k_detail_bytes);

/// The same text with blanks for its line ends and other controls.
std::string one_line(std::string text);

}  // namespace redress::parsers
