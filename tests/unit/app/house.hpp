#pragma once

#include "daemon/app/installation.hpp"
#include "daemon/ports/files.hpp"
#include "daemon/ports/token_source.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>

namespace redress::app::test {

/// Files of the source tree, and some that exist in the test alone.
class TestFiles final : public ports::Files {
 public:
  std::map<std::string, std::string> texts;

  domain::Result<std::string> read(const std::string& path) const override {
    if (const auto found = texts.find(path); found != texts.end()) return found->second;
    std::ifstream in{path, std::ios::binary};
    if (!in) return domain::fail(domain::ErrorCode::not_found, path + ": no such file");
    return std::string{std::istreambuf_iterator<char>{in}, {}};
  }
  std::vector<std::string> list(const std::string& folder) const override {
    std::vector<std::string> names;
    std::error_code none;
    for (const auto& entry : std::filesystem::directory_iterator{folder, none}) {
      if (entry.is_regular_file()) names.push_back(entry.path().filename().string());
    }
    std::sort(names.begin(), names.end());
    return names;
  }
  domain::Result<void> write_secret(const std::string& path, std::string_view text) override {
    if (texts.contains(path)) return domain::fail(domain::ErrorCode::conflict, path + ": exists");
    texts[path] = text;
    return {};
  }
  domain::Result<std::string> credential(const std::string& name) const override {
    return domain::fail(domain::ErrorCode::settings, name + ": no credential");
  }
};

/// The same tokens in every run.
class CountedTokens final : public ports::TokenSource {
 public:
  std::string token(std::size_t characters) override {
    std::string out(characters, 'a');
    auto number = ++count_;
    for (std::size_t i = 0; i < characters && number > 0; ++i, number /= 26) {
      out[i] = static_cast<char>('a' + number % 26);
    }
    return out;
  }
  double fraction() override { return 0; }

 private:
  std::size_t count_{0};
};

inline constexpr auto k_settings = R"(
[organisation]
name = "Example Institute"
prefix = "CIM"
policy = "policies/cim/policy.toml"
[store]
path = "/tmp/nowhere/redress.db"
[[mailbox]]
name = "comments"
address = "comments@example.org"
url = "imaps://imap.example.org"
user = "comments@example.org"
password = "file:/tmp/nowhere/password"
[smtp]
url = "smtp://127.0.0.1:2525"
tls = "none"
from = "Example Institute <comments@example.org>"
[[staff]]
name = "Jo Bloggs"
email = "jo@example.org"
roles = ["complaints-manager", "administrator"]
[[staff]]
name = "Sam Smith"
email = "duty@example.org"
roles = ["duty"]
)";

/// The CIM pack under those settings.
inline domain::Result<Installation> make_house(TestFiles& files,
                                               const std::string& settings = k_settings) {
  files.texts["/tmp/nowhere/redress.toml"] = settings;
  const auto now = domain::parse_rfc3339("2026-11-24T10:15:00Z").value();
  return load_installation("/tmp/nowhere/redress.toml", REDRESS_SHARE, files, now);
}

inline domain::KeyRing make_keys() {
  domain::KeyRing::Key key{.id = 'a', .secret = {}};
  key.secret.fill(7);
  return domain::KeyRing::from_keys({key});
}

}  // namespace redress::app::test
