#include "daemon/app/installation.hpp"

#include "config/secret_place.hpp"
#include "daemon/app/messages.hpp"
#include "daemon/app/policy_source.hpp"

#include <fmt/format.h>
#include <sodium.h>

namespace redress::app {
namespace {

using domain::ErrorCode;
using domain::fail;
using domain::Result;

constexpr std::string_view k_template_suffix = ".mustache";
constexpr std::size_t k_key_seed_characters = 64;

std::string folder_of(const std::string& path) {
  const auto slash = path.rfind('/');
  return slash == std::string::npos ? std::string{"."} : path.substr(0, slash);
}

Result<config::PolicyFile> load_policy(const config::Settings& settings, const std::string& share,
                                       const ports::Files& files) {
  const auto candidates = config::policy_candidates(settings, share);
  for (const auto& path : candidates) {
    auto policy = load_policy_file(path, share, files);
    if (policy || policy.error().code != ErrorCode::not_found) return policy;
  }
  return fail(ErrorCode::settings,
              fmt::format("{}: organisation.policy: there is no file {}; name a policy.toml that "
                          "exists",
                          settings.file, fmt::join(candidates, " nor ")));
}

Result<domain::WorkingCalendar> load_calendar(const domain::Policy& policy,
                                              const std::string& share, const ports::Files& files) {
  const auto path = fmt::format("{}/calendars/{}.toml", share, domain::to_string(policy.nation));
  const auto text = files.read(path);
  if (!text) return text.error();
  const auto data = config::read_calendar(*text, path);
  if (!data) return data.error();
  return domain::WorkingCalendar::make(data->nation, {data->holidays.begin(), data->holidays.end()},
                                       data->first_year, data->last_year, policy.closure_days);
}

/// Adds the templates of a folder. Gives whether there was one.
Result<bool> add_templates(const std::string& folder, const std::string& pack,
                           const ports::Files& files, std::vector<templates::TemplateFile>& found) {
  const auto before = found.size();
  for (const auto& name : files.list(folder)) {
    if (!name.ends_with(k_template_suffix)) continue;
    auto file = fmt::format("{}/{}", folder, name);
    auto text = files.read(file);
    if (!text) return text.error();
    found.push_back({.path = std::move(file),
                     .pack = pack,
                     .name = name.substr(0, name.size() - k_template_suffix.size()),
                     .text = std::move(*text)});
  }
  return found.size() > before;
}

/// The common templates and the pack's own: those beside the settings, else those that came with
/// the program.
Result<std::vector<templates::TemplateFile>> load_templates(const std::string& pack,
                                                            const config::Settings& settings,
                                                            const std::string& share,
                                                            const ports::Files& files) {
  std::vector<templates::TemplateFile> found;
  const auto common = add_templates(share + "/templates/common", "common", files, found);
  if (!common) return common.error();
  if (!pack.empty()) {
    const auto own = fmt::format("{}/templates/{}", folder_of(settings.file), pack);
    const auto beside = add_templates(own, pack, files, found);
    if (!beside) return beside.error();
    const auto shared = fmt::format("{}/templates/{}", share, pack);
    const auto shipped = *beside ? beside : add_templates(shared, pack, files, found);
    if (!shipped) return shipped.error();
  }
  if (!found.empty()) return found;
  return fail(ErrorCode::settings, fmt::format("{}/templates: no template there; install the "
                                               "share folder beside the program",
                                               share));
}

/// Where the settings name that secret, as errors begin.
std::string place_of(const config::SecretSource& secret, const config::Settings& settings,
                     const ports::Files& files) {
  const auto text = files.read(settings.file);
  return text ? config::place_of_secret(*text, settings.file, secret) : settings.file;
}

std::vector<std::string> names_of(const std::vector<templates::TemplateFile>& files) {
  std::vector<std::string> names;
  for (const auto& file : files) names.push_back(file.name);
  return names;
}

/// Somebody must be there to be told.
Result<void> check_staff(const config::Settings& settings, const domain::Policy& policy) {
  if (!domain::is_role_of(settings.staff, domain::k_administrator) &&
      !domain::is_role_of(settings.staff, domain::k_complaints_manager)) {
    return fail(ErrorCode::settings,
                fmt::format("{}:1: staff: nobody is administrator or complaints-manager, so nobody "
                            "could be told of trouble; give one [[staff]] that role",
                            settings.file));
  }
  for (const auto& stage : policy.stages) {
    if (domain::is_role_of(settings.staff, stage.owner_role)) continue;
    return fail(ErrorCode::settings,
                fmt::format("{}:1: staff: stage {} of the policy belongs to the role \"{}\", which "
                            "nobody has; give one [[staff]] that role",
                            settings.file, stage.number, stage.owner_role));
  }
  return {};
}

}  // namespace

Result<Installation> load_installation(const std::string& settings_file, const std::string& share,
                                       const ports::Files& files, domain::Instant now) {
  const auto text = files.read(settings_file);
  if (!text) {
    return fail(ErrorCode::settings,
                fmt::format("{}; name the settings file with --config", text.error().text));
  }
  auto settings = config::read_settings(*text, settings_file);
  if (!settings) return settings.error();
  const auto file = load_policy(*settings, share, files);
  if (!file) return file.error();
  auto policy = config::with_settings(file->policy, *settings);
  if (const auto staffed = check_staff(*settings, policy); !staffed) return staffed.error();
  auto calendar = load_calendar(policy, share, files);
  if (!calendar) return calendar.error();
  auto zone = domain::TimeZone::find(settings->organisation.time_zone);
  if (!zone) return zone.error();
  auto texts = load_templates(policy.pack, *settings, share, files);
  if (!texts) return texts.error();
  const auto names = names_of(*texts);
  auto letters = templates::TemplateSet::make(std::move(*texts), policy.pack);
  if (!letters) return letters.error();
  const auto unstaffed =
      config::check_mentions(*file, policy, *settings, letters->letters(), names);
  if (!unstaffed) return unstaffed.error();
  std::vector<const domain::Vocabulary*> words{&settings->vocabulary, &policy.vocabulary};
  for (const auto& included : file->included_words) words.push_back(&included);
  auto vocabulary = Vocabulary::make(words);
  if (!vocabulary) return vocabulary.error();
  std::vector<Warning> warnings;
  for (const auto& one : *unstaffed) warnings.push_back({log_id::k_unstaffed, one});
  if (calendar->runs_out_soon(zone->date_of(now))) {
    warnings.push_back({log_id::k_calendar_ends,
                        fmt::format("the calendar of {} ends with {}; install a newer one",
                                    domain::to_string(calendar->nation()), calendar->last_year())});
  }
  return Installation{std::move(*settings), std::move(policy),      std::move(*calendar), *zone,
                      std::move(*letters),  std::move(*vocabulary), std::move(warnings)};
}

domain::House house_of(const Installation& installed) {
  const auto& limits = installed.settings.limits;
  return {
      .prefix = installed.settings.organisation.prefix,
      .policy = installed.policy,
      .calendar = installed.calendar,
      .zone = installed.zone,
      .limits = {.to_address = limits.automatic_mail_per_address.count,
                 .to_domain = limits.automatic_mail_per_domain.count,
                 .total = limits.automatic_mail.count},
      .office_hours =
          installed.settings.organisation.acknowledge == config::AcknowledgeWhen::office_hours,
      .case_mails = installed.settings.notices.case_mail != config::CaseMail::none,
  };
}

std::string key_file(const config::Settings& settings) {
  return settings.store_path + ".key";
}

std::array<std::uint8_t, domain::KeyRing::k_key_bytes> new_secret(ports::TokenSource& tokens) {
  std::array<std::uint8_t, domain::KeyRing::k_key_bytes> secret{};
  const auto seed = tokens.token(k_key_seed_characters);
  crypto_generichash(secret.data(), secret.size(),
                     reinterpret_cast<const unsigned char*>(seed.data()), seed.size(), nullptr, 0);
  return secret;
}

std::string new_key_text(ports::TokenSource& tokens, char id) {
  const domain::KeyRing::Key key{.id = id, .secret = new_secret(tokens), .revoked = false};
  return domain::KeyRing::format(std::span{&key, 1});
}

Result<domain::KeyRing> load_keys(const config::Settings& settings, ports::Files& files,
                                  ports::TokenSource* make) {
  if (settings.key) {
    const auto text = resolve_secret(*settings.key, settings, files);
    if (!text) return text.error();
    auto keys = domain::KeyRing::parse(*text, settings.key->name);
    if (keys) return keys;
    return fail(keys.error().code,
                fmt::format("{}: {}", place_of(*settings.key, settings, files), keys.error().text));
  }
  const auto path = key_file(settings);
  auto text = files.read(path);
  if (!text && text.error().code == ErrorCode::not_found && make != nullptr) {
    const auto made = new_key_text(*make, 'a');
    if (const auto written = files.write_secret(path, made); !written) return written.error();
    text = made;
  }
  if (!text) return text.error();
  return domain::KeyRing::parse(*text, path);
}

std::string secret_path(const config::SecretSource& source, const config::Settings& settings) {
  return source.name.starts_with('/') ? source.name : folder_of(settings.file) + "/" + source.name;
}

Result<std::string> resolve_secret(const config::SecretSource& source,
                                   const config::Settings& settings, const ports::Files& files) {
  const bool is_file = source.from == config::SecretSource::From::file;
  const auto path = is_file ? secret_path(source, settings) : source.name;
  auto text = is_file ? files.read(path) : files.credential(source.name);
  if (!text) {
    const bool missing = text.error().code == ErrorCode::not_found;
    return fail(ErrorCode::settings,
                fmt::format("{}: {}", place_of(source, settings, files),
                            missing ? fmt::format("the secret is missing: there is no file {}; "
                                                  "write it there with mode 0600",
                                                  path)
                                    : text.error().text));
  }
  while (!text->empty() && (text->back() == '\n' || text->back() == '\r')) text->pop_back();
  return text;
}

}  // namespace redress::app
