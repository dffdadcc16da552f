#include "daemon/app/vocabulary.hpp"

#include "daemon/app/incoming.hpp"
#include "parsers/read_message.hpp"
#include "tests/unit/app/house.hpp"

#include <gtest/gtest.h>

namespace redress::app {
namespace {

const std::string k_words =
    "[[word]]\nphrase = \"bat licence muddle*\"\nspeaks_for = \"complaint\"\nweight = 0.9\n"
    "[[form_label]]\nlabel = \"Rhif y rhywbeth\"\nfield = \"membership_number\"\n";

domain::Result<Installation> house_with(const std::string& more) {
  test::TestFiles files;
  return test::make_house(files, std::string{test::k_settings} + more);
}

std::string error_of(const std::string& more) {
  const auto house = house_with(more);
  return house ? std::string{} : house.error().text;
}

TEST(Vocabulary, TheHousesWordsAreEvidence) {
  const auto house = house_with(k_words).value();
  const auto facts = parsers::read_message(
      "From: ann@example.net\r\nSubject: Hello\r\n\r\nSo much for your bat-licence muddles.\r\n");
  const auto reading = parsers::classify(facts, reading_context(house, "comments", nullptr));
  EXPECT_EQ(reading.kind, domain::MessageKind::complaint);
  EXPECT_GE(reading.confidence, 0.5);
  const auto plain =
      parsers::classify(facts, reading_context(house_with("").value(), "comments", nullptr));
  EXPECT_LT(plain.confidence, reading.confidence);
}

TEST(Vocabulary, TheHousesLabelsAreKnown) {
  const auto house = house_with(k_words).value();
  const auto facts = parsers::read_message(
      "From: ann@example.net\r\nSubject: Form\r\n\r\nName: Ann\nEmail: ann@example.net\n"
      "RHIF Y RHYWBETH: 77\nWhat happened? It was late.\n",
      {}, house.vocabulary.labels());
  ASSERT_TRUE(facts.form);
  EXPECT_EQ(parsers::form_value(*facts.form, "membership_number"), "77");
}

TEST(Vocabulary, SurvivesBeingMoved) {
  auto house = house_with(k_words).value();
  const auto moved = std::move(house);
  ASSERT_EQ(moved.vocabulary.labels().size(), 1U);
  EXPECT_EQ(moved.vocabulary.labels()[0].text, "Rhif y rhywbeth");
  EXPECT_NE(moved.vocabulary.words(), nullptr);
}

TEST(Vocabulary, WhatCannotBeIsNamedWithItsLine) {
  const auto purpose = error_of("[[word]]\nphrase = \"muddle\"\nspeaks_for = \"anger\"\n");
  EXPECT_EQ(purpose.find("/tmp/nowhere/redress.toml:27: word.speaks_for: "), 0U) << purpose;
  EXPECT_NE(purpose.find("anger"), std::string::npos) << purpose;
  const auto field = error_of("[[form_label]]\nlabel = \"Sex\"\nfield = \"gender\"\n");
  EXPECT_EQ(field.find("/tmp/nowhere/redress.toml:28: form_label.field: "), 0U) << field;
  const auto weight =
      error_of("[[word]]\nphrase = \"x y\"\nspeaks_for = \"complaint\"\nweight = 2\n");
  EXPECT_NE(weight.find("word.weight: 2 is out of range; write -1 to 1"), std::string::npos)
      << weight;
  for (const auto* wrong : {"nan", "inf", "\"1\"", "true"}) {
    EXPECT_NE(error_of(std::string{"[[word]]\nphrase = \"x y\"\nspeaks_for = \"complaint\"\n"
                                   "weight = "} +
                       wrong + "\n"),
              "")
        << wrong;
  }
}

}  // namespace
}  // namespace redress::app
