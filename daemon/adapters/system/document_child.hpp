#pragma once

#include "daemon/ports/document_reader.hpp"

#include <chrono>
#include <cstddef>
#include <memory>
#include <string>

namespace redress::adapters {

/// What one child may cost its parent. What it may cost the machine stands in
/// daemon/extract/confine.hpp.
struct DocumentChildLimits {
  std::chrono::milliseconds time{5000};   ///< from start to end; then it is killed
  std::size_t answer_bytes = 16U << 20U;  ///< of its answer; then it is killed
};

/// Reads each document in a child process of its own, `program`, which gets nothing but the
/// document: no descriptor, no environment. Thread-safe.
std::unique_ptr<ports::DocumentReader> create_document_child(std::string program,
                                                             DocumentChildLimits limits = {});

/// With redress-extract of this installation, found from the running program's own place; where it
/// is missing, each document's error says so.
std::unique_ptr<ports::DocumentReader> installed_document_reader();

}  // namespace redress::adapters
