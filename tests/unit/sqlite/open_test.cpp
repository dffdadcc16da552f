#include "daemon/adapters/sqlite/editor.hpp"
#include "tests/unit/sqlite/store_fixture.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fcntl.h>
#include <fstream>

namespace redress::tests {
namespace {

using adapters::open_store;
using domain::ErrorCode;

class OpenTest : public StoreTest {
 protected:
  domain::Result<std::unique_ptr<adapters::SqliteStore>> open_again(const std::string& file) {
    return open_store(file, loop_.get_executor(), tokens_);
  }
};

TEST_F(OpenTest, TheFileIsPrivateAndInWalMode) {
  struct stat info {};
  ASSERT_EQ(::stat(path().c_str(), &info), 0);
  EXPECT_EQ(info.st_mode & 0777U, 0600U);
  SQLite::Database database{path()};
  EXPECT_EQ(database.execAndGet("PRAGMA journal_mode").getString(), "wal");
  EXPECT_EQ(database.execAndGet("PRAGMA user_version").getInt(), 8);
}

TEST_F(OpenTest, ASecondStoreIsRefusedAndToldWhoHasIt) {
  const auto second = open_again(path());
  ASSERT_FALSE(second);
  EXPECT_EQ(second.error().code, ErrorCode::conflict);
  EXPECT_NE(second.error().text.find("process " + std::to_string(::getpid())), std::string::npos)
      << second.error().text;
}

TEST_F(OpenTest, ASecondProcessIsRefusedUntilTheFirstIsGone) {
  const auto child = ::fork();
  if (child == 0) {
    // A new open file description, as another program would have; ASan must not run at exit.
    const int file = ::open((path() + ".lock").c_str(), O_RDWR | O_CLOEXEC);
    ::_exit(::flock(file, LOCK_EX | LOCK_NB) == 0 ? 1 : 0);
  }
  int status = 0;
  ASSERT_EQ(::waitpid(child, &status, 0), child);
  EXPECT_EQ(status, 0) << "another process got the lock";
  close();
  EXPECT_TRUE(open_again(path()));
}

TEST_F(OpenTest, ANewerDatabaseIsRefusedAndLeftAlone) {
  close();
  {
    SQLite::Database database{path(), SQLite::OPEN_READWRITE};
    database.exec("PRAGMA user_version = 99");
  }
  const auto opened = open_again(path());
  ASSERT_FALSE(opened);
  EXPECT_EQ(opened.error().code, ErrorCode::not_allowed);
  EXPECT_NE(opened.error().text.find("newer version"), std::string::npos) << opened.error().text;
  const auto read = adapters::Register::open(path());
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().code, ErrorCode::not_allowed);
  SQLite::Database database{path()};
  EXPECT_EQ(database.execAndGet("PRAGMA user_version").getInt(), 99);
}

TEST_F(OpenTest, ADatabaseOfAnotherProgramIsRefused) {
  const auto other = folder_.file("other.db");
  {
    SQLite::Database database{other, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE};
    database.exec("CREATE TABLE theirs (a)");
  }
  const auto opened = open_again(other);
  ASSERT_FALSE(opened);
  EXPECT_EQ(opened.error().code, ErrorCode::not_allowed);
  SQLite::Database database{other};
  EXPECT_EQ(database.execAndGet("SELECT count(*) FROM sqlite_schema").getInt(), 1);
}

TEST_F(OpenTest, AFileThatIsNoDatabaseIsDamaged) {
  const auto other = folder_.file("text.db");
  std::ofstream{other} << std::string(5000, 'x');
  const auto opened = open_again(other);
  ASSERT_FALSE(opened);
  EXPECT_EQ(opened.error().code, ErrorCode::store_damaged);
}

TEST_F(OpenTest, AMissingFolderIsASetting) {
  const auto opened = open_again(folder_.file("missing/redress.db"));
  ASSERT_FALSE(opened);
  EXPECT_EQ(opened.error().code, ErrorCode::settings);
  EXPECT_NE(opened.error().text.find("[store] path"), std::string::npos) << opened.error().text;
}

TEST_F(OpenTest, ReadingWhatIsNotThereIsNotFound) {
  const auto read = adapters::Register::open(folder_.file("nothing.db"));
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().code, ErrorCode::not_found);
  const auto editor = adapters::Editor::open(folder_.file("nothing.db"), "test");
  ASSERT_FALSE(editor);
  EXPECT_EQ(editor.error().code, ErrorCode::not_found);
  EXPECT_FALSE(std::filesystem::exists(folder_.file("nothing.db")));
}

}  // namespace
}  // namespace redress::tests
