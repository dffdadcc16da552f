#include "tests/contract/real_servers.hpp"

namespace redress::adapters::testing {
namespace {

using domain::ErrorCode;
using ports::DeliveryOutcome;

class Smtp : public RealServers {};

TEST_F(Smtp, Accepted) {
  const auto result = submit("ann@example.net", "hello");
  EXPECT_EQ(result.outcome, DeliveryOutcome::accepted) << result.reply;
  EXPECT_EQ(result.smtp_code, 250);
  EXPECT_TRUE(result.reply.starts_with("250 ")) << result.reply;
}

TEST_F(Smtp, RefusedRecipientAndTheNextMailGoes) {
  const auto refused = submit("nobody@example.net", "hello");
  EXPECT_EQ(refused.outcome, DeliveryOutcome::refused) << refused.reply;
  EXPECT_EQ(refused.smtp_code, 550) << refused.reply;
  EXPECT_EQ(submit("ann@example.net", "hello").outcome, DeliveryOutcome::accepted);
}

TEST_F(Smtp, InternationalAddress) {
  const auto result = submit("j\u00f6rg@example.net", "hello");
  EXPECT_EQ(result.outcome, DeliveryOutcome::accepted) << result.reply;
}

TEST_F(Smtp, ManyMailsOverOneConnection) {
  for (int i = 0; i < 5; ++i) {
    ASSERT_EQ(submit("ann@example.net", "hello").outcome, DeliveryOutcome::accepted);
  }
  EXPECT_EQ(driver_.open_sockets(), 1U);
}

TEST_F(Smtp, Probe) {
  EXPECT_TRUE(run(create_smtp_sink(driver_, smtp_config())->probe()).has_value());
}

TEST_F(Smtp, TlsThatIsNotOfferedIsNotGoneWithout) {
  auto config = smtp_config();
  config.server.tls_required = true;
  const auto probe = run(create_smtp_sink(driver_, config)->probe());
  ASSERT_TRUE(probe.has_error());
  EXPECT_EQ(probe.error().code, ErrorCode::tls) << probe.error().text;
}

}  // namespace
}  // namespace redress::adapters::testing
