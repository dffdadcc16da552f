#pragma once

#include "daemon/ports/mail_source.hpp"
#include "daemon/ports/personal_data.hpp"

#include <map>
#include <span>
#include <string>
#include <vector>

namespace redress::app {

/// A folder as it is now, in which copies of erased messages are looked for.
struct SearchedFolder {
  std::string name;
  domain::UidValidity validity;
  std::vector<ports::ListedMessage> listed;
};

/// What may be one of the copies: under its UID in the folder that it came in; by its size in a
/// folder that was numbered anew, or another one. Each once, in order of UID.
std::vector<ports::ListedMessage> may_be_copies(const SearchedFolder& folder,
                                                std::span<const ports::MailboxCopy> copies);

struct CopyMatch {
  struct Found {
    ports::MailboxCopy copy;
    std::vector<domain::Uid> uids;  ///< more than one where it lies there more than once
  };
  std::vector<Found> found;                   ///< byte for byte
  std::vector<ports::MailboxCopy> different;  ///< something else has its place
  std::vector<ports::MailboxCopy> missing;
};

/// `digests`: of the bytes of what may be a copy (empty where the server gave none). What has none
/// in there vanished meanwhile.
CopyMatch match_copies(const SearchedFolder& folder, std::span<const ports::MailboxCopy> copies,
                       const std::map<domain::Uid, std::string>& digests);

}  // namespace redress::app
