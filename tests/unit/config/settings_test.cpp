#include "config/settings.hpp"
#include "config/keys.hpp"
#include "tests/unit/config/support.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <map>

namespace redress::config {
namespace {

using namespace std::chrono_literals;
using test::k_least_settings;
using test::with;

Settings read(std::string_view text) {
  auto settings = read_settings(text, "/etc/redress/redress.toml");
  if (!settings) throw std::runtime_error(settings.error().text);
  return *settings;
}

TEST(Settings, TheLeastHasTheDocumentedDefaults) {
  const auto settings = read(k_least_settings);
  EXPECT_EQ(settings.organisation.time_zone, "Europe/London");
  EXPECT_EQ(settings.organisation.acknowledge, AcknowledgeWhen::at_once);
  EXPECT_EQ(settings.organisation.policy_url, "");
  EXPECT_EQ(settings.store_path, "/var/lib/redress/redress.db");
  ASSERT_EQ(settings.mailboxes.size(), 1U);
  const auto& mailbox = settings.mailboxes.front();
  EXPECT_EQ(mailbox.server.user, "comments@example.org");
  EXPECT_EQ(mailbox.server.tls, Tls::required);
  EXPECT_EQ(mailbox.folder, "INBOX");
  EXPECT_EQ(mailbox.junk_folder, "auto");
  EXPECT_EQ(mailbox.sent_folder, "auto");
  EXPECT_EQ(mailbox.after, MailboxSettings::After::flag);
  EXPECT_EQ(mailbox.expects, Expects::complaint);
  EXPECT_EQ(mailbox.start.from, Start::From::now);
  EXPECT_EQ(mailbox.poll, 60s);
  EXPECT_EQ(settings.smtp.server.user, "");
  EXPECT_FALSE(settings.smtp.server.password);
  EXPECT_EQ(settings.smtp.server.tls, Tls::required);
  EXPECT_EQ(settings.smtp.connections, 2);
  EXPECT_EQ(settings.reply_address, ReplyAddress::plus);
  EXPECT_FALSE(settings.key);
  EXPECT_EQ(settings.authserv_id, "");
  EXPECT_EQ(settings.limits.automatic_mail_per_address.count, 3);
  EXPECT_EQ(settings.limits.automatic_mail_per_address.per, 24h);
  EXPECT_EQ(settings.limits.automatic_mail_per_domain.count, 100);
  EXPECT_EQ(settings.limits.automatic_mail_per_domain.per, 1h);
  EXPECT_EQ(settings.limits.automatic_mail.count, 2000);
  EXPECT_EQ(settings.limits.automatic_mail.per, 1h);
  EXPECT_EQ(settings.limits.message_size, 50U << 20U);
  EXPECT_EQ(settings.notices.gather, 15min);
  EXPECT_TRUE(settings.staff.empty());
  EXPECT_TRUE(settings.bodies.empty());
  EXPECT_FALSE(settings.retention.years);
  EXPECT_FALSE(settings.retention.erase_mailbox);
  EXPECT_FALSE(settings.smtp.mails_a_minute);
  EXPECT_TRUE(settings.notices.reminders);
  EXPECT_EQ(settings.notices.case_mail, CaseMail::full);
  EXPECT_TRUE(settings.digest.enabled && settings.digest.all_clear);
  EXPECT_FALSE(settings.digest.at || settings.digest.complainant_names);
}

/// Everything of the settings that has a default in the table of keys, as text to compare.
std::string defaults_of(const Settings& s) {
  const auto& m = s.mailboxes.front();
  const auto rate = [](const Rate& r) { return fmt::format("{}/{}", r.count, r.per.count()); };
  return fmt::format("{} {} {} {} {} {} {} {} {} {} {} {} {} {} {} {} {} {} {} {}",
                     s.organisation.time_zone, static_cast<int>(s.organisation.acknowledge),
                     s.store_path, static_cast<int>(m.server.tls), m.folder, m.junk_folder,
                     m.sent_folder, static_cast<int>(m.after), static_cast<int>(m.expects),
                     static_cast<int>(m.start.from), m.poll.count(),
                     static_cast<int>(s.smtp.server.tls), s.smtp.connections,
                     static_cast<int>(s.reply_address), rate(s.limits.automatic_mail_per_address),
                     rate(s.limits.automatic_mail_per_domain), rate(s.limits.automatic_mail),
                     s.limits.message_size, s.notices.gather.count(), s.staff.size()) +
         fmt::format(" {} {} {} {} {} {}", static_cast<int>(s.notices.case_mail),
                     s.notices.reminders, s.digest.enabled, s.digest.team_to, s.digest.all_clear,
                     s.digest.complainant_names);
}

TEST(Settings, DefaultsOfTheTableAreThoseOfTheReader) {
  std::map<std::string, std::string> lines;
  for (const auto& known : k_settings_keys) {
    if (known.standard.empty() || known.section == "word") continue;  // see ANewWordDecidesAlone
    lines[std::string{known.section}] += fmt::format("{} = {}\n", known.key, known.standard);
  }
  std::string text{k_least_settings};
  for (const auto& [section, keys] : lines) {
    const auto header = section == "mailbox" ? "[[mailbox]]\n" : fmt::format("[{}]\n", section);
    text = text.find(header) == std::string::npos ? text + header + keys
                                                  : with(text, header, header + keys);
  }
  EXPECT_EQ(defaults_of(read(text)), defaults_of(read(k_least_settings)));
}

TEST(Settings, ANewWordDecidesAlone) {
  const auto settings = read(std::string{k_least_settings} +
                             "[[word]]\nphrase = \"muddle\"\nspeaks_for = \"complaint\"\n"
                             "[[word]]\nphrase = \"picnic\"\nspeaks_for = \"junk\"\nweight = -0.5\n"
                             "[[form_label]]\nlabel = \"Enw\"\nfield = \"name\"\n");
  const auto& words = settings.vocabulary.words;
  ASSERT_EQ(words.size(), 2U);
  EXPECT_EQ(words[0].phrase, "muddle");
  EXPECT_EQ(words[0].speaks_for, "complaint");
  EXPECT_EQ(words[0].weight, 1.0);
  EXPECT_EQ(words[1].weight, -0.5);
  ASSERT_EQ(settings.vocabulary.labels.size(), 1U);
  EXPECT_EQ(settings.vocabulary.labels[0].label, "Enw");
  EXPECT_EQ(settings.vocabulary.labels[0].field, "name");
}

TEST(Settings, TheExampleIsReadAndShowsEveryKey) {
  const auto text = test::source_file("config/redress.toml");
  const auto settings = read_settings(text, "redress.toml");
  ASSERT_TRUE(settings) << settings.error().text;
  EXPECT_EQ(settings->staff.size(), 2U);
  for (const auto& known : k_settings_keys) {
    EXPECT_NE(text.find(fmt::format("{} = ", known.key)), std::string::npos)
        << known.section << "." << known.key;
  }
}

TEST(Settings, EveryKeyIsRead) {
  const auto settings = read(R"(
[organisation]
name = "Example Institute"
prefix = "ex1"
time_zone = "Europe/Belfast"
policy = "/srv/policy.toml"
policy_url = "https://www.example.org/complaints"
acknowledge = "office hours"
closure_days = [2026-12-24]
[store]
path = "data/redress.db"
[[mailbox]]
name = "enquiries"
address = "enquiries@example.org"
url = "IMAP://[::1]:1143/"
user = "reader"
password = "file:secrets/imap"
tls = "none"
ca = "ca.pem"
folder = "Complaints"
junk_folder = "Junk E-mail"
sent_folder = "none"
after = "move:Done/2026"
expects = "enquiry"
start = 2026-11-01
poll = "5 min"
[smtp]
url = "smtps://mail.example.org"
user = "sender"
password = "credential:smtp"
from = "comments@example.org"
connections = 4
mails_a_minute = 30
reply_address = "catch-all"
[security]
key = "file:/etc/redress/key"
authserv_id = "mx.example.org"
[limits]
automatic_mail_per_address = "5/hour"
automatic_mail_per_domain = "7/day"
automatic_mail = "10/minute"
message_size = "2 MB"
[notices]
gather = "30 s"
reminders = false
case_mail = "confidential"
[digest]
enabled = false
at = "08:15"
team_to = "director"
all_clear = false
complainant_names = true
[[staff]]
name = "Jo Bloggs"
email = "Jo@example.org"
roles = ["complaints-manager", "duty"]
manager = "Sam Smith"
deputy = "Sam Smith"
away = ["2026-12-21/2027-01-04", "2026-11-24"]
[[staff]]
name = "Sam Smith"
email = "sam@example.org"
roles = ["administrator"]
[[body]]
name = "Example Trading Ltd"
contact = ["Trading", "trading@example.org"]
[retention]
after = "6 years"
erase_mailbox = true
)");
  EXPECT_EQ(settings.organisation.prefix, "EX1");
  EXPECT_EQ(settings.organisation.time_zone, "Europe/Belfast");
  EXPECT_EQ(settings.organisation.acknowledge, AcknowledgeWhen::office_hours);
  EXPECT_EQ(domain::to_iso(settings.organisation.closure_days.at(0)), "2026-12-24");
  EXPECT_EQ(settings.store_path, "/etc/redress/data/redress.db");
  const auto& mailbox = settings.mailboxes.at(0);
  EXPECT_EQ(mailbox.server.url, "imap://[::1]:1143");
  EXPECT_EQ(mailbox.server.user, "reader");
  EXPECT_EQ(mailbox.server.password->from, SecretSource::From::file);
  EXPECT_EQ(mailbox.server.password->name, "/etc/redress/secrets/imap");
  EXPECT_EQ(mailbox.server.tls, Tls::none);
  EXPECT_EQ(mailbox.server.ca, "/etc/redress/ca.pem");
  EXPECT_EQ(mailbox.folder, "Complaints");
  EXPECT_EQ(mailbox.junk_folder, "Junk E-mail");
  EXPECT_EQ(mailbox.sent_folder, "none");
  EXPECT_EQ(mailbox.after, MailboxSettings::After::move);
  EXPECT_EQ(mailbox.move_to, "Done/2026");
  EXPECT_EQ(mailbox.expects, Expects::enquiry);
  EXPECT_EQ(mailbox.start.from, Start::From::date);
  EXPECT_EQ(domain::to_iso(mailbox.start.date), "2026-11-01");
  EXPECT_EQ(mailbox.poll, 300s);
  EXPECT_EQ(settings.smtp.server.password->from, SecretSource::From::credential);
  EXPECT_EQ(settings.smtp.server.password->name, "smtp");
  EXPECT_EQ(settings.smtp.from_name, "");
  EXPECT_EQ(settings.smtp.from.str(), "comments@example.org");
  EXPECT_EQ(settings.smtp.connections, 4);
  EXPECT_EQ(settings.reply_address, ReplyAddress::catch_all);
  EXPECT_EQ(settings.key->name, "/etc/redress/key");
  EXPECT_EQ(settings.authserv_id, "mx.example.org");
  EXPECT_EQ(settings.limits.automatic_mail_per_address.per, 1h);
  EXPECT_EQ(settings.limits.automatic_mail_per_domain.per, 24h);
  EXPECT_EQ(settings.limits.automatic_mail.per, 60s);
  EXPECT_EQ(settings.limits.message_size, 2'000'000U);
  EXPECT_EQ(settings.notices.gather, 30s);
  EXPECT_FALSE(settings.notices.reminders);
  EXPECT_EQ(settings.notices.case_mail, CaseMail::confidential);
  EXPECT_EQ(settings.smtp.mails_a_minute, 30);
  EXPECT_EQ(settings.digest.at, domain::TimeOfDay{8 * 60 + 15});
  EXPECT_EQ(settings.digest.team_to, "director");
  EXPECT_TRUE(settings.digest.complainant_names);
  EXPECT_FALSE(settings.digest.enabled || settings.digest.all_clear);
  const auto& jo = settings.staff.at(0);
  EXPECT_EQ(jo.email.key(), "jo@example.org");
  EXPECT_EQ(jo.roles, (std::vector<std::string>{"complaints-manager", "duty"}));
  EXPECT_EQ(jo.deputy, "Sam Smith");
  ASSERT_EQ(jo.away.size(), 2U);
  EXPECT_EQ(domain::to_iso(jo.away[0].second), "2027-01-04");
  EXPECT_EQ(jo.away[1].first, jo.away[1].second);
  EXPECT_EQ(settings.bodies.at(0).name, "Example Trading Ltd");
  EXPECT_EQ(settings.bodies.at(0).contact.size(), 2U);
  EXPECT_EQ(settings.retention.years, 6);
  EXPECT_TRUE(settings.retention.erase_mailbox);
}

TEST(Settings, PolicyIsLookedForBesideTheFileAndThenInTheShare) {
  auto settings = read(k_least_settings);
  EXPECT_EQ(policy_candidates(settings, "/usr/share/redress"),
            (std::vector<std::string>{"/etc/redress/policies/cim/policy.toml",
                                      "/usr/share/redress/policies/cim/policy.toml"}));
  settings.organisation.policy = "/srv/policy.toml";
  EXPECT_EQ(policy_candidates(settings, "/usr/share/redress"),
            std::vector<std::string>{"/srv/policy.toml"});
  settings.organisation.policy = "policy.toml";
  settings.file = "redress.toml";
  EXPECT_EQ(policy_candidates(settings, "/usr/share/redress").front(), "policy.toml");
}

TEST(Settings, PolicyUrlStandsInPlaceOfThePolicysOwn) {
  auto settings = read(k_least_settings);
  domain::Policy policy;
  policy.url = "https://old.example.org/";
  EXPECT_EQ(with_settings(policy, settings).url, "https://old.example.org/");
  settings.organisation.policy_url = "https://new.example.org/";
  EXPECT_EQ(with_settings(policy, settings).url, "https://new.example.org/");
}

TEST(Settings, ClosureDaysAndContactsAreAddedToThePolicys) {
  auto settings = read(k_least_settings);
  domain::Policy policy;
  policy.closure_days = {domain::parse_date("2026-12-24").value()};
  policy.bodies = {{.name = "A", .relation = {}, .contact = {"old"}, .clause = "1"},
                   {.name = "B", .relation = {}, .contact = {"kept"}, .clause = "1"}};
  settings.organisation.closure_days = {domain::parse_date("2026-12-24").value(),
                                        domain::parse_date("2026-12-31").value()};
  settings.bodies = {{.name = "A", .contact = {"new"}, .line = 1}};
  const auto merged = with_settings(policy, settings);
  ASSERT_EQ(merged.closure_days.size(), 2U);  // the day that both name, once
  EXPECT_EQ(domain::to_iso(merged.closure_days[1]), "2026-12-31");
  EXPECT_EQ(merged.bodies[0].contact, std::vector<std::string>{"new"});
  EXPECT_EQ(merged.bodies[1].contact, std::vector<std::string>{"kept"});
}

}  // namespace
}  // namespace redress::config
