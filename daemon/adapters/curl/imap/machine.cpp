#include "daemon/adapters/curl/imap/machine.hpp"

#include "daemon/adapters/curl/imap/parser.hpp"
#include "daemon/adapters/curl/imap/text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace redress::adapters::imap {
namespace {

using domain::ErrorCode;
using domain::fail;
using domain::Result;

constexpr std::size_t k_literal_minus = 4096;  // RFC 7888, 5

}  // namespace

std::string Machine::start(const Command& command) {
  auto tag = fmt::format("R{}", ++last_tag_);
  under_way_.insert(tag);
  Chunk chunk{tag, tag + ' ', false};
  for (std::size_t i = 0; i < command.parts.size(); ++i) {
    const auto& part = command.parts[i];
    if (i % 2 == 0) {
      chunk.bytes += part;
      continue;
    }
    const bool at_once = can("LITERAL+") || (can("LITERAL-") && part.size() <= k_literal_minus);
    chunk.bytes += fmt::format("{{{}{}}}\r\n", part.size(), at_once ? "+" : "");
    if (!at_once) {
      output_.push_back(std::move(chunk));
      chunk = Chunk{tag, {}, true};
    }
    chunk.bytes += part;
  }
  chunk.bytes += "\r\n";
  output_.push_back(std::move(chunk));
  return tag;
}

void Machine::done() {
  output_.push_back({{}, "DONE\r\n", false});
}

std::string Machine::take_output() {
  std::string out;
  while (!output_.empty() && !output_.front().waits) {
    out += output_.front().bytes;
    output_.pop_front();
  }
  return out;
}

Result<std::optional<Response>> Machine::next(std::string_view& bytes) {
  auto raw = framer_.next(bytes);
  if (raw.has_error()) return raw.error();
  if (!*raw) return std::optional<Response>{};
  auto response = parse_response(std::move(**raw), limits_.nesting);
  if (const auto noted = note(response); noted.has_error()) return noted.error();
  return std::optional{std::move(response)};
}

Result<void> Machine::note(Response& response) {
  if (const auto* tagged = std::get_if<Tagged>(&response)) return note_tagged(*tagged);
  if (const auto* status = std::get_if<Untagged>(&response)) {
    note_code(status->status);
    if (status->status.condition == Condition::bye) bye_ = status->status;
  } else if (std::holds_alternative<Continuation>(response)) {
    note_continuation(response);
  } else if (const auto* found = std::get_if<Capability>(&response)) {
    set_capabilities(found->names);
  } else if (const auto* flags = std::get_if<Flags>(&response)) {
    folder_.flags = flags->names;
  } else if (const auto* exists = std::get_if<Exists>(&response)) {
    folder_.exists = exists->count;
    folder_.news = true;
  } else if (std::holds_alternative<Expunge>(response)) {
    if (folder_.exists > 0) --folder_.exists;
  }
  return {};
}

Result<void> Machine::note_tagged(const Tagged& tagged) {
  const auto found = under_way_.find(tagged.tag);
  if (found == under_way_.end()) {
    return fail(ErrorCode::protocol,
                fmt::format("an answer to no command of ours: {}", printable(tagged.tag, 40)));
  }
  under_way_.erase(found);
  note_code(tagged.status);
  // Answered instead of "+": the literal is not wanted, and what follows it must not be sent.
  std::erase_if(output_, [&](const Chunk& chunk) { return chunk.tag == tagged.tag; });
  return {};
}

void Machine::note_continuation(Response& response) {
  if (output_.empty() || !output_.front().waits) return;  // of IDLE: the caller's
  output_.front().waits = false;
  response = Ignored{};
}

void Machine::note_code(const StatusText& status) {
  const auto& code = status.code;
  if (code.name == "UIDVALIDITY") {
    const auto number = code_number(code);
    if (!number || *number == 0) return;
    const domain::UidValidity told{*number};
    if (folder_.validity && *folder_.validity != told) folder_.other_validity = told;
    if (!folder_.validity) folder_.validity = told;
  } else if (code.name == "UIDNEXT") {
    if (const auto number = code_number(code)) folder_.next = domain::Uid{*number};
  } else if (code.name == "PERMANENTFLAGS") {
    if (auto list = code_list(code)) folder_.permanent_flags = std::move(*list);
  } else if (code.name == "READ-ONLY") {
    folder_.read_only = true;
  } else if (code.name == "CAPABILITY") {
    RawResponse raw{"* CAPABILITY " + code.arguments, {}};
    const auto read = parse_response(std::move(raw), 0);
    if (const auto* found = std::get_if<Capability>(&read)) set_capabilities(found->names);
  }
}

void Machine::set_capabilities(const std::vector<std::string>& names) {
  capabilities_ = {names.begin(), names.end()};
}

}  // namespace redress::adapters::imap
