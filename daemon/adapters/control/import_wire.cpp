#include "daemon/adapters/control/import_wire.hpp"

#include "daemon/adapters/control/json_fields.hpp"

namespace redress::adapters {
namespace {

using nlohmann::json;

std::string line_of(const json& object) {
  return object.dump(-1, ' ', false, json::error_handler_t::replace) + "\n";
}

/// Nothing where the line is no object.
std::optional<json> object_of(std::string_view line) {
  auto object = json::parse(line, nullptr, false);
  if (!object.is_object()) return std::nullopt;
  return object;
}

}  // namespace

bool is_import(std::string_view line) {
  const auto object = object_of(line);
  return object && text(*object, "verb") == "import";
}

std::string request_line(const ports::ImportBatch& batch) {
  return line_of(
      {{"verb", "import"}, {"mailbox", batch.mailbox}, {"messages", batch.messages.size()}});
}

std::string head_line(const ports::HistoricMessage& message) {
  return line_of({{"date", domain::to_rfc3339(message.internal_date)},
                  {"size", message.size},
                  {"length", message.bytes.size()}});
}

std::string answer_line(const domain::Result<ports::ImportCount>& answer) {
  if (answer) return line_of({{"ok", true}, {"added", answer->added}, {"known", answer->known}});
  const auto& error = answer.error();
  return line_of({{"ok", false}, {"code", static_cast<int>(error.code)}, {"text", error.text}});
}

std::optional<ImportRequest> read_request(std::string_view line) {
  const auto object = object_of(line);
  if (!object || text(*object, "verb") != "import") return std::nullopt;
  auto mailbox = text(*object, "mailbox");
  const auto messages = number(*object, "messages");
  if (!mailbox || !messages || *messages == 0 || *messages > k_import_messages) {
    return std::nullopt;
  }
  return ImportRequest{.mailbox = std::move(*mailbox), .messages = *messages};
}

std::optional<ImportHead> read_head(std::string_view line) {
  const auto object = object_of(line);
  if (!object) return std::nullopt;
  const auto date = domain::parse_rfc3339(text(*object, "date").value_or(std::string{}));
  const auto size = number(*object, "size");
  const auto length = number(*object, "length");
  if (!date || !size || !length || *length > *size || *length > k_import_message) {
    return std::nullopt;
  }
  return ImportHead{.date = *date, .size = *size, .length = *length};
}

domain::Result<ports::ImportCount> read_answer(std::string_view line) {
  const auto senseless = domain::fail(domain::ErrorCode::protocol,
                                      "the daemon's answer makes no sense; is it of this version?");
  const auto object = object_of(line);
  if (!object || !object->contains("ok")) return senseless;
  if ((*object)["ok"] != true) {
    const auto code = number(*object, "code").value_or(0);
    return domain::fail(static_cast<domain::ErrorCode>(code),
                        text(*object, "text").value_or(std::string{}));
  }
  const auto added = number(*object, "added");
  const auto known = number(*object, "known");
  if (!added || !known) return senseless;
  return ports::ImportCount{.added = *added, .known = *known};
}

}  // namespace redress::adapters
