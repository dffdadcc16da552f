#include "daemon/adapters/sqlite/senders.hpp"

#include <algorithm>

namespace redress::adapters {
namespace {

/// Whether it stands there as a whole address, not as the end or start of a longer one.
bool names_address(const std::string& line, std::string_view address_key) {
  const auto part_of_one = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '_' ||
           c == '+' || c == '@';
  };
  for (auto at = line.find(address_key); at != std::string::npos;
       at = line.find(address_key, at + 1)) {
    const auto end = at + address_key.size();
    const bool begins = at == 0 || !part_of_one(line[at - 1]);
    if (begins && (end == line.size() || !part_of_one(line[end]))) return true;
  }
  return false;
}

}  // namespace

std::string ascii_lower(std::string_view text) {
  std::string out{text};
  std::transform(out.begin(), out.end(), out.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return out;
}

std::string sender_address(std::string_view sender) {
  const auto open = sender.rfind('<');
  if (open == std::string_view::npos || !sender.ends_with('>')) return ascii_lower(sender);
  return ascii_lower(sender.substr(open + 1, sender.size() - open - 2));
}

bool is_from(std::string_view raw, std::string_view address_key) {
  constexpr std::string_view k_field = "from:";
  bool inside = false;
  while (!raw.empty()) {
    auto line = raw.substr(0, raw.find('\n'));
    raw.remove_prefix(std::min(raw.size(), line.size() + 1));
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty()) return false;  // the header ends here
    const bool continues = line.front() == ' ' || line.front() == '\t';
    if (!continues) inside = ascii_lower(line.substr(0, k_field.size())) == k_field;
    if (inside && names_address(ascii_lower(line), address_key)) return true;
  }
  return false;
}

}  // namespace redress::adapters
