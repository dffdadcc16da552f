#include "daemon/ctl/personal_data.hpp"
#include "daemon/ctl/private_files.hpp"
#include "daemon/ctl/register_view.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <memory>

namespace redress::ctl {
namespace {

using domain::ErrorCode;
using domain::Result;
using nlohmann::ordered_json;
namespace fs = std::filesystem;

constexpr std::string_view k_read_me = R"(What this folder holds
======================

Everything that the register of complaints of {organisation} held on
{person} on {date}.

data.json     The records: cases in which this person takes part, what was done on them and by
              whom, the messages and letters with what the program read in them, and what staff
              were told. Times are in UTC.
messages/     The person's messages as they came in, and other messages of their own cases.
letters/      Letters of their cases, and letters to the person, as they were sent.

Files named .eml open in any mail program. In data.json "file" says which file belongs to a record.

Before it is handed over
------------------------

It is complete, so that whoever decides can decide. It holds internal notes of staff, which are
personal data too, and it may hold what other people wrote or what they are named in. Whether any
of that is to be left out or covered is for the administrator to decide; the program left out one
thing by itself: of cases that somebody else brought it has this person's own part only.

It does not hold what was erased before, what lies in backups, or the mailbox on the mail server.
Keep this folder as you keep the database, and delete it when it is no longer needed.
)";

ordered_json object(const std::string& text) {
  auto read = ordered_json::parse(text, nullptr, false);
  return read.is_object() ? read : ordered_json(nullptr);
}

ordered_json case_json(const adapters::PersonCase& found) {
  auto out = to_json(found.row);
  out["part"] = found.own ? "complainant" : "other";
  if (found.own) {
    out["participants"] = ordered_json::array();
    for (const auto& one : found.participants) {
      out["participants"].push_back({{"name", one.name}, {"address", one.address.str()}});
    }
  } else {
    out.erase("complainant");
  }
  out["events"] = ordered_json::array();
  for (const auto& one : found.events) out["events"].push_back(to_json(one));
  return out;
}

ordered_json records_json(const domain::MailAddress& person, const adapters::PersonRecords& found) {
  ordered_json out{{"person", person.str()}};
  for (const auto* name : {"cases", "messages", "letters", "events", "notices", "corrections"}) {
    out[name] = ordered_json::array();
  }
  for (const auto& one : found.cases) out["cases"].push_back(case_json(one));
  for (const auto& one : found.messages) {
    auto row = to_json(one);
    row["reading"] = object(one.reading);
    out["messages"].push_back(std::move(row));
  }
  for (const auto& one : found.letters) out["letters"].push_back(to_json(one));
  for (const auto& one : found.events) out["events"].push_back(to_json(one));
  for (const auto& one : found.notices) {
    out["notices"].push_back(
        {{"kind", one.kind}, {"at", domain::to_rfc3339(one.at)}, {"text", one.text}});
  }
  for (const auto& one : found.corrections) {
    out["corrections"].push_back({{"message", one.message.value},
                                  {"at", domain::to_rfc3339(one.at)},
                                  {"by", one.actor},
                                  {"kind", domain::to_string(one.kind)},
                                  {"reading", object(one.reading)}});
  }
  return out;
}

/// messages/12.eml; its name goes into the record.
Result<void> write_mail(const fs::path& folder, const char* part, std::int64_t id,
                        const std::optional<std::string>& bytes, ordered_json& record) {
  record["file"] = nullptr;
  if (!bytes) return {};
  const auto name = fmt::format("{}/{}.eml", part, id);
  record["file"] = name;
  return write_private(folder / name, *bytes);
}

std::string read_me(const app::Installation& house, const domain::MailAddress& person,
                    domain::Instant now) {
  return fmt::format(fmt::runtime(k_read_me),
                     fmt::arg("organisation", house.settings.organisation.name),
                     fmt::arg("person", person.str()),
                     fmt::arg("date", domain::long_date(house.zone.date_of(now))));
}

Result<void> write_folder(const fs::path& folder, const std::string& introduction,
                          adapters::PersonFile& file, const adapters::PersonRecords& found,
                          ordered_json data) {
  if (const auto made = make_private_folder(folder); !made) return made;
  fs::create_directory(folder / "messages");
  fs::create_directory(folder / "letters");
  for (std::size_t at = 0; at < found.messages.size(); ++at) {
    const auto id = found.messages[at].id;
    const auto done =
        write_mail(folder, "messages", id.value, file.message(id), data["messages"][at]);
    if (!done) return done;
  }
  for (std::size_t at = 0; at < found.letters.size(); ++at) {
    const auto id = found.letters[at].id;
    const auto done = write_mail(folder, "letters", id.value, file.letter(id), data["letters"][at]);
    if (!done) return done;
  }
  const auto text = data.dump(2, ' ', false, ordered_json::error_handler_t::replace) + "\n";
  if (const auto done = write_private(folder / "data.json", text); !done) return done;
  return write_private(folder / "README.txt", introduction);
}

void export_person(Tool& tool, const std::string& address, const std::string& folder) {
  const auto person = domain::MailAddress::parse(address);
  if (!person) return tool.fail(person.error());
  with_person_file(tool, [&](const app::Installation& house, adapters::PersonFile& file) {
    const auto found = file.records(*person, tool.now());
    if (found.empty()) {
      return tool.fail(
          domain::fail(ErrorCode::not_found, fmt::format("nothing is held on {}", person->str())));
    }
    auto data = records_json(*person, found);
    if (folder.empty()) return Tool::print_json(data);
    const auto done =
        write_folder(folder, read_me(house, *person, tool.now()), file, found, std::move(data));
    if (!done) return tool.fail(done.error());
    if (tool.json) {
      return Tool::print_json({{"person", person->str()},
                               {"folder", folder},
                               {"cases", found.cases.size()},
                               {"messages", found.messages.size()},
                               {"letters", found.letters.size()}});
    }
    fmt::print("{}: {}, {}, {}. Read its README.txt before you hand it over\n", folder,
               counted(found.cases.size(), "case", "cases"),
               counted(found.messages.size(), "message", "messages"),
               counted(found.letters.size(), "letter", "letters"));
  });
}

}  // namespace

void add_export(CLI::App& app, Tool& tool) {
  auto person = std::make_shared<std::string>();  // CLI11 and the callback share these
  auto folder = std::make_shared<std::string>();
  auto* command = app.add_subcommand("export", "Everything held on one person, to hand over");
  command->add_option("--person", *person, "The person's address")->required();
  command->add_option("--out", *folder, "A new folder for it; absent: the records as JSON");
  on_chosen(*command, tool, [&tool, person, folder] { export_person(tool, *person, *folder); });
}

}  // namespace redress::ctl
