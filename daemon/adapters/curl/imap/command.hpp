#pragma once

#include "daemon/domain/ids.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace redress::adapters::imap {

/// A command without its tag. Where it is cut into several parts, all but the last end in a literal
/// that the next part brings; the machine puts "{n}" or "{n+}" in between.
struct Command {
  std::vector<std::string> parts;  ///< text, literal, text, literal … text
};

/// One command a text without literals.
Command plain(std::string text);

/// `before NAME after`, the folder's name (as on the wire) quoted, or as a literal where quotes
/// cannot hold it (RFC 9051, 4.3).
Command with_folder(std::string before, std::string_view wire_name, std::string after = {});

/// UID sets, runs joined ("3:7,9"), each at most `k_set_bytes` long and of `k_set_uids` messages,
/// in order. UIDs may come unsorted and twice.
std::vector<std::string> uid_sets(std::span<const domain::Uid> uids);
inline constexpr std::size_t k_set_bytes = 4000;  // RFC 7162, 4: a command line of 8,192 is safe
inline constexpr std::size_t k_set_uids = 1000;

Command list_from(domain::Uid from);
Command fetch_bodies(std::string_view set);
/// The first `limit` bytes of one message.
Command fetch_start(domain::Uid uid, std::uint64_t limit);
Command search_uids(std::string_view set);
Command add_flag(std::string_view set, std::string_view flag);

}  // namespace redress::adapters::imap
