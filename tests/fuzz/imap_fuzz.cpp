#include "daemon/adapters/curl/imap/machine.hpp"
#include "tests/fuzz/fuzz.hpp"

#include <algorithm>

using namespace redress;

/// A server's bytes, in pieces of a size that the first of them gives: every response is read or
/// refused, and the pieces make no difference to what is taken.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::size_t piece = std::size_t{data[0]} + 1;
  auto rest = fuzz::text_of(data, size).substr(1);
  adapters::imap::Machine machine;
  while (!rest.empty()) {
    auto bytes = rest.substr(0, piece);
    rest.remove_prefix(bytes.size());
    while (!bytes.empty()) {
      const auto before = bytes.size();
      const auto response = machine.next(bytes);
      if (!response) return 0;  // the connection would be closed
      fuzz::require(bytes.size() < before || *response);
    }
  }
  return 0;
}
