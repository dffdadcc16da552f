#include "parsers/form/form.hpp"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace redress::parsers {

void PrintTo(const Form& form, std::ostream* out) {
  for (const auto& [name, value] : form.fields) *out << name << " = \"" << value << "\"; ";
}

namespace {

using Fields = std::vector<std::pair<std::string, std::string>>;

struct Row {
  std::string name;
  std::string text;
  Fields fields;  ///< empty: no form
  FormStyle style{FormStyle::marked};
};

class Forms : public testing::TestWithParam<Row> {};

TEST_P(Forms, AreRead) {
  const auto& row = GetParam();
  const auto form = read_form(row.text, row.style);
  ASSERT_EQ(form.has_value(), !row.fields.empty()) << testing::PrintToString(*form);
  if (form) {
    EXPECT_EQ(form->fields, row.fields) << testing::PrintToString(*form);
  }
}

const std::vector<Row> k_rows{
    {"lines_with_colons",
     "First name: Ana\nLast name: Roe\nEmail: ana@example.com\nQuery detail: Charged twice.\n",
     {{"first_name", "Ana"},
      {"last_name", "Roe"},
      {"email", "ana@example.com"},
      {"what_happened", "Charged twice."}}},
    {"an_account_of_several_lines_keeps_them",
     "Name: Ana Roe\nEmail: ana@example.com\nPhone: 01632 960001\n"
     "Details of your complaint:\nI was charged twice.\n\nThen: nothing happened.\n"
     "Desired outcome: A refund,\nand an apology\n",
     {{"name", "Ana Roe"},
      {"email", "ana@example.com"},
      {"telephone", "01632 960001"},
      {"what_happened", "I was charged twice.\n\nThen: nothing happened."},
      {"outcome", "A refund,\nand an apology"}}},
    {"labels_above_their_values",
     "Your name\nAna Roe\n\nYour email address\nana@example.com\n\nPostcode\nZZ1 1ZZ\n\n"
     "What happened?\nThe course was cancelled.\n",
     {{"name", "Ana Roe"},
      {"email", "ana@example.com"},
      {"postcode", "ZZ1 1ZZ"},
      {"what_happened", "The course was cancelled."}}},
    {"a_status_and_a_type_are_two_things",
     "Customer Status: Member\nCustomer Type: Graduate\nFirstname: Ana\n"
     "Email: ana@example.com\nQuery Detail: Charged twice.\n",
     {{"status", "Member"},
      {"type", "Graduate"},
      {"first_name", "Ana"},
      {"email", "ana@example.com"},
      {"what_happened", "Charged twice."}}},
    {"numbered_and_starred",
     "1. Full name: Ana Roe\n2. E-mail: ana@example.com\n3) Membership no.: 12345\n"
     "*Complaint details:* Late again\n",
     {{"name", "Ana Roe"},
      {"email", "ana@example.com"},
      {"membership_number", "12345"},
      {"what_happened", "Late again"}}},
    {"bars_and_tabs",
     "| Name | Ana Roe |\nEmail\tana@example.com\nMobile  07700 900001\nComments: Late\n",
     {{"name", "Ana Roe"},
      {"email", "ana@example.com"},
      {"telephone", "07700 900001"},
      {"what_happened", "Late"}}},
    {"a_label_of_their_own_names_its_field",
     "Name: Ana Roe\nCat's name: Tom\nEmail: ana@example.com\nAddress: 1 High St\nMessage: Late\n",
     {{"name", "Ana Roe"},
      {"cat's name", "Tom"},
      {"email", "ana@example.com"},
      {"address", "1 High St"},
      {"what_happened", "Late"}}},
    {"a_short_answer_ends_at_a_blank_line",
     "Name: Ana Roe\nAddress: 1 High St\nTown\n\nPlease fill in below.\nEmail: ana@example.com\n"
     "Message: Late\n",
     {{"name", "Ana Roe"},
      {"address", "1 High St\nTown"},
      {"email", "ana@example.com"},
      {"what_happened", "Late"}}},
    {"a_table_of_a_web_page",
     "Website form\n\nName Ana Roe\nEmail address ana@example.com\nPhone 0123\nMessage Late "
     "again.\n",
     {{"name", "Ana Roe"},
      {"email", "ana@example.com"},
      {"telephone", "0123"},
      {"what_happened", "Late again."}},
     FormStyle::table},
    {"such_a_table_is_none_in_a_letter",
     "Name Ana Roe\nEmail address ana@example.com\nPhone 0123\nMessage Late again.\n",
     {}},
    {"an_empty_form_is_none", "Name:\nEmail:\nPhone:\nMessage:\n", {}},
    {"a_letter_is_none", "Dear all,\n\nMy complaint: you were late.\nName: Ana\n\nAna\n", {}},
    {"without_an_address", "Name: Ana\nPhone: 1\nPostcode: 2\nMessage: Late\n", {}},
};

INSTANTIATE_TEST_SUITE_P(Table, Forms, testing::ValuesIn(k_rows),
                         [](const auto& info) { return info.param.name; });

TEST(Form, APackAddsItsOwnLabels) {
  constexpr FormLabel k_own[]{{"enw", "name"}, {"cwyn", "what_happened"}};
  const std::string text = "Enw: Ana Roe\nEmail: ana@example.com\nPhone: 1\nCwyn: Yn hwyr\n";
  EXPECT_FALSE(read_form(text));
  const auto form = read_form(text, FormStyle::marked, k_own);
  ASSERT_TRUE(form);
  EXPECT_EQ(form_value(*form, "name"), "Ana Roe");
  EXPECT_EQ(form_value(*form, "what_happened"), "Yn hwyr");
  EXPECT_EQ(form_value(*form, "outcome"), "");
}

}  // namespace
}  // namespace redress::parsers
