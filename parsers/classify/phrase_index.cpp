#include "parsers/classify/words.hpp"

#include "parsers/mime/charset.hpp"

#include <algorithm>

namespace redress::parsers {
namespace {

template <class Use>
void split(std::string_view text, char mark, Use use) {
  while (true) {
    const auto end = text.find(mark);
    use(text.substr(0, end));
    if (end == std::string_view::npos) return;
    text.remove_prefix(end + 1);
  }
}

/// A phrase of more ways to say it than this is chained.
constexpr std::size_t k_ways_max = 48;

/// In how many ways the words of a phrase can be chosen.
std::size_t ways(std::string_view text) {
  std::size_t product = 1;
  split(text, ' ', [&](std::string_view choice) {
    product *= 1 + static_cast<std::size_t>(std::count(choice.begin(), choice.end(), '|'));
  });
  return product;
}

/// Stems that share so many letters with a word are few.
constexpr std::size_t k_start_bytes = 3;

/// The first `bytes` of a head.
constexpr std::uint64_t head_mask(std::size_t bytes) {
  if (bytes == 0) return 0;
  return ~std::uint64_t{0} << (k_head_bytes - std::min(bytes, k_head_bytes)) * k_head_byte_bits;
}

std::size_t first_not_below(const std::vector<std::uint64_t>& sorted, std::uint64_t head) {
  return static_cast<std::size_t>(std::lower_bound(sorted.begin(), sorted.end(), head) -
                                  sorted.begin());
}

bool is_blank(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}

/// The first beginning of a word from `at` on, at most at `limit`.
std::size_t word_from(std::string_view text, std::size_t at, std::size_t limit) {
  while (at > 0 && at < limit && !is_blank(text[at - 1])) ++at;
  return at;
}

/// The last end of a word up to `at`, at least at `limit`.
std::size_t word_before(std::string_view text, std::size_t limit, std::size_t at) {
  while (at > limit && at < text.size() && !is_blank(text[at])) --at;
  return at;
}

}  // namespace

PhraseIndex::PhraseIndex(std::span<const Phrase> phrases) {
  fresh_node();
  Children children;
  for (std::size_t i = 0; i < phrases.size(); ++i) {
    add(phrases[i].text, static_cast<std::uint16_t>(i), children);
    phrases_.push_back({0, phrases[i].rule, phrases[i].weight});
  }
  for (auto& node : nodes_) {
    sort(node.exact);
    sort(node.stems);
  }
}

void PhraseIndex::sort(Edges& edges) {
  std::sort(edges.all.begin(), edges.all.end(),
            [](const Edge& a, const Edge& b) { return a.text < b.text; });
  auto shortest = k_start_bytes;
  for (const auto& edge : edges.all) {
    edges.heads.push_back(head_of(edge.text));
    edges.masks.push_back(head_mask(edge.text.size()));
    shortest = std::min(shortest, edge.text.size());
  }
  edges.start = head_mask(shortest);
}

void PhraseIndex::add(std::string_view text, std::uint16_t phrase, Children& children) {
  const bool wide = ways(text) > k_ways_max;
  std::vector<std::uint32_t> tips{0};
  bool first = true;
  split(text, ' ', [&](std::string_view choice) {
    std::vector<std::uint32_t> next;
    if (wide && !first) next.push_back(fresh_node());
    split(choice, '|', [&](std::string_view pattern) {
      for (const auto tip : tips) {
        if (wide && !first) {
          link(tip, pattern, next.front());
        } else {
          next.push_back(child(tip, pattern, children));
        }
      }
    });
    tips = std::move(next);
    first = false;
  });
  for (const auto tip : tips) nodes_[tip].ends.push_back(phrase);
}

std::uint32_t PhraseIndex::fresh_node() {
  nodes_.emplace_back();
  return static_cast<std::uint32_t>(nodes_.size() - 1);
}

void PhraseIndex::link(std::uint32_t node, std::string_view pattern, std::uint32_t to) {
  if (pattern == "_") {
    nodes_[node].any.push_back(to);
    return;
  }
  const bool stem = pattern.ends_with('*');
  if (stem) pattern.remove_suffix(1);
  auto& edges = stem ? nodes_[node].stems : nodes_[node].exact;
  edges.all.push_back({std::string{pattern}, to});
}

std::uint32_t PhraseIndex::child(std::uint32_t node, std::string_view pattern, Children& children) {
  const auto [found, is_new] = children.try_emplace({node, pattern}, 0);
  if (is_new) {
    found->second = fresh_node();
    link(node, pattern, found->second);
  }
  return found->second;
}

void PhraseIndex::walk(std::uint32_t node, std::size_t first, std::size_t at,
                       std::span<const Word> words, std::vector<PhraseMatch>& found) const {
  const auto& here = nodes_[node];
  for (const auto phrase : here.ends) found.push_back({first, at, phrase});
  if (at >= words.size() || words[at].sentence != words[first].sentence) return;
  const std::string_view word = words[at].text;
  const auto head = words[at].head;
  const auto& exact = here.exact;
  for (auto i = first_not_below(exact.heads, head);
       i < exact.heads.size() && exact.heads[i] == head; ++i) {
    if (exact.all[i].text == word) walk(exact.all[i].to, first, at + 1, words, found);
  }
  const auto& stems = here.stems;
  for (auto i = first_not_below(stems.heads, head & stems.start);
       i < stems.heads.size() && stems.heads[i] <= head; ++i) {
    if (((head ^ stems.heads[i]) & stems.masks[i]) != 0) continue;
    if (word.starts_with(stems.all[i].text)) walk(stems.all[i].to, first, at + 1, words, found);
  }
  for (const auto to : here.any) walk(to, first, at + 1, words, found);
}

bool PhraseIndex::outweighs(std::uint16_t phrase, const Cover& cover) const {
  const auto& own = phrases_[phrase];
  return own.rule == cover.rule && own.weight > cover.weight && cover.weight > 1;
}

/// Of several that are equally long the least weighty: an exception is one.
PhraseIndex::Cover PhraseIndex::cover_of(std::span<const PhraseMatch> found,
                                         std::size_t longest) const {
  const PhraseMatch* least = nullptr;
  for (const auto& match : found) {
    if (match.last != longest) continue;
    const bool less =
        least == nullptr || phrases_[match.phrase].weight < phrases_[least->phrase].weight;
    if (less) least = &match;
  }
  return {longest, phrases_[least->phrase].rule, phrases_[least->phrase].weight};
}

std::vector<PhraseMatch> PhraseIndex::find(std::span<const Word> words) const {
  std::vector<PhraseMatch> found;
  std::vector<PhraseMatch> kept;
  Cover cover;
  for (std::size_t first = 0; first < words.size(); ++first) {
    found.clear();
    walk(0, first, first, words, found);
    std::size_t longest = 0;
    for (const auto& match : found) longest = std::max(longest, match.last);
    const bool further = longest > cover.last;  // else within an earlier match, or nothing
    if (further) cover = cover_of(found, longest);
    for (const auto& match : found) {
      const bool whole = further && match.last == longest;
      if (whole || outweighs(match.phrase, cover)) kept.push_back(match);
    }
  }
  return kept;
}

PhraseTables::PhraseTables(std::initializer_list<std::span<const Phrase>> tables)
    : phrases(joined(tables)), index(phrases) {}

std::vector<Phrase> PhraseTables::joined(std::initializer_list<std::span<const Phrase>> tables) {
  std::vector<Phrase> out;
  for (const auto table : tables) out.insert(out.end(), table.begin(), table.end());
  return out;
}

std::string passage(std::string_view text, std::size_t begin, std::size_t end, std::size_t limit) {
  constexpr std::string_view k_cut = "\u2026";
  const auto room = limit - std::min(limit, 2 * k_cut.size() + std::string_view{"[]"}.size());
  begin = std::min(begin, text.size());
  end = std::clamp(end, begin, std::min(text.size(), begin + room));
  while (end > begin && end < text.size() && !starts_character(text[end])) --end;
  const auto spare = room - (end - begin);
  const auto from = word_from(text, begin - std::min(begin, spare / 3), begin);
  const auto to = word_before(text, end, std::min(text.size(), end + spare / 2));
  std::string out;
  if (from > 0) out += k_cut;
  out.append(text.substr(from, begin - from)).append("[").append(text.substr(begin, end - begin));
  out.append("]").append(text.substr(end, to - end));
  if (to < text.size()) out += k_cut;
  return one_line(std::move(out));
}

std::string one_line(std::string text) {
  std::replace_if(
      text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < ' '; }, ' ');
  return text;
}

}  // namespace redress::parsers
