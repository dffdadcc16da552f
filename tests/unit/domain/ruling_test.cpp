#include "daemon/domain/ruling.hpp"

#include <gtest/gtest.h>

#include <map>
#include <string>

namespace redress::domain {
namespace {

/// The table again, written as a person would say it: place, acknowledgement, who is told.
// clang-format off
const std::map<std::string, std::array<std::string, 5>> k_expected{
    // kind               unnamed              unknown case         open case        closed case      unproven
    {"complaint",       {"open now -",        "open now -",        "join - -",      "join - staff",  "hold held staff"}},
    {"follow_up",       {"hold held staff",   "hold held staff",   "join - -",      "join - staff",  "hold held staff"}},
    {"enquiry",         {"record - -",        "record - -",        "join - -",      "join - staff",  "hold - staff"}},
    {"compliment",      {"record - -",        "record - -",        "join - -",      "join - -",      "hold - staff"}},
    {"automatic",       {"record - -",        "record - -",        "join - -",      "join - -",      "hold - staff"}},
    {"delivery_report", {"record - -",        "record - -",        "join - -",      "join - -",      "record - -"}},
    {"staff",           {"record - staff",    "record - staff",    "join - staff",  "join - staff",  "hold - staff"}},
    {"own",             {"record - -",        "record - -",        "record - -",    "record - -",    "record - -"}},
    {"junk",            {"record - -",        "record - -",        "join - staff",  "join - staff",  "hold - staff"}},
    {"unreadable",      {"hold held staff",   "hold held staff",   "hold held staff", "hold held staff", "hold held staff"}},
};
// clang-format on

std::string said(const Ruling& ruling) {
  static const std::map<Place, std::string> places{{Place::open_case, "open"},
                                                   {Place::join, "join"},
                                                   {Place::record, "record"},
                                                   {Place::hold, "hold"}};
  static const std::map<Acknowledgement, std::string> answers{
      {Acknowledgement::now, "now"}, {Acknowledgement::held, "held"}, {Acknowledgement::none, "-"}};
  return places.at(ruling.place) + " " + answers.at(ruling.acknowledgement) + " " +
         (ruling.told == Told::staff ? "staff" : "-");
}

TEST(Ruling, EveryCellOfTheTable) {
  ASSERT_EQ(k_expected.size(), k_message_kinds.size());
  for (const auto kind : k_message_kinds) {
    const auto& row = k_expected.at(std::string{to_string(kind)});
    for (std::size_t i = 0; i < k_standings.size(); ++i) {
      EXPECT_EQ(said(ruling(kind, k_standings[i])), row[i])
          << to_string(kind) << " " << to_string(k_standings[i]);
    }
  }
}

struct Objected {
  const char* name;
  Objections against;
  const char* complaint;  // a new complaint
  const char* enquiry;    // an enquiry that names no case
  const char* joining;    // a follow-up on an open case
};

const Objected k_objected[] = {
    {"none", {}, "open now -", "record - -", "join - -"},
    {"abusive", {.abusive = true}, "open held staff", "record - staff", "join - staff"},
    {"serious", {.serious = true}, "open held staff", "record - staff", "join - staff"},
    {"forged", {.unauthenticated = true}, "open held staff", "record - -", "join - -"},
    {"nobody to answer", {.unanswerable = true}, "hold held staff", "record - -", "join - -"},
    {"a form of nobody knows whom",
     {.unproven_form = true},
     "hold held staff",
     "record - -",
     "join - -"},
    {"unsure", {.unsure = true}, "open held staff", "hold held staff", "join - -"},
    {"over a limit", {.over_limit = true}, "open held staff", "record - -", "join - -"},
    {"in the junk folder",
     {.junk_folder = true},
     "hold held staff",
     "record - -",
     "hold held staff"},
    {"listed anew", {.relisted = true}, "open held staff", "record - -", "join - -"},
    {"cut", {.cut = true}, "open held staff", "record - staff", "join - staff"},
};

TEST(Ruling, ObjectionsTakeTheRoutineAnswerBackAndTellStaff) {
  for (const auto& row : k_objected) {
    EXPECT_EQ(said(ruling_with(MessageKind::complaint, Standing::unnamed, row.against)),
              row.complaint)
        << row.name;
    EXPECT_EQ(said(ruling_with(MessageKind::enquiry, Standing::unnamed, row.against)), row.enquiry)
        << row.name;
    EXPECT_EQ(said(ruling_with(MessageKind::follow_up, Standing::joins_open, row.against)),
              row.joining)
        << row.name;
  }
}

TEST(Ruling, NoObjectionEverLeadsToAnAnswerOrDropsWhatIsHeld) {
  for (const auto kind : k_message_kinds) {
    for (const auto standing : k_standings) {
      const auto plain = ruling(kind, standing);
      for (unsigned bits = 0; bits < 512; ++bits) {
        const Objections against{.abusive = (bits & 1U) != 0,
                                 .serious = (bits & 2U) != 0,
                                 .unauthenticated = (bits & 4U) != 0,
                                 .unanswerable = (bits & 8U) != 0,
                                 .unproven_form = (bits & 256U) != 0,
                                 .unsure = (bits & 16U) != 0,
                                 .over_limit = (bits & 32U) != 0,
                                 .junk_folder = (bits & 64U) != 0,
                                 .relisted = (bits & 128U) != 0};
        const auto ruled = ruling_with(kind, standing, against);
        const bool answers = ruled.acknowledgement == Acknowledgement::now;
        EXPECT_TRUE(!answers || plain.acknowledgement == Acknowledgement::now);
        EXPECT_TRUE(ruled.place != Place::hold || ruled.told == Told::staff);
        const bool owed = plain.acknowledgement != Acknowledgement::none;
        EXPECT_TRUE(!owed || ruled.acknowledgement != Acknowledgement::none)
            << to_string(kind) << " " << to_string(standing) << " " << bits;
      }
    }
  }
}

}  // namespace
}  // namespace redress::domain
