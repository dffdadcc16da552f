#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace redress::adapters {

/// Raw mail as one zstd frame. Throws std::runtime_error where zstd has no memory.
std::string compress(std::string_view bytes);

/// The bytes of one zstd frame whose decoded length was recorded. Throws StoreFailure
/// (store_damaged) where the frame is not whole or not of that length.
std::string decompress(std::string_view frame, std::size_t length);

}  // namespace redress::adapters
