#include "daemon/adapters/system/layout.hpp"
#include "daemon/adapters/system/random_tokens.hpp"
#include "daemon/adapters/system/system_files.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <set>

namespace redress::tests {
namespace {

namespace fs = std::filesystem;
using adapters::SystemFiles;
using domain::ErrorCode;

class FilesTest : public ::testing::Test {
 protected:
  FilesTest() {
    std::string name = (fs::temp_directory_path() / "redress-system-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("mkdtemp failed");
    folder_ = name;
  }
  ~FilesTest() override {
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
  }
  std::string file(const std::string& name) const { return (folder_ / name).string(); }
  void write(const std::string& name, const std::string& text) const {
    fs::create_directories((folder_ / name).parent_path());
    std::ofstream{folder_ / name} << text;
  }

  fs::path folder_;
  SystemFiles files_;
};

TEST_F(FilesTest, ReadsAWholeFileAndNothingLargerThanItsLimit) {
  const std::string text(200'000, 'x');
  write("a", text);
  EXPECT_EQ(files_.read(file("a")).value(), text);
  EXPECT_EQ(adapters::read_file(file("a"), text.size()).value(), text);
  EXPECT_EQ(adapters::read_file(file("a"), text.size() - 1).error().code, ErrorCode::settings);
  EXPECT_EQ(files_.read(file("none")).error().code, ErrorCode::not_found);
  EXPECT_EQ(files_.read(folder_.string()).error().code, ErrorCode::settings);
}

TEST_F(FilesTest, ListsRegularFilesSorted) {
  write("b", "");
  write("a", "");
  fs::create_directory(folder_ / "folder");
  EXPECT_EQ(files_.list(folder_.string()), (std::vector<std::string>{"a", "b"}));
  EXPECT_TRUE(files_.list(file("none")).empty());
}

TEST_F(FilesTest, ASecretIsPrivateWholeAndNeverReplaced) {
  ASSERT_TRUE(files_.write_secret(file("key"), "a:0011\n"));
  struct stat info {};
  ASSERT_EQ(::stat(file("key").c_str(), &info), 0);
  EXPECT_EQ(info.st_mode & 0777U, 0600U);
  EXPECT_EQ(files_.read(file("key")).value(), "a:0011\n");
  const auto again = files_.write_secret(file("key"), "b:2233\n");
  ASSERT_FALSE(again);
  EXPECT_EQ(again.error().code, ErrorCode::conflict);
  EXPECT_EQ(files_.read(file("key")).value(), "a:0011\n");
  EXPECT_EQ(files_.list(folder_.string()), std::vector<std::string>{"key"}) << "no draft is left";
  EXPECT_FALSE(files_.write_secret(file("none/key"), "x"));
}

TEST_F(FilesTest, CredentialsComeFromTheirFolderOnly) {
  write("credentials/comments", "secret\n");
  write("outside", "other\n");
  const SystemFiles files{file("credentials")};
  EXPECT_EQ(files.credential("comments").value(), "secret\n");
  for (const char* name : {"", "../outside", "/etc/passwd", ".", "..", "none"}) {
    SCOPED_TRACE(name);
    const auto read = files.credential(name);
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().code, ErrorCode::settings);
  }
  const auto none = files.credential("none");
  EXPECT_NE(none.error().text.find(file("credentials/none")), std::string::npos)
      << none.error().text;
}

TEST_F(FilesTest, SystemdNamesACredentialOfAFolderAfterTheFolderToo) {
  write("credentials/redress_comments", "secret\n");
  EXPECT_EQ(SystemFiles{file("credentials")}.credential("comments").value(), "secret\n");
}

TEST_F(FilesTest, CredentialsLieBesideTheSettingsUnlessSystemdGaveThem) {
  using adapters::credentials_folder;
  write("council.credentials/comments", "secret\n");
  const auto redress = file("redress.toml");
  EXPECT_EQ(credentials_folder("/run/credentials/redressd.service", redress),
            "/run/credentials/redressd.service");
  EXPECT_EQ(credentials_folder(nullptr, redress), file("credentials"));
  EXPECT_EQ(credentials_folder("", redress), file("credentials"));
  EXPECT_EQ(credentials_folder(nullptr, file("council.toml")), file("council.credentials"));
  EXPECT_EQ(credentials_folder(nullptr, file("other.toml")), file("credentials"));
  EXPECT_EQ(credentials_folder(nullptr, "redress.toml"), "credentials");
}

TEST_F(FilesTest, TheShareFolderIsTheNearestAboveTheProgram) {
  fs::create_directories(folder_ / "share/redress/calendars");
  fs::create_directories(folder_ / "a/share/redress/calendars");
  fs::create_directories(folder_ / "b/share/redress");  // no calendars in it
  EXPECT_EQ(adapters::share_folder_of(file("sbin/redressd")).value(), file("share/redress"));
  EXPECT_EQ(adapters::share_folder_of(file("a/bin/redressctl")).value(), file("a/share/redress"));
  EXPECT_EQ(adapters::share_folder_of(file("b/daemon/ctl/redressctl")).value(),
            file("share/redress"));
  const auto far = adapters::share_folder_of(file("1/2/3/4/5/6/7/redressd"));
  ASSERT_FALSE(far);
  EXPECT_EQ(far.error().code, ErrorCode::settings);
}

TEST(ShareFolder, ABuildFolderHasOne) {
  const auto share = adapters::share_folder();
  ASSERT_TRUE(share) << share.error().text;
  EXPECT_TRUE(fs::is_directory(*share + "/calendars"));
  EXPECT_TRUE(fs::is_directory(*share + "/policies"));
  EXPECT_TRUE(fs::is_directory(*share + "/templates"));
}

TEST(RandomTokens, AreBase32OfTheLengthAskedFor) {
  adapters::RandomTokens tokens;
  std::set<char> seen;
  const auto text = tokens.token(10'000);
  EXPECT_EQ(text.size(), 10'000U);
  for (const char c : text) seen.insert(c);
  EXPECT_EQ(std::string(seen.begin(), seen.end()), "234567abcdefghijklmnopqrstuvwxyz");
  EXPECT_NE(tokens.token(26), tokens.token(26));
  EXPECT_EQ(tokens.token(0), "");
  for (int i = 0; i < 100; ++i) {
    const auto fraction = tokens.fraction();
    EXPECT_GE(fraction, 0.0);
    EXPECT_LE(fraction, 1.0);
  }
}

}  // namespace
}  // namespace redress::tests
