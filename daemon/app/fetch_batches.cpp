#include "daemon/app/fetch_batches.hpp"

#include <algorithm>

namespace redress::app {
namespace {

constexpr std::size_t k_batch_messages = 200;
constexpr std::uint64_t k_batch_bytes = 4ULL << 20U;

}  // namespace

std::vector<std::span<const ports::ListedMessage>> cut_in_batches(
    const std::vector<ports::ListedMessage>& listed, std::uint64_t limit) {
  std::vector<std::span<const ports::ListedMessage>> batches;
  auto from = listed.begin();
  while (from != listed.end()) {
    auto to = from;
    std::uint64_t bytes = 0;
    while (to != listed.end() && static_cast<std::size_t>(to - from) < k_batch_messages &&
           (to == from || bytes + std::min(to->size, limit) <= k_batch_bytes)) {
      bytes += std::min(to->size, limit);
      ++to;
    }
    batches.emplace_back(from, to);
    from = to;
  }
  return batches;
}

}  // namespace redress::app
