#include "daemon/adapters/sqlite/compression.hpp"

#include "daemon/adapters/sqlite/store_failure.hpp"

#include <zstd.h>

#include <new>
#include <stdexcept>

namespace redress::adapters {
namespace {

/// Mail is mostly base64 and text: higher levels cost time and win little.
constexpr int k_level = 1;

}  // namespace

void Compressor::Free::operator()(ZSTD_CCtx_s* context) const {
  ZSTD_freeCCtx(context);
}

Compressor::Compressor() : context_(ZSTD_createCCtx()) {
  if (!context_) throw std::bad_alloc{};
}

std::string Compressor::compress(std::string_view bytes) {
  std::string frame(ZSTD_compressBound(bytes.size()), '\0');
  const auto size = ZSTD_compressCCtx(context_.get(), frame.data(), frame.size(), bytes.data(),
                                      bytes.size(), k_level);
  if (ZSTD_isError(size) != 0U) {
    throw std::runtime_error(std::string{"zstd: "} + ZSTD_getErrorName(size));
  }
  frame.resize(size);
  return frame;
}

std::string decompress(std::string_view frame, std::size_t length) {
  // Compared before anything of that length is allocated: both numbers come from the file.
  if (ZSTD_getFrameContentSize(frame.data(), frame.size()) == length) {
    std::string bytes(length, '\0');
    const auto size = ZSTD_decompress(bytes.data(), bytes.size(), frame.data(), frame.size());
    if (ZSTD_isError(size) == 0U && size == length) return bytes;
  }
  throw StoreFailure{domain::ErrorCode::store_damaged,
                     "the stored bytes of a message cannot be decompressed; check the disk, then "
                     "restore a backup"};
}

}  // namespace redress::adapters
