#pragma once

#include "daemon/domain/attachment.hpp"
#include "parsers/limits.hpp"
#include "parsers/message.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace redress::app {

/// Files go on to staff up to so many bytes in total.
inline constexpr std::size_t k_enclosed_bytes = 10U << 20U;
/// Lines of a message that a case mail shows, and of what is quoted in it; the rest is counted.
inline constexpr std::size_t k_shown_lines = 400;
inline constexpr std::size_t k_quoted_lines = 80;

/// What a case mail shows of one message of the public. All of it is a stranger's: it goes to staff
/// whom the case concerns, and to nobody else.
struct Enclosure {
  std::string from;                 ///< name and address, as written
  std::string subject;              ///< as written
  std::vector<std::string> lines;   ///< what was written this time
  std::vector<std::string> quoted;  ///< the other lines of it
  std::size_t lines_left_out{}, quoted_left_out{};
  std::vector<domain::Attachment> files;  ///< of kinds that do no harm, byte for byte
  std::vector<std::string> named;         ///< "plan.zip, application/zip, 2.1 MB": not enclosed
  std::string broken;  ///< why it could not be read; everything else is then empty
};

/// What `facts` (read with enclosing_limits) come to.
Enclosure enclosure_of(parsers::MessageFacts facts);

/// Limits under which the bytes of harmless files are kept.
parsers::Limits enclosing_limits();

}  // namespace redress::app
