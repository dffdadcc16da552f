#include "parsers/mime/file_types.hpp"
#include "parsers/read_message.hpp"

#include <gtest/gtest.h>

#include <string>

namespace redress::parsers {
namespace {

using namespace std::string_view_literals;

struct FileCase {
  const char* what;
  std::string_view name;
  std::string_view bytes;
  std::string_view media_type;  ///< empty: not handed on
};

class HarmlessType : public ::testing::TestWithParam<FileCase> {};

TEST_P(HarmlessType, IsToldByEndingAndFirstBytesTogether) {
  const auto& one = GetParam();
  const Attachment about{.name = std::string{one.name},
                         .type = "application/x-whatever",
                         .size = one.bytes.size(),
                         .sha256 = {},
                         .text_chars = {}};
  EXPECT_EQ(harmless_type(about, one.bytes), one.media_type);
}

INSTANTIATE_TEST_SUITE_P(
    Table, HarmlessType,
    ::testing::Values(
        FileCase{"pdf", "Invoice.PDF", "%PDF-1.7 ...", "application/pdf"},
        FileCase{"png", "a.png", "\x89PNG\r\n\x1A\n...", "image/png"},
        FileCase{"jpeg", "a.jpeg", "\xFF\xD8\xFF\xE0..", "image/jpeg"},
        FileCase{"gif", "a.gif", "GIF89a", "image/gif"},
        FileCase{"docx", "a.docx", "PK\x03\x04...",
                 "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
        FileCase{"text", "notes.txt", "Dear all,\r\n\tcaf\xC3\xA9\n", "text/plain; charset=utf-8"},
        FileCase{"empty_text", "notes.txt", "", "text/plain; charset=utf-8"},
        FileCase{"text_in_another_charset", "notes.txt", "caf\xE9", ""},
        FileCase{"program_called_text", "notes.txt", "MZ\x90\0\x03"sv, ""},
        FileCase{"program_called_pdf", "a.pdf", "MZ\x90\0\x03"sv, ""},
        FileCase{"pdf_called_program", "a.exe", "%PDF-1.7", ""},
        FileCase{"two_endings", "a.pdf.exe", "%PDF-1.7", ""},
        FileCase{"macros", "a.docm", "PK\x03\x04", ""},
        FileCase{"archive", "a.zip", "PK\x03\x04", ""}, FileCase{"page", "a.html", "<html>", ""},
        FileCase{"drawing", "a.svg", "<svg>", ""}, FileCase{"no_name", "", "%PDF-1.7", ""},
        FileCase{"no_bytes", "a.pdf", "", ""}),
    [](const auto& param) { return std::string{param.param.what}; });

std::string with_files(std::initializer_list<std::pair<const char*, std::string>> files) {
  std::string mail =
      "From: ann@example.net\r\nMIME-Version: 1.0\r\n"
      "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nHello\r\n";
  for (const auto& [name, bytes] : files) {
    mail +=
        "--b\r\nContent-Type: application/octet-stream\r\n"
        "Content-Disposition: attachment; filename=\"";
    mail += name;
    mail += "\"\r\n\r\n" + bytes + "\r\n";
  }
  return mail + "--b--\r\n";
}

TEST(KeptFiles, AreNoneUnlessTheyAreAskedFor) {
  const auto facts = read_message(with_files({{"a.pdf", "%PDF-1"}}));
  EXPECT_EQ(facts.attachments.size(), 1U);
  EXPECT_TRUE(facts.files.empty());
}

TEST(KeptFiles, AreTheHarmlessOnesAsLongAsThereIsRoom) {
  Limits limits;
  limits.kept_file_bytes = 14;
  const auto facts = read_message(with_files({{"a.exe", "MZ"},
                                              {"b.pdf", "%PDF-56"},
                                              {"c.pdf", "%PDF-5678"},  // no room for nine
                                              {"d.pdf", "%PDF-5"},
                                              {"e.txt", "x"}}),
                                  limits);
  ASSERT_EQ(facts.attachments.size(), 5U);
  ASSERT_EQ(facts.files.size(), 3U);
  EXPECT_EQ(facts.files[0].attachment, 1U);
  EXPECT_EQ(facts.files[0].bytes, "%PDF-56");
  EXPECT_EQ(facts.files[1].attachment, 3U);
  EXPECT_EQ(facts.files[1].media_type, "application/pdf");
  EXPECT_EQ(facts.files[2].bytes, "x");  // the fourteenth byte
}

}  // namespace
}  // namespace redress::parsers
