#pragma once

#include "daemon/domain/reminders/day.hpp"
#include "daemon/ports/task.hpp"

#include <functional>

namespace redress::ports {

/// What the daily mails to staff are made from. Host failures throw.
class Daily {
 public:
  virtual ~Daily() = default;
  /// Whether the mails of that day were written. What says so at a time still to come does not
  /// count: a clock ran ahead then.
  virtual Task<bool> is_done(domain::Date day, domain::Instant now) = 0;
  /// Daily mails from before that time which were not sent go, and with them the memory of what
  /// they told, so that a later one tells it. Returns how many.
  virtual Task<std::size_t> take_back(domain::Instant before, domain::Instant now) = 0;
  /// Gives every row to `each`, one by one, so that memory does not grow with the register: rows of
  /// a kind in order of their time. `each` is called on the store's thread: whatever it touches is
  /// nobody else's until this returns.
  virtual Task<domain::HouseDay> read(const domain::DayQuery& query,
                                      const std::function<void(const domain::DayRow&)>& each) = 0;
};

}  // namespace redress::ports
