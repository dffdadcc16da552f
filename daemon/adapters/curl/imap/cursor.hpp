#pragma once

#include "daemon/adapters/curl/imap/framer.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace redress::adapters::imap {

/// nstring: NIL, a quoted string, a literal, or (leniently) an atom.
struct NString {
  bool nil{};
  std::string bytes;
  std::uint64_t announced{};
};

/// Walks over one response. Every `take_…` either takes what it names, or takes nothing that
/// matters and says no: the caller then gives the whole response up.
class Cursor {
 public:
  Cursor(RawResponse& raw, int nesting_limit)
      : raw_(raw), rest_(raw.text), nesting_limit_(nesting_limit) {}

  bool at_end() const { return rest_.empty(); }
  bool at(char c) const { return !rest_.empty() && rest_.front() == c; }
  bool take(char c);
  void skip_spaces();
  std::string_view rest() const { return rest_; }

  /// Up to a space, parenthesis, quote or literal.
  std::string_view take_word();
  /// Like a word, but brackets hold spaces and parentheses: `BODY[HEADER.FIELDS (DATE)]<0>`.
  std::string_view take_item_name();
  /// Digits only, and no more than fits.
  std::optional<std::uint64_t> take_number();
  std::optional<std::uint32_t> take_number32();
  std::optional<NString> take_nstring();
  /// `(a b \c)`.
  std::optional<std::vector<std::string>> take_word_list();
  /// Any value, nested lists included, within the nesting limit.
  bool skip_value(int depth = 0);

 private:
  std::optional<NString> take_quoted();
  std::optional<NString> take_literal();

  RawResponse& raw_;
  std::string_view rest_;
  std::size_t literals_taken_{};
  int nesting_limit_;
};

}  // namespace redress::adapters::imap
