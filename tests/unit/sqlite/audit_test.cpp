#include "tests/unit/sqlite/store_fixture.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

namespace redress::tests {
namespace {

/// The audit trail: what may be done to it, and what is found.
class AuditTest : public StoreTest {
 protected:
  AuditTest() {
    for (const char* personal : {"", R"({"name":"Ann Other"})", R"({"name":"Ann Other"})"}) {
      domain::Change change;
      change.events.push_back(event("something_done", personal));
      apply(change);
    }
    close();
  }
  /// Runs SQL with a connection of somebody else; true where the database allowed it.
  bool meddle(const std::string& sql) {
    SQLite::Database database{path(), SQLite::OPEN_READWRITE};
    try {
      database.exec(sql);
      return true;
    } catch (const SQLite::Exception&) {
      return false;
    }
  }
  /// As somebody does who takes the triggers away first.
  void tamper(const std::string& sql) {
    ASSERT_TRUE(meddle("DROP TRIGGER event_only_erases; DROP TRIGGER event_is_never_deleted;"));
    ASSERT_TRUE(meddle(sql));
  }
  std::string first_flaw() {
    const auto verified = reading()->verify();
    return verified ? "" : verified.error().text;
  }
};

TEST_F(AuditTest, AnUntouchedTrailVerifies) {
  EXPECT_EQ(reading()->verify().value(), 3);
}

TEST_F(AuditTest, TheDatabaseRefusesToChangeOrDeleteEvents) {
  for (const char* sql :
       {"DELETE FROM event WHERE id = 3", "UPDATE event SET what = 'nothing' WHERE id = 1",
        "UPDATE event SET personal = '{}' WHERE id = 2",
        "UPDATE event SET salt = NULL WHERE id = 2",
        "INSERT OR REPLACE INTO event SELECT * FROM event WHERE id = 1",
        "UPDATE event SET personal = NULL, salt = NULL, at = '' WHERE id = 2"}) {
    SCOPED_TRACE(sql);
    EXPECT_FALSE(meddle(sql));
  }
  EXPECT_EQ(reading()->verify().value(), 3);
}

TEST_F(AuditTest, ErasingAPayloadAndItsSaltLeavesItVerifying) {
  EXPECT_TRUE(meddle("UPDATE event SET personal = NULL, salt = NULL WHERE id = 2"));
  EXPECT_EQ(reading()->verify().value(), 3);
  reopen();
  domain::Change change;
  change.events.push_back(event("something_more", R"({"a":1})"));
  apply(change);
  EXPECT_EQ(reading()->verify().value(), 4);
}

TEST_F(AuditTest, EqualPayloadsHaveDifferentCommitments) {
  SQLite::Database database{path()};
  EXPECT_EQ(
      database.execAndGet("SELECT count(DISTINCT commitment) FROM event WHERE id > 1").getInt(), 2);
  EXPECT_EQ(database.execAndGet("SELECT length(commitment) FROM event WHERE id = 1").getInt(), 0);
}

TEST_F(AuditTest, TamperingIsFound) {
  struct Row {
    const char* sql;
    const char* found;
  };
  const Row row_changes[] = {
      {"UPDATE event SET what = 'nothing' WHERE id = 1", "event 1 was changed"},
      {"UPDATE event SET at = '2020-01-01T00:00:00Z' WHERE id = 2", "event 2 was changed"},
      {"UPDATE event SET reference = 'EX-2026-000001' WHERE id = 2", "event 2 was changed"},
      {"UPDATE event SET facts = '{\"x\":1}' WHERE id = 3", "event 3 was changed"},
      {"UPDATE event SET personal = '{}' WHERE id = 2", "event 2 has another personal payload"},
      {"UPDATE event SET previous = zeroblob(32) WHERE id = 3", "event 3 does not follow"},
      {"DELETE FROM event WHERE id = 1", "event 1 is missing"},
      {"DELETE FROM event WHERE id = 2", "event 2 is missing"},
      {"DELETE FROM event WHERE id = 3", "event 3 is missing"},
  };
  for (const auto& [sql, found] : row_changes) {
    SCOPED_TRACE(sql);
    const auto copy = folder_.file("copy.db");
    std::filesystem::copy_file(path(), copy, std::filesystem::copy_options::overwrite_existing);
    tamper(sql);
    EXPECT_NE(first_flaw().find(found), std::string::npos) << first_flaw();
    std::filesystem::copy_file(copy, path(), std::filesystem::copy_options::overwrite_existing);
  }
}

TEST_F(AuditTest, AnEventAfterACutTailDoesNotHideTheCut) {
  tamper("DELETE FROM event WHERE id = 3");
  reopen();
  domain::Change change;
  change.events.push_back(event("something_more"));
  apply(change);
  EXPECT_NE(first_flaw().find("event 3 is missing"), std::string::npos) << first_flaw();
}

TEST_F(AuditTest, ALedgerRowIsNeverDeleted) {
  reopen();
  journal({1});
  close();
  EXPECT_FALSE(meddle("DELETE FROM message"));
}

}  // namespace
}  // namespace redress::tests
