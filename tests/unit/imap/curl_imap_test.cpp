#include "daemon/adapters/curl/imap_source.hpp"
#include "daemon/adapters/curl/multi_driver.hpp"
#include "tests/unit/imap/local_server.hpp"

#include <boost/asio/bind_cancellation_slot.hpp>
#include <boost/asio/cancellation_signal.hpp>

#include <gtest/gtest.h>

#include <filesystem>

namespace redress::adapters::testing {
namespace {

using domain::ErrorCode;
using domain::Uid;
using ports::Task;

const CurlGlobal k_global;  // of the whole test program

constexpr std::string_view k_secret = "pa55word";

ImapConfig config(const LocalServer& server, bool tls = false) {
  ImapConfig config;
  config.server = {server.url("imap"), "comments@example.org", std::string{k_secret}, tls, {}};
  return config;
}

const Line k_greeting{"", "* OK [CAPABILITY IMAP4rev1 AUTH=PLAIN SASL-IR] ready\r\n"};
const Line k_capability{"CAPABILITY", "* CAPABILITY IMAP4rev1 AUTH=PLAIN SASL-IR\r\n%T OK\r\n"};
const Line k_login{"AUTHENTICATE", "%T OK logged in\r\n"};

/// Until INBOX is open; what follows is the test's.
std::vector<Line> logged_in(std::vector<Line> more = {}) {
  std::vector<Line> lines{k_greeting,
                          k_capability,
                          k_login,
                          {"CAPABILITY", "* CAPABILITY IMAP4rev1 IDLE\r\n%T OK\r\n"},
                          {"SELECT", "* 1 EXISTS\r\n* OK [UIDVALIDITY 3] x\r\n%T OK done\r\n"}};
  lines.insert(lines.end(), more.begin(), more.end());
  return lines;
}

std::size_t open_descriptors() {
  std::size_t count = 0;
  for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator{"/proc/self/fd"})
    ++count;
  return count;
}

struct LoginCase {
  std::string name;
  Talk talk;
  bool tls;
  ErrorCode code;
};

class CurlLogin : public ::testing::TestWithParam<LoginCase> {};

TEST_P(CurlLogin, FailsWithTheRightError) {
  boost::asio::io_context context{1};
  MultiDriver driver{context.get_executor()};
  LocalServer server{context, {GetParam().talk}};
  auto settings = config(server, GetParam().tls);
  if (GetParam().code == ErrorCode::timed_out)
    settings.timeouts.connect = std::chrono::milliseconds{200};
  auto source = create_imap_source(driver, settings);
  const auto status = run_on(context, source->open("INBOX"));
  ASSERT_TRUE(status.has_error());
  EXPECT_EQ(status.error().code, GetParam().code) << status.error().text;
  EXPECT_TRUE(status.error().text.starts_with("127.0.0.1: ")) << status.error().text;
  EXPECT_EQ(status.error().text.find(k_secret), std::string::npos) << status.error().text;
  EXPECT_EQ(driver.open_sockets(), 0U);
}
INSTANTIATE_TEST_SUITE_P(
    Table, CurlLogin,
    ::testing::Values(
        LoginCase{"refused",
                  {{k_greeting,
                    k_capability,
                    {"AUTHENTICATE", "%T NO [AUTHENTICATIONFAILED] not pa55word\r\n"}}},
                  false,
                  ErrorCode::login_refused},
        LoginCase{"unavailable",
                  {{k_greeting,
                    k_capability,
                    {"AUTHENTICATE", "%T NO [UNAVAILABLE] Temporary failure\r\n"}}},
                  false,
                  ErrorCode::server_busy},
        LoginCase{"too_many",
                  {{k_greeting,
                    k_capability,
                    {"AUTHENTICATE", "%T NO Maximum number of connections exceeded\r\n"}}},
                  false,
                  ErrorCode::server_busy},
        LoginCase{"bye_for_a_greeting",
                  {{{"", "* BYE come back later\r\n"}}, true},
                  false,
                  ErrorCode::server_busy},
        LoginCase{"not_imap", {{{"", "SSH-2.0-OpenSSH\r\n"}}}, false, ErrorCode::timed_out},
        LoginCase{"no_starttls", {{k_greeting, k_capability}}, true, ErrorCode::tls},
        LoginCase{"starttls_refused",
                  {{k_greeting,
                    {"CAPABILITY", "* CAPABILITY IMAP4rev1 STARTTLS AUTH=PLAIN\r\n%T OK\r\n"},
                    {"STARTTLS", "%T NO not today\r\n"}}},
                  true,
                  ErrorCode::tls},
        LoginCase{"hung_up", {{}, true}, false, ErrorCode::unreachable},
        LoginCase{"hung_up_in_login",
                  {{k_greeting, k_capability, {"AUTHENTICATE", ""}}, true},
                  false,
                  ErrorCode::unreachable},
        LoginCase{"silent", {{}}, false, ErrorCode::timed_out},
        LoginCase{"silent_in_login", {{k_greeting, k_capability}}, false, ErrorCode::timed_out}),
    [](const auto& info) { return info.param.name; });

TEST(CurlImap, NeverSendsThePasswordInClearWhereTlsIsRequired) {
  boost::asio::io_context context{1};
  MultiDriver driver{context.get_executor()};
  LocalServer server{context, {{{k_greeting, k_capability}}}};
  auto source = create_imap_source(driver, config(server, true));
  EXPECT_TRUE(run_on(context, source->open("INBOX")).has_error());
  EXPECT_EQ(server.heard().find("AUTHENTICATE"), std::string::npos) << server.heard();
  EXPECT_EQ(server.heard().find("LOGIN"), std::string::npos) << server.heard();
}

TEST(CurlImap, NothingListens) {
  boost::asio::io_context context{1};
  MultiDriver driver{context.get_executor()};
  ImapConfig settings;
  {
    boost::asio::io_context elsewhere{1};
    LocalServer gone{elsewhere, {}};
    settings = config(gone);
  }
  auto source = create_imap_source(driver, settings);
  EXPECT_EQ(run_on(context, source->open("INBOX")).error().code, ErrorCode::unreachable);
}

TEST(CurlImap, TheBytesAreOursAfterTheLogin) {
  boost::asio::io_context context{1};
  MultiDriver driver{context.get_executor()};
  LocalServer server{
      context,
      {{logged_in({{"UID FETCH 1:*",
                    "* 1 FETCH (UID 8 RFC822.SIZE 5 INTERNALDATE \"21-Nov-2026 10:00:00 "
                    "+0000\")\r\n%T OK\r\n"},
                   {"UID FETCH 8", "* 1 FETCH (UID 8 BODY[] {5}\r\nHello)\r\n%T OK\r\n"},
                   {"LOGOUT", "* BYE bye\r\n%T OK\r\n"}}),
        true}}};
  const auto before = open_descriptors();
  {
    auto source = create_imap_source(driver, config(server));
    ASSERT_TRUE(run_on(context, source->open("INBOX")).has_value());
    const auto listed = run_on(context, source->list(Uid{1}));
    ASSERT_TRUE(listed.has_value() && listed->size() == 1);
    const auto found = run_on(context, source->fetch(*listed, 100));
    ASSERT_TRUE(found.has_value() && found->size() == 1);
    EXPECT_EQ(found->at(0).bytes, "Hello");
    run_on(context, [](ports::MailSource& it) -> Task<int> {
      co_await it.close();
      co_return 0;
    }(*source));
  }
  EXPECT_EQ(driver.open_sockets(), 0U);
  context.poll();
  EXPECT_LE(open_descriptors(), before + 1);  // the server's end may still be open
}

/// libcurl says LOGOUT by itself when a connection goes, and would wait for the answer.
TEST(CurlImap, GoingAwayWaitsForNoServer) {
  boost::asio::io_context context{1};
  auto driver = std::make_unique<MultiDriver>(context.get_executor());
  LocalServer server{context, {{logged_in()}}};
  {
    auto source = create_imap_source(*driver, config(server));
    ASSERT_TRUE(run_on(context, source->open("INBOX")).has_value());
  }
  EXPECT_EQ(driver->open_sockets(), 0U);
}

TEST(CurlImap, ASourceThatHangsDelaysNoOther) {
  boost::asio::io_context context{1};
  MultiDriver driver{context.get_executor()};
  LocalServer silent{context, {{{}}, {logged_in()}}};  // the second hangs after the login
  LocalServer answering{context,
                        {{logged_in({{"NOOP", "%T OK\r\n"}})}, {logged_in()}, {logged_in()}}};

  std::vector<std::unique_ptr<ports::MailSource>> hanging;
  std::array<boost::asio::cancellation_signal, 2> stop;
  int ended = 0;
  for (auto& signal : stop) {
    hanging.push_back(create_imap_source(driver, config(silent)));
    boost::asio::co_spawn(
        context,
        [](ports::MailSource& source) -> Task<void> {
          co_await source.open("INBOX");
          co_await source.list(Uid{1});
        }(*hanging.back()),
        boost::asio::bind_cancellation_slot(signal.slot(), [&](std::exception_ptr) { ++ended; }));
  }
  for (int i = 0; i < 3; ++i) {
    auto source = create_imap_source(driver, config(answering));
    const auto status = run_on(context, source->open("INBOX"));
    ASSERT_TRUE(status.has_value()) << status.error().text;
    EXPECT_EQ(ended, 0);
  }
  for (auto& signal : stop) signal.emit(boost::asio::cancellation_type::terminal);
  while (ended < 2 && context.run_one() > 0) {
  }
}

TEST(CurlImap, CancellingAWaitLeavesTheSourceUsable) {
  boost::asio::io_context context{1};
  MultiDriver driver{context.get_executor()};
  LocalServer server{context, {{logged_in({{"IDLE", "+ idling\r\n"}})}, {logged_in()}}};
  auto source = create_imap_source(driver, config(server));
  ASSERT_TRUE(run_on(context, source->open("INBOX")).has_value());
  boost::asio::cancellation_signal stop;
  bool cancelled = false;
  boost::asio::co_spawn(
      context,
      [](ports::MailSource& it) -> Task<void> {
        co_await it.wait_for_change(std::chrono::hours{1}, std::chrono::seconds{60});
      }(*source),
      boost::asio::bind_cancellation_slot(
          stop.slot(), [&](std::exception_ptr error) { cancelled = error != nullptr; }));
  while (server.heard().find("IDLE") == std::string::npos) context.run_one();
  stop.emit(boost::asio::cancellation_type::terminal);
  while (!cancelled) context.run_one();
  const auto again = run_on(context, source->open("INBOX"));
  EXPECT_TRUE(again.has_value());
  EXPECT_EQ(server.connections(), 2U);
}

TEST(CurlImap, ALoginCanBeCancelled) {
  boost::asio::io_context context{1};
  MultiDriver driver{context.get_executor()};
  LocalServer server{context, {{{}}}};
  auto source = create_imap_source(driver, config(server));
  boost::asio::cancellation_signal stop;
  bool cancelled = false;
  boost::asio::co_spawn(
      context, [](ports::MailSource& it) -> Task<void> { co_await it.open("INBOX"); }(*source),
      boost::asio::bind_cancellation_slot(
          stop.slot(), [&](std::exception_ptr error) { cancelled = error != nullptr; }));
  while (server.connections() == 0) context.run_one();
  stop.emit(boost::asio::cancellation_type::terminal);
  while (!cancelled) context.run_one();
  EXPECT_EQ(driver.open_sockets(), 0U);
}

}  // namespace
}  // namespace redress::adapters::testing
