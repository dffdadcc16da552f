#include "daemon/adapters/curl/easy_handle.hpp"
#include "daemon/adapters/curl/multi_driver.hpp"
#include "daemon/adapters/system/document_child.hpp"
#include "daemon/app/documents.hpp"
#include "daemon/app/servers.hpp"
#include "daemon/ctl/terminal.hpp"
#include "daemon/ctl/tool.hpp"
#include "daemon/wiring/server_config.hpp"
#include "templates/check_letters.hpp"

#include <fmt/format.h>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>

#include <memory>

namespace redress::ctl {
namespace {

namespace asio = boost::asio;

struct Finding {
  std::string what;
  domain::Result<std::vector<std::string>> found;  ///< what is amiss, though it answers
};

/// What a setting needs, and the server of the mailbox has not.
std::vector<std::string> lacks(const config::MailboxSettings& mailbox,
                               const config::RetentionSettings& retention,
                               const ports::FolderStatus& server) {
  std::vector<std::string> texts;
  if (retention.erase_mailbox && !server.can_expunge) {
    texts.push_back(
        fmt::format("mailbox {}: the server has no UIDPLUS, so [retention] "
                    "erase_mailbox erases nothing there",
                    mailbox.name));
  }
  const bool moves = mailbox.after == config::MailboxSettings::After::move;
  if (moves && !server.can_move && !server.can_expunge) {
    texts.push_back(
        fmt::format("mailbox {}: the server has neither MOVE nor UIDPLUS, so after = "
                    "\"move:{}\" leaves originals in \"{}\", flagged as deleted",
                    mailbox.name, mailbox.move_to, mailbox.folder));
  }
  return texts;
}

ports::Task<domain::Result<std::vector<std::string>>> log_in(adapters::MultiDriver& driver,
                                                             const config::MailboxSettings& mailbox,
                                                             const config::Settings& settings,
                                                             std::string password) {
  const auto source = adapters::create_imap_source(
      driver, imap_config(mailbox.server, std::move(password), settings.network));
  const auto opened = co_await source->open(mailbox.folder);
  co_await source->close();
  if (!opened) co_return opened.error();
  co_return lacks(mailbox, settings.retention, *opened);
}

ports::Task<void> try_servers(const config::Settings& settings, const app::Secrets& secrets,
                              std::vector<Finding>& findings) {
  adapters::MultiDriver driver{co_await asio::this_coro::executor};
  for (const auto& mailbox : settings.mailboxes) {
    auto found = co_await log_in(driver, mailbox, settings, secrets.mailboxes.at(mailbox.name));
    findings.push_back({fmt::format("mailbox {}", mailbox.name), std::move(found)});
  }
  const auto sink = adapters::create_smtp_sink(
      driver, smtp_config(settings.smtp, secrets.smtp, settings.network));
  const auto probed = co_await sink->probe();
  findings.push_back({"smtp", {}});
  if (!probed) findings.back().found = probed.error();
}

void warn(const std::vector<std::string>& texts) {
  for (const auto& text : texts) fmt::print(stderr, "redressctl: warning: {}\n", printable(text));
}

/// Logs in everywhere. A server that does not answer is "try again", a refusal is "not so". Returns
/// what was warned of.
std::vector<std::string> check_online(Tool& tool, const app::Installation& house,
                                      const app::Secrets& secrets) {
  const adapters::CurlGlobal curl;
  asio::io_context loop{1};
  std::vector<Finding> findings;
  std::exception_ptr broken;
  asio::co_spawn(loop, try_servers(house.settings, secrets, findings),
                 [&](const std::exception_ptr& failure) { broken = failure; });
  loop.run();
  if (broken) std::rethrow_exception(broken);
  std::vector<std::string> warnings;
  for (const auto& one : findings) {
    if (!one.found) {
      tool.fail(domain::fail(one.found.error().code,
                             fmt::format("{}: {}", one.what, one.found.error().text)));
      continue;
    }
    if (!tool.json) fmt::print("{}  {}\n", coloured("ok", Colour::good), one.what);
    warnings.insert(warnings.end(), one.found->begin(), one.found->end());
  }
  warn(warnings);
  return warnings;
}

std::vector<std::string> texts_of(const std::vector<app::Warning>& warnings) {
  std::vector<std::string> texts;
  for (const auto& warning : warnings) texts.push_back(warning.text);
  return texts;
}

/// The key as the daemon reads it; one that its first start makes need not be there.
domain::Result<void> check_key(const config::Settings& settings, adapters::SystemFiles& files) {
  const auto keys = app::load_keys(settings, files, nullptr);
  const bool made_later =
      !settings.key && !keys && keys.error().code == domain::ErrorCode::not_found;
  if (keys || made_later) return {};
  return keys.error();
}

void check(Tool& tool, bool online) {
  const auto house = tool.load();
  if (!house) return;
  auto files = files_of(house->settings);
  const auto secrets = app::load_secrets(house->settings, files);
  if (!secrets) return tool.fail(secrets.error());
  if (const auto key = check_key(house->settings, files); !key) return tool.fail(key.error());
  if (const auto whole = templates::check_letters(house->letters, house->policy); !whole) {
    return tool.fail(whole.error());
  }
  auto warnings = texts_of(house->warnings);
  warn(warnings);
  const auto documents = adapters::installed_document_reader();
  if (const auto tried = app::try_documents(*documents); !tried) tool.fail(tried.error());
  if (online) {
    const auto more = check_online(tool, *house, *secrets);
    warnings.insert(warnings.end(), more.begin(), more.end());
  }
  if (tool.json) {
    return Tool::print_json({{"settings", tool.config},
                             {"policy", house->policy.title},
                             {"mailboxes", house->settings.mailboxes.size()},
                             {"letters", house->letters.letters()},
                             {"warnings", warnings},
                             {"ok", tool.exit == Exit::done}});
  }
  if (tool.exit != Exit::done) return;
  fmt::print("{}  {}: {} mailboxes, policy \"{}\", {} letters, calendar of {} to {}\n",
             coloured("ok", Colour::good), tool.config, house->settings.mailboxes.size(),
             house->policy.title, house->letters.letters().size(),
             domain::to_string(house->calendar.nation()), house->calendar.last_year());
}

}  // namespace

void add_check(CLI::App& app, Tool& tool) {
  auto* command =
      app.add_subcommand("check", "Reads settings, policy, secrets, calendars, templates");
  auto online = std::make_shared<bool>(false);  // CLI11 and the callback share it
  command->add_flag("--online", *online, "Also logs in at every server");
  on_chosen(*command, tool, [&tool, online] { check(tool, *online); });
}

}  // namespace redress::ctl
