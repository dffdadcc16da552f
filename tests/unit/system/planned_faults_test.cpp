#include "daemon/adapters/system/planned_faults.hpp"
#include "daemon/ports/store_failure.hpp"

#include <gtest/gtest.h>

#include <boost/system/system_error.hpp>

#include <vector>

namespace redress::adapters {
namespace {

std::unique_ptr<ports::FaultPoints> planned(const std::vector<std::string>& plan) {
  auto made = plan_faults(plan);
  return std::move(*made);
}

TEST(PlannedFaults, AnEmptyPlanDoesNothing) {
  const auto faults = planned({});
  for (const auto place : ports::k_fault_points) EXPECT_NO_THROW(faults->reach(place));
}

TEST(PlannedFaults, EachActionIsItsKindOfFailure) {
  const auto faults =
      planned({"journal.append=full", "imap.fetch=cut", "desk.read=crash", "smtp.dot=block:1"});
  EXPECT_THROW(faults->reach("journal.append"), ports::StoreFailure);
  EXPECT_THROW(faults->reach("imap.fetch"), boost::system::system_error);
  EXPECT_THROW(faults->reach("desk.read"), std::runtime_error);
  EXPECT_NO_THROW(faults->reach("smtp.dot"));
  EXPECT_NO_THROW(faults->reach("imap.list"));
}

TEST(PlannedFaults, ACountHitsThatTimeOnly) {
  const auto faults = planned({"desk.read=crash@2"});
  EXPECT_NO_THROW(faults->reach("desk.read"));
  EXPECT_THROW(faults->reach("desk.read"), std::runtime_error);
  EXPECT_NO_THROW(faults->reach("desk.read"));
}

TEST(PlannedFaults, APlaceThatNoTableNamesIsABug) {
  EXPECT_THROW(planned({})->reach("desk.sleep"), std::logic_error);
}

TEST(PlannedFaults, AWrongPlanIsRefusedWithItsReason) {
  const struct {
    const char* text;
    const char* reason;
  } cases[] = {{"desk.read", "no action"},
               {"nowhere=kill", "no such place"},
               {"desk.read=explode", "no such action"},
               {"desk.read=kill@", "no count"},
               {"desk.read=kill@0", "no count"},
               {"desk.read=kill@x", "no count"},
               {"desk.read=block:", "no milliseconds"},
               {"desk.read=block:-1", "no milliseconds"}};
  for (const auto& [text, reason] : cases) {
    const auto made = plan_faults(std::vector<std::string>{text});
    ASSERT_FALSE(made) << text;
    EXPECT_EQ(made.error().code, domain::ErrorCode::invalid_input);
    EXPECT_NE(made.error().text.find(reason), std::string::npos) << made.error().text;
  }
}

}  // namespace
}  // namespace redress::adapters
