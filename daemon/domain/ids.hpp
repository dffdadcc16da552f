#pragma once

#include "daemon/domain/result.hpp"

#include <compare>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace redress::domain {

/// A number that means one thing only: two ids of different tags do not mix.
template <class Tag, class Rep>
struct StrongId {
  Rep value{};
  friend constexpr auto operator<=>(const StrongId&, const StrongId&) = default;
};

/// IMAP unique identifier of a message within one UIDVALIDITY (RFC 9051, 2.3.1.1).
using Uid = StrongId<struct UidTag, std::uint32_t>;
using UidValidity = StrongId<struct UidValidityTag, std::uint32_t>;
/// Row ids of the store.
using MessageRowId = StrongId<struct MessageRowTag, std::int64_t>;
using MailboxId = StrongId<struct MailboxTag, std::int64_t>;
using OutboxId = StrongId<struct OutboxTag, std::int64_t>;

/// "CIM-2026-000123": prefix of the organisation, year of receipt, number in that year.
class CaseReference {
 public:
  /// Error: invalid_input. Prefix: 1-12 letters or digits, starting with a letter.
  static Result<CaseReference> make(std::string_view prefix, int year, std::uint32_t number);
  /// Reads the normal form, in any case of letters. Error: invalid_input.
  static Result<CaseReference> parse(std::string_view text);

  const std::string& str() const { return text_; }
  friend auto operator<=>(const CaseReference&, const CaseReference&) = default;

 private:
  explicit CaseReference(std::string text) : text_(std::move(text)) {}
  std::string text_;
};

/// An addr-spec (RFC 5322, 3.4.1; RFC 6532). Compared by its key: addresses that differ only in the
/// case of letters are one, as mail systems treat them.
class MailAddress {
 public:
  /// Error: invalid_input for anything that could not stand alone in an envelope: no "@", empty
  /// parts, spaces, control characters, more than 254 bytes.
  static Result<MailAddress> parse(std::string_view text);

  const std::string& str() const { return text_; }
  std::string_view local() const;
  std::string_view domain() const;
  /// Lower-cased whole address (ASCII letters), for comparing and storing.
  const std::string& key() const { return key_; }
  /// The domain within key().
  std::string_view domain_key() const;
  /// The same mailbox with "+tag" added to its local part (or put in place of an existing tag).
  MailAddress with_tag(std::string_view tag) const;
  bool is_ascii() const;

  friend bool operator==(const MailAddress& a, const MailAddress& b) { return a.key_ == b.key_; }
  friend auto operator<=>(const MailAddress& a, const MailAddress& b) { return a.key_ <=> b.key_; }

 private:
  explicit MailAddress(std::string text);
  std::string text_;
  std::string key_;
};

}  // namespace redress::domain

template <class Tag, class Rep>
struct std::hash<redress::domain::StrongId<Tag, Rep>> {
  std::size_t operator()(const redress::domain::StrongId<Tag, Rep>& id) const noexcept {
    return std::hash<Rep>{}(id.value);
  }
};
