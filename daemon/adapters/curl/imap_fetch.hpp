#pragma once

#include "daemon/adapters/curl/imap_connection.hpp"
#include "daemon/ports/mail_source.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace redress::adapters {

/// What one FETCH command asks for.
inline constexpr std::size_t k_batch_messages = 200;
inline constexpr std::uint64_t k_batch_bytes = 4U << 20U;

/// `UID FETCH from:*`. RFC 9051, 9 (seq-range): `n:*` names the last message even where its UID is
/// below n; that one is dropped here. `keyword`: the flag that marks what is done.
ports::Task<domain::Result<std::vector<ports::ListedMessage>>> list_messages(
    ImapConnection& connection, domain::Uid from, const std::string& keyword);

/// Bodies in pipelined batches: the next command is under way while the answer to the former is
/// read. A message that the server has but cannot give (NO, or bytes that make no sense) comes with
/// an empty body, so that it is recorded and a person sees it.
ports::Task<domain::Result<std::vector<ports::FetchedMessage>>> fetch_messages(
    ImapConnection& connection, std::span<const ports::ListedMessage> messages,
    std::uint64_t limit);

/// Those of the messages that the folder has (UID SEARCH).
ports::Task<domain::Result<std::vector<domain::Uid>>> still_there(
    ImapConnection& connection, std::span<const domain::Uid> uids);

}  // namespace redress::adapters
