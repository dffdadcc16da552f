#include "daemon/domain/manual.hpp"

#include <gtest/gtest.h>

namespace redress::domain {
namespace {

const Instant k_now = parse_rfc3339("2026-11-24T10:15:00Z").value();

TEST(Manual, EachWordChangesOneThingAndLeavesItsEvent) {
  const auto reference = CaseReference::parse("CIM-2026-000123").value();
  const auto changed = [&](std::string_view verb) {
    return decide_manual(verb, 7, reference, "redressctl:uid 0", k_now).value();
  };
  EXPECT_EQ(changed("retry").released, std::vector{OutboxId{7}});
  EXPECT_EQ(changed("release").released, std::vector{OutboxId{7}});
  EXPECT_EQ(changed("hold").held, std::vector{OutboxId{7}});
  EXPECT_EQ(changed("release_message").released_messages, std::vector{MessageRowId{7}});
  EXPECT_EQ(changed("replay").replayed, std::vector{MessageRowId{7}});
  for (const auto* verb : {"retry", "release", "hold", "release_message", "replay"}) {
    const auto change = changed(verb);
    ASSERT_EQ(change.events.size(), 1U) << verb;
    EXPECT_EQ(change.events[0].actor, "redressctl:uid 0") << verb;
    EXPECT_EQ(change.events[0].reference, reference) << verb;
    EXPECT_EQ(change.events[0].at, k_now) << verb;
  }
}

TEST(Manual, AnotherWordIsRefused) {
  EXPECT_EQ(decide_manual("delete", 7, {}, "x", k_now).error().code, ErrorCode::invalid_input);
}

}  // namespace
}  // namespace redress::domain
