#include "config/secret_place.hpp"
#include "tests/unit/config/support.hpp"

#include <gtest/gtest.h>

namespace redress::config {
namespace {

constexpr std::string_view k_text = R"([smtp]
password = "credential:smtp"
[security]
key = "file:/etc/key"
[[mailbox]]
user = "credential"
[[mailbox]]
password = "credential:two"
)";

std::string place(SecretSource::From from, const char* name, std::string_view text = k_text) {
  return place_of_secret(text, "r.toml", {from, name});
}

TEST(SecretPlace, IsTheLineAndTheKeyThatNameIt) {
  using From = SecretSource::From;
  EXPECT_EQ(place(From::credential, "smtp"), "r.toml:2: smtp.password");
  EXPECT_EQ(place(From::file, "/etc/key"), "r.toml:4: security.key");
  EXPECT_EQ(place(From::credential, "two"), "r.toml:8: mailbox.password");
  EXPECT_EQ(place(From::credential, "/etc/key"), "r.toml") << "that one is a file";
  EXPECT_EQ(place(From::credential, "smtp", "[smtp"), "r.toml") << "changed since it was read";
}

}  // namespace
}  // namespace redress::config
