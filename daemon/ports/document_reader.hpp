#pragma once

#include "daemon/domain/result.hpp"

#include <string>
#include <string_view>

namespace redress::ports {

/// Reads documents that strangers attached, where they can do no harm. Any thread; blocks for as
/// long as its time limit at most, so never the loop thread.
class DocumentReader {
 public:
  virtual ~DocumentReader() = default;
  /// The answer of the reading program (parsers/form/document_facts.hpp), as little trusted as the
  /// document. Error: timed_out; or invalid_input where reading it broke the reader or needed more
  /// than it may have; or settings where the program is missing.
  virtual domain::Result<std::string> read(std::string_view document) = 0;
};

}  // namespace redress::ports
