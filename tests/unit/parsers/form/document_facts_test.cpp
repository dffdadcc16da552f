#include "parsers/form/document_facts.hpp"
#include "parsers/form/form.hpp"
#include "parsers/read_message.hpp"

#include <gmock/gmock.h>

namespace redress::parsers {
namespace {

using documents::DocumentText;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Pair;

MessageFacts with_attachment() {
  MessageFacts facts;
  facts.attachments.push_back(
      {.name = "form.pdf", .type = "application/pdf", .size = 1, .sha256 = {}, .text_chars = {}});
  return facts;
}

std::vector<std::string> defects_of(const MessageFacts& facts) {
  std::vector<std::string> out;
  for (const auto& defect : facts.defects) out.push_back(defect.name + ": " + defect.detail);
  return out;
}

TEST(IsDocument, IsToldByTheFirstBytes) {
  EXPECT_TRUE(is_document("%PDF-1.4\n"));
  EXPECT_TRUE(is_document("\r\nrubbish before %PDF-1.4"));
  EXPECT_TRUE(is_document("PK\x03\x04 ... word/document.xml ..."));
  EXPECT_TRUE(is_document("PK\x03\x04 ... content.xml ..."));
  EXPECT_FALSE(is_document("PK\x03\x04 ... photo.jpg ..."));
  EXPECT_FALSE(is_document("word/document.xml"));
  EXPECT_FALSE(is_document("\x89PNG"));
  EXPECT_FALSE(is_document(""));
}

TEST(DocumentAnswer, IsReadWhateverItsShape) {
  const auto whole = read_document_answer(
      R"({"text":"A\u0007 line\r\nB","fields":[["Name","n","Ann"]],"defects":[["document_broken","x"]]})");
  EXPECT_EQ(whole.text, "A line\nB");  // a bell is nobody's word
  ASSERT_EQ(whole.fields.size(), 1U);
  EXPECT_EQ(whole.fields[0].value, "Ann");
  EXPECT_THAT(whole.defects, ElementsAre(Pair("document_broken", "x")));

  for (const auto* wrong : {"", "no json", "[]", "7", R"({"text":)"}) {
    EXPECT_THAT(read_document_answer(wrong).defects,
                ElementsAre(Pair("document_not_read", testing::_)))
        << wrong;
  }
  const auto odd = read_document_answer(R"({"text":7,"fields":[1,["a"],{}],"defects":{"a":1}})");
  EXPECT_EQ(odd.text, "");
  EXPECT_THAT(odd.defects, IsEmpty());
}

TEST(DocumentAnswer, IsBoundedAsAnHonestReaderBoundsIt) {
  const documents::Limits limits;
  std::string rows;
  for (std::size_t i = 0; i < limits.fields + 1; ++i) rows += R"(["a","b","c"],)";
  rows.pop_back();
  const auto out =
      read_document_answer(R"({"text":")" + std::string(limits.text_bytes + 1, 'x') +
                           R"(","fields":[)" + rows + R"(],"defects":[)" + rows + "]}");
  EXPECT_EQ(out.text.size(), limits.text_bytes);
  EXPECT_EQ(out.fields.size(), limits.fields);
  EXPECT_EQ(out.defects.size(), limits.fields);
}

TEST(AddDocument, TellsWhatWasRead) {
  auto facts = with_attachment();
  add_document(facts, 0, {.text = "Caf\u00e9", .fields = {}, .defects = {}});
  EXPECT_EQ(facts.attachments[0].text_chars, 4U);
  EXPECT_EQ(facts.document_text, "Caf\u00e9");
  EXPECT_FALSE(facts.form);
}

TEST(AddDocument, NamesTheFileInItsDefects) {
  auto facts = with_attachment();
  add_document(facts, 0, {.text = {}, .fields = {}, .defects = {{"document_encrypted", ""}}});
  add_unread_document(facts, 0, "it took too long");
  EXPECT_THAT(defects_of(facts), ElementsAre("document_encrypted: form.pdf",
                                             "document_not_read: form.pdf: it took too long"));
  EXPECT_FALSE(facts.attachments[0].text_chars);
}

TEST(AddDocument, LeavesLongDocumentsOutOfTheLetter) {
  auto facts = with_attachment();
  Limits limits;
  limits.letter_bytes = 10;
  add_document(facts, 0, {.text = "Eleven char", .fields = {}, .defects = {}}, limits);
  EXPECT_EQ(facts.attachments[0].text_chars, 11U);
  EXPECT_EQ(facts.document_text, "");
}

TEST(AddDocument, FieldsThatTheTextDoesNotShowAreRead) {
  auto facts = with_attachment();
  add_document(facts, 0,
               {.text = "Form\nAnn",
                .fields = {{"Name", "", "Ann"}, {"", "reason", "It was late."}},
                .defects = {}});
  EXPECT_EQ(facts.document_text, "Form\nAnn\nreason: It was late.");
}

TEST(AddDocument, KeepsTheFormOfTheMessageItself) {
  auto facts = with_attachment();
  facts.form = Form{{{"name", "Ann"}}};
  const std::vector<documents::Field> fields{{"Name", "", "Bob"},
                                             {"Email", "", "bob@example.net"},
                                             {"Telephone", "", "0118"},
                                             {"What happened?", "", "Nothing."}};
  add_document(facts, 0, {.text = {}, .fields = fields, .defects = {}});
  EXPECT_EQ(form_value(*facts.form, "name"), "Ann");
  facts.form.reset();
  add_document(facts, 0, {.text = {}, .fields = fields, .defects = {}});
  EXPECT_EQ(form_value(*facts.form, "name"), "Bob");
}

TEST(FormOfFields, KnowsTechnicalNames) {
  const std::vector<documents::Field> fields{{"", "full_name", "Ann"},
                                             {"", "EmailAddress", "ann@example.net"},
                                             {"Box 3", "membership-number", "77"},
                                             {"", "what.happened", "It was late."},
                                             {"Signed", "sig", "yes"},
                                             {"Telephone", "", "  "}};
  const auto form = form_of_fields(fields);
  ASSERT_TRUE(form);
  EXPECT_THAT(form->fields,
              ElementsAre(Pair("name", "Ann"), Pair("email", "ann@example.net"),
                          Pair("membership_number", "77"), Pair("what_happened", "It was late."),
                          Pair("signed", "yes")));
}

TEST(ReadMessage, KeepsDocumentsToBeReadElsewhere) {
  const std::string part =
      "--b\r\nContent-Type: application/pdf; name=a.pdf\r\nContent-Disposition: attachment\r\n\r\n"
      "%PDF-1.4 x\r\n";
  std::string mail =
      "From: Ann <ann@example.net>\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n"
      "--b\r\n\r\nSee attached.\r\n";
  for (int i = 0; i < 6; ++i) mail += part;
  const auto facts = read_message(mail + "--b--\r\n");
  EXPECT_EQ(facts.attachments.size(), 6U);
  ASSERT_EQ(facts.documents.size(), Limits{}.documents);
  EXPECT_EQ(facts.documents[1].attachment, 1U);
  EXPECT_EQ(facts.documents[1].bytes, "%PDF-1.4 x");
  Limits small;
  small.document_bytes = 5;
  EXPECT_THAT(read_message(mail + "--b--\r\n", small).documents, IsEmpty());
}

}  // namespace
}  // namespace redress::parsers
