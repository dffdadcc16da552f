#pragma once

#include "daemon/domain/time.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace redress::domain {

/// What can be counted of one message. Signs of unreasonable demands are measured and shown;
/// nothing in the program reads these numbers to decide (BEH-02: persistence alone is not
/// unacceptable).
struct MessageCounts {
  std::int64_t words{};
  std::int64_t questions{};
  std::int64_t addressed{};  ///< people in To and Cc
};

/// Words and questions of UTF-8 text. A word is what stands between spaces and is not only
/// punctuation; "?!" or "???" is one question, the "?" within an address of the web is none.
MessageCounts count_text(std::string_view text);

/// A week of the house's calendar: sums over its messages.
struct WeekCounts {
  Date monday{};
  std::int64_t messages{};
  MessageCounts sums;
};

struct CountedMessage {
  Date received{};  ///< day of the house's zone
  MessageCounts counts;
};

/// The weeks in which a message came, oldest first.
std::vector<WeekCounts> weeks_of(const std::vector<CountedMessage>& messages);

}  // namespace redress::domain
