#pragma once

#include "daemon/adapters/curl/imap_connection.hpp"

#include <span>
#include <string>
#include <vector>

namespace redress::adapters {

/// UID STORE of the keyword, else of \Seen; nothing where neither can be stored.
ports::Task<domain::Result<void>> flag_messages(ImapConnection& connection,
                                                std::span<const domain::Uid> uids,
                                                const std::string& keyword);

/// UID MOVE (RFC 6851), or UID COPY, \Deleted and, with UIDPLUS (RFC 4315), UID EXPUNGE. Without
/// UIDPLUS the original stays, flagged \Deleted: a plain EXPUNGE would take other people's messages
/// with it. The folder (as on the wire) is created where it is missing.
ports::Task<domain::Result<void>> move_messages(ImapConnection& connection,
                                                std::span<const domain::Uid> uids,
                                                const std::string& wire_folder);

/// ports::MailSource::expunge.
ports::Task<domain::Result<std::vector<domain::Uid>>> expunge_messages(
    ImapConnection& connection, std::span<const domain::Uid> uids);

}  // namespace redress::adapters
