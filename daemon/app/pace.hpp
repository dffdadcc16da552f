#pragma once

#include <chrono>
#include <cstddef>
#include <deque>
#include <limits>
#include <optional>

namespace redress::app {

/// How many mails may go out now, where a server takes no more than so many in any minute.
class Pace {
 public:
  using Time = std::chrono::steady_clock::time_point;
  static constexpr std::chrono::minutes k_span{1};

  /// Absent: no limit.
  explicit Pace(std::optional<int> most) : most_(most) {}

  std::size_t allowed(Time now) {
    if (!most_) return std::numeric_limits<std::size_t>::max();
    while (!sent_.empty() && sent_.front() + k_span <= now) sent_.pop_front();
    const auto most = static_cast<std::size_t>(*most_);
    return sent_.size() < most ? most - sent_.size() : 0;
  }
  void sent(std::size_t count, Time now) {
    if (most_) sent_.insert(sent_.end(), count, now);
  }
  /// When one more may go: at once, where that is before now.
  Time next() const {
    const bool full = most_ && sent_.size() >= static_cast<std::size_t>(*most_);
    return full ? sent_.front() + k_span : Time{};
  }

 private:
  std::optional<int> most_;
  std::deque<Time> sent_;  // of the last minute
};

}  // namespace redress::app
