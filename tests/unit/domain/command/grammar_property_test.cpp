#include "tests/unit/domain/command/command_support.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace redress::domain {
namespace {

using Random = std::mt19937;

template <class Range>
std::string any_of(Random& random, const Range& range) {
  return std::string{*(std::begin(range) + static_cast<long>(random() % std::size(range)))};
}

std::string value_for(const ArgumentRow& argument, Random& random) {
  using V = std::vector<std::string_view>;
  switch (argument.kind) {
    case ArgumentKind::staff:
      return any_of(random, V{"jo", "Sam Smith", "AM@example.org", "customer-service", "O'Brien"});
    case ArgumentKind::choice:
      return argument.choices.empty() ? "assign" : any_of(random, argument.choices);
    case ArgumentKind::priority: return any_of(random, V{"low", "High", "MEDIUM"});
    case ArgumentKind::area: return any_of(random, V{"events", "Qualifications"});
    case ArgumentKind::body:
      return any_of(random, V{"Example Study Centre", "example study-centre north"});
    case ArgumentKind::behaviour: return any_of(random, V{"threat", "Insult", "threats of harm"});
    case ArgumentKind::measure:
      return any_of(random, V{"end-contact", "route contact", "End Contact On Matter"});
    case ArgumentKind::referral: return any_of(random, V{"police", "institute secretary"});
    case ArgumentKind::date:
      return any_of(random, V{"12 March", "2027-03-12", "in 5 working days", "Friday", "1/2/2027"});
    case ArgumentKind::moment: return any_of(random, V{"3 March 10:15", "yesterday 9am", "today"});
    case ArgumentKind::number: return any_of(random, V{"1", "#2", "17"});
    case ArgumentKind::message: return any_of(random, V{"message 1", "17", "mail #2"});
    case ArgumentKind::person:
      return any_of(random, V{"ann@example.net", "\"Ann Example\" <ann@example.net>",
                              "Ann, Mrs <a.b@example.net>"});
    case ArgumentKind::reference: return any_of(random, V{"EX-2026-000001", "[ex-2026-12]"});
  }
  return {};
}

constexpr std::string_view k_names[] = {"Ann Example", "Mrs A. Example,", "Emily Post"};

std::string text_for(Random& random) {
  constexpr std::string_view k_pieces[] = {"because", ":",    "yes",  "she knows", "\n",
                                           "10:15",   "- ",   "/ack", "\"",        "\xE2\x80\x93",
                                           ", ",      "\xFF", "\t",   "jo"};
  std::string text;
  for (auto count = random() % 6; count > 0; --count) text += any_of(random, k_pieces) + " ";
  return text + "end";
}

std::string command_for(const VerbRow& row, Random& random) {
  std::vector<std::string> parts;
  for (const auto& argument : row.arguments) {
    if (!argument.required && random() % 2 == 0) continue;
    const auto lead = argument.kind == ArgumentKind::person ? shown_lead(argument)
                      : random() % 2 == 0                   ? shown_lead(argument)
                                                            : std::string_view{};
    const bool name_alone = row.verb == Verb::log && lead == "from" && random() % 2 == 0;
    const auto value = name_alone ? any_of(random, k_names) : value_for(argument, random);
    parts.push_back(fmt::format("{} {}", lead, value));
  }
  std::shuffle(parts.begin(), parts.end(), random);
  auto out = fmt::format("/{} {}", row.name, fmt::join(parts, " "));
  if (row.confirm && random() % 2 == 0) out += " yes";
  const bool text =
      row.text == TextNeed::required || (row.text == TextNeed::optional && random() % 2 == 0);
  constexpr std::string_view k_signs[] = {": ", " because ", " - ", "\n"};
  return text ? out + any_of(random, k_signs) + text_for(random) : out;
}

void expect_same(const Command& once, const Command& again) {
  EXPECT_EQ(once.verb, again.verb);
  EXPECT_EQ(once.words, again.words);
  EXPECT_EQ(once.date, again.date);
  EXPECT_EQ(once.moment, again.moment);
  EXPECT_EQ(once.person.has_value(), again.person.has_value());
  if (once.person && again.person) {
    EXPECT_EQ(once.person->name, again.person->name);
    EXPECT_EQ(once.person->address.str(), again.person->address.str());
  }
  EXPECT_EQ(once.text, again.text);
  EXPECT_EQ(once.confirmed, again.confirmed);
  EXPECT_EQ(once.understood, again.understood);
}

TEST(GrammarProperty, TheNormalFormIsTheSameCommand) {
  const test::Desk desk;
  Random random{20261127};
  for (const auto& row : verbs()) {
    for (int i = 0; i < 15; ++i) {
      const auto text = command_for(row, random);
      const auto once = desk.read(text);
      ASSERT_TRUE(once) << text << ": " << once.error().text;
      EXPECT_EQ(once->verb, row.verb) << text;
      const auto again = desk.read(once->understood);
      ASSERT_TRUE(again) << once->understood << ": " << again.error().text;
      SCOPED_TRACE(text);
      expect_same(*once, *again);
    }
  }
}

}  // namespace
}  // namespace redress::domain
