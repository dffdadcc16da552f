#pragma once

#include "parsers/defects.hpp"
#include "parsers/limits.hpp"

#include <string>
#include <string_view>

namespace redress::parsers {

/// A header block that is safe for the header reader: bounded, every line a field or its fold, no
/// NUL, line ends CRLF.
struct GuardedHeader {
  std::string block;
  std::size_t body{};  ///< where the body starts, counted from the start of the bytes given
  std::size_t fields{};
};

/// Whether a line starts a header field: a name of printable ASCII, blanks, a colon (RFC 5322, 2.2;
/// blanks before the colon are its obsolete form, 4.5).
bool starts_field(std::string_view line);

/// What ends a header block besides the empty line: a boundary of a part that holds it.
class BoundarySense {
 public:
  virtual ~BoundarySense() = default;
  virtual bool is_boundary(std::string_view line) const = 0;
};

/// Of a header that stands alone.
class NoBoundary final : public BoundarySense {
 public:
  bool is_boundary(std::string_view) const override { return false; }
};

/// Reads the header block at `start` of `bytes`. One pass, linear. What is over a limit is skipped
/// with a defect: "header_too_long", "header_field_too_long", "too_many_header_fields"; what is no
/// header is a defect too: "header_line_malformed", "header_without_blank_line", "nul_in_header".
GuardedHeader guard_header(std::string_view bytes, std::size_t start, const BoundarySense& sense,
                           const Limits& limits, DefectLog& defects);

}  // namespace redress::parsers
