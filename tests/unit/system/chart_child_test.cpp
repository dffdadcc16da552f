// Drawing in a child: whatever the program does, the wait ends, and only a picture is a picture.

#include "daemon/adapters/system/chart_child.hpp"

#include <gtest/gtest.h>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>

#include <optional>

namespace redress::adapters {
namespace {

using domain::ErrorCode;

domain::Result<std::string> drawn(const std::string& program, std::string script,
                                  ChartChildLimits limits = {}) {
  boost::asio::io_context loop{1};
  const auto drawer = create_chart_child(loop.get_executor(), program, limits);
  std::optional<domain::Result<std::string>> outcome;
  boost::asio::co_spawn(loop, drawer->draw(std::move(script)),
                        [&](const std::exception_ptr& failed, domain::Result<std::string> result) {
                          if (failed) std::rethrow_exception(failed);
                          outcome = std::move(result);
                        });
  loop.run();
  return std::move(outcome.value());
}

TEST(ChartChild, GivesThePicture) {
  const auto png = drawn(k_gnuplot, "set terminal pngcairo size 200,100\nplot x\n");
  ASSERT_TRUE(png) << png.error().text;
  EXPECT_TRUE(png->starts_with("\x89PNG"));
  EXPECT_EQ(png->substr(png->size() - 8, 4), "IEND");
}

TEST(ChartChild, WhatIsNoPictureIsAnError) {
  for (const std::string script : {"", "print 1\n", "this is no command\n"}) {
    const auto png = drawn(k_gnuplot, script);
    ASSERT_FALSE(png) << script;
    EXPECT_EQ(png.error().code, ErrorCode::invalid_input);
  }
  EXPECT_FALSE(drawn("/bin/cat", "\x89PNG"));
}

TEST(ChartChild, AProgramThatHangsIsKilled) {
  const auto png = drawn(k_gnuplot, "pause 1000\n", {.time = std::chrono::milliseconds{200}});
  ASSERT_FALSE(png);
  EXPECT_EQ(png.error().code, ErrorCode::timed_out);
}

TEST(ChartChild, TooLargeAPictureIsCutShort) {
  const auto png = drawn("/bin/cat", std::string(2000, 'x'), {.picture_bytes = 1000});
  ASSERT_FALSE(png);
  EXPECT_NE(png.error().text.find("too much"), std::string::npos);
}

TEST(ChartChild, AMissingProgramIsTold) {
  const auto png = drawn("/nowhere/gnuplot", "plot x\n");
  ASSERT_FALSE(png);
  EXPECT_EQ(png.error().code, ErrorCode::settings);
  EXPECT_NE(png.error().text.find("/nowhere/gnuplot"), std::string::npos);
}

}  // namespace
}  // namespace redress::adapters
