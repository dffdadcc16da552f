#include "config/settings.hpp"
#include "tests/unit/config/support.hpp"

#include <gtest/gtest.h>

namespace redress::config {
namespace {

using test::k_least_settings;
using test::with;

/// A change of the least settings, and what the error line must begin with and hold. Lines are
/// counted in the changed text; `from` null: `to` is added at the end (first line of it is 15).
struct Wrong {
  const char* name;
  const char* from;
  const char* to;
  const char* start;
  const char* holds;
};

void PrintTo(const Wrong& c, std::ostream* out) {
  *out << c.name;
}

class WrongSettings : public testing::TestWithParam<Wrong> {};

TEST_P(WrongSettings, AreToldInOneLine) {
  const auto& c = GetParam();
  const auto text = c.from == nullptr ? std::string{k_least_settings} + c.to
                                      : with(k_least_settings, c.from, c.to);
  const auto settings = read_settings(text, "r.toml");
  ASSERT_FALSE(settings);
  const auto& error = settings.error();
  EXPECT_EQ(error.code, domain::ErrorCode::settings);
  EXPECT_TRUE(error.text.starts_with(c.start)) << error.text;
  EXPECT_NE(error.text.find(c.holds), std::string::npos) << error.text;
  EXPECT_EQ(error.text.find('\n'), std::string::npos) << error.text;
  EXPECT_NE(error.text.find("; "), std::string::npos) << "no mend: " << error.text;
}

constexpr const char* k_jo = R"([[staff]]
name = "Jo"
email = "jo@example.org"
roles = ["duty"]
)";

constexpr Wrong k_wrong[] = {
    // Keys and tables
    {"Syntax", "prefix = \"EX\"", "prefix = EX", "r.toml:3: ", "mend"},
    {"TwiceTheSameKey", "prefix = \"EX\"", "prefix = \"EX\"\nprefix = \"EX\"",
     "r.toml:4: ", "prefix"},
    {"MisspeltKey", "address =", "adress =", "r.toml:8: mailbox.adress: unknown key",
     "\"address\""},
    {"SwappedLetters", "prefix", "perfix", "r.toml:3: organisation.perfix: unknown key",
     "\"prefix\""},
    {"KeyOfAnotherTable", "[smtp]", "[smtp]\nauthserv_id = \"mx\"",
     "r.toml:13: smtp.authserv_id: unknown key", "it belongs in [security]"},
    {"KeyAboveItsTable", "[organisation]", "reply_address = \"plus\"\n[organisation]",
     "r.toml:1: reply_address: unknown key", "it belongs in [smtp]"},
    {"UnknownKeyAtTheTop", "[organisation]", "gathr = 1\n[organisation]",
     "r.toml:1: gathr: unknown key", "\"notices.gather\""},
    {"MisspeltTable", "[smtp]", "[smpt]", "r.toml:12: smpt: unknown table", "[smtp]"},
    {"MisspeltArray", "[[mailbox]]", "[[mailboxes]]", "r.toml:6: mailboxes: unknown table",
     "[[mailbox]]"},
    {"OneTableForSeveral", "[[mailbox]]", "[mailbox]", "r.toml:6: mailbox: ", "[[mailbox]]"},
    {"SeveralForOneTable", "[smtp]", "[[smtp]]", "r.toml:12: smtp: ", "[smtp]"},
    {"TextForATable", "[organisation]", "store = \"x\"\n[organisation]",
     "r.toml:1: store: ", "[store]"},
    {"NoMailbox", R"([[mailbox]]
name = "comments"
address = "comments@example.org"
url = "imaps://imap.example.org"
password = "credential:comments"
)",
     "", "r.toml:1: mailbox: no mailbox", "[[mailbox]]"},
    {"NoSmtp", R"([smtp]
url = "smtp://127.0.0.1:587"
from = "Example Institute <comments@example.org>"
)",
     "", "r.toml:1: smtp.url: missing", "[smtp]"},
    // Types and required keys
    {"MissingKey", "prefix = \"EX\"\n", "", "r.toml:1: organisation.prefix: missing", "add"},
    {"MissingInTheSecondTable", nullptr, "[[mailbox]]\nname = \"b\"\n",
     "r.toml:15: mailbox.address: missing", "add"},
    {"NumberForText", "name = \"comments\"", "name = 7", "r.toml:7: mailbox.name: this is a number",
     "text"},
    {"ListForText", "name = \"comments\"", "name = [\"c\"]",
     "r.toml:7: mailbox.name: this is a list", "text"},
    {"TextForNumber", nullptr, "connections = \"2\"\n",
     "r.toml:15: smtp.connections: this is a text", "number"},
    {"TooManyConnections", nullptr, "connections = 21\n", "r.toml:15: smtp.connections: 21",
     "1 to 20"},
    {"NoConnections", nullptr, "connections = 0\n", "r.toml:15: smtp.connections: 0", "1 to 20"},
    {"TooManyMailsAMinute", nullptr, "mails_a_minute = 0\n", "r.toml:15: smtp.mails_a_minute: 0",
     "1 to 100000"},
    // The daily mail
    {"DigestAtNight", nullptr, "[digest]\nat = \"20:00\"\n", "r.toml:16: digest.at: \"20:00\"",
     "\"19:59\""},
    {"DigestBeforeDawn", nullptr, "[digest]\nat = \"05:59\"\n",
     "r.toml:16: digest.at: ", "\"06:00\""},
    {"DigestHour", nullptr, "[digest]\nat = \"nine\"\n", "r.toml:16: digest.at: \"nine\"",
     "\"09:00\""},
    {"DigestRole", nullptr, "[digest]\nteam_to = \"the team\"\n",
     "r.toml:16: digest.team_to: ", "letters, digits"},
    {"DigestSwitch", nullptr, "[digest]\nenabled = \"no\"\n",
     "r.toml:16: digest.enabled: ", "true or false"},
    {"RemindersSwitch", nullptr, "[notices]\nreminders = 1\n",
     "r.toml:16: notices.reminders: ", "true or false"},
    {"CaseMail", nullptr, "[notices]\ncase_mail = \"all\"\n",
     "r.toml:16: notices.case_mail: ", "\"confidential\""},
    {"EmptyText", "\"Example Institute\"", "\"\"", "r.toml:2: organisation.name: empty", "write"},
    {"LineBreakInAText", "\"Example Institute\"", "\"Example\\nBcc: x@example.org\"",
     "r.toml:2: organisation.name: ", "one line"},
    // The organisation
    {"Prefix", "\"EX\"", "\"E X\"", "r.toml:3: organisation.prefix: \"E X\"", "letters or digits"},
    {"LongPrefix", "\"EX\"", "\"ABCDEFGHIJKLM\"", "r.toml:3: organisation.prefix: ", "12"},
    {"TimeZone", "prefix", "time_zone = \"Europe/Lundon\"\nprefix",
     "r.toml:3: organisation.time_zone: \"Europe/Lundon\"", "Europe/London"},
    {"Acknowledge", "prefix", "acknowledge = \"later\"\nprefix",
     "r.toml:3: organisation.acknowledge: \"later\"", "\"at once\", \"office hours\""},
    {"PolicyUrl", "prefix", "policy_url = \"www.example.org\"\nprefix",
     "r.toml:3: organisation.policy_url: ", "https://"},
    {"PolicyUrlWithMarkup", "prefix", "policy_url = \"https://a/<b>\"\nprefix",
     "r.toml:3: organisation.policy_url: ", "https://"},
    // Servers
    {"Address", "address = \"comments@example.org\"", "address = \"comments\"",
     "r.toml:8: mailbox.address: \"comments\"", "name@example.org"},
    {"SmtpScheme", "\"imaps://imap.example.org\"", "\"smtp://imap.example.org\"",
     "r.toml:9: mailbox.url: ", "imaps:// or imap://"},
    {"WebScheme", "\"smtp://127.0.0.1:587\"", "\"https://127.0.0.1\"",
     "r.toml:13: smtp.url: ", "smtps:// or smtp://"},
    {"NoScheme", "\"imaps://imap.example.org\"", "\"imap.example.org\"",
     "r.toml:9: mailbox.url: ", "imaps://"},
    {"NoHost", "\"imaps://imap.example.org\"", "\"imaps://\"", "r.toml:9: mailbox.url: ", "HOST"},
    {"Port", "127.0.0.1:587", "127.0.0.1:70000", "r.toml:13: smtp.url: ", "PORT"},
    {"PathInUrl", "imap.example.org", "imap.example.org/INBOX", "r.toml:9: mailbox.url: ", "HOST"},
    {"UserInUrl", "imaps://", "imaps://me:pw@",
     "r.toml:9: mailbox.url: ", "keys user and password"},
    {"Password", "\"credential:comments\"", "\"hunter2\"", "r.toml:10: mailbox.password: secrets",
     "credential:NAME"},
    {"EmptyCredential", "\"credential:comments\"", "\"credential:\"",
     "r.toml:10: mailbox.password: ", "name"},
    {"CredentialThatClimbs", "\"credential:comments\"", "\"credential:../key\"",
     "r.toml:10: mailbox.password: ", "name"},
    {"EmptyFile", "\"credential:comments\"", "\"file:\"",
     "r.toml:10: mailbox.password: ", "file:PATH"},
    {"NoPassword", "password = \"credential:comments\"\n", "",
     "r.toml:6: mailbox.password: missing", "add"},
    {"OAuth2", "[smtp]", "auth = \"oauth2\"\n[smtp]", "r.toml:12: mailbox.auth: OAuth 2.0",
     "\"password\""},
    {"Auth", nullptr, "auth = \"plain\"\n", "r.toml:15: smtp.auth: \"plain\"", "\"password\""},
    {"ClearTextToAnotherHost", "url = \"imaps://imap.example.org\"",
     "url = \"imap://imap.example.org\"\ntls = \"none\"", "r.toml:10: mailbox.tls: ", "loopback"},
    {"ClearTextToAHostThatLooksLocal", "url = \"imaps://imap.example.org\"",
     "url = \"imap://127.0.0.1.example.org\"\ntls = \"none\"",
     "r.toml:10: mailbox.tls: ", "loopback"},
    {"ClearTextContradictsScheme", "url = \"imaps://imap.example.org\"",
     "url = \"imaps://127.0.0.1\"\ntls = \"none\"", "r.toml:10: mailbox.tls: ", "imaps://"},
    {"Tls", nullptr, "tls = \"off\"\n", "r.toml:15: smtp.tls: \"off\"", "\"required\", \"none\""},
    {"SmtpUserAlone", nullptr, "user = \"me\"\n", "r.toml:12: smtp.password: missing", "user"},
    {"SmtpPasswordAlone", nullptr, "password = \"credential:smtp\"\n",
     "r.toml:12: smtp.user: missing", "password"},
    {"From", "from = \"Example Institute <comments@example.org>\"", "from = \"Example Institute\"",
     "r.toml:14: smtp.from: ", "Example Institute <comments@example.org>"},
    {"FromTwoAddresses", "from = \"Example", "from = \"<a@b.c> Example",
     "r.toml:14: smtp.from: ", "write it like"},
    {"ReplyAddress", nullptr, "reply_address = \"minus\"\n",
     "r.toml:15: smtp.reply_address: ", "\"catch-all\""},
    // Mailboxes
    {"MailboxName", "name = \"comments\"", "name = \"our comments\"",
     "r.toml:7: mailbox.name: ", "letters"},
    {"After", "[smtp]", "after = \"delete\"\n[smtp]", "r.toml:12: mailbox.after: \"delete\"",
     "move:FOLDER"},
    {"MoveNowhere", "[smtp]", "after = \"move:\"\n[smtp]",
     "r.toml:12: mailbox.after: ", "move:FOLDER"},
    {"MoveToItself", "[smtp]", "after = \"move:INBOX\"\n[smtp]",
     "r.toml:12: mailbox.after: ", "another"},
    {"Expects", "[smtp]", "expects = \"spam\"\n[smtp]",
     "r.toml:12: mailbox.expects: ", "\"complaint\", \"enquiry\""},
    {"Start", "[smtp]", "start = \"yesterday\"\n[smtp]", "r.toml:12: mailbox.start: ", "date"},
    {"ImpossibleStart", "[smtp]", "start = \"2026-02-30\"\n[smtp]",
     "r.toml:12: mailbox.start: \"2026-02-30\"", "date"},
    {"ImpossibleStartUnquoted", "[smtp]", "start = 2026-02-30\n[smtp]", "r.toml:12: ", "mend"},
    {"Poll", "[smtp]", "poll = \"60\"\n[smtp]", "r.toml:12: mailbox.poll: \"60\"",
     "\"15 minutes\""},
    {"PollNumber", "[smtp]", "poll = 60\n[smtp]", "r.toml:12: mailbox.poll: this is a number",
     "text"},
    {"PollZero", "[smtp]", "poll = \"0 s\"\n[smtp]", "r.toml:12: mailbox.poll: out of range",
     "1 second"},
    {"TwiceTheName", nullptr, R"([[mailbox]]
name = "comments"
address = "b@example.org"
url = "imaps://b.example.org"
password = "credential:b"
)",
     "r.toml:16: mailbox.name: \"comments\"", "another name"},
    {"TwiceTheAddress", nullptr, R"([[mailbox]]
name = "b"
address = "Comments@Example.ORG"
url = "imaps://b.example.org"
password = "credential:b"
)",
     "r.toml:17: mailbox.address: ", "\"comments\""},
    {"TwiceTheFolder", nullptr, R"([[mailbox]]
name = "b"
address = "b@example.org"
url = "imaps://imap.example.org"
user = "comments@example.org"
password = "credential:b"
)",
     "r.toml:15: mailbox.folder: ", "\"comments\""},
    // Security, limits, notices
    {"Key", nullptr, "[security]\nkey = \"0123456789abcdef\"\n", "r.toml:16: security.key: secrets",
     "file:PATH"},
    {"AuthservId", nullptr, "[security]\nauthserv_id = \"mx.example.org; spf=pass\"\n",
     "r.toml:16: security.authserv_id: ", "Authentication-Results"},
    {"Rate", nullptr, "[limits]\nautomatic_mail = \"many\"\n",
     "r.toml:16: limits.automatic_mail: \"many\"", "3/day"},
    {"RateWithoutCount", nullptr, "[limits]\nautomatic_mail = \"0/hour\"\n",
     "r.toml:16: limits.automatic_mail: ", "at least 1"},
    {"RateUnit", nullptr, "[limits]\nautomatic_mail_per_address = \"3/fortnight\"\n",
     "r.toml:16: limits.automatic_mail_per_address: ", "100/hour"},
    {"RateTooLarge", nullptr, "[limits]\nautomatic_mail = \"99999999999/hour\"\n",
     "r.toml:16: limits.automatic_mail: ", "no rate"},
    {"Size", nullptr, "[limits]\nmessage_size = \"50 mib\"\n",
     "r.toml:16: limits.message_size: \"50 mib\"", "\"50 MiB\""},
    {"SizeOverflow", nullptr, "[limits]\nmessage_size = \"99999999999999 GiB\"\n",
     "r.toml:16: limits.message_size: ", "no size"},
    {"SizeTooLarge", nullptr, "[limits]\nmessage_size = \"2 GiB\"\n",
     "r.toml:16: limits.message_size: out of range", "1 GiB"},
    {"SizeTooSmall", nullptr, "[limits]\nmessage_size = \"1 B\"\n",
     "r.toml:16: limits.message_size: out of range", "1 KiB"},
    {"Gather", nullptr, "[notices]\ngather = \"2 days\"\n", "r.toml:16: notices.gather: ", "1 day"},
    {"GatherOverflow", nullptr, "[notices]\ngather = \"9999999999999999 h\"\n",
     "r.toml:16: notices.gather: ", "no length of time"},
    // Staff
    {"NoRoles", nullptr, "[[staff]]\nname = \"Jo\"\nemail = \"jo@example.org\"\nroles = []\n",
     "r.toml:18: staff.roles: ", "complaints-manager"},
    {"RoleIsANumber", nullptr,
     "[[staff]]\nname = \"Jo\"\nemail = \"jo@example.org\"\nroles = [1]\n",
     "r.toml:18: staff.roles: ", "text"},
    {"RoleWithSpaces", nullptr,
     "[[staff]]\nname = \"Jo\"\nemail = \"jo@example.org\"\nroles = [\"big boss\"]\n",
     "r.toml:18: staff.roles: \"big boss\"", "letters"},
    {"StaffAddress", nullptr, "[[staff]]\nname = \"Jo\"\nemail = \"jo at home\"\nroles = [\"a\"]\n",
     "r.toml:17: staff.email: \"jo at home\"", "name@example.org"},
    {"BodyWithoutContact", nullptr, "[[body]]\nname = \"Trading\"\n",
     "r.toml:15: body.contact: missing", "a line each"},
    {"BodyWithoutALine", nullptr, "[[body]]\nname = \"Trading\"\ncontact = []\n",
     "r.toml:17: body.contact: ", "how the body is reached"},
    {"RetentionInDays", nullptr, "[retention]\nafter = \"6 days\"\n",
     "r.toml:16: retention.after: \"6 days\"", "6 years"},
    {"TextForTrue", nullptr, "[retention]\nerase_mailbox = \"yes\"\n",
     "r.toml:16: retention.erase_mailbox: this is a text", "true or false"},
};
INSTANTIATE_TEST_SUITE_P(Table, WrongSettings, testing::ValuesIn(k_wrong),
                         [](const auto& info) { return std::string{info.param.name}; });

