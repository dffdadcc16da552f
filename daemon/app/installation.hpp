#pragma once

#include "config/settings.hpp"
#include "daemon/app/vocabulary.hpp"
#include "daemon/domain/decide.hpp"
#include "daemon/domain/keyring.hpp"
#include "daemon/domain/policy.hpp"
#include "daemon/domain/working_calendar.hpp"
#include "daemon/ports/files.hpp"
#include "daemon/ports/token_source.hpp"
#include "templates/letters.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace redress::app {

/// What works, and not for long or not wholly; for check and the log.
struct Warning {
  std::string_view id;  ///< of the log message
  std::string text;
};

/// Everything that is read once at start and never changes while the program runs.
struct Installation {
  config::Settings settings;
  domain::Policy policy;
  domain::WorkingCalendar calendar;
  domain::TimeZone zone;
  templates::TemplateSet letters;
  Vocabulary vocabulary;
  std::vector<Warning> warnings;
};

/// Reads settings, policy, calendar and templates, and looks for contradictions between them.
/// `share` is the folder that holds policies/, calendars/ and templates/; a pack's policy and
/// templates may lie beside the settings too (policies/PACK, templates/PACK). Error: settings; one
/// line with file, line and mend.
domain::Result<Installation> load_installation(const std::string& settings_file,
                                               const std::string& share, const ports::Files& files,
                                               domain::Instant now);

/// What `decide` needs of it; refers to `installed`, which outlives it.
domain::House house_of(const Installation& installed);

/// Where the key lies: the setting's, else beside the database.
std::string key_file(const config::Settings& settings);

/// Reads the key ring; where no `[security] key` is set and none was made yet, makes one beside the
/// database (mode 0600) when `make` is given. Error: settings.
domain::Result<domain::KeyRing> load_keys(const config::Settings& settings, ports::Files& files,
                                          ports::TokenSource* make);

/// The path of a secret that is a file; relative ones are beside the settings.
std::string secret_path(const config::SecretSource& source, const config::Settings& settings);

/// 32 bytes that nobody can guess.
std::array<std::uint8_t, domain::KeyRing::k_key_bytes> new_secret(ports::TokenSource& tokens);
/// The text of a new key file with one key of that id.
std::string new_key_text(ports::TokenSource& tokens, char id);

/// The secret that a source names, without a trailing line end. Error: settings, with the line and
/// key that name it.
domain::Result<std::string> resolve_secret(const config::SecretSource& source,
                                           const config::Settings& settings,
                                           const ports::Files& files);

}  // namespace redress::app
