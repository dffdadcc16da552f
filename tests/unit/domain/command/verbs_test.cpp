#include "daemon/domain/command/verbs.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

namespace redress::domain {
namespace {

TEST(Verbs, AreFoundByTheirNames) {
  for (const auto& row : verbs()) {
    EXPECT_EQ(find_verb(row.name), &row);
    EXPECT_EQ(&row_of(row.verb), &row);
  }
  EXPECT_EQ(find_verb("Waive_Ack"), &row_of(Verb::waive_ack));
  EXPECT_EQ(find_verb("not a complaint"), &row_of(Verb::not_a_complaint));
  EXPECT_EQ(find_verb("nothing"), nullptr);
}

TEST(Verbs, EventsTellVerbsApart) {
  std::map<std::string_view, Verb> events;
  for (const auto& row : verbs()) {
    const bool reads_only = row.verb == Verb::show || row.verb == Verb::help;
    if (row.outward || row.leads_to || row.confirm) {
      EXPECT_FALSE(row.event.empty()) << row.name;
    }
    if (reads_only || row.verb == Verb::stage) continue;  // /stage is /escalate with a number
    EXPECT_TRUE(events.emplace(row.event, row.verb).second) << row.event;
  }
  EXPECT_EQ(row_of(Verb::stage).event, row_of(Verb::escalate).event);
}

TEST(Verbs, EveryRowIsWhole) {
  for (const auto& row : verbs()) {
    EXPECT_NE(row.states.bits, 0) << row.name;
    EXPECT_TRUE(row.help.ends_with('.')) << row.name;
    EXPECT_EQ(row.text == TextNeed::none, row.text_name.empty()) << row.name;
    EXPECT_FALSE(row.instead.ends_with('.')) << row.name;
  }
}

TEST(Verbs, NoArgumentTwiceAndChoicesWhereTheyAreDue) {
  for (const auto& row : verbs()) {
    std::set<std::string_view> names;
    std::set<ArgumentKind> kinds;
    for (const auto& argument : row.arguments) {
      EXPECT_TRUE(names.insert(argument.name).second) << row.name;
      EXPECT_TRUE(kinds.insert(argument.kind).second) << row.name << ": the order says nothing";
      const bool chooses = argument.kind == ArgumentKind::choice && row.verb != Verb::help;
      EXPECT_EQ(!argument.choices.empty(), chooses) << row.name;
    }
  }
}

TEST(Verbs, GroupsAreTheWholeTableInItsOrder) {
  auto next = verbs().begin();
  for (const auto& group : verb_groups()) {
    EXPECT_FALSE(group.title.empty());
    for (const auto& row : group.rows) EXPECT_EQ(&row, &*next++) << group.title;
  }
  EXPECT_EQ(next, verbs().end());
}

TEST(Verbs, UsageSaysWhatMayBeLeftOut) {
  EXPECT_EQ(usage(row_of(Verb::assign)), "/assign to STAFF [because REASON]");
  EXPECT_EQ(usage(row_of(Verb::note)), "/note: NOTE");
  EXPECT_EQ(usage(row_of(Verb::merge)), "/merge into REFERENCE yes [because REASON]");
  EXPECT_EQ(usage(row_of(Verb::ask)), "/ask [until DATE]: WHAT IS MISSING");
  EXPECT_EQ(usage(row_of(Verb::outcome)), "/outcome upheld|partly upheld|not upheld: REASONS");
  EXPECT_EQ(usage(row_of(Verb::show)), "/show");
}

}  // namespace
}  // namespace redress::domain
