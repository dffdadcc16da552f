#include "daemon/adapters/system/document_child.hpp"
#include "daemon/app/reading_json.hpp"
#include "daemon/ctl/mail_files.hpp"
#include "daemon/ctl/read_mail.hpp"
#include "daemon/ctl/terminal.hpp"
#include "daemon/ctl/tool.hpp"

#include <fmt/format.h>

#include <memory>

namespace redress::ctl {
namespace {

std::string people(const std::vector<parsers::Address>& addresses) {
  std::string out;
  for (const auto& one : addresses) {
    if (!out.empty()) out += ", ";
    out += one.name.empty() ? one.address : fmt::format("{} <{}>", one.name, one.address);
  }
  return out;
}

/// Text as it stands, line by line, each made safe for the terminal.
void print_text(std::string_view text) {
  while (!text.empty()) {
    const auto end = text.find('\n');
    fmt::print("  {}\n", printable(text.substr(0, end)));
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
}

void print_plain(const std::string& name, const parsers::MessageFacts& facts) {
  std::vector<std::pair<std::string, Cell>> pairs{
      {"file", {name, Colour::strong}},
      {"from", {people(facts.from)}},
      {"to", {people(facts.to)}},
      {"subject", {facts.subject}},
      {"date", {facts.date ? domain::to_rfc3339(*facts.date) : "none"}},
      {"message id", {facts.message_id}},
      {"language", {facts.language.empty() ? "unknown" : facts.language}},
  };
  if (!facts.cc.empty()) pairs.push_back({"cc", {people(facts.cc)}});
  if (facts.automatic) pairs.push_back({"automatic", {facts.automatic->reason, Colour::warning}});
  if (facts.delivery_report) {
    for (const auto& one : facts.delivery_report->recipients) {
      pairs.push_back(
          {"delivery report",
           {fmt::format("{} {} {}", one.address, one.action, one.status), Colour::warning}});
    }
  }
  for (const auto& one : facts.attachments) {
    const auto read = one.text_chars ? fmt::format(", {} characters read", *one.text_chars) : "";
    pairs.push_back(
        {"attachment", {fmt::format("{} ({}, {} bytes{})", one.name, one.type, one.size, read)}});
  }
  if (facts.form) {
    for (const auto& [field, value] : facts.form->fields)
      pairs.push_back({"form", {fmt::format("{}: {}", field, value)}});
  }
  for (const auto& one : facts.defects) {
    pairs.push_back({"defect", {fmt::format("{}: {}", one.name, one.detail), Colour::warning}});
  }
  print_pairs(pairs);
  fmt::print("{}\n", coloured("written this time", Colour::dim));
  print_text(facts.new_text);
  fmt::print("\n");
}

void parse_files(Tool& tool, const std::vector<std::string>& files) {
  const auto documents = adapters::installed_document_reader();
  const auto done = each_mail(files, [&](const std::string& name, std::string_view bytes) {
    const auto facts = read_mail(bytes, *documents);
    if (tool.json) {
      nlohmann::ordered_json line{{"file", name}};
      line.update(app::facts_json(facts));
      Tool::print_json(line);
    } else {
      print_plain(name, facts);
    }
    return true;
  });
  if (!done) tool.fail(done.error());
}

}  // namespace

void add_parse(CLI::App& app, Tool& tool) {
  auto* command = app.add_subcommand("parse", "What the parsers see in a message");
  auto files = std::make_shared<std::vector<std::string>>();  // CLI11 and the callback share it
  command->add_option("FILE", *files, "Messages, folders, mbox files, or -")->required();
  on_chosen(*command, tool, [&tool, files] { parse_files(tool, *files); });
}

}  // namespace redress::ctl
