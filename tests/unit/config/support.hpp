#pragma once

#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <string_view>

namespace redress::test {

/// Text of a file of the source tree, which tests run in.
inline std::string source_file(std::string_view path) {
  const std::filesystem::path whole{path};
  std::ifstream in{whole};
  if (!in) throw std::runtime_error("no file " + whole.string());
  return {std::istreambuf_iterator<char>{in}, {}};
}

/// The least that redress.toml must hold; every line has its number in the cases that change it.
inline constexpr std::string_view k_least_settings = R"([organisation]
name = "Example Institute"
prefix = "EX"
policy = "policies/cim/policy.toml"

[[mailbox]]
name = "comments"
address = "comments@example.org"
url = "imaps://imap.example.org"
password = "credential:comments"

[smtp]
url = "smtp://127.0.0.1:587"
from = "Example Institute <comments@example.org>"
)";

/// `text` with `from` (which must be there) once replaced.
inline std::string with(std::string_view text, std::string_view from, std::string_view to) {
  std::string changed{text};
  const auto at = changed.find(from);
  if (at == std::string::npos) throw std::logic_error("not in the text: " + std::string{from});
  return changed.replace(at, from.size(), to);
}

}  // namespace redress::test
