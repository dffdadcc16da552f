// Drawing in a child: whatever the program does, the wait ends, and only a picture is a picture.

#include "daemon/adapters/system/chart_child.hpp"

#include <gtest/gtest.h>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>

#include <chrono>
#include <filesystem>
#include <optional>

namespace redress::adapters {
namespace {

using domain::ErrorCode;

domain::Result<std::string> drawn(const std::string& program, std::string script,
                                  std::chrono::milliseconds time = std::chrono::minutes{10},
                                  std::size_t picture_bytes = k_picture_bytes) {
  boost::asio::io_context loop{1};
  const auto drawer = create_chart_child(loop.get_executor(), program, picture_bytes);
  const auto until = std::chrono::steady_clock::now() + time;
  std::optional<domain::Result<std::string>> outcome;
  boost::asio::co_spawn(loop, drawer->draw(std::move(script), until),
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
  const auto png = drawn(k_gnuplot, "pause 1000\n", std::chrono::milliseconds{200});
  ASSERT_FALSE(png);
  EXPECT_EQ(png.error().code, ErrorCode::timed_out);
}

TEST(ChartChild, WhoseTimeIsOverIsNotBegun) {
  const auto mark = std::filesystem::temp_directory_path() / "redress-chart-begun";
  std::filesystem::remove(mark);
  const auto png = drawn(k_gnuplot, "set print '" + mark.string() + "'\nprint 1\n",
                         std::chrono::milliseconds{0});
  ASSERT_FALSE(png);
  EXPECT_EQ(png.error().code, ErrorCode::timed_out);
  EXPECT_FALSE(std::filesystem::exists(mark));
}

TEST(ChartChild, TooLargeAPictureIsCutShort) {
  const auto png = drawn("/bin/cat", std::string(2000, 'x'), std::chrono::minutes{10}, 1000);
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
