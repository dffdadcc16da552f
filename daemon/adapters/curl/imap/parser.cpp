#include "daemon/adapters/curl/imap/parser.hpp"

#include "daemon/adapters/curl/imap/cursor.hpp"
#include "daemon/adapters/curl/imap/text.hpp"

#include <array>
#include <chrono>

namespace redress::adapters::imap {
namespace {

using domain::Uid;

constexpr std::size_t k_shown_of_unreadable = 80;

struct ConditionName {
  std::string_view name;
  Condition condition;
};
constexpr std::array k_conditions{
    ConditionName{"OK", Condition::ok},           ConditionName{"NO", Condition::no},
    ConditionName{"BAD", Condition::bad},         ConditionName{"BYE", Condition::bye},
    ConditionName{"PREAUTH", Condition::preauth},
};

std::optional<Condition> condition_of(std::string_view word) {
  for (const auto& row : k_conditions) {
    if (same_letters(word, row.name)) return row.condition;
  }
  return std::nullopt;
}

/// `[CODE arguments] text`. No code holds a "]" of its own (RFC 9051, 9: resp-text-code).
StatusText read_status(Condition condition, std::string_view text) {
  StatusText status{condition, {}, {}};
  while (text.starts_with(' ')) text.remove_prefix(1);
  if (text.starts_with('[')) {
    const auto end = text.find(']');
    if (end != std::string_view::npos) {
      const auto code = text.substr(1, end - 1);
      const auto space = code.find(' ');
      status.code.name = upper(code.substr(0, space));
      if (space != std::string_view::npos) status.code.arguments = code.substr(space + 1);
      text.remove_prefix(end + 1);
      while (text.starts_with(' ')) text.remove_prefix(1);
    }
  }
  status.text = text;
  return status;
}

std::optional<Response> read_capability(Cursor& cursor) {
  Capability found;
  for (cursor.skip_spaces(); !cursor.at_end(); cursor.skip_spaces()) {
    const auto word = cursor.take_word();
    if (word.empty()) return std::nullopt;
    found.names.push_back(upper(word));
  }
  return found;
}

std::optional<Response> read_flags(Cursor& cursor) {
  auto names = cursor.take_word_list();
  if (!names) return std::nullopt;
  return Flags{std::move(*names)};
}

std::optional<Response> read_search(Cursor& cursor) {
  Search found;
  for (cursor.skip_spaces(); !cursor.at_end(); cursor.skip_spaces()) {
    if (cursor.at('(')) break;  // (MODSEQ n), RFC 7162
    const auto number = cursor.take_number32();
    if (!number) return std::nullopt;
    found.uids.push_back(Uid{*number});
  }
  return found;
}

std::optional<Response> read_list(Cursor& cursor) {
  Folder folder;
  auto attributes = cursor.take_word_list();
  if (!attributes || !cursor.take(' ')) return std::nullopt;
  folder.attributes = std::move(*attributes);
  auto delimiter = cursor.take_nstring();
  if (!delimiter || !cursor.take(' ')) return std::nullopt;
  folder.delimiter = std::move(delimiter->bytes);
  // "NIL" here is a folder of that name: mailbox is an astring, not an nstring.
  if (!cursor.at('"') && !cursor.at(k_literal_mark)) {
    folder.name = cursor.take_word();
    if (folder.name.empty()) return std::nullopt;
    return folder;
  }
  auto name = cursor.take_nstring();
  if (!name || name->bytes.size() != name->announced) return std::nullopt;
  folder.name = std::move(name->bytes);
  return folder;
}

bool read_fetch_item(Cursor& cursor, Fetch& fetch) {
  const auto name = upper(cursor.take_item_name());
  if (name.empty() || !cursor.take(' ')) return false;
  if (name == "UID") {
    const auto number = cursor.take_number32();
    if (number) fetch.uid = Uid{*number};
    return number && *number > 0;
  }
  if (name == "RFC822.SIZE") return (fetch.size = cursor.take_number()).has_value();
  if (name == "INTERNALDATE") {
    const auto text = cursor.take_nstring();
    if (text) fetch.internal_date = parse_internal_date(text->bytes);
    return text.has_value();  // a date that makes no sense is an absent one
  }
  if (name == "FLAGS") return (fetch.flags = cursor.take_word_list()).has_value();
  if (name == "BODY[]" || name == "BODY[]<0>") {
    auto body = cursor.take_nstring();
    if (!body) return false;
    if (body->nil) return true;
    fetch.body_size = body->announced;
    fetch.body = std::move(body->bytes);
    return true;
  }
  return cursor.skip_value();
}

std::optional<Response> read_fetch(Cursor& cursor, std::uint32_t number) {
  Fetch fetch;
  fetch.number = SequenceNumber{number};
  if (!cursor.take('(')) return std::nullopt;
  for (cursor.skip_spaces(); !cursor.take(')'); cursor.skip_spaces()) {
    if (!read_fetch_item(cursor, fetch)) return std::nullopt;
  }
  return fetch;
}

std::optional<Response> read_numbered(Cursor& cursor) {
  const auto number = cursor.take_number32();
  if (!number || !cursor.take(' ')) return std::nullopt;
  const auto word = cursor.take_word();
  cursor.skip_spaces();
  if (same_letters(word, "FETCH")) return read_fetch(cursor, *number);
  if (same_letters(word, "EXISTS")) return Exists{*number};
  if (same_letters(word, "EXPUNGE")) return Expunge{SequenceNumber{*number}};
  return Ignored{};
}

using Reader = std::optional<Response> (*)(Cursor&);
struct NamedReader {
  std::string_view name;
  Reader read;
};
std::optional<Response> read_vanished(Cursor& cursor) {
  return Vanished{cursor.at('(')};
}
constexpr std::array k_readers{
    NamedReader{"CAPABILITY", read_capability}, NamedReader{"FLAGS", read_flags},
    NamedReader{"SEARCH", read_search},         NamedReader{"LIST", read_list},
    NamedReader{"VANISHED", read_vanished},
};

std::optional<Response> read_untagged(Cursor& cursor) {
  if (!cursor.at_end() && cursor.rest().front() >= '0' && cursor.rest().front() <= '9') {
    return read_numbered(cursor);
  }
  const auto word = cursor.take_word();
  if (const auto condition = condition_of(word)) {
    return Untagged{read_status(*condition, cursor.rest())};
  }
  cursor.skip_spaces();
  for (const auto& row : k_readers) {
    if (same_letters(word, row.name)) return row.read(cursor);
  }
  if (word.empty()) return std::nullopt;
  return Ignored{};
}

std::optional<Response> read_tagged(Cursor& cursor) {
  const auto tag = cursor.take_word();
  if (tag.empty() || !cursor.take(' ')) return std::nullopt;
  const auto condition = condition_of(cursor.take_word());
  if (!condition) return std::nullopt;
  return Tagged{std::string{tag}, read_status(*condition, cursor.rest())};
}

std::optional<Response> read_any(RawResponse& raw, int nesting_limit) {
  if (raw.text.empty()) return Ignored{};
  Cursor cursor{raw, nesting_limit};
  if (cursor.take('+')) {
    cursor.skip_spaces();
    return Continuation{std::string{cursor.rest()}};
  }
  if (!cursor.take('*')) return read_tagged(cursor);
  cursor.skip_spaces();
  return read_untagged(cursor);
}

bool looks_like_fetch(std::string_view text) {
  const auto word = text.find_first_not_of("* 0123456789");
  return text.starts_with("* ") && word != std::string_view::npos &&
         same_letters(text.substr(word, 5), "FETCH");
}

}  // namespace

Response parse_response(RawResponse raw, int nesting_limit) {
  auto response = read_any(raw, nesting_limit);
  if (response) return std::move(*response);
  return Unreadable{printable(raw.text, k_shown_of_unreadable), looks_like_fetch(raw.text)};
}

std::optional<std::uint32_t> code_number(const ResponseCode& code) {
  RawResponse raw{code.arguments, {}};
  return Cursor{raw, 0}.take_number32();
}

std::optional<std::vector<std::string>> code_list(const ResponseCode& code) {
  RawResponse raw{code.arguments, {}};
  return Cursor{raw, 0}.take_word_list();
}

}  // namespace redress::adapters::imap
