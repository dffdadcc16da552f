#pragma once

#include <string>

namespace redress::domain {

/// A file that goes out with a mail.
struct Attachment {
  std::string name;        ///< as people know it; what no file may be called is mended in writing
  std::string media_type;  ///< "image/png", "text/csv; charset=utf-8"
  std::string bytes;       ///< any
  /// A msg-id without its angle brackets (RFC 2392): the HTML shows it as cid:…. Empty: a file by
  /// itself.
  std::string content_id{};

  bool operator==(const Attachment&) const = default;
};

}  // namespace redress::domain