struct WrongMember {
  const char* name;
  const char* lines;  ///< after Jo, who is lines 15 to 18
  const char* start;
  const char* holds;
};

void PrintTo(const WrongMember& c, std::ostream* out) {
  *out << c.name;
}

class WrongStaff : public testing::TestWithParam<WrongMember> {};

TEST_P(WrongStaff, AreToldInOneLine) {
  const auto& c = GetParam();
  const auto settings = read_settings(std::string{k_least_settings} + k_jo + c.lines, "r.toml");
  ASSERT_FALSE(settings);
  EXPECT_TRUE(settings.error().text.starts_with(c.start)) << settings.error().text;
  EXPECT_NE(settings.error().text.find(c.holds), std::string::npos) << settings.error().text;
}

constexpr WrongMember k_wrong_staff[] = {
    {"ManagerIsNobody", "manager = \"Sam\"\n", "r.toml:19: staff.manager: \"Sam\" is nobody",
     "add that person"},
    {"DeputyIsNobody", "deputy = \"jo\"\n", "r.toml:19: staff.deputy: \"jo\" is nobody", "mend"},
    {"ManagerOfThemselves", "manager = \"Jo\"\n", "r.toml:19: staff.manager: ", "somebody else"},
    {"AwayBackwards", "away = [\"2027-01-04/2026-12-21\"]\n", "r.toml:19: staff.away: ", "swap"},
    {"AwayImpossible", "away = [\"2026-12-21/2026-12-32\"]\n",
     "r.toml:19: staff.away: ", "2026-12-21/2027-01-04"},
    {"AwayIsAText", "away = \"2026-12-21\"\n", "r.toml:19: staff.away: this is a text", "list"},
    {"TwiceTheName", "[[staff]]\nname = \"Jo\"\nemail = \"b@example.org\"\nroles = [\"a\"]\n",
     "r.toml:20: staff.name: \"Jo\"", "twice"},
    {"TwiceTheAddress", "[[staff]]\nname = \"B\"\nemail = \"JO@example.org\"\nroles = [\"a\"]\n",
     "r.toml:21: staff.email: \"Jo\"", "already"},
};
INSTANTIATE_TEST_SUITE_P(Table, WrongStaff, testing::ValuesIn(k_wrong_staff),
                         [](const auto& info) { return std::string{info.param.name}; });

