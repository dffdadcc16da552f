#include "daemon/app/enclosure.hpp"

#include "daemon/app/incoming.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <utility>

namespace redress::app {
namespace {

constexpr std::uint64_t k_kilobyte = 1024;

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const auto end = text.find('\n');
    auto line = text.substr(0, end);
    line = line.substr(0, line.find_last_not_of(" \t\r") + 1);
    // One empty line tells as much as many.
    if (!line.empty() || (!lines.empty() && !lines.back().empty())) lines.push_back(line);
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 1);
  }
  while (!lines.empty() && lines.back().empty()) lines.pop_back();
  return lines;
}

/// The lines of `all` that are not those of `part`, which stand in it in the same order.
std::vector<std::string_view> others(const std::vector<std::string_view>& all,
                                     const std::vector<std::string_view>& part) {
  std::vector<std::string_view> rest;
  auto next = part.begin();
  for (const auto line : all) {
    while (next != part.end() && next->empty()) ++next;
    if (next != part.end() && line == *next) {
      ++next;
    } else if (!line.empty() || (!rest.empty() && !rest.back().empty())) {
      rest.push_back(line);
    }
  }
  while (!rest.empty() && rest.back().empty()) rest.pop_back();
  return rest;
}

std::size_t keep(const std::vector<std::string_view>& lines, std::size_t most,
                 std::vector<std::string>& out) {
  const auto count = std::min(lines.size(), most);
  out.assign(lines.begin(), lines.begin() + static_cast<std::ptrdiff_t>(count));
  return lines.size() - count;
}

std::string size_text(std::uint64_t bytes) {
  if (bytes < k_kilobyte) return fmt::format("{} bytes", bytes);
  const auto kilobytes = static_cast<double>(bytes) / static_cast<double>(k_kilobyte);
  if (kilobytes < static_cast<double>(k_kilobyte)) return fmt::format("{:.0f} kB", kilobytes);
  return fmt::format("{:.1f} MB", kilobytes / static_cast<double>(k_kilobyte));
}

}  // namespace

parsers::Limits enclosing_limits() {
  parsers::Limits limits;
  limits.documents = 0;
  limits.kept_file_bytes = k_enclosed_bytes;
  return limits;
}

Enclosure enclosure_of(parsers::MessageFacts facts) {
  Enclosure out;
  out.from = sender_text(facts);
  out.subject = facts.subject;
  const auto written = lines_of(facts.new_text);
  out.lines_left_out = keep(written, k_shown_lines, out.lines);
  out.quoted_left_out = keep(others(lines_of(facts.text), written), k_quoted_lines, out.quoted);
  std::vector<bool> enclosed(facts.attachments.size(), false);
  for (auto& file : facts.files) {
    enclosed[file.attachment] = true;
    out.files.push_back({.name = facts.attachments[file.attachment].name,
                         .media_type = std::string{file.media_type},
                         .bytes = std::move(file.bytes)});
  }
  for (std::size_t i = 0; i < facts.attachments.size(); ++i) {
    if (enclosed[i]) continue;
    const auto& one = facts.attachments[i];
    out.named.push_back(fmt::format("{}, {}, {}", one.name.empty() ? "without a name" : one.name,
                                    one.type, size_text(one.size)));
  }
  return out;
}

}  // namespace redress::app
