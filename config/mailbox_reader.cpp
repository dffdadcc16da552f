#include "config/readers.hpp"
#include "config/section.hpp"
#include "config/server_reader.hpp"
#include "config/settings.hpp"

#include <fmt/format.h>

#include <array>

namespace redress::config {
namespace {

using namespace std::chrono_literals;

constexpr std::array<std::string_view, 2> k_imap_schemes{"imaps", "imap"};
constexpr std::chrono::seconds k_poll_least = 1s;
constexpr std::chrono::seconds k_poll_most = 1h;

constexpr auto k_sent_counts = domain::name_table<domain::SentCounts>({
    {domain::SentCounts::ask, "ask"},
    {domain::SentCounts::always, "always"},
    {domain::SentCounts::never, "never"},
});
constexpr auto k_expects = domain::name_table<Expects>({
    {Expects::complaint, "complaint"},
    {Expects::enquiry, "enquiry"},
});

void read_after(const Section& section, MailboxSettings& mailbox) {
  constexpr std::string_view k_move = "move:";
  const auto after = section.text_or("after", "flag");
  if (after == "flag") {
    mailbox.after = MailboxSettings::After::flag;
  } else if (after == "keep") {
    mailbox.after = MailboxSettings::After::keep;
  } else if (after.starts_with(k_move) && after.size() > k_move.size()) {
    mailbox.after = MailboxSettings::After::move;
    mailbox.move_to = after.substr(k_move.size());
    if (mailbox.move_to == mailbox.folder) {
      section.add("after", "it moves mail into the folder that it is read from; name another");
    }
  } else {
    section.add("after", fmt::format("{} is not known; write \"flag\", \"keep\" or \"move:FOLDER\"",
                                     in_quotes(after)));
  }
}

void read_poll(const Section& section, MailboxSettings& mailbox) {
  mailbox.poll = section.value("poll", parse_duration).value_or(mailbox.poll);
  if (mailbox.poll < k_poll_least || mailbox.poll > k_poll_most) {
    section.add("poll", "out of range; write \"1 second\" to \"1 hour\"");
  }
}

MailboxSettings read_mailbox(const Section& section, const std::string& file) {
  section.check_keys();
  auto server = read_server(section, file, k_imap_schemes);
  MailboxSettings mailbox{.name = section.text_or("name", ""),
                          .address = read_address(section, "address"),
                          .server = std::move(server),
                          .move_to = {},
                          .start = {}};
  if (!mailbox.name.empty() && !is_plain_name(mailbox.name)) {
    section.add("name", fmt::format("{} is no name; use letters, digits, \"-\", \"_\" and \".\"",
                                    in_quotes(mailbox.name)));
  }
  if (mailbox.server.user.empty()) mailbox.server.user = mailbox.address.str();
  mailbox.folder = section.text_or("folder", mailbox.folder);
  mailbox.junk_folder = section.text_or("junk_folder", mailbox.junk_folder);
  mailbox.sent_folder = section.text_or("sent_folder", mailbox.sent_folder);
  mailbox.sent_counts = section.choice("sent_counts", k_sent_counts, domain::SentCounts::ask);
  mailbox.expects = section.choice("expects", k_expects, Expects::complaint);
  mailbox.start = section.value("start", parse_start).value_or(Start{});
  read_after(section, mailbox);
  read_poll(section, mailbox);
  return mailbox;
}

/// Two mailboxes of one name or address cannot be told apart; the same folder read twice would
/// record every message twice.
void check_apart(const MailboxSettings& mailbox, const std::vector<MailboxSettings>& earlier,
                 const Section& section) {
  for (const auto& other : earlier) {
    if (other.name == mailbox.name) {
      section.add("name", fmt::format("{} is taken by another mailbox; choose another name",
                                      in_quotes(mailbox.name)));
    }
    if (other.address == mailbox.address) {
      section.add("address", fmt::format("mailbox {} has this address already; take one out",
                                         in_quotes(other.name)));
    }
    const bool same_login =
        other.server.url == mailbox.server.url && other.server.user == mailbox.server.user;
    if (same_login && other.folder == mailbox.folder) {
      section.add("folder", fmt::format("mailbox {} reads this folder of this user already; take "
                                        "one out",
                                        in_quotes(other.name)));
    }
  }
}

}  // namespace

std::vector<MailboxSettings> read_mailboxes(const File& file, Findings& findings) {
  std::vector<MailboxSettings> mailboxes;
  for (const auto& section : file.sections("mailbox")) {
    auto mailbox = read_mailbox(section, findings.file());
    check_apart(mailbox, mailboxes, section);
    mailboxes.push_back(std::move(mailbox));
  }
  // Where something else is wrong already, it may be the reason: a misspelt or a single table.
  if (mailboxes.empty() && findings.empty()) {
    findings.add(1, "mailbox", "no mailbox to watch; add a [[mailbox]]");
  }
  return mailboxes;
}

}  // namespace redress::config
