#include "parsers/classify/score.hpp"

#include "parsers/ascii.hpp"
#include "parsers/mime/charset.hpp"

#include <algorithm>
#include <set>

namespace redress::parsers {
namespace {

constexpr std::size_t k_few_words = 8;      // fewer say nothing by themselves
constexpr std::size_t k_shouted_words = 4;  // in capitals, one after the other
constexpr int k_shouting_points = 3;
constexpr int k_money_points = 2;
constexpr std::size_t k_many_links = 3;
constexpr int k_links_points = 4;
constexpr int k_question_points = 1;
constexpr std::string_view k_house_rule = "house-words";
constexpr int k_question_marks_max = 4;

const PhraseTables& tables() {
  static const PhraseTables built{complaint_phrases(), failure_phrases(),    enquiry_phrases(),
                                  praise_phrases(),    sales_phrases(),      fraud_phrases(),
                                  behaviour_phrases(), abuse_phrases(),      threat_phrases(),
                                  remark_phrases(),    accusation_phrases(), matter_phrases(),
                                  follow_up_phrases()};
  return built;
}

bool is_behaviour(Sign sign) {
  return sign >= Sign::insult && sign <= Sign::harsh;
}

/// What counts only in the writer's own words.
bool is_writers_own(Sign sign) {
  return is_behaviour(sign) || sign == Sign::dissatisfied || sign == Sign::tells_failure;
}

bool is_shouted(std::string_view word) {
  const auto is_upper = [](char c) { return c >= 'A' && c <= 'Z'; };
  return word.size() > 1 && std::all_of(word.begin(), word.end(), is_upper);
}

void add_shouting(std::string_view text, const std::vector<Word>& words, Score& score) {
  std::size_t run = 0;
  for (const auto& word : words) {
    run = is_shouted(text.substr(word.begin, word.end - word.begin)) ? run + 1 : 0;
    if (run == k_shouted_words) {
      score.add(Sign::dissatisfied, k_shouting_points, passage(text, word.begin, word.end));
      return;
    }
  }
  const auto marks = std::min(text.find("!!"), text.find("??"));
  if (marks != std::string_view::npos) {
    score.add(Sign::dissatisfied, k_shouting_points, passage(text, marks, marks + 2));
  }
}

/// Sums of money stand in more complaints than questions.
void add_money(std::string_view text, Score& score) {
  const auto at = text.find("\u00a3");
  if (at != std::string_view::npos) {
    score.add(Sign::tells_failure, k_money_points, passage(text, at, at + 2));
  }
}

/// One link is a reference, several are an advertisement.
void add_links(std::string_view text, Score& score) {
  std::size_t links = 0;
  for (auto at = text.find("http"); at != std::string_view::npos; at = text.find("http", at + 4)) {
    if (++links < k_many_links) continue;
    score.add(Sign::sales, k_links_points, passage(text, at, at + 4));
    return;
  }
}

void add_questions(std::string_view text, Score& score) {
  const auto marks = static_cast<int>(std::count(text.begin(), text.end(), '?'));
  if (marks == 0) return;
  const auto at = text.find('?');
  score.add(Sign::question, std::min(marks, k_question_marks_max) * k_question_points,
            passage(text, at, at + 1));
}

/// Of the house's phrases each counts once; first, so that the longest list of evidence has them.
void add_house_words(const std::string& text, const std::vector<Word>& words,
                     const std::vector<HouseWords::Found>& found,
                     const std::vector<Quotation>& quotations, Score& score) {
  constexpr std::size_t k_phrase_shown = 50;
  std::set<const HouseWords::Entry*> counted;
  for (const auto& place : found) {
    const auto& entry = *place.entry;
    if (entry.points == 0 || !counted.insert(&entry).second) continue;
    if (is_writers_own(entry.sign) && is_quoted(quotations, words[place.first].begin)) continue;
    auto detail = one_line(std::string{cut_utf8(entry.phrase, k_phrase_shown)}) + ": ";
    detail += passage(text, words[place.first].begin, words[place.last - 1].end,
                      k_detail_bytes - detail.size());
    score.add(entry.sign, entry.points, k_house_rule, std::move(detail));
  }
}

/// Whether a match lies within a phrase of the house. Both come in the order of their first words,
/// so that one walk serves a whole text.
class Hiding {
 public:
  explicit Hiding(const std::vector<HouseWords::Found>& own) : own_(own) {}
  bool hides(const PhraseMatch& match) {
    for (; at_ < own_.size() && own_[at_].first <= match.first; ++at_) {
      reach_ = std::max(reach_, own_[at_].last);
    }
    return match.last <= reach_;
  }

 private:
  const std::vector<HouseWords::Found>& own_;
  std::size_t at_{0};
  std::size_t reach_{0};  // furthest end of those that start at or before the match
};

}  // namespace

int Score::of(domain::MessageKind kind) const {
  int sum = 0;
  for (const auto& rule : sign_rules()) {
    if (rule.kind == kind) sum += of(rule.sign);
  }
  return sum;
}

void Score::add(Sign sign, int weight, std::string detail) {
  add(sign, weight, sign_rules()[static_cast<std::size_t>(sign)].name, std::move(detail));
}

void Score::add(Sign sign, int weight, std::string_view rule, std::string detail) {
  auto& sum = points[static_cast<std::size_t>(sign)];
  const int before = sum;
  sum = std::min(sum + weight, sign_rules()[static_cast<std::size_t>(sign)].most);
  if (sum != before && evidence.size() < k_evidence_max) {
    evidence.push_back({std::string{rule}, std::move(detail), sum - before});
  }
}

std::string judged_text(const MessageFacts& facts, bool names_case) {
  std::string text = facts.subject;
  text += "\n\n";
  const bool little = facts.new_text.size() < 200 && words_of(facts.new_text).size() < k_few_words;
  text += little && !names_case ? facts.text : facts.new_text;
  if (!facts.document_text.empty()) text += "\n\n" + facts.document_text;
  return text;
}

Score score_text(const std::string& text, const HouseWords* house) {
  Score score;
  const auto& all = tables();
  const auto words = words_of(text);
  const auto quotations = quotations_of(text);
  const auto own = house == nullptr ? std::vector<HouseWords::Found>{} : house->find(words);
  add_house_words(text, words, own, quotations, score);
  Hiding hiding{own};
  std::vector<bool> counted(all.phrases.size(), false);
  for (const auto& match : all.index.find(words)) {
    const auto& phrase = all.phrases[match.phrase];
    if (hiding.hides(match) || counted[match.phrase] || phrase.weight == 0) continue;
    const bool theirs = is_writers_own(static_cast<Sign>(phrase.rule)) &&
                        is_quoted(quotations, words[match.first].begin);
    if (theirs) continue;  // what a member of staff said is no abuse of the writer's
    counted[match.phrase] = true;
    score.add(static_cast<Sign>(phrase.rule), phrase.weight,
              passage(text, words[match.first].begin, words[match.last - 1].end));
  }
  const auto looked_at = std::string_view{text}.substr(0, k_phrase_text_bytes);
  add_shouting(looked_at, words, score);
  add_money(looked_at, score);
  add_questions(looked_at, score);
  add_links(looked_at, score);
  return score;
}

}  // namespace redress::parsers
