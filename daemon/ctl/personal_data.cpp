#include "daemon/ctl/personal_data.hpp"

#include "daemon/adapters/sqlite/apply_change.hpp"
#include "daemon/adapters/sqlite/editor.hpp"
#include "daemon/adapters/system/random_tokens.hpp"
#include "daemon/app/erasure_desk.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <chrono>

namespace redress::ctl {
namespace {

using domain::Result;
using nlohmann::ordered_json;

/// The daemon writes its whole database anew, which takes its time.
constexpr std::chrono::hours k_patience{1};

Result<domain::KeyRing> read_keys(const app::Installation& house) {
  auto files = files_of(house.settings);
  auto keys = app::load_keys(house.settings, files, nullptr);
  if (keys) return keys;
  return domain::fail(keys.error().code,
                      keys.error().text + "; or start redressd, and do it through it");
}

Result<std::string> order_directly(const app::Installation& house, ports::ControlRequest request,
                                   domain::Instant now) {
  request.actor = fmt::format("redressctl:uid {}", ::getuid());
  const auto editor = adapters::Editor::open(house.settings.store_path, request.actor);
  if (!editor) return editor.error();
  if (request.verb == "retention_listed") {
    const auto event = app::listing_event(request, now);
    if (!event) return event.error();
    const auto noted = (*editor)->note(*event);
    if (!noted) return noted.error();
    return std::string{};
  }
  const auto keys = read_keys(house);
  if (!keys) return keys.error();
  const auto order = app::erasure_order(request, *keys, house.settings.retention.erase_mailbox);
  if (!order) return order.error();
  adapters::RandomTokens tokens;
  const auto count = (*editor)->erase(*order, tokens.token(adapters::k_salt_characters), now);
  if (!count) return count.error();
  return app::to_json(*count).dump();
}

}  // namespace

Result<std::string> order_erasure(const Tool& tool, const app::Installation& house,
                                  const std::string& verb, const nlohmann::json& detail) {
  const ports::ControlRequest request{.verb = verb,
                                      .id = 0,
                                      .kind = {},
                                      .actor = {},
                                      .reference = {},
                                      .as = {},
                                      .text = detail.dump()};
  bool nobody = false;
  auto asked = ask_or_nobody(house, request, nobody, k_patience);
  if (!nobody) return asked;
  return order_directly(house, request, tool.now());
}

void with_person_file(
    Tool& tool, const std::function<void(const app::Installation&, adapters::PersonFile&)>& work) {
  const auto house = tool.load();
  if (!house) return;
  try {
    const auto opened = adapters::PersonFile::open(house->settings.store_path);
    if (!opened) return tool.fail(opened.error());
    work(*house, **opened);
  } catch (const adapters::StoreFailure& failure) {
    tool.fail(failure.error());
  }
}

std::optional<std::size_t> copies_that_go(const app::Installation& house,
                                          adapters::PersonFile& file,
                                          const adapters::ErasureScope& scope) {
  if (!house.settings.retention.erase_mailbox) return std::nullopt;
  return file.copies(scope);
}

std::string counted(std::size_t count, std::string_view one, std::string_view many) {
  return fmt::format("{} {}", count, count == 1 ? one : many);
}

namespace {

/// Nothing: [retention] erase_mailbox is off.
std::optional<std::size_t> copies_of(const ordered_json& erased) {
  const auto found = erased.is_object() ? erased.find("mailbox_copies") : erased.end();
  if (found == erased.end() || !found->is_number_unsigned()) return std::nullopt;
  return found->get<std::size_t>();
}

}  // namespace

void print_erased(const Tool& tool, ordered_json more, const std::string& done) {
  const auto erased = ordered_json::parse(done, nullptr, false);
  const auto copies = copies_of(erased);
  if (tool.json) {
    if (erased.is_object()) more.update(erased);
    more["still_in"] = ordered_json::array({"backups made before"});
    if (!copies) more["still_in"].push_back("the mailbox on the mail server");
    return Tool::print_json(more);
  }
  const auto number = [&](const char* name) {
    return erased.is_object() ? erased.value(name, std::size_t{0}) : 0;
  };
  fmt::print(
      "Erased: {}, {}, {} of ours, {} of the audit trail; {} had not gone out and never "
      "will.\n",
      counted(number("cases"), "case", "cases"), counted(number("messages"), "message", "messages"),
      counted(number("letters"), "letter", "letters"),
      counted(number("records"), "record", "records"),
      counted(number("withdrawn"), "letter", "letters"));
  fmt::print(
      "Reference numbers, dates, findings and counts stay, and the audit trail verifies.\n"
      "Still there: what backups made before hold, and {}.\n",
      copies ? fmt::format("{} on the mail server, which redressd erases there when it reads the "
                           "mailbox next",
                           counted(*copies, "copy", "copies"))
             : "the copies in the mailbox on the mail server, which are that server's to erase");
  if (erased.contains("leftover") && erased["leftover"].is_string()) {
    fmt::print(
        "The database file may still hold erased bytes: {}. The next erasure, or `sqlite3 "
        "FILE VACUUM` while redressd is stopped, takes them out.\n",
        erased["leftover"].get<std::string>());
  }
}

}  // namespace redress::ctl
