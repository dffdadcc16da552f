#include "tests/contract/real_servers.hpp"

#include <fmt/format.h>
#include <boost/asio/experimental/awaitable_operators.hpp>

#include <set>

namespace redress::adapters::testing {
namespace {

using domain::ErrorCode;
using domain::Uid;
using ports::After;
using std::chrono::seconds;

const CurlGlobal k_global;  // of the whole test program

class Imap : public RealServers, public ::testing::WithParamInterface<const char*> {
 protected:
  /// Nobody else uses this mailbox.
  static std::string new_user() {
    static int count = 0;
    return fmt::format("mailbox{}.{}@example.org", ++count, GetParam());
  }
  std::unique_ptr<ports::MailSource> source(const std::string& user) {
    return create_imap_source(driver_, imap_config(GetParam(), user));
  }
  void submit_many(const std::string& user, int count) {
    for (int i = 0; i < count; ++i) {
      ASSERT_EQ(submit(user, fmt::format("mail {}", i)).outcome, ports::DeliveryOutcome::accepted);
    }
  }
  /// Waits, by the port's own means, until that many are there.
  std::vector<ports::ListedMessage> list_until(ports::MailSource& source, std::size_t count) {
    for (;;) {
      auto listed = run(source.list(Uid{1}));
      if (listed.has_error()) throw std::runtime_error(listed.error().text);
      if (listed->size() >= count) return *listed;
      const auto news = run(source.wait_for_change(seconds{20}, seconds{1}));
      if (news.has_error()) throw std::runtime_error(news.error().text);
    }
  }
};

TEST_P(Imap, FetchesFlagsAndMoves) {
  const auto user = new_user();
  const auto mailbox = source(user);
  const auto opened = run(mailbox->open("INBOX"));
  ASSERT_TRUE(opened.has_value()) << opened.error().text;
  EXPECT_TRUE(opened->can_flag);
  EXPECT_EQ(opened->exists, 0U);
  submit_many(user, 3);
  const auto listed = list_until(*mailbox, 3);
  const auto fetched = run(mailbox->fetch(listed, 1U << 20U));
  ASSERT_TRUE(fetched.has_value()) << fetched.error().text;
  ASSERT_EQ(fetched->size(), 3U);
  std::set<std::string> texts;
  for (const auto& message : *fetched) {
    EXPECT_EQ(message.bytes.size(), message.size);
    texts.insert(message.bytes.substr(message.bytes.find("\r\n\r\n") + 4));
  }
  EXPECT_EQ(texts, (std::set<std::string>{"mail 0\r\n", "mail 1\r\n", "mail 2\r\n"}));

  const std::vector<Uid> uids{listed[0].uid, listed[1].uid};
  const auto flagged = run(mailbox->mark(uids, After::flag, ""));
  ASSERT_TRUE(flagged.has_value()) << flagged.error().text;
  for (int i = 0; i < 2; ++i) {  // the second time they are gone, and the folder is there
    const auto moved = run(mailbox->mark(uids, After::move, "Erl\u00e9digt & done"));
    ASSERT_TRUE(moved.has_value()) << moved.error().text;
  }
  const auto done = run(mailbox->open("Erl\u00e9digt & done"));
  ASSERT_TRUE(done.has_value()) << done.error().text;
  EXPECT_EQ(done->exists, 2U);
}

TEST_P(Imap, RemovesTheMessagesThatItIsAskedToOrNone) {
  const auto user = new_user();
  const auto mailbox = source(user);
  const auto opened = run(mailbox->open("INBOX"));
  ASSERT_TRUE(opened.has_value()) << opened.error().text;
  submit_many(user, 3);
  const auto listed = list_until(*mailbox, 3);
  const std::vector<Uid> uids{listed[1].uid};
  const auto left = run(mailbox->expunge(uids));
  const auto after = run(mailbox->list(Uid{1}));
  ASSERT_TRUE(after.has_value()) << after.error().text;
  if (opened->can_expunge) {
    ASSERT_TRUE(left.has_value()) << left.error().text;
    EXPECT_TRUE(left->empty());
    ASSERT_EQ(after->size(), 2U);
    EXPECT_EQ(after->at(0).uid, listed[0].uid);
    EXPECT_EQ(after->at(1).uid, listed[2].uid);
  } else {
    ASSERT_TRUE(left.has_error());
    EXPECT_EQ(left.error().code, ErrorCode::server_refused) << left.error().text;
    EXPECT_EQ(after->size(), 3U);
  }
}

TEST_P(Imap, ListsFromAUidOnAndFetchesOnlyTheStart) {
  const auto user = new_user();
  const auto mailbox = source(user);
  ASSERT_TRUE(run(mailbox->open("INBOX")).has_value());
  submit_many(user, 2);
  const auto listed = list_until(*mailbox, 2);
  const auto beyond = run(mailbox->list(Uid{listed.back().uid.value + 1}));
  ASSERT_TRUE(beyond.has_value()) << beyond.error().text;
  EXPECT_TRUE(beyond->empty());
  const auto cut = run(mailbox->fetch(listed, 12));
  ASSERT_TRUE(cut.has_value()) << cut.error().text;
  ASSERT_EQ(cut->size(), 2U);
  EXPECT_EQ(cut->at(0).bytes, "Return-Path:");
  EXPECT_EQ(cut->at(0).size, listed[0].size);
}

TEST_P(Imap, AVanishedMessageIsLeftOut) {
  const auto user = new_user();
  const auto mailbox = source(user);
  ASSERT_TRUE(run(mailbox->open("INBOX")).has_value());
  submit_many(user, 1);
  auto listed = list_until(*mailbox, 1);
  listed.push_back({Uid{listed.back().uid.value + 7}, 10, {}});
  const auto fetched = run(mailbox->fetch(listed, 1U << 20U));
  ASSERT_TRUE(fetched.has_value()) << fetched.error().text;
  EXPECT_EQ(fetched->size(), 1U);
}

TEST_P(Imap, MoreThanOneBatch) {
  const auto user = new_user();
  const auto mailbox = source(user);
  ASSERT_TRUE(run(mailbox->open("INBOX")).has_value());
  submit_many(user, 205);
  const auto listed = list_until(*mailbox, 205);
  const auto fetched = run(mailbox->fetch(listed, 1U << 20U));
  ASSERT_TRUE(fetched.has_value()) << fetched.error().text;
  EXPECT_EQ(fetched->size(), 205U);
}

TEST_P(Imap, FullServerTellsOfNewMailWhileIdling) {
  using namespace boost::asio::experimental::awaitable_operators;
  const auto user = new_user();
  const auto mailbox = source(user);
  const auto opened = run(mailbox->open("INBOX"));
  ASSERT_TRUE(opened.has_value() && opened->can_idle);
  sink_ = create_smtp_sink(driver_, smtp_config());
  const ports::Envelope mail{*domain::MailAddress::parse("ann@example.net"),
                             *domain::MailAddress::parse(user), "Subject: x\r\n\r\nx\r\n"};
  // The poll interval is an hour: only IDLE can tell.
  const auto [news, sent] =
      run([](ports::MailSource& watched, ports::MailSink& sink, const ports::Envelope& what)
              -> ports::Task<std::tuple<domain::Result<bool>, ports::DeliveryResult>> {
        co_return co_await (watched.wait_for_change(std::chrono::hours{2}, std::chrono::hours{1}) &&
                            sink.send(what));
      }(*mailbox, *sink_, mail));
  EXPECT_EQ(sent.outcome, ports::DeliveryOutcome::accepted);
  ASSERT_TRUE(news.has_value()) << news.error().text;
  EXPECT_TRUE(*news);
}

TEST_P(Imap, WaitingEndsInTime) {
  const auto mailbox = source(new_user());
  ASSERT_TRUE(run(mailbox->open("INBOX")).has_value());
  const auto news = run(mailbox->wait_for_change(seconds{1}, seconds{1}));
  ASSERT_TRUE(news.has_value()) << news.error().text;
  EXPECT_FALSE(*news);
  run([](ports::MailSource& it) -> ports::Task<int> {
    co_await it.close();
    co_return 0;
  }(*mailbox));
  EXPECT_EQ(driver_.open_sockets(), 0U);
}

TEST_P(Imap, SpecialFoldersAreAskedFor) {
  const auto mailbox = source(new_user());
  const auto junk = run(mailbox->special_folder("\\Junk"));
  ASSERT_TRUE(junk.has_value()) << junk.error().text;
  if (*junk) {
    EXPECT_TRUE(run(mailbox->open(**junk)).has_value());
  }
}

TEST_P(Imap, NoSuchFolderLeavesTheConnection) {
  const auto mailbox = source(new_user());
  const auto none = run(mailbox->open("No such folder"));
  ASSERT_TRUE(none.has_error());
  EXPECT_EQ(none.error().code, ErrorCode::server_refused) << none.error().text;
  EXPECT_TRUE(run(mailbox->open("INBOX")).has_value());
}

TEST_P(Imap, CertificatesAreVerified) {
  for (const auto& ca :
       {given("REDRESS_TEST_WRONG_CA"), std::string{}, std::string{"/nowhere.pem"}}) {
    auto config = imap_config(GetParam(), new_user());
    config.server.ca_file = ca;
    const auto status = run(create_imap_source(driver_, config)->open("INBOX"));
    ASSERT_TRUE(status.has_error()) << ca;
    EXPECT_EQ(status.error().code, ErrorCode::tls) << status.error().text;
  }
}

TEST_P(Imap, WrongPassword) {
  auto config = imap_config(GetParam(), new_user());
  config.server.password = "wr0ng";
  const auto status = run(create_imap_source(driver_, config)->open("INBOX"));
  ASSERT_TRUE(status.has_error());
  EXPECT_EQ(status.error().code, ErrorCode::login_refused) << status.error().text;
  EXPECT_EQ(status.error().text.find("wr0ng"), std::string::npos);
  EXPECT_EQ(driver_.open_sockets(), 0U);
}

INSTANTIATE_TEST_SUITE_P(Schemes, Imap, ::testing::Values("imaps", "imap"),
                         [](const auto& info) { return std::string{info.param}; });

}  // namespace
}  // namespace redress::adapters::testing
