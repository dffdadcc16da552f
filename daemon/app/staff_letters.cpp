#include "daemon/app/staff_letters.hpp"

#include "daemon/app/enclosure.hpp"
#include "parsers/read_message.hpp"

#include <fmt/format.h>

#include <utility>

namespace redress::app {
namespace {

void add(Lines& out, std::string text) {
  out.push_back({{"text", std::move(text)}});
}

}  // namespace

StaffFiles files_in(std::string_view mail) {
  auto facts = parsers::read_message(mail, enclosing_limits());
  StaffFiles out;
  std::vector<bool> taken(facts.attachments.size(), false);
  for (auto& file : facts.files) {
    taken[file.attachment] = true;
    const auto& about = facts.attachments[file.attachment];
    if (!about.attached) continue;
    out.files.push_back({.name = about.name,
                         .media_type = std::string{file.media_type},
                         .bytes = std::move(file.bytes)});
  }
  for (std::size_t i = 0; i < facts.attachments.size(); ++i) {
    const auto& about = facts.attachments[i];
    if (!taken[i] && about.attached) out.left_out.push_back(about.name);
  }
  return out;
}

void add_lines(Lines& out, std::string_view text) {
  while (!text.empty()) {
    const auto end = text.find('\n');
    const auto line = text.substr(0, end);
    out.push_back(line.empty() ? domain::Fields{} : domain::Fields{{"text", std::string{line}}});
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
}

void add_preview(Lines& out, const domain::MailAddress& to, const templates::Letter& letter,
                 const std::vector<domain::Attachment>& files) {
  add(out, fmt::format("To: {}", to.str()));
  add(out, fmt::format("Subject: {}", letter.subject));
  for (const auto& file : files) add(out, fmt::format("File: {}", file.name));
  out.emplace_back();
  add_lines(out, letter.text);
}

void add_preview(Lines& out, std::string_view mail) {
  const auto facts = parsers::read_message(mail);
  if (!facts.to.empty()) add(out, fmt::format("To: {}", facts.to.front().address));
  add(out, fmt::format("Subject: {}", facts.subject));
  for (const auto& file : facts.attachments) add(out, fmt::format("File: {}", file.name));
  out.emplace_back();
  add_lines(out, facts.text);
}

}  // namespace redress::app
