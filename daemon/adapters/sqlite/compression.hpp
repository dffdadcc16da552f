#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

struct ZSTD_CCtx_s;

namespace redress::adapters {

/// Makes zstd frames, one mail after the other with the same working memory. For one thread.
class Compressor {
 public:
  /// Throws std::bad_alloc where zstd gets no memory.
  Compressor();
  /// The bytes as one frame. Throws std::runtime_error where zstd cannot.
  std::string compress(std::string_view bytes);

 private:
  struct Free {
    void operator()(ZSTD_CCtx_s* context) const;
  };
  std::unique_ptr<ZSTD_CCtx_s, Free> context_;
};

/// The bytes of one zstd frame whose decoded length was recorded. Throws StoreFailure
/// (store_damaged) where the frame is not whole or not of that length.
std::string decompress(std::string_view frame, std::size_t length);

}  // namespace redress::adapters
