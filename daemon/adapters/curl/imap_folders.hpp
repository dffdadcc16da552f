#pragma once

#include "daemon/adapters/curl/imap_connection.hpp"
#include "daemon/ports/mail_source.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace redress::adapters {

/// Folder names as people write them (UTF-8) and as the wire has them (modified UTF-7). Remembers
/// the names that a server listed, so that even a malformed one can be selected again.
class FolderNames {
 public:
  /// Error: settings, for a name that no server can have.
  domain::Result<std::string> wire_name(const std::string& name) const;
  /// Name for people of a listed folder.
  std::string learn(const std::string& wire);

 private:
  std::map<std::string, std::string> wire_of_;  // only those that encoding would not give back
};

/// SELECT (RFC 9051, 6.3.2). Errors: server_refused, where there is no such folder; protocol, where
/// it tells no UIDVALIDITY.
ports::Task<domain::Result<ports::FolderStatus>> select_folder(ImapConnection& connection,
                                                               const FolderNames& names,
                                                               const std::string& folder,
                                                               const std::string& keyword);

/// By SPECIAL-USE (RFC 6154), else by the names that servers and clients commonly use.
ports::Task<domain::Result<std::optional<std::string>>> find_special_folder(
    ImapConnection& connection, FolderNames& names, const std::string& use);

/// The flag that marks a message as done: the keyword, else \Seen, else nothing (PERMANENTFLAGS).
std::optional<std::string> storable_flag(const imap::FolderState& folder,
                                         const std::string& keyword);

}  // namespace redress::adapters
