#include "daemon/app/import_desk.hpp"

#include "tests/unit/app/house.hpp"

#include <gtest/gtest.h>

namespace redress::app {
namespace {

TEST(ImportDigest, LineEndsDoNotCountAndEverythingElseDoes) {
  const auto keys = test::make_keys();
  const auto digest = import_digest(keys, "Subject: a\n\none\n");
  EXPECT_EQ(import_digest(keys, "Subject: a\r\n\r\none\r\n"), digest);
  EXPECT_EQ(import_digest(keys, "\rSubject: a\n\none\n\r"), digest);
  EXPECT_NE(import_digest(keys, "Subject: a\n\none"), digest);
  EXPECT_NE(import_digest(keys, "Subject: a\n\nOne\n"), digest);
  EXPECT_NE(import_digest(keys, ""), digest);
  EXPECT_EQ(digest, keys.digest("Subject: a\n\none\n"));
}

}  // namespace
}  // namespace redress::app
