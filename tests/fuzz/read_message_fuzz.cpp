#include "parsers/classify.hpp"
#include "parsers/read_message.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>

/// Whatever the bytes are, reading and classifying them ends, and breaks nothing.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes{reinterpret_cast<const char*>(data), size};
  const auto facts = redress::parsers::read_message(bytes);
  static_cast<void>(redress::parsers::classify(facts, {}));
  return 0;
}
