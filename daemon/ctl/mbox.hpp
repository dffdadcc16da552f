#pragma once

#include "daemon/ctl/line_pieces.hpp"
#include "daemon/domain/time.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace redress::ctl {

/// One message of an mbox.
struct MboxMail {
  std::string bytes;                    ///< its start, where it is larger than the limit
  std::uint64_t size{};                 ///< of the whole message
  std::optional<domain::Instant> date;  ///< of its "From " line, where one can be read
};

/// The messages of an mbox, one after the other (RFC 4155; mboxrd quoting of "From " is undone; the
/// empty line that closes a message is none of its lines). A message begins at a "From " line at
/// the top of the file or below an empty line, which says a date or has a header field below it:
/// text that begins a paragraph with "From " does not part a message. Memory: one message, up to
/// `limit` bytes.
class MboxReader {
 public:
  MboxReader(LinePieces& lines, std::size_t limit) : lines_(lines), limit_(limit) {}

  /// Nothing at the end. What stands before the first "From " line is left out.
  std::optional<MboxMail> next();

 private:
  bool is_separator(std::string_view piece);
  void open(std::string_view separator);
  void add(MboxMail& mail, std::string_view piece) const;

  LinePieces& lines_;
  std::size_t limit_;
  bool open_{false};        ///< the "From " line of the next message is read
  bool after_empty_{true};  ///< the line before was empty, or there is none
  std::optional<domain::Instant> date_;
};

/// The date of a "From " line: what stands from the name of the day on, in UTC where it has no zone
/// (RFC 4155, appendix A). Nothing where there is none, or 1970-01-01 at midnight, which exporters
/// write for a date they do not know.
std::optional<domain::Instant> envelope_date(std::string_view line);

}  // namespace redress::ctl
