#pragma once

#include "daemon/app/letter_office.hpp"
#include "daemon/app/office.hpp"

namespace redress::app {

/// Sends what is due, several mails at once, and records every try. What is claimed is durable as
/// `sending` before its first byte goes out.
class Postman {
 public:
  explicit Postman(Office& office) : office_(office) {}

  /// Works until the office stops; then finishes what it claimed.
  ports::Task<void> run();
  /// Sends everything that is due now, then returns how many it tried.
  ports::Task<std::size_t> deliver_due();

 private:
  ports::Task<std::vector<domain::SendTry>> send_all(std::vector<ports::DueMail> mails);
  ports::Task<domain::SendTry> send_one(const ports::DueMail& mail);
  ports::Task<void> record(const std::vector<domain::SendTry>& tries);
  ports::Task<std::chrono::milliseconds> pause();

  Office& office_;
};

}  // namespace redress::app
