#include "daemon/adapters/system/random_tokens.hpp"
#include "daemon/adapters/system/system_files.hpp"
#include "daemon/ctl/tool.hpp"

#include <fmt/core.h>

#include <memory>

namespace redress::ctl {

void add_key(CLI::App& app, Tool& tool) {
  auto* key = app.add_subcommand("key", "The secret key behind references and reply addresses");
  key->require_subcommand(1);
  auto* make = key->add_subcommand("new", "Makes a key: into FILE (mode 0600), or printed");
  auto file = std::make_shared<std::string>();  // CLI11 and the callback share it
  make->add_option("FILE", *file, "A file that does not exist yet");
  make->callback([&tool, file] {
    adapters::RandomTokens tokens;
    const auto text = app::new_key_text(tokens, 'a');
    if (file->empty()) {
      fmt::print("{}", text);
      return;
    }
    adapters::SystemFiles files;
    const auto written = files.write_secret(*file, text);
    if (!written) return tool.fail(written.error());
    fmt::print("{}: a new key, readable by its owner only; name it in [security] key\n", *file);
  });
}

}  // namespace redress::ctl
