#include "daemon/adapters/system/document_child.hpp"
#include "daemon/adapters/system/system_files.hpp"
#include "daemon/app/incoming.hpp"
#include "daemon/app/reading_json.hpp"
#include "daemon/ctl/against_corrections.hpp"
#include "daemon/ctl/mail_files.hpp"
#include "daemon/ctl/read_mail.hpp"
#include "daemon/ctl/reading_view.hpp"
#include "daemon/ctl/register_view.hpp"
#include "daemon/ctl/tool.hpp"

#include <fmt/format.h>

#include <memory>

namespace redress::ctl {
namespace {

struct Asked {
  std::vector<std::string> files;
  std::string mailbox;
  bool against_corrections{false};
};

/// What classifying knows beyond the message; without settings that is nothing.
struct Knowledge {
  std::optional<app::Installation> house;
  std::optional<domain::KeyRing> keys;
  parsers::ReadingContext context;
};

/// False: settings were named and are wrong.
bool learn(Tool& tool, const Asked& asked, bool named, Knowledge& out) {
  if (!named) return true;
  out.house = tool.load();
  if (!out.house) return false;
  adapters::SystemFiles files;
  if (auto keys = app::load_keys(out.house->settings, files, nullptr)) out.keys = std::move(*keys);
  out.context = app::reading_context(*out.house, asked.mailbox, out.keys ? &*out.keys : nullptr);
  return true;
}

void classify_files(Tool& tool, const Asked& asked, bool named) {
  Knowledge knowledge;
  if (!learn(tool, asked, named, knowledge)) return;
  const auto documents = adapters::installed_document_reader();
  const auto labels = knowledge.house ? knowledge.house->vocabulary.labels()
                                      : std::span<const parsers::FormLabel>{};
  const auto done = each_mail(asked.files, [&](const std::string& name, std::string_view bytes) {
    const auto facts = read_mail(bytes, *documents, labels);
    const auto reading = parsers::classify(facts, knowledge.context);
    const auto would =
        knowledge.house && knowledge.keys
            ? would_do(*knowledge.house, *knowledge.keys, asked.mailbox, facts, bytes)
            : std::vector<std::string>{};
    if (!tool.json) {
      print_reading(name, reading, would);
      return true;
    }
    nlohmann::ordered_json line{{"file", name}};
    line.update(app::reading_json(reading));
    line["would"] = would;
    Tool::print_json(line);
    return true;
  });
  if (!done) tool.fail(done.error());
}

}  // namespace

void add_classify(CLI::App& app, Tool& tool) {
  auto* command = app.add_subcommand(
      "classify",
      "The reading of a message, its evidence, and what would be done; changes nothing");
  auto asked = std::make_shared<Asked>();  // CLI11 and the callback share it
  auto* files = command->add_option("FILE", asked->files, "Messages, folders, mbox files, or -");
  command
      ->add_flag("--against-corrections", asked->against_corrections,
                 "Reads what was corrected anew, and shows where it still is read otherwise")
      ->excludes(files);
  command->add_option("--mailbox", asked->mailbox, "Read as mail to this mailbox of the settings");
  const auto* config = app.get_option("--config");
  on_chosen(*command, tool, [&tool, asked, config] {
    if (asked->against_corrections) return classify_against_corrections(tool);
    if (asked->files.empty())
      return tool.fail(domain::fail(domain::ErrorCode::settings,
                                    "classify: name a FILE, or --against-corrections"));
    classify_files(tool, *asked, config->count() > 0);
  });
}

}  // namespace redress::ctl
