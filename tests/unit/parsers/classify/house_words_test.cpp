#include "parsers/classify/house_words.hpp"

#include "parsers/classify/classify.hpp"
#include "tests/unit/parsers/classify/builder.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>

namespace redress::parsers {
namespace {

using domain::Flag;
using enum domain::MessageKind;
using testing::mail;

HouseWords prepared(const std::vector<HouseWord>& words) {
  return HouseWords::prepare(words).value();
}

domain::Reading read(const HouseWords* words, const std::string& text,
                     domain::MessageKind expects = enquiry) {
  ReadingContext context;
  context.expects = expects;
  context.prefixes = {"EX"};
  context.house_words = words;
  return classify(mail().subject("Hello").text(text).facts(), context);
}

std::size_t places(const char* phrase, const std::string& text) {
  const std::vector<HouseWord> words{{phrase, "complaint", 1.0}};
  return prepared(words).find(words_of(text)).size();
}

TEST(HouseWords, AreFoundHoweverTheyAreWritten) {
  struct Case {
    const char* phrase;
    const char* text;
    std::size_t places;
  };
  constexpr Case k_cases[] = {
      {"Caf\u00e9 Didn't", "the cafe didnt open", 1},
      {"cafe didn\u2019t", "The CAF\u00c9 DIDN'T, alas", 1},
      {"e-mail bomb*", "an e-mail bombardment", 1},
      {"e-mail bomb*", "an email bombardment", 0},
      {"levy , please", "the levy, please", 1},
      {"the _ fell", "the gate fell. the old gate fell", 1},
      {"the gate", "the. Gate", 0},
      {"gate", "irrigate", 0},
      {"  spaced   out ", "spaced out and spaced\nout", 2},
      {"\u0436\u0430\u043b\u043e\u0431*", "\u0416\u0410\u041b\u041e\u0411\u0410", 1},
  };
  for (const auto& c : k_cases) EXPECT_EQ(places(c.phrase, c.text), c.places) << c.phrase;
}

TEST(HouseWords, WhatCannotBeIsRefusedByItsName) {
  const std::vector<HouseWord> k_wrong{
      {"", "complaint", 1.0},
      {" ... ", "complaint", 1.0},
      {"_ _", "complaint", 1.0},
      {"levy", "anger", 1.0},
      {"levy", "", 1.0},
      {"levy", "complaint", 1.01},
      {"levy", "complaint", -1.01},
      {"levy", "complaint", std::numeric_limits<double>::quiet_NaN()},
      {"le*", "complaint", 1.0},
      {"*", "complaint", 1.0},
      {"l*evy", "complaint", 1.0},
      {"a b c d e f g h i j k l m", "complaint", 1.0},
      {std::string(500, 'a'), "complaint", 1.0},
  };
  for (const auto& word : k_wrong) {
    const std::vector<HouseWord> list{{"fine", "complaint", 0.5}, word};
    const auto result = HouseWords::prepare(list);
    ASSERT_TRUE(result.has_error()) << word.phrase << " " << word.speaks_for;
    EXPECT_EQ(result.error().code, domain::ErrorCode::settings);
    EXPECT_NE(result.error().text.find("\"" + word.phrase.substr(0, 400)), std::string::npos);
  }
  EXPECT_TRUE(HouseWords::prepare({}).has_value());
  EXPECT_TRUE(HouseWords::prepare(std::vector<HouseWord>(10'001, {"x", "junk", 1.0})).has_error());
}

TEST(HouseWords, EachPurposeDecidesAlone) {
  struct Case {
    const char* purpose;
    domain::MessageKind kind;
  };
  constexpr const char* k_text = "The wibble stands behind the hall in the rain.";
  for (const auto& c :
       {Case{"complaint", complaint}, Case{"compliment", compliment}, Case{"junk", junk}}) {
    const auto words = prepared({{"wibble", c.purpose, 1.0}});
    EXPECT_EQ(to_string(read(nullptr, k_text).kind), "enquiry");
    EXPECT_EQ(to_string(read(&words, k_text).kind), to_string(c.kind));
  }
  const auto asks = prepared({{"wibble", "enquiry", 1.0}});
  EXPECT_EQ(read(&asks, k_text, complaint).kind, enquiry);
  EXPECT_EQ(read(nullptr, k_text, complaint).kind, complaint);
}

TEST(HouseWords, FlagsOfBehaviour) {
  struct Case {
    const char* purpose;
    Flag flag;
    bool abuse;
  };
  constexpr Case k_cases[] = {
      {"abusive", Flag::insult, true},
      {"threat", Flag::threat, true},
      {"insult", Flag::insult, true},
      {"discriminatory", Flag::discriminatory, true},
      {"sexual_innuendo", Flag::sexual_innuendo, true},
      {"malicious_allegation", Flag::malicious_allegation, true},
      {"unreasonable_demands", Flag::unreasonable_demands, false},
      {"serious", Flag::serious, false},
  };
  for (const auto& c : k_cases) {
    const auto words = prepared({{"wibble", c.purpose, 1.0}});
    const auto reading = read(&words, "I wish to complain, wibble.", complaint);
    EXPECT_TRUE(reading.has(c.flag)) << c.purpose;
    EXPECT_EQ(reading.has(Flag::abusive), c.abuse) << c.purpose;
    const auto quoted = read(&words, "I wish to complain: he said \"you wibble you\".", complaint);
    EXPECT_EQ(quoted.has(c.flag), !c.abuse) << c.purpose << ", said by somebody else";
  }
}

TEST(HouseWords, FollowUpsAskByThem) {
  const auto words = prepared({{"wibble", "escalation", 1.0}, {"wobble", "withdrawal", 1.0}});
  EXPECT_TRUE(read(&words, "EX-2026-000012 wibble").has(Flag::escalation));
  EXPECT_TRUE(read(&words, "EX-2026-000012 wobble").has(Flag::withdrawal));
  EXPECT_FALSE(read(nullptr, "EX-2026-000012 wibble wobble").has(Flag::escalation));
}

TEST(HouseWords, TheEvidenceNamesThem) {
  const auto words = prepared({{"Wibble*", "complaint", 0.5}, {std::string(90, 'b'), "junk", 0.5}});
  const auto reading = read(&words, "All wibbles wibble. " + std::string(90, 'b'));
  std::vector<domain::Evidence> own;
  std::copy_if(reading.evidence.begin(), reading.evidence.end(), std::back_inserter(own),
               [](const auto& evidence) { return evidence.rule == "house-words"; });
  ASSERT_EQ(own.size(), 2U) << "each counts once, though one stands there twice";
  EXPECT_TRUE(own.front().detail.starts_with("Wibble*: ")) << own.front().detail;
  EXPECT_NE(own.front().detail.find("All [wibbles] wibble"), std::string::npos);
  EXPECT_EQ(own.front().weight, 6);
  const auto text = std::string(300, 'x') + " wibble " + std::string(300, 'y');
  for (const auto& evidence : read(&words, text).evidence) {
    EXPECT_LE(evidence.detail.size(), 120U);
  }
}

TEST(HouseWords, APhraseOfTheHouseHidesTheBuiltInOnesWithin) {
  const std::string diploma = "I wish to complain diploma next, the award of that name.";
  EXPECT_EQ(read(nullptr, diploma).kind, complaint);
  const auto silent = prepared({{"wish to complain diploma", "complaint", 0.0}});
  const auto reading = read(&silent, diploma);
  EXPECT_EQ(reading.kind, enquiry);
  EXPECT_TRUE(std::none_of(reading.evidence.begin(), reading.evidence.end(),
                           [](const auto& e) { return e.rule == "says-complaint"; }));
  EXPECT_EQ(read(&silent, "I wish to complain.").kind, complaint);
}

TEST(HouseWords, ANegativeWeightSpeaksAgainst) {
  const auto words = prepared({{"overdraft", "complaint", -1.0}});
  const std::string text = "Formal complaint form for my overdraft lesson: grievance.";
  EXPECT_EQ(read(nullptr, text).kind, complaint);
  EXPECT_EQ(read(&words, text).kind, enquiry);
}

}  // namespace
}  // namespace redress::parsers
