#include "parsers/classify/words.hpp"

#include <gtest/gtest.h>

#include <set>

namespace redress::parsers {
namespace {

std::string joined(std::string_view text) {
  std::string out;
  for (const auto& word : words_of(text)) out += (out.empty() ? "" : " ") + word.text;
  return out;
}

TEST(Words, AreFolded) {
  struct Case {
    const char* text;
    const char* words;
  };
  constexpr Case k_cases[] = {
      {"I didn't, DIDN\u2019T you?", "i didnt didnt you"},
      {"R\u00e9ponse Automatique \u00c9T\u00c9", "reponse automatique ete"},
      {"nieobecno\u015b\u0107 \u0142\u00f3\u017c", "nieobecnosc loz"},
      {"f*** off, sh*t, *bold* urgent** ", "f*** off sh*t bold urgent"},
      {"\u00a365 back", "65 back"},
      {"no\u00a0reply \u2013 at all", "no reply at all"},
      {"\u0395\u039a\u03a4\u039f\u03a3 \u0393\u03c1\u03b1\u03c6\u03b5\u03af\u03bf\u03c5",
       "\u03b5\u03ba\u03c4\u03bf\u03c3 \u03b3\u03c1\u03b1\u03c6\u03b5\u03b9\u03bf\u03c5"},
      {"\u0412 \u041e\u0422\u041f\u0423\u0421\u041a\u0415",
       "\u0432 \u043e\u0442\u043f\u0443\u0441\u043a\u0435"},
      {"urgen\u021ba \u0218i", "urgenta si"},
      {"e\u0301te\u0301 \u0439", "ete \u0439"},
      {"\ud55c\uad6d\uc5b4 \u4e2d\u6587", "\ud55c\uad6d\uc5b4 \u4e2d\u6587"},
      {"", ""},
      {"\xff\xfe broken", "\xff\xfe broken"},
  };
  for (const auto& c : k_cases) EXPECT_EQ(joined(c.text), c.words) << c.text;
}

TEST(Words, OneOverTheLimitIsCut) {
  const auto words = words_of(std::string(500, 'a') + " b");
  ASSERT_EQ(words.size(), 2U);
  EXPECT_EQ(words[0].text.size(), k_word_bytes);
}

TEST(Words, TextOverTheLimitIsNotLookedAt) {
  EXPECT_EQ(words_of(std::string(k_phrase_text_bytes, ' ') + "late").size(), 0U);
}

constexpr Phrase k_phrases[] = {
    {"complain*", 0, 1},     {"want to complain", 1, 1},   {"no|any reply", 2, 1},
    {"put _ through", 3, 1}, {"told me to eff off", 4, 0}, {"eff off", 5, 1},
};
static_assert(well_formed(k_phrases));
static_assert(!well_formed("Upper") && !well_formed("two  spaces") && !well_formed("it's") &&
              !well_formed("|a") && !well_formed("a|") && !well_formed(""));

std::vector<std::uint16_t> found(std::string_view text) {
  const PhraseIndex index{k_phrases};
  const auto words = words_of(text);
  std::vector<std::uint16_t> out;
  for (const auto& match : index.find(words)) out.push_back(match.phrase);
  return out;
}

TEST(PhraseIndex, FindsEveryFormOfAPhrase) {
  using Found = std::vector<std::uint16_t>;
  EXPECT_EQ(found("Complaining again"), Found{0});
  EXPECT_EQ(found("I want to complain"), Found{1}) << "the longer phrase hides the shorter";
  EXPECT_EQ(found("had no reply, not any reply"), (Found{2, 2}));
  EXPECT_EQ(found("they put it through"), Found{3});
  EXPECT_EQ(found("he told me to eff off"), Found{4});
  EXPECT_EQ(found("eff off"), Found{5});
  EXPECT_EQ(found("I have no. Reply soon"), Found{}) << "not over the end of a sentence";
  EXPECT_EQ(found("no\nreply"), Found{2}) << "a wrapped line is no end";
  EXPECT_EQ(found("ncomplain"), Found{});
}

TEST(PhraseIndex, APhraseOfManyChoicesIsFoundLikeAnyOther) {
  constexpr Phrase k_table[] = {
      {"a|b|c|d e|f|g|h*|_ i|j|k|l", 0, 1},  // more than the trie spreads out
      {"a e", 1, 1},
      {"a e i m", 2, 1},
      {"a h x", 3, 1},
  };
  const PhraseIndex index{k_table};
  const auto of = [&](std::string_view text) {
    std::set<std::uint16_t> out;
    for (const auto& match : index.find(words_of(text))) out.insert(match.phrase);
    return out;
  };
  using Found = std::set<std::uint16_t>;
  EXPECT_EQ(of("a e i"), Found{0});
  EXPECT_EQ(of("d hat l"), Found{0});
  EXPECT_EQ(of("c zebra k"), Found{0});
  EXPECT_EQ(of("a e"), Found{1});
  EXPECT_EQ(of("a e i m"), Found{2});
  EXPECT_EQ(of("a h x"), Found{3});
  EXPECT_EQ(of("a h i"), Found{0});
  EXPECT_EQ(of("b e i m"), Found{0}) << "another phrase's end is not reached through it";
  EXPECT_EQ(of("e i"), Found{});
}

TEST(PhraseIndex, ALongPhraseThatSaysLittleHidesNoStrongOne) {
  constexpr Phrase k_table[] = {{"idiots", 0, 10},
                                {"you useless _", 0, 7},
                                {"useless", 1, 9},
                                {"those idiots", 0, 1},
                                {"no idiots", 2, 0}};
  const PhraseIndex index{k_table};
  const auto of = [&](std::string_view text) {
    std::vector<std::uint16_t> out;
    for (const auto& match : index.find(words_of(text))) out.push_back(match.phrase);
    return out;
  };
  using Found = std::vector<std::uint16_t>;
  EXPECT_EQ(of("you useless idiots"), (Found{1, 0})) << "but not what speaks for something else";
  EXPECT_EQ(of("those idiots"), Found{3}) << "1 is an exception, too";
  EXPECT_EQ(of("no idiots"), Found{4});
  EXPECT_EQ(of("you useless people"), Found{1});
}

TEST(Passage, IsShortWholeAndOnOneLine) {
  const std::string text =
      std::string(200, 'a') + "\n\u00e9\u00e9 late \u00e9\u00e9\n" + std::string(200, 'b');
  const auto at = text.find("late");
  const auto out = passage(text, at, at + 4);
  EXPECT_LE(out.size(), 120U);
  EXPECT_NE(out.find("late"), std::string::npos);
  EXPECT_EQ(out.find('\n'), std::string::npos);
  EXPECT_EQ(passage("x", 5, 9), "x[]") << "a place outside the text is its end";
  // Every cut falls between characters: the euro sign has three bytes.
  std::string euros;
  for (int i = 0; i < 200; ++i) euros += "\u20ac";
  for (std::size_t begin = 90; begin < 100; ++begin) {
    const auto cut = passage(euros, begin, begin + 6, 50);
    ASSERT_FALSE(cut.empty());
    EXPECT_NE(static_cast<unsigned char>(cut.back()), 0xE2U) << begin;
    EXPECT_LE(cut.size(), 50U);
  }
}

TEST(Passage, ShowsTheMatchAmongWholeWords) {
  const std::string text = "When I rang on Monday I was not happy with how you treated my mother.";
  const auto at = text.find("not happy");
  EXPECT_EQ(passage(text, at, at + 9),
            "When I rang on Monday I was [not happy] with how you treated my mother.");
  EXPECT_EQ(passage(text, at, at + 9, 50), "\u2026I was [not happy] with how you\u2026");
  EXPECT_EQ(passage("a\nb", 0, 3), "[a b]");
}

TEST(Quotations, AreWholePhrasesBetweenMarks) {
  const std::string text = "he said \"get lost now\" and \u201cgo away\u201d and \"losing\" it";
  const auto out = quotations_of(text);
  ASSERT_EQ(out.size(), 2U);
  EXPECT_EQ(text.substr(out[0].begin, out[0].end - out[0].begin), "get lost now");
  EXPECT_EQ(text.substr(out[1].begin, out[1].end - out[1].begin), "go away");
  EXPECT_TRUE(quotations_of("an inch is 1\" only").empty());
}

}  // namespace
}  // namespace redress::parsers
