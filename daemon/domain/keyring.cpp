#include "daemon/domain/keyring.hpp"

#include <fmt/format.h>
#include <sodium.h>

#include <algorithm>

namespace redress::domain {
namespace {

constexpr std::string_view k_base32 = "abcdefghijklmnopqrstuvwxyz234567";
constexpr std::string_view k_revoked = "revoked ";
constexpr std::size_t k_mac_bytes = 10;  // 80 bits: 16 characters, nothing to guess by mail
constexpr std::size_t k_digest_bytes = 32;
constexpr std::size_t k_bits_a_character = 5;

std::string base32(std::span<const std::uint8_t> bytes) {
  std::string out;
  out.reserve((bytes.size() * 8 + k_bits_a_character - 1) / k_bits_a_character);
  std::uint32_t window = 0;
  std::size_t bits = 0;
  for (const auto byte : bytes) {
    window = (window << 8U) | byte;
    bits += 8;
    while (bits >= k_bits_a_character) {
      bits -= k_bits_a_character;
      out.push_back(k_base32[(window >> bits) & 31U]);
    }
  }
  if (bits > 0) out.push_back(k_base32[(window << (k_bits_a_character - bits)) & 31U]);
  return out;
}

template <std::size_t N>
std::array<std::uint8_t, N> keyed_hash(const KeyRing::Key& key, std::string_view domain,
                                       std::string_view what) {
  std::array<std::uint8_t, N> out{};
  crypto_generichash_state state{};
  crypto_generichash_init(&state, key.secret.data(), key.secret.size(), out.size());
  const auto feed = [&state](std::string_view text) {
    crypto_generichash_update(&state, reinterpret_cast<const unsigned char*>(text.data()),
                              text.size());
  };
  feed(domain);
  feed(std::string_view{"\0", 1});
  feed(what);
  crypto_generichash_final(&state, out.data(), out.size());
  return out;
}

std::string token_of(const KeyRing::Key& key, TokenPurpose purpose, std::string_view what) {
  const char tag = static_cast<char>(purpose);
  return key.id + base32(keyed_hash<k_mac_bytes>(key, std::string_view{&tag, 1}, what));
}

std::string lowered(std::string_view text) {
  std::string out{text};
  std::transform(out.begin(), out.end(), out.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return out;
}

bool same(std::string_view a, std::string_view b) {
  return a.size() == b.size() && sodium_memcmp(a.data(), b.data(), a.size()) == 0;
}

std::string_view trimmed(std::string_view line) {
  const auto first = line.find_first_not_of(" \t\r");
  if (first == std::string_view::npos) return {};
  return line.substr(first, line.find_last_not_of(" \t\r") - first + 1);
}

std::optional<KeyRing::Key> read_key(std::string_view line) {
  const bool revoked = line.starts_with(k_revoked);
  if (revoked) line = trimmed(line.substr(k_revoked.size()));
  if (line.size() < 2 || line[0] < 'a' || line[0] > 'z' || line[1] != ':') return std::nullopt;
  KeyRing::Key key{.id = line[0], .secret = {}, .revoked = revoked};
  std::size_t length = 0;
  const auto hex = line.substr(2);
  const char* end = nullptr;
  const int bad = sodium_hex2bin(key.secret.data(), key.secret.size(), hex.data(), hex.size(), "",
                                 &length, &end);
  if (bad != 0 || length != key.secret.size() || end != hex.data() + hex.size()) {
    return std::nullopt;
  }
  return key;
}

/// What a keyed Message-ID vouches for.
std::string id_content(std::string_view purpose, std::string_view reference,
                       std::string_view serial) {
  return fmt::format("{}.{}.{}", purpose, reference, serial);
}

/// "b-SERIAL-TOKEN": the purpose's letter first.
std::string serial_tag(const KeyRing& keys, TokenPurpose purpose, std::string_view serial) {
  return fmt::format("{}-{}-{}", static_cast<char>(purpose), serial, keys.token(purpose, serial));
}

std::optional<std::string> read_serial_tag(const KeyRing& keys, TokenPurpose purpose,
                                           std::string_view tag) {
  const auto text = lowered(tag);
  const auto last = text.rfind('-');
  const bool ours = text.size() > 2 && text[0] == static_cast<char>(purpose) && text[1] == '-';
  if (!ours || last < 2) return std::nullopt;
  const auto serial = text.substr(2, last - 2);
  if (!keys.verify(purpose, serial, std::string_view{text}.substr(last + 1))) return std::nullopt;
  return serial;
}

}  // namespace

Result<KeyRing> KeyRing::parse(std::string_view text, std::string_view file_name) {
  std::vector<Key> keys;
  std::size_t line_number = 0;
  while (!text.empty()) {
    const auto end = text.find('\n');
    const auto line = trimmed(text.substr(0, end));
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    ++line_number;
    if (line.empty() || line.front() == '#') continue;
    const auto key = read_key(line);
    const bool known = key && std::any_of(keys.begin(), keys.end(),
                                          [&](const Key& other) { return other.id == key->id; });
    if (!key || known) {
      return fail(
          ErrorCode::settings,
          fmt::format(
              "{}:{}: {}; make a key with \"redressctl key new\"", file_name, line_number,
              known ? "the key id stands twice" : "no key: a letter, a colon and 64 hex digits"));
    }
    keys.push_back(*key);
  }
  if (keys.empty()) {
    return fail(
        ErrorCode::settings,
        fmt::format("{}:1: no key in the file; make one with \"redressctl key new\"", file_name));
  }
  if (keys.front().revoked) {
    return fail(ErrorCode::settings,
                fmt::format("{}:1: the first key makes new tokens and is revoked; put a new one "
                            "above it with \"redressctl key rotate\"",
                            file_name));
  }
  return KeyRing{std::move(keys)};
}

KeyRing KeyRing::from_keys(std::vector<Key> keys) {
  if (keys.empty()) throw std::invalid_argument("a key ring needs a key");
  return KeyRing{std::move(keys)};
}

std::string KeyRing::format(std::span<const Key> keys) {
  std::string out;
  for (const auto& key : keys) {
    std::array<char, k_key_bytes * 2 + 1> hex{};
    sodium_bin2hex(hex.data(), hex.size(), key.secret.data(), key.secret.size());
    out += fmt::format("{}{}:{}\n", key.revoked ? k_revoked : "", key.id, hex.data());
  }
  return out;
}

std::string KeyRing::token(TokenPurpose purpose, std::string_view what) const {
  return token_of(keys_.front(), purpose, what);
}

bool KeyRing::verify(TokenPurpose purpose, std::string_view what, std::string_view token) const {
  if (token.empty()) return false;
  return std::any_of(keys_.begin(), keys_.end(), [&](const Key& key) {
    return !key.revoked && key.id == token.front() && same(token_of(key, purpose, what), token);
  });
}

std::string KeyRing::digest(std::string_view bytes) const {
  const auto hash = keyed_hash<k_digest_bytes>(keys_.back(), "digest", bytes);
  std::array<char, k_digest_bytes * 2 + 1> hex{};
  sodium_bin2hex(hex.data(), hex.size(), hash.data(), hash.size());
  return hex.data();
}

Result<std::string> with_new_key(std::string_view text, std::string_view file_name,
                                 const std::array<std::uint8_t, KeyRing::k_key_bytes>& secret) {
  const auto ring = KeyRing::parse(text, file_name);
  if (!ring) return ring.error();
  for (char id = 'a'; id <= 'z'; ++id) {
    const bool taken = std::any_of(ring->keys().begin(), ring->keys().end(),
                                   [id](const KeyRing::Key& key) { return key.id == id; });
    if (taken) continue;
    const KeyRing::Key key{.id = id, .secret = secret, .revoked = false};
    return KeyRing::format(std::span{&key, 1}) + std::string{text};
  }
  return fail(ErrorCode::settings,
              fmt::format("{}: all 26 letters are taken; take out the lines of revoked keys, but "
                          "leave the last line, which tells mail that came twice",
                          file_name));
}

Result<std::string> with_revoked_key(std::string_view text, std::string_view file_name, char id) {
  const auto ring = KeyRing::parse(text, file_name);
  if (!ring) return ring.error();
  const auto& keys = ring->keys();
  const auto found = std::find_if(keys.begin(), keys.end(),
                                  [id](const KeyRing::Key& key) { return key.id == id; });
  if (found == keys.end()) {
    return fail(ErrorCode::not_found, fmt::format("{}: there is no key \"{}\"", file_name, id));
  }
  if (found->revoked) {
    return fail(ErrorCode::conflict, fmt::format("{}: \"{}\" is revoked", file_name, id));
  }
  if (found == keys.begin()) {
    return fail(
        ErrorCode::conflict,
        fmt::format("{}: \"{}\" makes new tokens; \"redressctl key rotate\" first", file_name, id));
  }
  std::string out;
  while (!text.empty()) {
    const auto end = text.find('\n');
    const auto line = text.substr(0, end);
    const auto key = read_key(trimmed(line));
    if (key && key->id == id) out += k_revoked;
    out += line;
    out += '\n';
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return out;
}

std::string keyed_message_id(const KeyRing& keys, std::string_view purpose,
                             const CaseReference& reference, std::string_view serial,
                             std::string_view domain) {
  const auto content = id_content(purpose, lowered(reference.str()), serial);
  return fmt::format("{}.{}@{}", content, keys.token(TokenPurpose::message_id, content), domain);
}

std::string keyed_message_id(const KeyRing& keys, std::string_view purpose, std::string_view serial,
                             std::string_view domain) {
  const auto content = fmt::format("{}.{}", purpose, serial);
  return fmt::format("{}.{}@{}", content, keys.token(TokenPurpose::message_id, content), domain);
}

bool is_own_message_id(const KeyRing& keys, std::string_view message_id) {
  const auto local = lowered(message_id.substr(0, message_id.rfind('@')));
  const auto last = local.rfind('.');
  if (last == std::string::npos) return false;
  const auto content = std::string_view{local}.substr(0, last);
  return keys.verify(TokenPurpose::message_id, content, std::string_view{local}.substr(last + 1));
}

std::optional<KeyedCase> read_keyed_message_id(const KeyRing& keys, std::string_view message_id) {
  const auto local = lowered(message_id.substr(0, message_id.rfind('@')));
  const auto first = local.find('.');
  const auto last = local.rfind('.');
  if (first == std::string::npos || last <= first) return std::nullopt;
  const auto rest = std::string_view{local}.substr(first + 1);
  const auto reference = CaseReference::parse(rest.substr(0, rest.find('.')));
  if (!reference) return std::nullopt;
  return KeyedCase{*reference, is_own_message_id(keys, message_id)};
}

std::string reply_tag(const KeyRing& keys, const CaseReference& reference) {
  const auto what = lowered(reference.str());
  return fmt::format("r-{}-{}", what, keys.token(TokenPurpose::reply, what));
}

std::optional<KeyedCase> read_reply_tag(const KeyRing& keys, std::string_view tag) {
  const auto text = lowered(tag);
  const auto last = text.rfind('-');
  if (!text.starts_with("r-") || last < 2) return std::nullopt;
  const auto what = std::string_view{text}.substr(2, last - 2);
  const auto reference = CaseReference::parse(what);
  if (!reference) return std::nullopt;
  const auto token = std::string_view{text}.substr(last + 1);
  return KeyedCase{*reference, keys.verify(TokenPurpose::reply, what, token)};
}

std::string bounce_tag(const KeyRing& keys, std::string_view serial) {
  return serial_tag(keys, TokenPurpose::bounce, serial);
}

std::optional<std::string> read_bounce_tag(const KeyRing& keys, std::string_view tag) {
  return read_serial_tag(keys, TokenPurpose::bounce, tag);
}

std::string staff_tag(const KeyRing& keys, std::string_view serial) {
  return serial_tag(keys, TokenPurpose::staff, serial);
}

std::optional<std::string> read_staff_tag(const KeyRing& keys, std::string_view tag) {
  return read_serial_tag(keys, TokenPurpose::staff, tag);
}

}  // namespace redress::domain
