#pragma once

#include <cstddef>

namespace redress::extract {

/// What the reader of documents may cost the machine.
struct Confinement {
  std::size_t memory_bytes = 512U << 20U;  ///< of address space; libraries map some 100 MiB of it
  unsigned cpu_seconds = 4;
};

/// Gives up for good whatever reading bytes and writing text do not need: by limits of resources,
/// and by a filter of system calls under which no file, socket, process or executable memory can
/// be had. Without the filter it does not return: a reader that is not confined reads nothing.
/// Throws std::system_error.
void confine(const Confinement& to = {});

}  // namespace redress::extract
