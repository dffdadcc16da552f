#include "corpus_files.hpp"
#include "parsers/read_message.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <fstream>
#include <string>

/// Every mail of the corpora is read, and what its label says is found.
namespace redress::parsers::corpus {
namespace {

using nlohmann::json;

class Folder : public testing::TestWithParam<const char*> {};

TEST_P(Folder, EveryMailIsRead) {
  const auto files = mails(GetParam());
  ASSERT_FALSE(files.empty());
  for (const auto& file : files) {
    const auto bytes = read_file(file);
    const auto facts = read_message(bytes);
    // Everything is valid UTF-8: dump() throws on anything else.
    json all{facts.subject, facts.text, facts.new_text, facts.message_id, facts.language};
    for (const auto& field : facts.headers) all.push_back(field.value);
    for (const auto& address : facts.from) all.push_back({address.name, address.address});
    for (const auto& attachment : facts.attachments)
      all.push_back({attachment.name, attachment.type});
    EXPECT_NO_THROW((void)all.dump()) << file;
    EXPECT_EQ(facts.text.find('\r'), std::string::npos) << file;
  }
}

INSTANTIATE_TEST_SUITE_P(Corpus, Folder,
                         testing::Values("mime", "mail/ham", "mail/spam", "bounces", "replies",
                                         "labelled"));

TEST(Labelled, NewTextLanguageAndReports) {
  std::ifstream labels{k_root / "labelled/labels.jsonl"};
  int with_gold = 0;
  int same = 0;
  int mails_read = 0;
  int same_language = 0;
  for (std::string line; std::getline(labels, line);) {
    const auto label = json::parse(line);
    const auto facts =
        read_message(read_file(k_root / "labelled/mail" / label.at("file").get<std::string>()));
    ++mails_read;
    same_language += facts.language == label.at("language").get<std::string>() ? 1 : 0;
    EXPECT_EQ(facts.delivery_report.has_value(), label.at("kind") == "delivery_report")
        << label.at("file");
    if (facts.delivery_report) {
      ASSERT_FALSE(facts.delivery_report->recipients.empty()) << label.at("file");
      const auto flag = label.at("flags").at(0).get<std::string>();
      EXPECT_EQ(facts.delivery_report->recipients[0].action, flag) << label.at("file");
    }
    if (!label.at("gold_new_text").is_string()) continue;
    ++with_gold;
    same += collapsed(facts.new_text) == collapsed(label.at("gold_new_text")) ? 1 : 0;
  }
  ASSERT_EQ(mails_read, 150);
  ASSERT_GT(with_gold, 100);
  // Measured: 101 of 107. What differs: web forms (two), answers told by their colour alone, and
  // three signature blocks.
  EXPECT_GE(same, 101);
  EXPECT_GE(same_language, 148);
}

}  // namespace
}  // namespace redress::parsers::corpus
