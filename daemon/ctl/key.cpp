#include "daemon/adapters/system/random_tokens.hpp"
#include "daemon/adapters/system/system_files.hpp"
#include "daemon/ctl/private_files.hpp"
#include "daemon/ctl/tool.hpp"

#include <fmt/core.h>

#include <memory>

namespace redress::ctl {
namespace {

using domain::ErrorCode;
using domain::Result;

constexpr std::string_view k_reload = "the daemon takes it with \"systemctl reload redressd\"";

void make_key(Tool& tool, const std::string& file) {
  adapters::RandomTokens tokens;
  const auto text = app::new_key_text(tokens, 'a');
  if (file.empty()) {
    fmt::print("{}", text);
    return;
  }
  adapters::SystemFiles files;
  const auto written = files.write_secret(file, text);
  if (!written) return tool.fail(written.error());
  fmt::print("{}: a new key, readable by its owner only; name it in [security] key\n", file);
}

/// The file that was named, else the one that the settings use.
Result<std::string> key_file_of(Tool& tool, const std::string& named) {
  if (!named.empty()) return named;
  const auto house = tool.load();
  if (!house) return domain::fail(ErrorCode::settings, "the settings could not be read");
  const auto& key = house->settings.key;
  if (!key) return app::key_file(house->settings);
  if (key->from == config::SecretSource::From::file) return app::secret_path(*key, house->settings);
  return domain::fail(ErrorCode::invalid_input,
                      fmt::format("[security] key is the credential \"{}\": name its file, and "
                                  "restart redressd after it",
                                  key->name));
}

/// Reads the file, changes its text, and writes it back whole.
template <class Edit>
void edit_keys(Tool& tool, const std::string& named, std::string_view done, Edit edit) {
  const auto path = key_file_of(tool, named);
  if (!path) return tool.fail(path.error());
  const adapters::SystemFiles files;
  const auto text = files.read(*path);
  if (!text) return tool.fail(text.error());
  const Result<std::string> changed = edit(*text, *path);
  if (!changed) return tool.fail(changed.error());
  if (const auto written = replace_private(*path, *changed); !written) {
    return tool.fail(written.error());
  }
  fmt::print("{}: {}; {}, and the file belongs into the backup\n", *path, done, k_reload);
}

void list_keys(Tool& tool, const std::string& named) {
  const auto path = key_file_of(tool, named);
  if (!path) return tool.fail(path.error());
  const adapters::SystemFiles files;
  const auto text = files.read(*path);
  if (!text) return tool.fail(text.error());
  const auto ring = domain::KeyRing::parse(*text, *path);
  if (!ring) return tool.fail(ring.error());
  for (const auto& key : ring->keys()) {
    const auto* state = key.revoked                     ? "revoked"
                        : &key == &ring->keys().front() ? "makes new tokens"
                                                        : "holds";
    fmt::print("{}  {}\n", key.id, state);
  }
}

}  // namespace

void add_key(CLI::App& app, Tool& tool) {
  auto* key = app.add_subcommand("key", "The secret key behind references and reply addresses");
  key->require_subcommand(1);
  auto file = std::make_shared<std::string>();  // CLI11 and the callbacks share them
  auto id = std::make_shared<std::string>();
  auto* make = key->add_subcommand("new", "Makes a key: into FILE (mode 0600), or printed");
  make->add_option("FILE", *file, "A file that does not exist yet");
  make->callback([&tool, file] { make_key(tool, *file); });

  auto* list = key->add_subcommand("list", "The keys of the key file, newest first");
  list->add_option("FILE", *file, "The key file; else that of the settings");
  list->callback([&tool, file] { list_keys(tool, *file); });

  auto* rotate = key->add_subcommand("rotate", "Adds a new key, which new tokens are made with");
  rotate->add_option("FILE", *file, "The key file; else that of the settings");
  rotate->callback([&tool, file] {
    edit_keys(tool, *file, "a new key stands first, and the others hold on",
              [](std::string_view text, const std::string& path) {
                adapters::RandomTokens tokens;
                return domain::with_new_key(text, path, app::new_secret(tokens));
              });
  });

  auto* revoke = key->add_subcommand("revoke", "Makes every token of an older key worthless");
  revoke->add_option("ID", *id, "Letter of the key, as \"key list\" shows it")->required();
  revoke->add_option("FILE", *file, "The key file; else that of the settings");
  revoke->callback([&tool, file, id] {
    edit_keys(tool, *file, "the key is revoked",
              [&](std::string_view text, const std::string& path) -> Result<std::string> {
                if (id->size() != 1) {
                  return domain::fail(ErrorCode::invalid_input,
                                      fmt::format("\"{}\" is no letter of a key", *id));
                }
                return domain::with_revoked_key(text, path, id->front());
              });
  });
}

}  // namespace redress::ctl
