#pragma once

#include "daemon/domain/result.hpp"
#include "daemon/domain/time.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace redress::ctl {

/// One message of a file.
struct FoundMail {
  std::string name;      ///< to show: "archive/inbox.mbox:3"
  std::string bytes;     ///< its start, where it is larger than the limit
  std::uint64_t size{};  ///< of the whole message
  bool named_mail{};     ///< its place or name says that it is mail: mbox, Maildir, *.eml
  std::optional<domain::Instant> envelope_date;  ///< of the "From " line of an mbox
  std::optional<domain::Instant> file_date;      ///< the file was last written; not for "-"
};

/// What to do with what is found; false stops.
struct MailUse {
  std::function<bool(FoundMail mail)> mail;
  /// A file or folder that cannot be read (not_found) or is no mbox for all its name
  /// (invalid_input). The text names it and the mend.
  std::function<bool(const domain::Error& error)> unreadable;
};

/// The messages of files, mbox files, folders and "-" (standard input). Of a Maildir (a folder with
/// cur and new) those and its subfolders are read, hidden ones too; of any other folder everything
/// that is not hidden, in order of name. Links to folders are not followed. Memory: one message up
/// to `limit` bytes, and the names in one folder.
void each_mail(const std::vector<std::string>& paths, std::size_t limit, const MailUse& use);

/// Called for each message with its name and bytes. False stops.
using UseMail = std::function<bool(const std::string& name, std::string_view bytes)>;

/// The same; what cannot be read stops. Error: not_found or invalid_input.
domain::Result<void> each_mail(const std::vector<std::string>& paths, const UseMail& use);

}  // namespace redress::ctl
