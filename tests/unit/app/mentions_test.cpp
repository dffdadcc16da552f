#include "daemon/app/mentions.hpp"

#include <gtest/gtest.h>

namespace redress::app {
namespace {

domain::Staff staff() {
  const auto address = [](const char* text) { return domain::MailAddress::parse(text).value(); };
  return {{"Jo Bloggs", address("jo@example.org"), {}, {}, {}, {}},
          {"Sam Smith", address("sam@example.org"), {}, {}, {}, {}}};
}

struct Case {
  const char* text;
  std::vector<const char*> expected;
};

TEST(MentionedStaff, NamesTitlesAndAddressesButNoGreetings) {
  const std::vector<Case> cases{
      {"Your Mr Smith was rude to me.", {"sam@example.org"}},
      {"I spoke to Jo Bloggs on Monday.", {"jo@example.org"}},
      {"I spoke to Jo\nBloggs on Monday.", {"jo@example.org"}},
      {"I wrote to JO@example.org twice.", {"jo@example.org"}},
      {"Dear Jo Bloggs,\nmy certificate has not come.", {}},
      {"Hi Jo Bloggs\nSam Smith never called back.", {"sam@example.org"}},
      {"The blacksmith and Jonathan Bloggsworth came.", {}},
      {"Smith is a common name.", {}},
  };
  for (const auto& one : cases) {
    const auto found = mentioned_staff(staff(), "", one.text);
    ASSERT_EQ(found.size(), one.expected.size()) << one.text;
    for (std::size_t i = 0; i < found.size(); ++i) EXPECT_EQ(found[i].str(), one.expected[i]);
  }
  EXPECT_EQ(mentioned_staff(staff(), "Complaint about Sam Smith", "").size(), 1U);
}

TEST(MentionedBodies, AreThoseWhoseWholeNameStandsThere) {
  domain::Policy policy;
  policy.bodies = {{.name = "CIM Business Centre"}, {.name = "Accredited Study Centre"}};
  const auto count = [&](std::string_view subject, std::string_view text) {
    return mentioned_bodies(policy, subject, text).size();
  };
  EXPECT_EQ(count("My stay", "The lunch at the CIM\nbusiness centre was good."), 1U);
  EXPECT_EQ(count("CIM Business Centre", "My Accredited Study Centre is closed."), 2U);
  EXPECT_EQ(count("The centre", "Your business is a study of its own."), 0U);
}

}  // namespace
}  // namespace redress::app
