#pragma once

#include "daemon/app/letter_office.hpp"
#include "daemon/app/office.hpp"
#include "daemon/app/pace.hpp"

#include <chrono>
#include <exception>
#include <optional>
#include <string>
#include <vector>

namespace redress::app {

/// Sends what is due, several mails at once, and records every try. What is claimed is durable as
/// `sending` before its first byte goes out; a try that the store could not record is kept and
/// recorded before anything else is claimed, so that nothing is sent twice while the program runs.
class Postman {
 public:
  Postman(const boost::asio::any_io_executor& loop, Office& office)
      : office_(office),
        tried_(loop),
        pace_(office.house.settings.smtp.mails_a_minute),
        limits_follow_acknowledgement_(domain::counts_from_acknowledgement(office.house.policy)) {}

  /// Works until the office stops; then finishes what it claimed.
  ports::Task<void> run();

 private:
  using SteadyTime = std::chrono::steady_clock::time_point;

  ports::Task<void> deliver_due();
  ports::Task<void> send_all(std::vector<ports::DueMail> mails);
  ports::Task<void> send_in_turn(const std::vector<ports::DueMail>& mails, std::size_t& next);
  ports::Task<domain::SendTry> send_one(const ports::DueMail& mail);
  ports::Task<std::exception_ptr> record_all();
  ports::Task<void> record();
  ports::Task<void> note_server();
  ports::Task<std::chrono::milliseconds> pause();

  Office& office_;
  std::vector<domain::SendTry> tries_;      ///< not recorded yet
  std::vector<domain::OutboxId> returned_;  ///< claimed and not tried, not recorded yet
  Wake tried_;                              ///< a mail was tried, or all were
  Pace pace_;
  bool limits_follow_acknowledgement_;
  bool all_tried_{true};
  bool lost_count_{false};  ///< a claim failed, and may have been stored
  std::string refusal_;     ///< why the server takes nothing; empty: it does
  domain::ErrorCode refusal_code_{};
  int refusals_{0};                 ///< in a row
  std::optional<bool> noted_down_;  ///< what the store was told of the server last
  SteadyTime not_before_;           ///< the server is not tried again before
};

}  // namespace redress::app
