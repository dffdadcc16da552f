#include "config/readers.hpp"
#include "config/section.hpp"
#include "config/server_reader.hpp"
#include "config/settings.hpp"

#include <fmt/format.h>

#include <array>

namespace redress::config {
namespace {

using namespace std::chrono_literals;

constexpr std::array<std::string_view, 9> k_tables{"organisation", "store",  "smtp",
                                                   "security",     "limits", "network",
                                                   "notices",      "digest", "retention"};
constexpr std::array<std::string_view, 6> k_arrays{"mailbox",    "staff",       "word",
                                                   "form_label", "form_sender", "body"};
constexpr std::array<std::string_view, 2> k_smtp_schemes{"smtps", "smtp"};

constexpr int k_connections_max = 20;
constexpr int k_mails_a_minute_max = 100'000;
constexpr std::chrono::seconds k_network_least = 1s;
constexpr std::chrono::seconds k_network_most = 24h;
constexpr std::chrono::seconds k_unread_least = 1s;
constexpr std::chrono::seconds k_unread_most = 24h * 7;
constexpr std::uint64_t k_message_size_least = 1U << 10U;
constexpr std::uint64_t k_message_size_most = 1U << 30U;
constexpr std::chrono::seconds k_gather_most = 24h;

constexpr auto k_acknowledge = domain::name_table<AcknowledgeWhen>({
    {AcknowledgeWhen::at_once, "at once"},
    {AcknowledgeWhen::office_hours, "office hours"},
});
constexpr auto k_reply_addresses = domain::name_table<ReplyAddress>({
    {ReplyAddress::plus, "plus"},
    {ReplyAddress::catch_all, "catch-all"},
    {ReplyAddress::plain, "plain"},
});

constexpr auto k_case_mails = domain::name_table<CaseMail>({
    {CaseMail::full, "full"},
    {CaseMail::confidential, "confidential"},
    {CaseMail::none, "none"},
});

/// The prefix as references carry it.
domain::Result<std::string> parse_prefix(std::string_view text) {
  constexpr int k_any_year = 2000;
  const auto reference = domain::CaseReference::make(text, k_any_year, 1);
  if (reference) return reference->str().substr(0, text.size());
  return domain::fail(
      domain::ErrorCode::settings,
      fmt::format("{} is no prefix; write 1 to 12 letters or digits, a letter first",
                  in_quotes(text)));
}

domain::Result<std::string> parse_zone(std::string_view text) {
  const auto zone = domain::TimeZone::find(text);
  if (zone) return std::string{text};
  return domain::fail(domain::ErrorCode::settings,
                      fmt::format("{} is not in this system's time zones; write a name like "
                                  "\"Europe/London\"",
                                  in_quotes(text)));
}

void read_organisation(const Section& section, Settings& settings) {
  section.check_keys();
  auto& organisation = settings.organisation;
  organisation.name = section.text_or("name", "");
  organisation.prefix = section.value("prefix", parse_prefix).value_or("");
  organisation.time_zone = section.value("time_zone", parse_zone).value_or(organisation.time_zone);
  organisation.policy = section.text_or("policy", "");
  organisation.policy_url = section.value("policy_url", parse_web_address).value_or("");
  organisation.acknowledge = section.choice("acknowledge", k_acknowledge, AcknowledgeWhen::at_once);
  organisation.closure_days = section.dates("closure_days");
}

SmtpSettings read_smtp(const Section& section, const std::string& file) {
  section.check_keys();
  auto server = read_server(section, file, k_smtp_schemes);
  if (server.user.empty() && section.has("password")) {
    section.add("user", "missing where a password is given; add it, or take the password out");
  }
  if (!server.user.empty() && !section.has("password")) {
    section.add("password", "missing where a user is given; add it, or take the user out");
  }
  auto from =
      section.value("from", parse_named_address)
          .value_or(NamedAddress{"", domain::MailAddress::parse("missing@invalid").value()});
  const int standard = 2;
  const auto connections =
      static_cast<int>(section.number("connections", 1, k_connections_max).value_or(standard));
  SmtpSettings smtp{std::move(server), std::move(from.name), std::move(from.address), connections};
  if (const auto most = section.number("mails_a_minute", 1, k_mails_a_minute_max)) {
    smtp.mails_a_minute = static_cast<int>(*most);
  }
  return smtp;
}

void read_limits(const Section& section, LimitSettings& limits) {
  section.check_keys();
  const auto rate = [&](std::string_view key, Rate standard) {
    return section.value(key, parse_rate).value_or(standard);
  };
  limits.automatic_mail_per_address =
      rate("automatic_mail_per_address", limits.automatic_mail_per_address);
  limits.automatic_mail_per_domain =
      rate("automatic_mail_per_domain", limits.automatic_mail_per_domain);
  limits.automatic_mail = rate("automatic_mail", limits.automatic_mail);
  limits.message_size = section.value("message_size", parse_size).value_or(limits.message_size);
  if (limits.message_size < k_message_size_least || limits.message_size > k_message_size_most) {
    section.add("message_size", "out of range; write a size between \"1 KiB\" and \"1 GiB\"");
  }
}

/// A length of time within bounds.
std::chrono::seconds time_between(const Section& section, std::string_view key,
                                  std::chrono::seconds standard, std::chrono::seconds least,
                                  std::chrono::seconds most) {
  const auto read = section.value(key, parse_duration);
  if (!read) return standard;
  if (*read < least || *read > most) {
    section.add(key, fmt::format("out of range; write a time of {} to {} seconds", least.count(),
                                 most.count()));
  }
  return *read;
}

void read_network(const Section& section, NetworkSettings& network) {
  section.check_keys();
  const auto time = [&](std::string_view key, std::chrono::seconds standard) {
    return time_between(section, key, standard, k_network_least, k_network_most);
  };
  network.connect = time("connect", network.connect);
  network.silence = time("silence", network.silence);
  auto& trouble = network.retry.trouble;
  trouble.first = time("retry", trouble.first);
  trouble.longest = time("retry_longest", std::max(trouble.longest, trouble.first));
  auto& login = network.retry.refused_login;
  login.first = time("login_retry", login.first);
  login.longest = time("login_retry_longest", std::max(login.longest, login.first));
}

void read_notices(const Section& section, Settings& settings) {
  section.check_keys();
  auto& notices = settings.notices;
  notices.gather = section.value("gather", parse_duration).value_or(notices.gather);
  if (notices.gather > k_gather_most) {
    section.add("gather", "out of range; write at most \"1 day\"");
  }
  notices.unread_mailbox = time_between(section, "unread_mailbox", notices.unread_mailbox,
                                        k_unread_least, k_unread_most);
  notices.reminders = section.flag("reminders", notices.reminders);
  notices.case_mail = section.choice("case_mail", k_case_mails, notices.case_mail);
}

void read_security(const Section& section, Settings& settings) {
  section.check_keys();
  settings.key = read_secret(section, "key", settings.file);
  settings.authserv_id = section.text_or("authserv_id", "");
  // RFC 8601, 2.2: a token or quoted text without white space; one organisation, one id.
  if (settings.authserv_id.find_first_of(" ;\"") != std::string::npos) {
    section.add("authserv_id",
                "this is no authserv-id; write the first word of the receiving "
                "server's Authentication-Results");
  }
}

void read_bodies(const File& input, Settings& settings) {
  for (const auto& section : input.sections("body")) {
    section.check_keys();
    BodyContact body{.name = section.text_or("name", ""),
                     .contact = section.texts("contact"),
                     .line = section.line("name")};
    if (section.has("contact") && body.contact.empty()) {
      section.add("contact", "no line; write how the body is reached, like [\"help@example.org\"]");
    }
    settings.bodies.push_back(std::move(body));
  }
}

void read_retention(const Section& section, RetentionSettings& retention) {
  section.check_keys();
  retention.years = section.value("after", parse_years);
  retention.erase_mailbox = section.flag("erase_mailbox", false);
}

}  // namespace

domain::Result<Settings> read_settings(std::string_view text, const std::string& file) {
  const auto table = parse_toml(text, file);
  if (!table) return table.error();
  Findings findings{file};
  const File input{*table, k_settings_keys, findings};
  input.check(k_tables, k_arrays);
  Settings settings{.file = file,
                    .organisation = {},
                    .store_path = {},
                    .mailboxes = read_mailboxes(input, findings),
                    .smtp = read_smtp(input.section("smtp"), file),
                    .reply_address = input.section("smtp").choice(
                        "reply_address", k_reply_addresses, ReplyAddress::plus),
                    .key = {},
                    .authserv_id = {},
                    .limits = {},
                    .network = {},
                    .notices = {},
                    .digest = read_digest(input.section("digest")),
                    .staff = read_staff(input),
                    .vocabulary = read_vocabulary(input, file),
                    .form_senders = {},
                    .bodies = {},
                    .retention = {}};
  read_organisation(input.section("organisation"), settings);
  const auto store = input.section("store");
  store.check_keys();
  settings.store_path = beside(file, store.text_or("path", "/var/lib/redress/redress.db"));
  read_security(input.section("security"), settings);
  read_limits(input.section("limits"), settings.limits);
  read_network(input.section("network"), settings.network);
  read_notices(input.section("notices"), settings);
  read_bodies(input, settings);
  read_retention(input.section("retention"), settings.retention);
  for (const auto& section : input.sections("form_sender")) {
    section.check_keys();
    settings.form_senders.push_back(read_address(section, "address"));
  }
  if (!findings.empty()) return findings.error();
  return settings;
}

}  // namespace redress::config
