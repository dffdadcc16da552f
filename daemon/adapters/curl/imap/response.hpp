#pragma once

#include "daemon/domain/ids.hpp"
#include "daemon/domain/time.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace redress::adapters::imap {

/// Place of a message in the selected folder; moves when others are expunged, so it never names a
/// message beyond the response that holds it (RFC 9051, 2.3.1.2). Not a Uid.
using SequenceNumber = domain::StrongId<struct SequenceNumberTag, std::uint32_t>;

/// What a peer may make us hold.
struct Limits {
  std::size_t line = 8U << 20U;           ///< text of one response, without its literals
  std::size_t literal_keep = 50U << 20U;  ///< bytes of the literals of one response that are kept
  std::uint64_t literal_size = 1ULL << 32U;  ///< announced beyond this: protocol error
  std::size_t literals = 64;                 ///< in one response
  int nesting = 32;                          ///< of parenthesised lists
};

enum class Condition { ok, no, bad, preauth, bye };

/// `[NAME arguments]` before the text (RFC 9051, 7.1). Name in upper case; empty: no code.
struct ResponseCode {
  std::string name;
  std::string arguments;
};

struct StatusText {
  Condition condition{};
  ResponseCode code;
  std::string text;  ///< of the server, as it came: make it printable before showing it
};

struct Untagged {
  StatusText status;
};
struct Tagged {
  std::string tag;
  StatusText status;
};
struct Continuation {
  std::string text;
};
struct Capability {
  std::vector<std::string> names;  ///< upper case
};
struct Flags {
  std::vector<std::string> names;
};
struct Exists {
  std::uint32_t count{};
};
struct Expunge {
  SequenceNumber number;
};
/// RFC 7162, 3.2.10: sent instead of EXPUNGE by servers that were asked to.
struct Vanished {
  bool earlier{};
};
struct Search {
  std::vector<domain::Uid> uids;
};
/// One line of LIST. The name is as on the wire (modified UTF-7).
struct Folder {
  std::vector<std::string> attributes;
  std::string delimiter;  ///< empty: NIL, no hierarchy
  std::string name;
};
/// What one FETCH response told; anything may be absent, and may come unasked.
struct Fetch {
  SequenceNumber number;
  std::optional<domain::Uid> uid;
  std::optional<std::uint64_t> size;
  std::optional<domain::Instant> internal_date;
  std::optional<std::vector<std::string>> flags;
  std::optional<std::string> body;  ///< of BODY[] or BODY[]<0>; absent where NIL: maybe gone
  std::uint64_t body_size{};        ///< as announced; larger than body->size() where cut
};
/// Well formed, and nothing to us.
struct Ignored {};
/// A whole response that makes no sense; the stream is still in step.
struct Unreadable {
  std::string start;  ///< its first bytes
  bool fetch{};       ///< it was a FETCH: a message may be missing because of it
};

using Response = std::variant<Untagged, Tagged, Continuation, Capability, Flags, Exists, Expunge,
                              Vanished, Search, Folder, Fetch, Ignored, Unreadable>;

/// The number of `[UIDNEXT 4392]` and the like.
std::optional<std::uint32_t> code_number(const ResponseCode& code);
/// The list of `[PERMANENTFLAGS (\Seen \*)]`; nothing where it is no list.
std::optional<std::vector<std::string>> code_list(const ResponseCode& code);

}  // namespace redress::adapters::imap
