#include "daemon/adapters/control/import_wire.hpp"

#include <gtest/gtest.h>

namespace redress::adapters {
namespace {

using domain::ErrorCode;

TEST(ImportWire, WhatIsWrittenIsRead) {
  ports::ImportBatch batch{.mailbox = "comments", .actor = "me", .messages = {}};
  batch.messages.push_back({.internal_date = domain::parse_rfc3339("2019-03-01T10:15:00Z").value(),
                            .size = 90'000,
                            .bytes = "Subject: a\n",
                            .digest = "never sent"});
  const auto request = read_request(request_line(batch));
  ASSERT_TRUE(request);
  EXPECT_EQ(request->mailbox, "comments");
  EXPECT_EQ(request->messages, 1U);
  const auto head = read_head(head_line(batch.messages[0]));
  ASSERT_TRUE(head);
  EXPECT_EQ(head->date, batch.messages[0].internal_date);
  EXPECT_EQ(head->size, 90'000U);
  EXPECT_EQ(head->length, 11U);
  const auto answer = read_answer(answer_line(ports::ImportCount{.added = 3, .known = 4}));
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->added, 3U);
  EXPECT_EQ(answer->known, 4U);
  const auto refused = read_answer(answer_line(domain::fail(ErrorCode::store_full, "no room")));
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::store_full);
  EXPECT_EQ(refused.error().text, "no room");
}

TEST(ImportWire, AnImportIsToldFromOtherRequests) {
  EXPECT_TRUE(is_import(R"({"verb":"import"})"));  // to be refused as an import
  EXPECT_FALSE(is_import(R"({"verb":"retry","id":1})"));
  EXPECT_FALSE(is_import(R"({"verb":7})"));
  EXPECT_FALSE(is_import(R"([])"));
  EXPECT_FALSE(is_import("import"));
  EXPECT_FALSE(is_import(""));
}

TEST(ImportWire, WhatMakesNoSenseOrIsTooMuchIsRefused) {
  for (const auto* line :
       {"", "{}", "[]", R"({"verb":"retry","mailbox":"a","messages":1})",
        R"({"verb":"import","messages":1})", R"({"verb":"import","mailbox":7,"messages":1})",
        R"({"verb":"import","mailbox":"a"})", R"({"verb":"import","mailbox":"a","messages":0})",
        R"({"verb":"import","mailbox":"a","messages":-1})",
        R"({"verb":"import","mailbox":"a","messages":201})",
        R"({"verb":"import","mailbox":"a","messages":1.5})"}) {
    EXPECT_FALSE(read_request(line)) << line;
  }
  for (const auto* line :
       {"", "{}", "7", R"({"date":"2019-03-01T10:15:00Z","size":5})",
        R"({"date":"yesterday","size":5,"length":5})", R"({"date":7,"size":5,"length":5})",
        R"({"date":"2019-03-01T10:15:00Z","size":5,"length":6})",
        R"({"date":"2019-03-01T10:15:00Z","size":-5,"length":-5})",
        R"({"date":"2019-03-01T10:15:00Z","size":2000000000,"length":2000000000})"}) {
    EXPECT_FALSE(read_head(line)) << line;
  }
  for (const auto* line : {"", "{}", "[]", R"({"ok":true})", R"({"ok":true,"added":"x"})"}) {
    const auto answer = read_answer(line);
    ASSERT_FALSE(answer) << line;
    EXPECT_EQ(answer.error().code, ErrorCode::protocol);
  }
}

}  // namespace
}  // namespace redress::adapters
