#include "parsers/mime/guard.hpp"
#include "parsers/mime/mime.hpp"

#include <gtest/gtest.h>

#include <string>

namespace redress::parsers {
namespace {

class Nothing final : public BoundarySense {
 public:
  bool is_boundary(std::string_view) const override { return false; }
};

struct Case {
  std::string name;
  std::string bytes;
  std::string fields;  ///< "name=value|" of each
  std::string body;
  std::string defect;
};

class Guard : public testing::TestWithParam<Case> {};

TEST_P(Guard, Header) {
  DefectLog defects;
  const auto& bytes = GetParam().bytes;
  const auto header = guard_header(bytes, 0, Nothing{}, {}, defects);
  std::string fields;
  for (const auto& field : split_header_block(header.block)) {
    fields += field.name + "=" + field.value + "|";
  }
  EXPECT_EQ(fields, GetParam().fields);
  EXPECT_EQ(bytes.substr(header.body), GetParam().body);
  const auto found = defects.take();
  EXPECT_EQ(found.empty() ? "" : found.front().name, GetParam().defect);
}

INSTANTIATE_TEST_SUITE_P(
    Table, Guard,
    testing::Values(
        Case{"crlf", "A: 1\r\nB: 2\r\n\r\nbody", "A=1|B=2|", "body", ""},
        Case{"lf", "A: 1\nB: 2\n\nbody", "A=1|B=2|", "body", ""},
        Case{"bare_cr", "A: 1\rB: 2\r\rbody", "A=1|B=2|", "body", ""},
        Case{"cr_crlf", "A: 1\r\r\nB: 2\r\r\n\r\r\nbody", "A=1|B=2|", "body", ""},
        Case{"folded", "A: 1\r\n\t2\r\n  3\r\n\r\n", "A=1 2 3|", "", ""},
        Case{"value_in_the_fold", "A:\r\n 1\r\n\r\n", "A=1|", "", ""},
        Case{"no_value", "A:\r\nB: 2\r\n\r\n", "A=|B=2|", "", ""},
        Case{"blank_before_colon", "A : 1\r\n\r\n", "A=1|", "", ""},
        Case{"mbox_line", "From a@b Mon\nA: 1\n\nx", "A=1|", "x", ""},
        Case{"no_body", "A: 1", "A=1|", "", ""}, Case{"no_header", "\nbody", "", "body", ""},
        Case{"eight_bit", "A: caf\xE9\n\n", "A=caf\xE9|", "", ""},
        Case{"nul", std::string{"A: a\0b\n\n", 8}, "A=ab|", "", "nul_in_header"},
        Case{"missing_blank_line", "A: 1\nDear all\nbye", "A=1|", "Dear all\nbye",
             "header_without_blank_line"},
        Case{"stray_line", "A: 1\nstray\nB: 2\n\nx", "A=1|B=2|", "x", "header_line_malformed"},
        Case{"text_only", "Dear all\n\nbye", "", "Dear all\n\nbye", "header_without_blank_line"}),
    [](const auto& info) { return info.param.name; });

TEST(GuardLimits, LongFieldIsCutAndTheNextIsRead) {
  DefectLog defects;
  const auto bytes = "A: " + std::string(100'000, 'x') + "\r\n y\r\nB: 2\r\n\r\n";
  const auto header = guard_header(bytes, 0, Nothing{}, {}, defects);
  const auto fields = split_header_block(header.block);
  ASSERT_EQ(fields.size(), 2U);
  EXPECT_EQ(fields[0].value.size(), Limits{}.header_field_bytes - 3);
  EXPECT_EQ(fields[1].value, "2");
  EXPECT_TRUE(defects.has("header_field_too_long"));
}

TEST(GuardLimits, ManyFoldsCountAsOneField) {
  DefectLog defects;
  std::string bytes = "A: 1\r\n";
  for (int n = 0; n < 100'000; ++n) bytes += " xxxxxxxxxxxxxxxxxxxxxxxxx\r\n";
  const auto header = guard_header(bytes + "B: 2\r\n\r\n", 0, Nothing{}, {}, defects);
  const auto fields = split_header_block(header.block);
  ASSERT_EQ(fields.size(), 2U);
  EXPECT_LE(fields[0].value.size(), Limits{}.header_field_bytes);
  EXPECT_TRUE(defects.has("header_field_too_long"));
}

TEST(GuardLimits, ManyFields) {
  DefectLog defects;
  std::string bytes;
  for (int n = 0; n < 5'000; ++n) bytes += "A: 1\r\n";
  EXPECT_EQ(guard_header(bytes, 0, Nothing{}, {}, defects).fields, Limits{}.header_count);
  EXPECT_TRUE(defects.has("too_many_header_fields"));
}

TEST(GuardLimits, LongBlock) {
  DefectLog defects;
  std::string bytes;
  for (int n = 0; n < 500; ++n) bytes += "A: " + std::string(2'000, 'x') + "\r\n";
  const auto header = guard_header(bytes + "\r\nbody", 0, Nothing{}, {}, defects);
  EXPECT_LE(header.block.size(), Limits{}.header_bytes + 2);
  EXPECT_EQ((bytes + "\r\nbody").substr(header.body), "body");
  EXPECT_TRUE(defects.has("header_too_long"));
}

}  // namespace
}  // namespace redress::parsers
