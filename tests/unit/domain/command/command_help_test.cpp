#include "daemon/domain/command/command_help.hpp"

#include "tests/unit/domain/command/command_support.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

namespace redress::domain {
namespace {

constexpr std::string_view k_manual = "docs/redressctl.1";
constexpr std::string_view k_begin = ".\\\" begin of the commands, made from verb_table.hpp\n";
constexpr std::string_view k_end = ".\\\" end of the commands\n";

/// Columns, taking UTF-8 for what it is.
std::size_t widest(std::string_view text) {
  std::size_t most = 0;
  std::size_t columns = 0;
  for (const char c : text) {
    if (c != '\n' && (static_cast<unsigned char>(c) & 0xC0U) != 0x80U) ++columns;
    most = std::max(most, columns);
    if (c == '\n') columns = 0;
  }
  return most;
}

TEST(CommandHelp, ThePageNamesEveryVerbAndFitsATerminal) {
  const auto page = command_help(nullptr);
  EXPECT_LE(widest(page), 72U);
  for (const auto& row : verbs()) {
    EXPECT_NE(page.find("\n  /" + std::string{row.name}), std::string::npos) << row.name;
  }
}

TEST(CommandHelp, OneVerbIsToldWhole) {
  for (const auto& row : verbs()) {
    const auto page = command_help(&row);
    EXPECT_LE(widest(page), 72U) << page;
    EXPECT_NE(page.find("Examples\n    /"), std::string::npos) << page;
  }
  const auto page = command_help(&row_of(Verb::extend));
  for (const std::string_view line :
       {"/extend until DATE because REASON\n", "  When    while the case is received,",
        "says \"extended\".", "  Else    the answer has gone out."}) {
    EXPECT_NE(page.find(line), std::string::npos) << page;
  }
}

TEST(CommandHelp, StatesAreSaidShortly) {
  EXPECT_EQ(states_text(row_of(Verb::note).states), "always");
  EXPECT_EQ(states_text(row_of(Verb::assign).states), "while the case is open");
  EXPECT_EQ(states_text(row_of(Verb::escalate).states), "while the case is responded or closed");
}

TEST(CommandHelp, EveryExampleIsACommandOfItsVerb) {
  const test::Desk desk;
  for (const auto& row : verbs()) {
    for (const auto example : examples_of(row.verb)) {
      const auto command = desk.read(example);
      ASSERT_TRUE(command) << example << ": " << command.error().text;
      EXPECT_EQ(command->verb, row.verb) << example;
    }
  }
}

TEST(CommandManual, IsTheSectionOfTheManualPage) {
  std::ifstream in{std::string{k_manual}};
  std::stringstream read;
  read << in.rdbuf();
  auto page = read.str();
  const auto begin = page.find(k_begin);
  const auto end = page.find(k_end);
  ASSERT_TRUE(begin != std::string::npos && end != std::string::npos) << k_manual;
  const auto from = begin + k_begin.size();
  const auto section = page.substr(from, end - from);
  if (section != command_manual() && std::getenv("REDRESS_WRITE_MANUAL") != nullptr) {
    page.replace(from, end - from, command_manual());
    std::ofstream{std::string{k_manual}} << page;
  }
  EXPECT_EQ(section, command_manual()) << "run this test once with REDRESS_WRITE_MANUAL=1";
}

}  // namespace
}  // namespace redress::domain
