#include "parsers/mime/uuencode.hpp"

#include <gtest/gtest.h>

namespace redress::parsers {
namespace {

struct Row {
  std::string name;
  std::string text;
  std::string rest;
  std::vector<std::pair<std::string, std::string>> files;
  bool open{false};
};

class Uuencoded : public testing::TestWithParam<Row> {};

TEST_P(Uuencoded, IsTakenOut) {
  const auto& row = GetParam();
  std::vector<EncodedFile> files;
  DefectLog defects;
  EXPECT_EQ(take_uuencoded(row.text, files, defects), row.rest);
  ASSERT_EQ(files.size(), row.files.size());
  for (std::size_t i = 0; i < files.size(); ++i) {
    EXPECT_EQ(files[i].name, row.files[i].first);
    EXPECT_EQ(files[i].bytes, row.files[i].second);
  }
  EXPECT_EQ(defects.has("uuencode_not_closed"), row.open);
}

// "Cat" is 43 61 74: six-bit groups 16, 54, 5, 52, each with a space's 32 added: "0V%T"; its length
// is "#".
const std::vector<Row> k_rows{
    {"one_file",
     "Dear all\nbegin 644 cat.txt\n#0V%T\n`\nend\nAnn\n",
     "Dear all\nAnn\n",
     {{"cat.txt", "Cat"}}},
    {"two_files",
     "begin 644 a\n#0V%T\n`\nend\nbegin 0755 b c\n#0V%T\n \nend\n",
     "",
     {{"a", "Cat"}, {"b c", "Cat"}}},
    {"an_empty_file", "begin 644 a\n`\nend\n", "", {{"a", ""}}},
    {"without_its_last_spaces", "begin 644 a\n#0V\n`\nend\n", "", {{"a", std::string{"C`\0", 3}}}},
    {"never_closed",
     "begin 644 a\n#0V%T\nThat is all that I have got, and it is a long line.\n",
     "That is all that I have got, and it is a long line.\n",
     {{"a", "Cat"}},
     true},
    {"only_a_sentence",
     "begin 644 times, they said\nand then this\n",
     "begin 644 times, they said\nand then this\n",
     {}},
    {"no_mode", "begin the complaint\n#0V%T\nend\n", "begin the complaint\n#0V%T\nend\n", {}},
    {"nothing", "", "", {}},
};
INSTANTIATE_TEST_SUITE_P(Table, Uuencoded, testing::ValuesIn(k_rows),
                         [](const auto& info) { return info.param.name; });

TEST(UuencodedFiles, AreBoundedInNumberAndNothingIsLost) {
  constexpr std::size_t k_files_max = 500;
  std::string text;
  for (std::size_t i = 0; i < k_files_max + 2; ++i) text += "begin 644 a\n#0V%T\n`\nend\n";
  std::vector<EncodedFile> files;
  DefectLog defects;
  const auto rest = take_uuencoded(text, files, defects);
  EXPECT_EQ(files.size(), k_files_max);
  EXPECT_EQ(rest, "begin 644 a\n#0V%T\n`\nend\nbegin 644 a\n#0V%T\n`\nend\n");
  EXPECT_TRUE(defects.has("too_many_files"));
}

}  // namespace
}  // namespace redress::parsers
