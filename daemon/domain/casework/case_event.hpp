#pragma once

#include "daemon/domain/ids.hpp"
#include "daemon/domain/result.hpp"
#include "daemon/domain/time.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace redress::domain {

/// Names to values, all text. The flat JSON object of an event's payload.
using Fields = std::map<std::string, std::string, std::less<>>;

/// One event of a case's trail, as it is folded.
struct CaseEvent {
  std::int64_t id{};  ///< 0: not stored yet
  Instant at;
  std::string actor;
  std::string what;  ///< stable verb
  Fields facts;      ///< without personal data
  Fields personal;   ///< empty too where it was erased
  std::optional<MessageRowId> message;

  /// The fact of that name, or empty.
  std::string fact(std::string_view name) const;
  /// Likewise of the personal payload.
  std::string own(std::string_view name) const;
  /// A fact that is a whole number; nothing where it is none.
  std::optional<int> number(std::string_view name) const;
};

/// A JSON object with text values; empty text for no fields.
std::string to_json(const Fields& fields);
/// Reads it back; numbers and true/false become text, what is nested is left out. What is no object
/// gives no fields.
Fields fields_of(std::string_view json);

}  // namespace redress::domain
