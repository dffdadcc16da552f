#include "daemon/adapters/system/clock.hpp"
#include "daemon/adapters/system/test_clock.hpp"

#include <gtest/gtest.h>
#include <boost/asio/bind_cancellation_slot.hpp>
#include <boost/asio/cancellation_signal.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>

#include <string>
#include <vector>

namespace redress::tests {
namespace {

namespace asio = boost::asio;
using namespace std::chrono_literals;

const domain::Instant k_start = domain::parse_rfc3339("2026-11-24T10:00:00Z").value();

TEST(SystemClock, WaitsForWhatIsPastAndForAMoment) {
  asio::io_context loop{1};
  const auto clock = adapters::create_clock(loop.get_executor());
  bool done = false;
  const auto waiting = [&]() -> ports::Task<void> {
    co_await clock->wait_until(clock->now());
    co_await clock->wait_until(k_start - 24h * 365);
    const auto soon = clock->now() + 1s;
    co_await clock->wait_until(soon);
    EXPECT_GE(clock->now(), soon);
    co_await clock->wait_for(1ms);
    done = true;
  };
  asio::co_spawn(loop, waiting(), asio::detached);
  loop.run();
  EXPECT_TRUE(done);
}

TEST(SystemClock, AWaitForTheEndOfTimeCanBeCancelled) {
  asio::io_context loop{1};
  const auto clock = adapters::create_clock(loop.get_executor());
  const domain::Instant never = std::chrono::sys_days{std::chrono::year{9999} / 12 / 31};
  asio::cancellation_signal stop;
  std::exception_ptr ended;
  asio::co_spawn(
      loop, clock->wait_until(never),
      asio::bind_cancellation_slot(stop.slot(), [&](std::exception_ptr error) { ended = error; }));
  asio::post(loop, [&] { stop.emit(asio::cancellation_type::terminal); });
  loop.run();
  EXPECT_TRUE(ended);
}

#ifdef REDRESS_TEST_HOOKS

TEST(TestClock, StandsUntilItIsMoved) {
  asio::io_context loop{1};
  adapters::TestClock clock{loop.get_executor(), k_start};
  std::vector<std::string> ended;
  const auto waiting = [&](std::string name, std::chrono::hours time) -> ports::Task<void> {
    co_await clock.wait_until(k_start + time);
    ended.push_back(name);
  };
  asio::co_spawn(loop, waiting("30 days", 24h * 30), asio::detached);
  asio::co_spawn(loop, waiting("1 hour", 1h), asio::detached);
  asio::co_spawn(loop, waiting("at once", 0h), asio::detached);
  loop.poll();
  EXPECT_EQ(ended, std::vector<std::string>{"at once"});
  EXPECT_EQ(clock.waiting(), 2U);
  clock.advance(1h - 1s);
  loop.poll();
  EXPECT_EQ(clock.waiting(), 2U);
  clock.advance(1s);
  loop.poll();
  EXPECT_EQ(ended.back(), "1 hour");
  clock.advance(24h * 30);
  loop.poll();
  EXPECT_EQ(ended.back(), "30 days");
  EXPECT_EQ(clock.now(), k_start + 24h * 30 + 1h);
  EXPECT_THROW(clock.set(k_start), std::logic_error);
}

TEST(TestClock, APauseEndsByTheClockOrByRealTime) {
  asio::io_context loop{1};
  adapters::TestClock clock{loop.get_executor(), k_start};
  int ended = 0;
  const auto waiting = [&](std::chrono::milliseconds time) -> ports::Task<void> {
    co_await clock.wait_for(time);
    ++ended;
  };
  asio::co_spawn(loop, waiting(24h), asio::detached);
  loop.poll();
  EXPECT_EQ(ended, 0);
  clock.advance(24h);
  loop.poll();
  EXPECT_EQ(ended, 1);
  loop.restart();
  asio::co_spawn(loop, waiting(1ms), asio::detached);
  loop.run();
  EXPECT_EQ(ended, 2);
}

TEST(TestClock, CreateClockStandsAtTheGivenTime) {
  asio::io_context loop{1};
  EXPECT_EQ(adapters::create_clock(loop.get_executor(), k_start)->now(), k_start);
}

#endif

}  // namespace
}  // namespace redress::tests
