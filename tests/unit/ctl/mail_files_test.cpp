#include "daemon/ctl/mail_files.hpp"
#include "daemon/ctl/mail_date.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>

namespace redress::ctl {
namespace {

namespace fs = std::filesystem;

/// A folder of its own for every test, gone with it.
class MailFilesTest : public ::testing::Test {
 protected:
  MailFilesTest() {
    std::string name = (fs::temp_directory_path() / "redress-files-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("mkdtemp failed");
    folder_ = name;
  }
  ~MailFilesTest() override {
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
  }

  std::string file(const std::string& name, const std::string& text) {
    const auto path = folder_ / name;
    fs::create_directories(path.parent_path());
    std::ofstream{path, std::ios::binary} << text;
    return path.string();
  }
  /// Name below the folder, and text.
  std::map<std::string, std::string> found(const std::string& path = ".") {
    std::map<std::string, std::string> out;
    refused_.clear();
    const auto start = folder_.string().size() + 1;
    each_mail({(folder_ / path).lexically_normal().string()}, 1U << 20U,
              {.mail =
                   [&](FoundMail mail) {
                     out[mail.name.substr(start)] = mail.bytes;
                     named_mail_[mail.name.substr(start)] = mail.named_mail;
                     return true;
                   },
               .unreadable =
                   [&](const domain::Error& error) {
                     refused_.push_back(error.text);
                     return true;
                   }});
    return out;
  }

  fs::path folder_;
  std::map<std::string, bool> named_mail_;
  std::vector<std::string> refused_;
};

using Found = std::map<std::string, std::string>;

TEST_F(MailFilesTest, AFolderOfMessagesAndMboxFiles) {
  file("b.eml", "Subject: b\n\n");
  file("a", "Subject: a\n\n");
  file(".hidden", "Subject: h\n\n");
  file("sub/c.mbox", "From a Tue Nov 24 10:15:00 2026\nSubject: c\n\n1\n\nFrom b\nSubject: d\n");
  file("sub/Inbox", "From a Tue Nov 24 10:15:00 2026\nSubject: e\n");
  file("sub/empty.mbox", "");
  file(".git/x", "Subject: x\n\n");
  EXPECT_EQ(found(), (Found{{"a", "Subject: a\n\n"},
                            {"b.eml", "Subject: b\n\n"},
                            {"sub/c.mbox:1", "Subject: c\n\n1\n"},
                            {"sub/c.mbox:2", "Subject: d\n"},
                            {"sub/Inbox:1", "Subject: e\n"}}));
  EXPECT_FALSE(named_mail_["a"]);
  EXPECT_TRUE(named_mail_["b.eml"]);
  EXPECT_TRUE(named_mail_["sub/Inbox:1"]);
  EXPECT_TRUE(refused_.empty());
}

TEST_F(MailFilesTest, AMaildirWithItsSubfolders) {
  file("cur/1.x:2,S", "Subject: 1\n\n");
  file("new/2.x", "Subject: 2\n\n");
  file("tmp/3.x", "Subject: 3\n\n");
  file("dovecot-uidlist", "3 V1 N2\n");
  file(".Sent/cur/4.x:2,S", "Subject: 4\n\n");
  file(".Sent/new/.keep", "");
  file(".Sent/maildirfolder", "");
  EXPECT_EQ(found(), (Found{{"cur/1.x:2,S", "Subject: 1\n\n"},
                            {"new/2.x", "Subject: 2\n\n"},
                            {".Sent/cur/4.x:2,S", "Subject: 4\n\n"}}));
  EXPECT_TRUE(named_mail_["new/2.x"]);
}

TEST_F(MailFilesTest, WhatCannotBeReadIsNamedAndTheRestIsRead) {
  file("a.mbox", "Subject: a\n\n");
  file("b.eml", "Subject: b\n\n");
  EXPECT_EQ(found(), (Found{{"b.eml", "Subject: b\n\n"}}));
  ASSERT_EQ(refused_.size(), 1U);
  EXPECT_NE(refused_[0].find("a.mbox: no mbox"), std::string::npos) << refused_[0];

  EXPECT_TRUE(found("missing").empty());
  ASSERT_EQ(refused_.size(), 1U);
  EXPECT_NE(refused_[0].find("missing: cannot be read"), std::string::npos) << refused_[0];
}

TEST_F(MailFilesTest, ALinkToAFolderIsNotFollowed) {
  file("sub/a", "Subject: a\n\n");
  fs::create_directory_symlink(folder_, folder_ / "sub" / "loop");
  EXPECT_EQ(found(), (Found{{"sub/a", "Subject: a\n\n"}}));
}

TEST_F(MailFilesTest, AMessageOverTheLimitIsCut) {
  const auto path = file("a", "Subject: a\n\n" + std::string(100'000, 'x'));
  each_mail({path}, 50,
            {.mail =
                 [](const FoundMail& mail) {
                   EXPECT_EQ(mail.bytes.size(), 50U);
                   EXPECT_EQ(mail.size, 100'012U);
                   return true;
                 },
             .unreadable = [](const domain::Error&) { return false; }});
}

TEST_F(MailFilesTest, WhatCannotBeReadStopsTheSimpleWalk) {
  const auto good = file("a", "Subject: a\n\n");
  int count = 0;
  const auto done = each_mail({good, good + ".missing", good},
                              [&](const std::string&, std::string_view) { return ++count > 0; });
  ASSERT_FALSE(done);
  EXPECT_EQ(done.error().code, domain::ErrorCode::not_found);
  EXPECT_EQ(count, 1);
}

TEST(MailDate, TheBestWitnessOfWhenItCame) {
  const auto at = [](const char* text) { return domain::parse_rfc3339(text).value(); };
  const auto now = at("2026-12-01T00:00:00Z");
  const auto envelope = at("2026-11-01T00:00:00Z");
  const auto written = at("2026-11-09T00:00:00Z");
  const std::string received =
      "Received: from a by mx.example.org; Tue, 3 Nov 2026 10:00:00 +0000\n"
      "Received: from b by a; Mon, 2 Nov 2026 10:00:00 +0000\n";
  const std::string dated = "Date: Wed, 4 Nov 2026 10:00:00 +0000\nSubject: a\n\n";
  const std::string below = "Subject: a\n\nDate: Wed, 4 Nov 2026 10:00:00 +0000\n";
  const struct {
    std::string bytes;
    std::optional<domain::Instant> envelope, file;
    domain::Instant expected;
  } cases[] = {
      {received + dated, envelope, written, envelope},
      {received + dated, {}, written, at("2026-11-03T10:00:00Z")},
      {"Received: from a by b\n" + dated, {}, written, at("2026-11-04T10:00:00Z")},
      {dated, {}, written, at("2026-11-04T10:00:00Z")},
      {below, {}, written, written},
      {below, {}, {}, now},
  };
  for (const auto& one : cases) {
    SCOPED_TRACE(one.bytes);
    FoundMail mail;
    mail.bytes = one.bytes;
    mail.envelope_date = one.envelope;
    mail.file_date = one.file;
    EXPECT_EQ(domain::to_rfc3339(date_of(mail, now)), domain::to_rfc3339(one.expected));
  }
}

}  // namespace
}  // namespace redress::ctl
