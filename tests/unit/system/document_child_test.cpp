// The parent's side of reading documents: whatever the program does, the wait ends.

#include "daemon/adapters/system/document_child.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

namespace redress::adapters {
namespace {

using domain::ErrorCode;
namespace fs = std::filesystem;

/// A program of a shell's commands, gone with the object.
class Program {
 public:
  explicit Program(const std::string& commands) {
    std::string name = (fs::temp_directory_path() / "redress-child-XXXXXX").string();
    const int file = ::mkstemp(name.data());
    if (file >= 0) ::close(file);
    path_ = name;
    std::ofstream{path_} << "#!/bin/sh\n" << commands << "\n";
    fs::permissions(path_, fs::perms::owner_all);
  }
  ~Program() {
    std::error_code ignored;
    fs::remove(path_, ignored);
  }
  Program(const Program&) = delete;
  Program& operator=(const Program&) = delete;
  std::string path() const { return path_.string(); }

 private:
  fs::path path_;
};

domain::Result<std::string> read(const std::string& commands, std::string_view document,
                                 DocumentChildLimits limits = {}) {
  const Program program{commands};
  return create_document_child(program.path(), limits)->read(document);
}

TEST(DocumentChild, GivesTheDocumentAndTakesTheAnswer) {
  const std::string document(3U << 20U, 'x');  // more than any buffer on the way holds
  const auto answer = read("exec cat", document);
  ASSERT_TRUE(answer);
  EXPECT_EQ(*answer, document);
}

TEST(DocumentChild, GivesNothingElse) {
  const auto answer =
      read("cat >/dev/null; ls /proc/$$/fd | wc -l; env | grep -v PWD= | wc -l", "");
  ASSERT_TRUE(answer);
  // Input, output, errors, and the script that the shell reads; PWD the shell sets by itself.
  EXPECT_EQ(*answer, "4\n0\n");
}

TEST(DocumentChild, AProgramThatHangsIsKilled) {
  const auto answer = read("exec sleep 1000", "x", {.time = std::chrono::milliseconds{200}});
  ASSERT_FALSE(answer);
  EXPECT_EQ(answer.error().code, ErrorCode::timed_out);
}

TEST(DocumentChild, AProgramThatReadsNothingIsNoStall) {
  const std::string document(3U << 20U, 'x');
  const auto answer = read("exit 3", document);
  ASSERT_FALSE(answer);
  EXPECT_EQ(answer.error().code, ErrorCode::invalid_input);
  EXPECT_NE(answer.error().text.find("status 3"), std::string::npos);
}

TEST(DocumentChild, ACrashIsTold) {
  const auto answer = read("kill -SEGV $$", "x");
  ASSERT_FALSE(answer);
  EXPECT_NE(answer.error().text.find("signal 11"), std::string::npos);
}

TEST(DocumentChild, TooLongAnAnswerIsCutShort) {
  const auto answer = read("exec yes", "x", {.answer_bytes = 1000});
  ASSERT_FALSE(answer);
  EXPECT_EQ(answer.error().code, ErrorCode::invalid_input);
}

TEST(DocumentChild, AMissingProgramIsTold) {
  const auto answer = create_document_child("/nowhere/redress-extract")->read("x");
  ASSERT_FALSE(answer);
  EXPECT_EQ(answer.error().code, ErrorCode::settings);
  EXPECT_NE(answer.error().text.find("/nowhere/redress-extract"), std::string::npos);
}

}  // namespace
}  // namespace redress::adapters
