#include "daemon/ctl/mail_files.hpp"

#include "daemon/ctl/mbox.hpp"

#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iostream>

namespace redress::ctl {
namespace {

namespace fs = std::filesystem;
using domain::ErrorCode;
using domain::fail;

/// Of one message, where nobody says another limit: that of [limits] message_size by default.
constexpr std::size_t k_message_bytes = 50U << 20U;

bool is_mbox(std::string_view start) {
  const auto text = start.find_first_not_of("\r\n");
  return text != std::string_view::npos && start.substr(text).starts_with("From ");
}

std::optional<domain::Instant> written(const fs::path& path) {
  struct stat found {};
  if (::stat(path.c_str(), &found) != 0) return std::nullopt;
  return domain::Instant{std::chrono::seconds{found.st_mtime}};
}

FoundMail whole(LinePieces& lines, std::size_t limit) {
  FoundMail mail;
  for (std::string_view piece; lines.next(piece);) {
    mail.size += piece.size();
    mail.bytes += piece.substr(0, limit - std::min(limit, mail.bytes.size()));
  }
  return mail;
}

/// Walks files and folders. Every function returns false where its user has had enough.
class Walk {
 public:
  Walk(std::size_t limit, const MailUse& use) : limit_(limit), use_(use) {}

  bool path(const std::string& path);

 private:
  struct Entry {
    fs::path path;
    bool folder;
  };
  bool folder(const fs::path& path);
  bool maildir(const fs::path& path);
  bool file(const fs::path& path, bool named_mail);
  bool stream(std::istream& in, const std::string& name, bool named_mail,
              std::optional<domain::Instant> date);
  bool mbox(LinePieces& lines, const std::string& name, std::optional<domain::Instant> date);
  bool entries(const fs::path& path, std::vector<Entry>& out);

  std::size_t limit_;
  const MailUse& use_;
};

bool Walk::mbox(LinePieces& lines, const std::string& name, std::optional<domain::Instant> date) {
  MboxReader reader{lines, limit_};
  std::size_t number = 0;
  while (auto mail = reader.next()) {
    if (!use_.mail({.name = fmt::format("{}:{}", name, ++number),
                    .bytes = std::move(mail->bytes),
                    .size = mail->size,
                    .named_mail = true,
                    .envelope_date = mail->date,
                    .file_date = date})) {
      return false;
    }
  }
  return true;
}

bool Walk::stream(std::istream& in, const std::string& name, bool named_mail,
                  std::optional<domain::Instant> date) {
  LinePieces lines{in};
  if (is_mbox(lines.ahead())) {
    if (!mbox(lines, name, date)) return false;
  } else if (name.ends_with(".mbox") && !lines.ahead().empty()) {
    return use_.unreadable(
        fail(ErrorCode::invalid_input,
             fmt::format("{}: no mbox: its first line does not begin with \"From \"; rename it to "
                         ".eml where it is one message",
                         name)));
  } else if (!name.ends_with(".mbox")) {
    auto mail = whole(lines, limit_);
    mail.name = name;
    mail.named_mail = named_mail || name.ends_with(".eml");
    mail.file_date = date;
    if (!in.bad() && !use_.mail(std::move(mail))) return false;
  }
  return !in.bad() || use_.unreadable(fail(ErrorCode::not_found,
                                           fmt::format("{}: cannot be read to its end; look at the "
                                                       "disk, then try again",
                                                       name)));
}

bool Walk::file(const fs::path& path, bool named_mail) {
  std::ifstream in{path, std::ios::binary};
  if (in) return stream(in, path.string(), named_mail, written(path));
  return use_.unreadable(fail(
      ErrorCode::not_found, fmt::format("{}: cannot be read ({}); name a file, a folder or - that "
                                        "exists and may be read",
                                        path.string(), std::strerror(errno))));
}

bool Walk::entries(const fs::path& path, std::vector<Entry>& out) {
  std::error_code error;
  fs::directory_iterator at{path, error};
  for (; !error && at != fs::directory_iterator{}; at.increment(error)) {
    std::error_code gone;  // between listing and looking
    const bool folder = fs::is_directory(at->symlink_status(gone));
    if (folder || at->is_regular_file(gone)) out.push_back({at->path(), folder});
  }
  std::sort(out.begin(), out.end(), [](const Entry& a, const Entry& b) { return a.path < b.path; });
  if (!error) return true;
  return use_.unreadable(
      fail(ErrorCode::not_found, fmt::format("{}: the folder cannot be read ({}); mend its mode",
                                             path.string(), error.message())));
}

bool Walk::maildir(const fs::path& path) {
  for (const auto* part : {"cur", "new"}) {
    std::vector<Entry> mails;
    if (!entries(path / part, mails)) return false;
    for (const auto& one : mails) {
      const bool hidden = one.path.filename().string().starts_with('.');
      if (!one.folder && !hidden && !file(one.path, true)) return false;
    }
  }
  std::vector<Entry> found;
  if (!entries(path, found)) return false;
  for (const auto& one : found) {
    const auto name = one.path.filename();
    const bool part = name == "cur" || name == "new" || name == "tmp";
    if (one.folder && !part && !folder(one.path)) return false;
  }
  return true;
}

bool Walk::folder(const fs::path& path) {
  std::error_code none;
  if (fs::is_directory(path / "cur", none) && fs::is_directory(path / "new", none)) {
    return maildir(path);
  }
  std::vector<Entry> found;
  if (!entries(path, found)) return false;
  for (const auto& one : found) {
    if (one.path.filename().string().starts_with('.')) continue;
    if (!(one.folder ? folder(one.path) : file(one.path, false))) return false;
  }
  return true;
}

bool Walk::path(const std::string& path) {
  if (path == "-") return stream(std::cin, path, false, std::nullopt);
  std::error_code none;
  return fs::is_directory(path, none) ? folder(path) : file(path, false);
}

}  // namespace

void each_mail(const std::vector<std::string>& paths, std::size_t limit, const MailUse& use) {
  Walk walk{limit, use};
  for (const auto& path : paths) {
    if (!walk.path(path)) return;
  }
}

domain::Result<void> each_mail(const std::vector<std::string>& paths, const UseMail& use) {
  domain::Result<void> done;
  const MailUse both{.mail = [&](FoundMail mail) { return use(mail.name, mail.bytes); },
                     .unreadable =
                         [&](const domain::Error& error) {
                           done = error;
                           return false;
                         }};
  each_mail(paths, k_message_bytes, both);
  return done;
}

}  // namespace redress::ctl
