#include "daemon/adapters/curl/multi_driver.hpp"
#include "daemon/adapters/curl/smtp_reply.hpp"
#include "daemon/adapters/curl/smtp_sink.hpp"
#include "tests/unit/imap/local_server.hpp"

#include <boost/asio/bind_cancellation_slot.hpp>
#include <boost/asio/cancellation_signal.hpp>

#include <gtest/gtest.h>

namespace redress::adapters::testing {
namespace {

using domain::ErrorCode;
using domain::MailAddress;
using ports::DeliveryOutcome;
using ports::Task;

SmtpConfig config(const LocalServer& server, bool login = false, bool tls = false) {
  SmtpConfig config;
  config.server = {server.url("smtp"), login ? "comments" : "", login ? "pa55word" : "", tls, {}};
  config.connections = 1;
  return config;
}

ports::Envelope mail(const std::string& to = "ann@example.net") {
  return {*MailAddress::parse("comments+b-1@example.org"), *MailAddress::parse(to),
          "Subject: x\r\n\r\nHello\r\n.dot\r\n"};
}

const Line k_greeting{"", "220 mx ready\r\n"};
const Line k_ehlo{"EHLO", "250-mx\r\n250-SMTPUTF8\r\n250 AUTH PLAIN\r\n"};
const Line k_auth{"AUTH PLAIN", "334 \r\n"};
const Line k_password{"AGNvbW1lbnRzAHBhNTV3b3Jk", "235 ok\r\n"};  // "\0comments\0pa55word"
const Line k_mail{"MAIL FROM", "250 ok\r\n"};
const Line k_rcpt{"RCPT TO", "250 ok\r\n"};
const Line k_data{"DATA", "354 go on\r\n"};
const Line k_sent{"\r\n.\r\n", "250 2.0.0 queued as 17\r\n"};

struct SendCase {
  std::string name;
  Talk talk;
  DeliveryOutcome outcome;
  int code;
  std::string reply;  // part of it
};

class Sending : public ::testing::TestWithParam<SendCase> {};

TEST_P(Sending, HasTheRightOutcome) {
  boost::asio::io_context context{1};
  MultiDriver driver{context.get_executor()};
  LocalServer server{context, {GetParam().talk}};
  auto settings =
      config(server, GetParam().name.starts_with("login"), GetParam().name.ends_with("tls"));
  if (GetParam().name.starts_with("silent")) {
    settings.timeouts.send = settings.timeouts.connect = std::chrono::milliseconds{300};
  }
  const auto sink = create_smtp_sink(driver, settings);
  const auto envelope = mail();
  const auto result = run_on(context, sink->send(envelope));
  EXPECT_EQ(result.outcome, GetParam().outcome) << result.reply;
  EXPECT_EQ(result.smtp_code, GetParam().code) << result.reply;
  EXPECT_NE(result.reply.find(GetParam().reply), std::string::npos) << result.reply;
  EXPECT_EQ(result.reply.find("pa55word"), std::string::npos) << result.reply;
  EXPECT_EQ(result.reply.find_first_of("\r\n"), std::string::npos);
}
using enum DeliveryOutcome;
INSTANTIATE_TEST_SUITE_P(
    Table, Sending,
    ::testing::Values(
        SendCase{"accepted",
                 {{k_greeting, k_ehlo, k_mail, k_rcpt, k_data, k_sent}},
                 accepted,
                 250,
                 "250 2.0.0 queued as 17"},
        SendCase{
            "greeted_with_554", {{{"", "554 no service\r\n"}}}, unavailable, 0, "554 no service"},
        SendCase{"greeted_with_421", {{{"", "421 busy\r\n"}}}, unavailable, 0, "421 busy"},
        SendCase{"login_refused",
                 {{k_greeting, k_ehlo, {"AUTH", "535 not pa55word\r\n"}}},
                 unavailable,
                 0,
                 "535 not *"},
        SendCase{
            "login_needed",
            {{k_greeting, k_ehlo, k_auth, k_password, {"MAIL FROM", "530 authenticate first\r\n"}}},
            unavailable,
            530,
            "530"},
        SendCase{"no_starttls", {{k_greeting, k_ehlo}}, unavailable, 0, "STARTTLS"},
        SendCase{"sender_4xx",
                 {{k_greeting, k_ehlo, {"MAIL FROM", "451 later\r\n"}}},
                 deferred,
                 451,
                 "451"},
        SendCase{
            "sender_5xx", {{k_greeting, k_ehlo, {"MAIL FROM", "550 no\r\n"}}}, refused, 550, "550"},
        SendCase{"recipient_4xx",
                 {{k_greeting, k_ehlo, k_mail, {"RCPT TO", "450 grey\r\n"}}},
                 deferred,
                 450,
                 "450 grey"},
        SendCase{"recipient_5xx",
                 {{k_greeting, k_ehlo, k_mail, {"RCPT TO", "550-no\r\n550 such user\r\n"}}},
                 refused,
                 550,
                 "550 such user"},
        SendCase{"data_5xx",
                 {{k_greeting, k_ehlo, k_mail, k_rcpt, {"DATA", "554 no\r\n"}}},
                 refused,
                 554,
                 "554"},
        SendCase{"content_4xx",
                 {{k_greeting, k_ehlo, k_mail, k_rcpt, k_data, {"\r\n.\r\n", "452 full\r\n"}}},
                 deferred,
                 452,
                 "452 full"},
        SendCase{"content_5xx",
                 {{k_greeting, k_ehlo, k_mail, k_rcpt, k_data, {"\r\n.\r\n", "552 large\r\n"}}},
                 refused,
                 552,
                 "552 large"},
        SendCase{"broke_before_mail", {{k_greeting, k_ehlo}, true}, unavailable, 0, "127.0.0.1"},
        SendCase{
            "broke_before_data", {{k_greeting, k_ehlo, k_mail, k_rcpt}, true}, deferred, 0, ""},
        SendCase{"broke_after_data",
                 {{k_greeting, k_ehlo, k_mail, k_rcpt, k_data, {"\r\n.\r\n", ""}}, true},
                 unknown,
                 0,
                 "after the mail"},
        SendCase{"silent_after_data",
                 {{k_greeting, k_ehlo, k_mail, k_rcpt, k_data}},
                 unknown,
                 0,
                 "after the mail"},
        SendCase{"silent_from_the_start", {{}}, unavailable, 0, "in time"},
        SendCase{"control_characters",
                 {{k_greeting, k_ehlo, {"MAIL FROM", "550 a\x1b[2Jb\r\n"}}},
                 refused,
                 550,
                 "550 a?[2Jb"}),
    [](const auto& info) { return info.param.name; });

TEST(SmtpReplies, HoweverTheBytesCome) {
  const std::string bytes = "250-mx\r\n250 SIZE\r\n354\r\n550 5.1.1 no\n";
  for (std::size_t piece = 1; piece <= bytes.size(); ++piece) {
    SmtpReplyReader reader;
    std::vector<std::pair<int, std::string>> found;
    for (std::size_t at = 0; at < bytes.size(); at += piece) {
      std::string_view rest = std::string_view{bytes}.substr(at, piece);
      while (!rest.empty()) {
        const auto reply = reader.next(rest);
        ASSERT_TRUE(reply.has_value());
        if (*reply) found.emplace_back((*reply)->code, (*reply)->line);
      }
    }
    EXPECT_EQ(found, (std::vector<std::pair<int, std::string>>{
                         {250, "250 SIZE"}, {354, "354"}, {550, "550 5.1.1 no"}}));
  }
}

TEST(SmtpReplies, NonsenseAndEndlessReplies) {
  std::string endless;
  for (int i = 0; i < 300; ++i) endless += "250-x\r\n";
  for (const auto& bytes : {std::string{"hello\r\n"}, std::string{"25\r\n"},
                            std::string{"999 x\r\n"}, std::string(5000, '2'), endless}) {
    SmtpReplyReader reader;
    std::string_view rest = bytes;
    EXPECT_TRUE(reader.next(rest).has_error()) << bytes.substr(0, 20);
  }
}

TEST(DotStuffing, Table) {
  EXPECT_EQ(dot_stuffed("a\r\n.\r\n..b\r\n"), "a\r\n..\r\n...b\r\n");
  EXPECT_EQ(dot_stuffed(".a.\r\nb"), "..a.\r\nb\r\n");
  EXPECT_EQ(dot_stuffed(""), "\r\n");
}

TEST(Smtp, NothingListens) {
  boost::asio::io_context context{1};
  MultiDriver driver{context.get_executor()};
  SmtpConfig settings;
  {
    boost::asio::io_context elsewhere{1};
    LocalServer gone{elsewhere, {}};
    settings = config(gone);
  }
  const auto sink = create_smtp_sink(driver, settings);
  const auto envelope = mail();
  EXPECT_EQ(run_on(context, sink->send(envelope)).outcome, unavailable);
}

TEST(Smtp, DotsAreStuffedAndTheEnvelopeIsOurs) {
  boost::asio::io_context context{1};
  MultiDriver driver{context.get_executor()};
  LocalServer server{context, {{{k_greeting, k_ehlo, k_mail, k_rcpt, k_data, k_sent}}}};
  const auto sink = create_smtp_sink(driver, config(server));
  const auto envelope = mail();
  ASSERT_EQ(run_on(context, sink->send(envelope)).outcome, accepted);
  EXPECT_NE(server.heard().find("MAIL FROM:<comments+b-1@example.org>"), std::string::npos);
  EXPECT_NE(server.heard().find("RCPT TO:<ann@example.net>\r\n"), std::string::npos);
  EXPECT_NE(server.heard().find("Hello\r\n..dot\r\n.\r\n"), std::string::npos) << server.heard();
  EXPECT_EQ(server.heard().find("SMTPUTF8"), std::string::npos);
}

TEST(Smtp, Smtputf8WhereAnAddressNeedsIt) {
  boost::asio::io_context context{1};
  MultiDriver driver{context.get_executor()};
  LocalServer server{context, {{{k_greeting, k_ehlo, k_mail, k_rcpt, k_data, k_sent}}}};
  const auto sink = create_smtp_sink(driver, config(server));
  const auto envelope = mail("j\u00f6rg@example.net");
  ASSERT_EQ(run_on(context, sink->send(envelope)).outcome, accepted);
  EXPECT_NE(server.heard().find(" SMTPUTF8"), std::string::npos) << server.heard();
  EXPECT_NE(server.heard().find("RCPT TO:<j\u00f6rg@example.net>"), std::string::npos)
      << server.heard();
}

TEST(Smtp, OneConnectionServesManyMails) {
  boost::asio::io_context context{1};
  MultiDriver driver{context.get_executor()};
  LocalServer server{
      context,
      {{{k_greeting, k_ehlo, k_mail, k_rcpt, k_data, k_sent, k_mail, k_rcpt, k_data, k_sent}}}};
  const auto sink = create_smtp_sink(driver, config(server));
  const auto envelope = mail();
  EXPECT_EQ(run_on(context, sink->send(envelope)).outcome, accepted);
  EXPECT_EQ(run_on(context, sink->send(envelope)).outcome, accepted);
  EXPECT_EQ(server.connections(), 1U);
}

TEST(Smtp, AnIdleConnectionThatDiedIsReplaced) {
  boost::asio::io_context context{1};
  MultiDriver driver{context.get_executor()};
  const Talk once{{k_greeting, k_ehlo, k_mail, k_rcpt, k_data, k_sent}, true};
  LocalServer server{context, {once, once}};
  const auto sink = create_smtp_sink(driver, config(server));
  const auto envelope = mail();
  EXPECT_EQ(run_on(context, sink->send(envelope)).outcome, accepted);
  EXPECT_EQ(run_on(context, sink->send(envelope)).outcome, accepted);
  EXPECT_EQ(server.connections(), 2U);
}

TEST(Smtp, SendsWaitForAFreeConnection) {
  boost::asio::io_context context{1};
  MultiDriver driver{context.get_executor()};
  std::vector<Line> lines{k_greeting, k_ehlo};
  constexpr int k_mails = 4;
  for (int i = 0; i < k_mails; ++i) lines.insert(lines.end(), {k_mail, k_rcpt, k_data, k_sent});
  LocalServer server{context, {{lines}}};
  const auto sink = create_smtp_sink(driver, config(server));
  const auto envelope = mail();
  int done = 0;
  for (int i = 0; i < k_mails; ++i) {
    boost::asio::co_spawn(
        context,
        [](ports::MailSink& it, const ports::Envelope& what) -> Task<DeliveryOutcome> {
          co_return (co_await it.send(what)).outcome;
        }(*sink, envelope),
        [&](std::exception_ptr, DeliveryOutcome outcome) { done += outcome == accepted ? 1 : 0; });
  }
  while (done < k_mails && context.run_one() > 0) {
  }
  EXPECT_EQ(done, k_mails);
  EXPECT_EQ(server.connections(), 1U);
}

TEST(Smtp, ASendThatIsCancelledAfterTheMailIsUnknown) {
  boost::asio::io_context context{1};
  MultiDriver driver{context.get_executor()};
  LocalServer server{context, {{{k_greeting, k_ehlo, k_mail, k_rcpt, k_data, {"\r\n.\r\n", ""}}}}};
  const auto sink = create_smtp_sink(driver, config(server));
  const auto envelope = mail();
  std::optional<DeliveryOutcome> outcome;
  boost::asio::cancellation_signal stop;
  boost::asio::co_spawn(
      context,
      [](ports::MailSink& it, const ports::Envelope& what, std::optional<DeliveryOutcome>& out)
          -> Task<void> { out = (co_await it.send(what)).outcome; }(*sink, envelope, outcome),
      boost::asio::bind_cancellation_slot(stop.slot(), boost::asio::detached));
  while (server.heard().find("\r\n.\r\n") == std::string::npos) context.run_one();
  stop.emit(boost::asio::cancellation_type::terminal);
  while (!outcome && context.run_one() > 0) {
  }
  EXPECT_EQ(outcome, unknown);
}

/// libcurl says QUIT by itself when a connection goes, and would wait for the answer.
TEST(Smtp, GoingAwayWaitsForNoServer) {
  boost::asio::io_context context{1};
  auto driver = std::make_unique<MultiDriver>(context.get_executor());
  LocalServer server{context, {{{k_greeting, k_ehlo, k_mail, k_rcpt, k_data, k_sent}}}};
  {
    const auto sink = create_smtp_sink(*driver, config(server));
    const auto envelope = mail();
    EXPECT_EQ(run_on(context, sink->send(envelope)).outcome, accepted);
  }
  EXPECT_EQ(driver->open_sockets(), 0U);
  driver.reset();
}

TEST(Smtp, ARefusedMailLeavesTheConnectionToTheNext) {
  boost::asio::io_context context{1};
  MultiDriver driver{context.get_executor()};
  LocalServer server{context,
                     {{{k_greeting,
                        k_ehlo,
                        k_mail,
                        {"RCPT TO", "550 no\r\n"},
                        {"RSET", "250 ok\r\n"},
                        k_mail,
                        k_rcpt,
                        k_data,
                        k_sent}}}};
  const auto sink = create_smtp_sink(driver, config(server));
  const auto envelope = mail();
  EXPECT_EQ(run_on(context, sink->send(envelope)).outcome, refused);
  EXPECT_EQ(run_on(context, sink->send(envelope)).outcome, accepted);
  EXPECT_EQ(server.connections(), 1U);
}

/// A server that ponders over a mail holds up neither mailboxes nor other mail.
TEST(Smtp, AServerThatPondersDelaysNoOther) {
  boost::asio::io_context context{1};
  MultiDriver driver{context.get_executor()};
  LocalServer pondering{context,
                        {{{k_greeting, k_ehlo, k_mail, k_rcpt, k_data, {"\r\n.\r\n", ""}}}}};
  LocalServer answering{context, {{{k_greeting, k_ehlo, k_mail, k_rcpt, k_data, k_sent}}}};
  const auto slow = create_smtp_sink(driver, config(pondering));
  const auto quick = create_smtp_sink(driver, config(answering));
  const auto envelope = mail();
  boost::asio::cancellation_signal stop;
  std::optional<DeliveryOutcome> outcome;
  boost::asio::co_spawn(
      context,
      [](ports::MailSink& it, const ports::Envelope& what, std::optional<DeliveryOutcome>& out)
          -> Task<void> { out = (co_await it.send(what)).outcome; }(*slow, envelope, outcome),
      boost::asio::bind_cancellation_slot(stop.slot(), boost::asio::detached));
  while (pondering.heard().find("\r\n.\r\n") == std::string::npos) context.run_one();
  EXPECT_EQ(run_on(context, quick->send(envelope)).outcome, accepted);
  EXPECT_FALSE(outcome);
  stop.emit(boost::asio::cancellation_type::terminal);
  while (!outcome && context.run_one() > 0) {
  }
  EXPECT_EQ(outcome, unknown);
}

struct ProbeCase {
  std::string name;
  Talk talk;
  std::optional<ErrorCode> error;
};

class Probing : public ::testing::TestWithParam<ProbeCase> {};

TEST_P(Probing, LogsInAndSendsNothing) {
  boost::asio::io_context context{1};
  MultiDriver driver{context.get_executor()};
  LocalServer server{context, {GetParam().talk}};
  const auto sink = create_smtp_sink(driver, config(server, true));
  const auto done = run_on(context, sink->probe());
  EXPECT_EQ(done.has_error() ? std::optional{done.error().code} : std::nullopt, GetParam().error)
      << (done.has_error() ? done.error().text : "");
  EXPECT_EQ(server.heard().find("MAIL"), std::string::npos);
}
INSTANTIATE_TEST_SUITE_P(
    Table, Probing,
    ::testing::Values(
        ProbeCase{"good", {{k_greeting, k_ehlo, k_auth, k_password}}, {}},
        ProbeCase{
            "refused", {{k_greeting, k_ehlo, {"AUTH", "535 no\r\n"}}}, ErrorCode::login_refused},
        ProbeCase{"busy",
                  {{k_greeting, k_ehlo, {"AUTH", "454 4.7.0 Temporary failure\r\n"}}},
                  ErrorCode::server_busy},
        ProbeCase{"greeted_with_421", {{{"", "421 too busy\r\n"}}}, ErrorCode::server_busy}),
    [](const auto& info) { return info.param.name; });

}  // namespace
}  // namespace redress::adapters::testing
