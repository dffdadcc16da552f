// The labelled mailbox sample: what must never happen, and how well the kinds are told apart.

#include "parsers/classify/classify.hpp"
#include "parsers/read_message.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace redress::parsers {
namespace {

using domain::AcknowledgeReading;
using domain::MessageKind;

/// Measured on the whole set: lower is a step back.
const std::map<MessageKind, double> k_f1_floors{
    {MessageKind::complaint, 0.97}, {MessageKind::follow_up, 0.99},
    {MessageKind::enquiry, 0.97},   {MessageKind::compliment, 0.95},
    {MessageKind::automatic, 0.99}, {MessageKind::delivery_report, 0.99},
    {MessageKind::junk, 0.99},
};
constexpr int k_wrong_flags_max = 5;   // over all messages
constexpr int k_no_acks_owed_max = 2;  // enquiries and compliments acknowledged

struct Sample {
  std::string file;
  nlohmann::json label;
  MessageFacts facts;
  domain::Reading reading;

  std::string kind() const { return label.at("kind"); }
};

ReadingContext context_of(const std::string& mailbox) {
  ReadingContext context;
  const auto at = mailbox.find('@');
  const auto local = mailbox.substr(0, at);
  // The boxes that get ordinary questions, too; the others are for complaints.
  const bool questions = local == "enquiries" || local == "help";
  context.expects = questions ? MessageKind::enquiry : MessageKind::complaint;
  context.prefixes = {mailbox.substr(at + 1, mailbox.find('.', at) - at - 1)};
  context.own_addresses = {*domain::MailAddress::parse(mailbox)};
  return context;
}

std::string content_of(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

const std::vector<Sample>& samples() {
  static const auto all = [] {
    const std::filesystem::path folder = std::filesystem::path{REDRESS_CORPORA} / "labelled";
    std::vector<Sample> out;
    std::ifstream labels(folder / "labels.jsonl");
    for (std::string line; std::getline(labels, line);) {
      Sample sample;
      sample.label = nlohmann::json::parse(line);
      sample.file = sample.label.at("file");
      sample.facts = read_message(content_of(folder / "mail" / sample.file));
      sample.reading = classify(sample.facts, context_of(sample.label.at("to")));
      out.push_back(std::move(sample));
    }
    return out;
  }();
  return all;
}

TEST(Labelled, IsThere) {
  EXPECT_GE(samples().size(), 150U);
}

TEST(Labelled, NoComplaintIsMissed) {
  for (const auto& sample : samples()) {
    if (sample.kind() != "complaint") continue;
    EXPECT_TRUE(sample.reading.kind == MessageKind::complaint ||
                sample.reading.kind == MessageKind::follow_up)
        << sample.file << " was read as " << to_string(sample.reading.kind);
  }
}

TEST(Labelled, NoMachineOrJunkIsAnswered) {
  for (const auto& sample : samples()) {
    const auto kind = sample.kind();
    if (kind != "automatic" && kind != "delivery_report" && kind != "junk") continue;
    EXPECT_EQ(sample.reading.acknowledge, AcknowledgeReading::no) << sample.file;
  }
}

TEST(Labelled, NoAbuseIsAnswered) {
  for (const auto& sample : samples()) {
    if (sample.label.at("ack") != "hold") continue;
    EXPECT_EQ(sample.reading.acknowledge, AcknowledgeReading::hold) << sample.file;
  }
}

TEST(Labelled, EveryAcknowledgementOwedIsGiven) {
  int too_many = 0;
  for (const auto& sample : samples()) {
    const bool yes = sample.reading.acknowledge == AcknowledgeReading::yes;
    if (sample.label.at("ack") == "yes") {
      EXPECT_TRUE(yes) << sample.file;
    } else if (yes) {
      ++too_many;
    }
  }
  EXPECT_LE(too_many, k_no_acks_owed_max);
}

TEST(Labelled, SeriousMailIsSeen) {
  for (const auto& sample : samples()) {
    const auto& flags = sample.label.at("flags");
    const bool serious = std::find(flags.begin(), flags.end(), "serious") != flags.end();
    if (serious) {
      EXPECT_TRUE(sample.reading.has(domain::Flag::serious)) << sample.file;
    }
  }
}

TEST(Labelled, FollowUpsFindTheirCase) {
  for (const auto& sample : samples()) {
    const auto& reference = sample.label.at("reference");
    const auto& named = sample.reading.named;
    if (reference.is_null()) {
      EXPECT_TRUE(named.empty()) << sample.file;
    } else if (sample.kind() == "follow_up") {
      ASSERT_FALSE(named.empty()) << sample.file;
      EXPECT_EQ(named.front().reference.str(), reference.get<std::string>()) << sample.file;
    }
  }
}

TEST(Labelled, KindsAreToldApart) {
  struct Counts {
    int right, missed, wrong;
  };
  std::map<MessageKind, Counts> counts;
  for (const auto& sample : samples()) {
    const auto expected = domain::message_kind(sample.kind());
    ASSERT_TRUE(expected) << sample.file;
    if (*expected == sample.reading.kind) {
      ++counts[*expected].right;
    } else {
      ++counts[*expected].missed;
      ++counts[sample.reading.kind].wrong;
    }
  }
  for (const auto& [kind, floor] : k_f1_floors) {
    const auto& c = counts[kind];
    const double f1 = 2.0 * c.right / std::max(1, 2 * c.right + c.missed + c.wrong);
    std::printf("%-16s right %3d missed %2d wrong %2d F1 %.3f\n",
                std::string{to_string(kind)}.c_str(), c.right, c.missed, c.wrong, f1);
    EXPECT_GE(f1, floor) << to_string(kind);
  }
}

TEST(Labelled, FlagsAreSeen) {
  int wrong = 0;
  for (const auto& sample : samples()) {
    std::set<std::string> expected = sample.label.at("flags");
    for (const auto flag : sample.reading.flags) {
      if (expected.erase(std::string{to_string(flag)}) == 0) ++wrong;
    }
    wrong += static_cast<int>(expected.size());
  }
  EXPECT_LE(wrong, k_wrong_flags_max);
}

TEST(Labelled, AuthenticationOfPeopleIsRead) {
  int passed = 0;
  for (const auto& sample : samples()) {
    const auto* field = sample.facts.header("Authentication-Results");
    if (field == nullptr) continue;
    const auto id = field->value.substr(0, field->value.find(';'));
    const bool dmarc = field->value.find("dmarc=pass") != std::string::npos;
    const auto read = sender_authentication(sample.facts, id);
    if (dmarc) {
      EXPECT_EQ(read, domain::SenderAuthentication::passed) << sample.file;
      ++passed;
    }
    EXPECT_EQ(sender_authentication(sample.facts, "mx.elsewhere.example"),
              domain::SenderAuthentication::unknown);
  }
  EXPECT_GE(passed, 50);
}

}  // namespace
}  // namespace redress::parsers
