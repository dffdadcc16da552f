#include "config/keys.hpp"
#include "config/values.hpp"
#include "tests/unit/config/support.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace redress::config {
namespace {

struct Distance {
  const char* a;
  const char* b;
  std::size_t expected;
};
constexpr Distance k_distances[] = {
    {"", "", 0},
    {"", "abc", 3},
    {"url", "", 3},
    {"folder", "folder", 0},
    {"folder", "foldr", 1},
    {"prefix", "perfix", 1},
    {"kitten", "sitting", 3},
    {"ab", "ba", 1},
    {"abc", "cba", 2},
};

TEST(Keys, EditDistance) {
  for (const auto& c : k_distances) {
    EXPECT_EQ(edit_distance(c.a, c.b), c.expected) << c.a << " " << c.b;
    EXPECT_EQ(edit_distance(c.b, c.a), c.expected) << c.b << " " << c.a;
  }
  EXPECT_EQ(edit_distance(std::string(1'000'000, 'a'), "b"), 64U);
}

/// The part of a manual page that begins with `.SS HEADING` and goes to the next heading.
std::string part(const std::string& page, const std::string& heading) {
  const auto start = page.find("\n.SS " + heading + "\n");
  if (start == std::string::npos) return {};
  const auto end = std::min(page.find("\n.SS ", start + 1), page.find("\n.SH ", start + 1));
  return page.substr(start, end == std::string::npos ? end : end - start);
}

void expect_documented(const std::string& page, std::span<const KnownKey> keys,
                       const std::string& top) {
  for (const auto& known : keys) {
    SCOPED_TRACE(full_name(known.section, known.key));
    const auto heading = known.section.empty()      ? top
                         : known.section == "limit" ? std::string{"Limits"}
                                                    : table_header(known.section);
    const auto text = part(page, heading);
    ASSERT_FALSE(text.empty()) << "no part " << heading;
    const auto entry = text.find(fmt::format("\n.TP\n.B {}\n", known.key));
    ASSERT_NE(entry, std::string::npos);
    const auto body = text.substr(entry, text.find("\n.TP\n", entry + 1) - entry);
    if (known.required) {
      EXPECT_NE(body.find("Required."), std::string::npos);
    }
    if (!known.standard.empty()) {
      EXPECT_NE(body.find(fmt::format("Default: {}.", known.standard)), std::string::npos);
    }
  }
}

TEST(Keys, EveryKeyOfRedressTomlIsInItsManualPage) {
  expect_documented(test::source_file("docs/redress.toml.5"), k_settings_keys, "");
}

TEST(Keys, EveryKeyOfAPolicyIsInItsManualPage) {
  expect_documented(test::source_file("docs/redress-policy.5"), k_policy_keys, "Top of the file");
}

TEST(Values, LoopbackIsThisMachineOnly) {
  for (const auto* host : {"localhost", "127.0.0.1", "127.255.0.3", "[::1]"}) {
    EXPECT_TRUE(is_loopback(host)) << host;
  }
  for (const auto* host : {"", "127", "127.1", "127.0.0.1.example.org", "127.0.0.", "127.0.0.0001",
                           "localhost.example.org", "128.0.0.1", "10.127.0.1", "[::2]", "::1"}) {
    EXPECT_FALSE(is_loopback(host)) << host;
  }
}

TEST(Values, NamedAddresses) {
  const auto name_of = [](std::string_view text) { return parse_named_address(text).value().name; };
  EXPECT_EQ(name_of("Example Institute <a@b.org>"), "Example Institute");
  EXPECT_EQ(name_of("\"Institute, The\" <a@b.org>"), "Institute, The");
  EXPECT_EQ(name_of("<a@b.org>"), "");
  EXPECT_EQ(name_of("a@b.org"), "");
  for (const auto* text :
       {"", "Example", "Example <a>", "a@b.org>", "\"x <a@b.org>", "<a@b> <c@d>"}) {
    EXPECT_FALSE(parse_named_address(text)) << text;
  }
}

TEST(Values, QuotedTextIsOneBoundedLine) {
  EXPECT_EQ(in_quotes("a\nb"), "\"a b\"");
  // 59 letters and a character of two bytes: the cut at 60 does not leave half of it.
  EXPECT_EQ(in_quotes(std::string(59, 'a') + "\xC3\xA9" + "b"),
            "\"" + std::string(59, 'a') + "…\"");
}

}  // namespace
}  // namespace redress::config
