#pragma once

#include "daemon/domain/ids.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace redress::domain {

/// What a keyed token is good for: one made for one purpose is worth nothing for another.
enum class TokenPurpose : char {
  message_id = 'm',
  reply = 'r',
  bounce = 'b',
  staff = 's',
};

/// The secret keys of this installation, newest first. Pure: the same input gives the same token.
/// Tokens are lower-case base32 (RFC 4648 without padding), the key's one-letter id first, so that
/// keys can be rotated: "a" + 16 characters (80 bits of BLAKE2b).
class KeyRing {
 public:
  static constexpr std::size_t k_key_bytes = 32;
  struct Key {
    char id{};  ///< 'a'-'z'
    std::array<std::uint8_t, k_key_bytes> secret{};
    bool revoked{};  ///< no token of it holds any more; it digests still
  };

  /// The text of a key file: one key a line, "a:" and 64 hex digits, newest first; "revoked" before
  /// a key that is worth nothing any more; "#" comments. Error: settings, naming the line.
  static Result<KeyRing> parse(std::string_view text, std::string_view file_name);
  static KeyRing from_keys(std::vector<Key> keys);  ///< at least one
  static std::string format(std::span<const Key> keys);
  const std::vector<Key>& keys() const { return keys_; }

  std::string token(TokenPurpose purpose, std::string_view what) const;
  /// Whether some key of ours made this token for this purpose and content (constant time).
  bool verify(TokenPurpose purpose, std::string_view what, std::string_view token) const;
  /// Keyed digest of a message or address (hex, 32 bytes), by the oldest key so that rotation
  /// leaves it stable.
  std::string digest(std::string_view bytes) const;

 private:
  explicit KeyRing(std::vector<Key> keys) : keys_(std::move(keys)) {}
  std::vector<Key> keys_;
};

/// The text of a key file with a new key of that secret above the others, which hold on; comments
/// stay. Errors: those of parse; settings where no letter is left.
Result<std::string> with_new_key(std::string_view text, std::string_view file_name,
                                 const std::array<std::uint8_t, KeyRing::k_key_bytes>& secret);
/// The text with that key revoked. Errors: those of parse; not_found; conflict where it is the
/// newest, which makes tokens, or was revoked before.
Result<std::string> with_revoked_key(std::string_view text, std::string_view file_name, char id);

/// `ack.cim-2026-000123.5f.TOKEN@example.org` (no angle brackets): a Message-ID of ours. `serial`
/// tells apart several mails about one case.
std::string keyed_message_id(const KeyRing& keys, std::string_view purpose,
                             const CaseReference& reference, std::string_view serial,
                             std::string_view domain);
/// The case of a Message-ID that has our form; the proof says whether its key holds.
struct KeyedCase {
  CaseReference reference;
  bool holds{};
};
std::optional<KeyedCase> read_keyed_message_id(const KeyRing& keys, std::string_view message_id);

/// A Message-ID of ours about no case: `notice.SERIAL.TOKEN@example.org`.
std::string keyed_message_id(const KeyRing& keys, std::string_view purpose, std::string_view serial,
                             std::string_view domain);
/// Whether a key of ours made this Message-ID, of either form.
bool is_own_message_id(const KeyRing& keys, std::string_view message_id);

/// Tag of a reply address: "r-cim-2026-000123-TOKEN".
std::string reply_tag(const KeyRing& keys, const CaseReference& reference);
std::optional<KeyedCase> read_reply_tag(const KeyRing& keys, std::string_view tag);

/// Tag of an envelope sender: "b-" + serial of the outgoing mail + "-TOKEN".
std::string bounce_tag(const KeyRing& keys, std::string_view serial);
/// The serial, where the key holds.
std::optional<std::string> read_bounce_tag(const KeyRing& keys, std::string_view tag);

/// Tag of the address that a member of staff answers to: "s-" + serial of the mail that they got +
/// "-TOKEN". The outbox knows whose it is, of which case, and since when (SYS-09).
std::string staff_tag(const KeyRing& keys, std::string_view serial);
/// The serial, where the key holds.
std::optional<std::string> read_staff_tag(const KeyRing& keys, std::string_view tag);

}  // namespace redress::domain
