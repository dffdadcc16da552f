#pragma once

#include "daemon/domain/backoff.hpp"
#include "daemon/domain/ids.hpp"
#include "daemon/domain/policy.hpp"
#include "daemon/domain/result.hpp"
#include "daemon/domain/staff.hpp"
#include "daemon/domain/time.hpp"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace redress::config {

/// Where a secret lies; its text is never in the settings file.
struct SecretSource {
  enum class From { credential, file } from{};
  std::string name;  ///< credential name (systemd's $CREDENTIALS_DIRECTORY) or file path
};

enum class Tls { required, none };
enum class Expects { complaint, enquiry };

/// What a server of either protocol needs.
struct Server {
  std::string url;   ///< scheme://host[:port]
  std::string user;  ///< empty: no login (SMTP only)
  std::optional<SecretSource> password;
  Tls tls{Tls::required};  ///< none is accepted for a loopback host only
  std::string ca;          ///< PEM file of a private CA; empty: the system's
};

/// What of a mailbox's first run is history: recorded, never acknowledged.
struct Start {
  enum class From { now, beginning, date } from{From::now};
  domain::Date date{};  ///< where from is date
};

struct MailboxSettings {
  std::string name;
  domain::MailAddress address;
  Server server;
  std::string folder{"INBOX"};
  std::string junk_folder{"auto"};  ///< "auto", "none" or a name
  enum class After { flag, move, keep } after{After::flag};
  std::string move_to;  ///< where after is move
  Expects expects{Expects::complaint};
  Start start;
  std::chrono::seconds poll{60};    ///< NOOP where the server has no IDLE
  std::string sent_folder{"auto"};  ///< "auto", "none" or a name
  domain::SentCounts sent_counts{domain::SentCounts::ask};
};

struct SmtpSettings {
  Server server;
  std::string from_name;  ///< display name of our mail; may be empty
  domain::MailAddress from;
  int connections{2};  ///< at once
  std::optional<int>
      mails_a_minute{};  ///< what the server may be given; absent: as fast as it takes
};

enum class ReplyAddress { plus, catch_all, plain };

/// So many in so long.
struct Rate {
  int count{};
  std::chrono::seconds per{};
};

struct LimitSettings {
  Rate automatic_mail_per_address{3, std::chrono::hours{24}};
  Rate automatic_mail_per_domain{100, std::chrono::hours{1}};
  Rate automatic_mail{2000, std::chrono::hours{1}};
  std::uint64_t message_size{50ULL << 20U};
};

/// How long servers may take, and how they are tried again.
struct NetworkSettings {
  std::chrono::seconds connect{60};  ///< resolve, TLS and login together
  std::chrono::seconds silence{60};  ///< no byte while an answer is owed
  domain::RetryRules retry;
};

/// What staff are mailed of a case: its story and the message with its files; the story without a
/// word of the message (CIM-10); or only that there is something.
enum class CaseMail { full, confidential, none };

struct NoticeSettings {
  std::chrono::seconds gather{15 * 60};          ///< notices to staff are gathered this long
  std::chrono::seconds unread_mailbox{30 * 60};  ///< not read for so long: staff are told
  bool reminders{true};                          ///< of limits, by the ladder of the policy
  CaseMail case_mail{CaseMail::full};
};

/// The daily mail to staff (SYS-06).
struct DigestSettings {
  bool enabled{true};                         ///< false: reminders alone
  std::optional<domain::TimeOfDay> at;        ///< absent: the policy's opening of business
  std::string team_to{"complaints-manager"};  ///< role whose members are told of every case
  bool all_clear{true};                       ///< the team is told, too, that there is nothing
  bool complainant_names{};                   ///< else references alone (CIM-10)
};

using domain::StaffMember;

/// How a body that the policy names is reached, where the policy does not say (CILEX-03).
struct BodyContact {
  std::string name;
  std::vector<std::string> contact;  ///< lines as a letter gives them
  std::size_t line{};                ///< of the settings file
};

/// What becomes of old cases (CEME-06). Off by default.
struct RetentionSettings {
  std::optional<int> years;  ///< absent: nothing is erased
  bool erase_mailbox{};      ///< the mail server's copy too
};

enum class AcknowledgeWhen { at_once, office_hours };

/// redress.toml, read and checked. Every key is documented in redress.toml(5). Paths of the store,
/// of CA and secret files are resolved against the folder of the settings file.
struct Settings {
  std::string file;  ///< as named; its folder is the base of relative paths
  struct {
    std::string name;
    std::string prefix;
    std::string time_zone{"Europe/London"};
    std::string policy;  ///< as written; policy_candidates says where it may lie
    AcknowledgeWhen acknowledge{AcknowledgeWhen::at_once};
    std::string policy_url;                  ///< in place of the policy's own; empty: that one
    std::vector<domain::Date> closure_days;  ///< besides the policy's
  } organisation;
  std::string store_path;
  std::vector<MailboxSettings> mailboxes;  ///< at least one
  SmtpSettings smtp;
  ReplyAddress reply_address{ReplyAddress::plus};
  std::optional<SecretSource> key;  ///< absent: made beside the database
  std::string authserv_id;          ///< empty: none trusted
  LimitSettings limits;
  NetworkSettings network;
  NoticeSettings notices;
  DigestSettings digest;
  std::vector<StaffMember> staff;
  domain::Vocabulary vocabulary;  ///< the house's own words and forms
  /// Addresses that web sites' forms write from (CILEX-04).
  std::vector<domain::MailAddress> form_senders;
  std::vector<BodyContact> bodies;
  RetentionSettings retention;
};

/// Reads the text of redress.toml. Pure: names files, opens none. `share` is where packs of that
/// installation lie (`policy = "policies/cim/policy.toml"` is looked up beside the file by the
/// caller through `policy_candidates`). Error: settings; "FILE:LINE: KEY: what; mend". Unknown keys
/// are errors that name the nearest known one.
domain::Result<Settings> read_settings(std::string_view text, const std::string& file);

/// Where the policy file may lie, best first: beside the settings file, then under `share`.
std::vector<std::string> policy_candidates(const Settings& settings, const std::string& share);

/// Reads the text of a policy.toml that includes no other file; see config/policy_file.hpp for
/// those that do. Its pack is the folder that the file lies in, where it names no other. Error:
/// settings, as above.
domain::Result<domain::Policy> read_policy(std::string_view text, const std::string& file);

/// The policy as this organisation uses it: what the settings say in place of the pack, or besides.
domain::Policy with_settings(domain::Policy policy, const Settings& settings);

/// A calendar file: `config/calendars/<nation>.toml`.
struct CalendarData {
  domain::Nation nation{};
  std::vector<domain::Date> holidays;
  int first_year{}, last_year{};
};
domain::Result<CalendarData> read_calendar(std::string_view text, const std::string& file);

}  // namespace redress::config
