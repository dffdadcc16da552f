#pragma once

#include "daemon/adapters/curl/imap_source.hpp"
#include "daemon/adapters/curl/transport.hpp"

#include <gtest/gtest.h>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>

#include <algorithm>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace redress::adapters::testing {

/// What the client must say, and what the server then says. An empty `expect` is said at once.
struct Step {
  std::string expect;
  std::string reply;
  bool close{false};  ///< the server hangs up after the reply
};

/// Seen by the test while the session owns the transport.
struct Script {
  std::deque<Step> steps;
  std::size_t piece{0};                  ///< bytes of one receive; 0: as many as there are
  std::optional<domain::Error> refusal;  ///< of connect
  int connects{0};
  int closes{0};
  std::string unexpected;  ///< what the client said that the script does not have
};

/// A server that is a table. Its time passes only where the client waits for nothing.
class ScriptedTransport final : public Transport {
 public:
  explicit ScriptedTransport(std::shared_ptr<Script> script) : script_(std::move(script)) {}

  TimePoint now() const override { return now_; }

  ports::Task<domain::Result<void>> connect(TimePoint) override {
    ++script_->connects;
    said_.clear();
    incoming_.clear();
    hung_up_ = false;
    if (script_->refusal) co_return *script_->refusal;
    co_return domain::Result<void>{};
  }

  ports::Task<domain::Result<void>> send(std::string_view bytes, TimePoint) override {
    if (hung_up_) co_return domain::fail(domain::ErrorCode::unreachable, "the connection broke");
    said_ += bytes;
    play();
    co_return domain::Result<void>{};
  }

  ports::Task<domain::Result<std::size_t>> receive(std::span<char> buffer,
                                                   TimePoint deadline) override {
    play();
    if (incoming_.empty() && hung_up_) {
      co_return domain::fail(domain::ErrorCode::unreachable, "the server closed the connection");
    }
    if (incoming_.empty()) {
      now_ = std::max(now_, deadline);
      co_return domain::fail(domain::ErrorCode::timed_out, "nothing came");
    }
    auto count = std::min(buffer.size(), incoming_.size());
    if (script_->piece > 0) count = std::min(count, script_->piece);
    std::copy_n(incoming_.begin(), count, buffer.begin());
    incoming_.erase(0, count);
    co_return count;
  }

  void close() override { ++script_->closes; }
  const std::string& host() const override { return host_; }

 private:
  void play() {
    while (!hung_up_ && !script_->steps.empty()) {
      auto& step = script_->steps.front();
      if (!said_.starts_with(step.expect)) {
        if (!std::string_view{step.expect}.starts_with(said_)) script_->unexpected = said_;
        return;
      }
      said_.erase(0, step.expect.size());
      incoming_ += step.reply;
      hung_up_ = step.close;
      script_->steps.pop_front();
    }
    if (!said_.empty() && !hung_up_) script_->unexpected = said_;
  }

  std::shared_ptr<Script> script_;
  TimePoint now_{};
  std::string said_;
  std::string incoming_;
  std::string host_{"imap.example.org"};
  bool hung_up_{false};
};

/// Runs a coroutine to its end.
template <class T>
T run(ports::Task<T> task) {
  boost::asio::io_context context{1};
  std::optional<T> result;
  std::exception_ptr thrown;
  boost::asio::co_spawn(
      context, [&]() -> ports::Task<void> { result.emplace(co_await std::move(task)); },
      [&](std::exception_ptr error) { thrown = error; });
  context.run();
  if (thrown) std::rethrow_exception(thrown);
  return std::move(*result);
}
inline void run(ports::Task<void> task) {
  run<int>([](ports::Task<void> inner) -> ports::Task<int> {
    co_await std::move(inner);
    co_return 0;
  }(std::move(task)));
}

/// Bytes of one receive: all there are, one, and a few.
inline constexpr std::size_t k_pieces[]{0, 1, 7};

inline const std::string k_capabilities =
    "* CAPABILITY IMAP4rev1 IDLE MOVE UIDPLUS LITERAL+ SPECIAL-USE\r\nR1 OK done\r\n";
inline const std::string k_selected =
    "* FLAGS (\\Seen \\Deleted)\r\n* OK [PERMANENTFLAGS (\\Seen \\Deleted \\*)] Limited\r\n"
    "* 3 EXISTS\r\n* 0 RECENT\r\n* OK [UIDVALIDITY 77] valid\r\n* OK [UIDNEXT 31] next\r\n";

/// A session on a script. Every step must have been played when it goes.
class Conversation {
 public:
  explicit Conversation(std::vector<Step> steps, std::size_t piece = 0)
      : script_(std::make_shared<Script>()) {
    script_->steps = {steps.begin(), steps.end()};
    script_->piece = piece;
    source_ = create_imap_source_over(std::make_unique<ScriptedTransport>(script_), config());
  }
  ~Conversation() {
    EXPECT_TRUE(script_->steps.empty()) << "never said: " << script_->steps.front().expect;
    EXPECT_EQ(script_->unexpected, "");
  }

  /// One that has logged in and opened INBOX; `steps` begin with R3.
  static std::unique_ptr<Conversation> opened(std::vector<Step> steps, std::size_t piece = 0,
                                              std::string capabilities = k_capabilities,
                                              std::string selected = k_selected) {
    std::vector<Step> all{
        {"R1 CAPABILITY\r\n", std::move(capabilities)},
        {"R2 SELECT \"INBOX\"\r\n", std::move(selected) + "R2 OK [READ-WRITE] ok\r\n"}};
    all.insert(all.end(), steps.begin(), steps.end());
    auto out = std::make_unique<Conversation>(std::move(all), piece);
    const auto status = run(out->source().open("INBOX"));
    EXPECT_TRUE(status.has_value()) << (status.has_error() ? status.error().text : "");
    return out;
  }

  ports::MailSource& source() { return *source_; }
  Script& script() { return *script_; }

 private:
  static ImapConfig config() {
    ImapConfig config;
    config.server = {"imaps://imap.example.org", "comments@example.org", "secret", true, {}};
    return config;
  }
  std::shared_ptr<Script> script_;
  std::unique_ptr<ports::MailSource> source_;
};

template <class T>
std::string text_of(const domain::Result<T>& result) {
  return result.has_error() ? result.error().text : "no error";
}

}  // namespace redress::adapters::testing