TEST(SettingsErrors, NeverRepeatASecret) {
  for (const auto* to : {"\"hunter2\"", "\"credential:hunter2 \"", "\"file:hunter2\\n\"", "hunter2",
                         "\"hunter2", "{ hunter2 = 1 }"}) {
    const auto settings =
        read_settings(with(k_least_settings, "\"credential:comments\"", to), "r.toml");
    ASSERT_FALSE(settings) << to;
    EXPECT_EQ(settings.error().text.find("hunter2"), std::string::npos) << settings.error().text;
  }
  const auto url =
      read_settings(with(k_least_settings, "imaps://", "imaps://me:hunter2@"), "r.toml");
  ASSERT_FALSE(url);
  EXPECT_EQ(url.error().text.find("hunter2"), std::string::npos) << url.error().text;
}

TEST(SettingsErrors, TheFirstOfSeveralIsTold) {
  const auto text = with(with(k_least_settings, "\"EX\"", "\"\""), "smtp://127.0.0.1:587", "x");
  const auto settings = read_settings(text, "r.toml");
  ASSERT_FALSE(settings);
  EXPECT_TRUE(settings.error().text.starts_with("r.toml:3: ")) << settings.error().text;
}

TEST(SettingsErrors, FilesThatAreNoTextAreErrors) {
  EXPECT_FALSE(read_settings("", "r.toml"));
  EXPECT_FALSE(read_settings(std::string(10'000, '['), "r.toml"));
  EXPECT_FALSE(read_settings("\xFF\xFE[\x00o", "r.toml"));
  const auto large = read_settings(std::string((1U << 20U) + 1, '#'), "r.toml");
  ASSERT_FALSE(large);
  EXPECT_TRUE(large.error().text.starts_with("r.toml:1: ")) << large.error().text;
}

}  // namespace
}  // namespace redress::config
