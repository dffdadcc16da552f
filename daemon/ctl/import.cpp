#include "daemon/adapters/control/import_wire.hpp"
#include "daemon/ctl/import_sink.hpp"
#include "daemon/ctl/mail_date.hpp"
#include "daemon/ctl/mail_files.hpp"
#include "daemon/ctl/terminal.hpp"
#include "daemon/ctl/tool.hpp"
#include "parsers/mime/guard.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <memory>

namespace redress::ctl {
namespace {

/// Files that cannot be taken are named up to here, and counted all.
constexpr std::size_t k_named = 50;

struct Asked {
  std::vector<std::string> files;
  std::string mailbox;
};

/// A message, by its place or by its first line.
bool is_mail(const FoundMail& mail) {
  const auto line = std::string_view{mail.bytes}.substr(0, mail.bytes.find('\n'));
  return mail.named_mail || parsers::starts_field(line);
}

/// One run: gathers batches, hands them over, counts.
class Import {
 public:
  Import(Tool& tool, ImportSink& sink, std::string mailbox, std::uint64_t message_size)
      : tool_(tool), sink_(sink), limit_(message_size) {
    batch_.mailbox = std::move(mailbox);
    batch_.actor = fmt::format("redressctl:uid {}", ::getuid());
  }

  void run(const std::vector<std::string>& files);

 private:
  bool take(FoundMail mail);
  bool leave(const domain::Error& error);
  bool flush();
  void tell(const std::string& text);
  void clear_progress() const;
  void summary() const;

  Tool& tool_;
  ImportSink& sink_;
  std::uint64_t limit_;
  ports::ImportBatch batch_;
  std::size_t bytes_{0};  ///< in the batch
  ports::ImportCount count_;
  std::size_t unreadable_{0};
  std::size_t told_{0};
  bool shows_progress_{::isatty(STDERR_FILENO) == 1};
};

void Import::clear_progress() const {
  if (shows_progress_) fmt::print(stderr, "\r\x1b[K");
}

void Import::tell(const std::string& text) {
  if (++told_ > k_named) return;
  clear_progress();
  fmt::print(stderr, "redressctl: {}\n", printable(text));
}

bool Import::leave(const domain::Error& error) {
  ++unreadable_;
  tell(error.text);
  return true;
}

bool Import::take(FoundMail mail) {
  using domain::ErrorCode;
  if (mail.bytes.empty()) {
    return leave(domain::fail(ErrorCode::invalid_input,
                              mail.name + ": empty; there is nothing to import, leave it out"));
  }
  if (!is_mail(mail)) {
    return leave(domain::fail(ErrorCode::invalid_input,
                              mail.name + ": no mail: its first line is no header field; leave it "
                                          "out, or rename it to .eml"));
  }
  if (mail.size > mail.bytes.size()) {
    tell(
        fmt::format("{}: larger than [limits] message_size: of its {} bytes only the first {} are "
                    "kept",
                    mail.name, mail.size, mail.bytes.size()));
  }
  const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  bytes_ += mail.bytes.size();
  batch_.messages.push_back({.internal_date = date_of(mail, now),
                             .size = mail.size,
                             .bytes = std::move(mail.bytes),
                             .digest = {}});
  const bool full =
      batch_.messages.size() >= adapters::k_import_messages || bytes_ >= adapters::k_import_bytes;
  return !full || flush();
}

/// False: nothing more can be stored.
bool Import::flush() {
  if (batch_.messages.empty()) return true;
  const auto done = sink_.add(batch_);
  batch_.messages.clear();
  bytes_ = 0;
  clear_progress();
  if (!done) {
    tool_.fail(domain::fail(done.error().code,
                            done.error().text + "; the same import goes on where this one ended"));
    return false;
  }
  count_.added += done->added;
  count_.known += done->known;
  if (shows_progress_) fmt::print(stderr, "{} messages", count_.added + count_.known);
  return true;
}

void Import::summary() const {
  if (tool_.json) {
    return Tool::print_json({{"mailbox", batch_.mailbox},
                             {"imported", count_.added},
                             {"already_known", count_.known},
                             {"unreadable", unreadable_}});
  }
  fmt::print("imported {}, already known {}, unreadable {}{}\n", count_.added, count_.known,
             unreadable_,
             sink_.daemon_runs() || count_.added == 0 ? "" : "; redressd reads them when it runs");
}

void Import::run(const std::vector<std::string>& files) {
  bool stores = true;
  each_mail(files, limit_,
            {.mail = [&](FoundMail mail) { return stores = take(std::move(mail)); },
             .unreadable = [&](const domain::Error& error) { return leave(error); }});
  if (stores) flush();
  clear_progress();
  if (told_ > k_named)
    fmt::print(stderr, "redressctl: … and {} more like these\n", told_ - k_named);
  if (unreadable_ > 0 && tool_.exit == Exit::done) tool_.exit = Exit::not_so;
  summary();
}

/// The mailbox whose history it is: the first of the settings where none is named.
domain::Result<std::string> mailbox_of(const app::Installation& house, const std::string& asked) {
  const auto& mailboxes = house.settings.mailboxes;
  if (asked.empty()) return mailboxes.front().name;
  std::string names;
  for (const auto& one : mailboxes) {
    if (one.name == asked) return one.name;
    names += (names.empty() ? "" : ", ") + one.name;
  }
  return domain::fail(domain::ErrorCode::settings,
                      fmt::format("{}: there is no mailbox \"{}\"; name one of {}",
                                  house.settings.file, asked, names));
}

void import_files(Tool& tool, const Asked& asked) {
  const auto house = tool.load();
  if (!house) return;
  const auto mailbox = mailbox_of(*house, asked.mailbox);
  if (!mailbox) return tool.fail(mailbox.error());
  const auto sink = open_import_sink(*house);
  if (!sink) return tool.fail(sink.error());
  Import{tool, **sink, *mailbox, house->settings.limits.message_size}.run(asked.files);
}

}  // namespace

void add_import(CLI::App& app, Tool& tool) {
  auto* command = app.add_subcommand(
      "import", "Takes old mail into the ledger as history: recorded, never acknowledged");
  auto asked = std::make_shared<Asked>();  // CLI11 and the callback share it
  command->add_option("FILE", asked->files, "mbox files, Maildirs, folders of messages, or -")
      ->required();
  command->add_option("--mailbox", asked->mailbox, "Of the settings; the first where not given");
  on_chosen(*command, tool, [&tool, asked] { import_files(tool, *asked); });
}

}  // namespace redress::ctl
