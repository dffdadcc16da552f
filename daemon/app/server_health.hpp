#pragma once

#include "daemon/app/wake.hpp"
#include "daemon/domain/result.hpp"
#include "daemon/domain/time.hpp"

#include <boost/asio/any_io_executor.hpp>

#include <optional>
#include <string>

namespace redress::app {

/// How one mailbox, or the mail server that we send by, fares: what the alarm about a server that
/// is down too long looks at. Loop thread only.
class ServerHealth {
 public:
  /// `since`: nothing is known of it before; until it works it counts as down from then on.
  ServerHealth(const boost::asio::any_io_executor& loop, std::string name, domain::Instant since)
      : name_(std::move(name)), down_since_(since), changed_(loop) {}

  void works() {
    tried_ = true;
    down_since_.reset();
    text_.clear();
    changed_.notify();
  }
  /// All that was in it is in the journal.
  void taken() { looked_ = true; }
  void fails(std::string text, domain::Instant now) {
    tried_ = true;
    looked_ = true;
    if (!down_since_) down_since_ = now;
    text_ = std::move(text);
    changed_.notify();
  }
  /// Waits until it was tried, and says whether it works. One waiter at most.
  ports::Task<bool> first_try() {
    while (!tried_) co_await changed_.wait(k_look_again);
    co_return !down_since_;
  }
  /// Whether it was read to its end once, or could not be.
  bool looked() const { return looked_; }
  /// Waits for a change, or for a while. One waiter at most.
  ports::Task<void> change() { return changed_.wait(k_look_again); }

  const std::string& name() const { return name_; }
  const std::string& text() const { return text_; }
  const std::optional<domain::Instant>& down_since() const { return down_since_; }

 private:
  static constexpr std::chrono::milliseconds k_look_again = std::chrono::minutes{1};

  std::string name_;
  std::string text_;  ///< of the last failure
  std::optional<domain::Instant> down_since_;
  bool tried_{false}, looked_{false};
  Wake changed_;
};

}  // namespace redress::app
