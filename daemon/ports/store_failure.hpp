#pragma once

#include "daemon/domain/result.hpp"

#include <stdexcept>

namespace redress::ports {

/// The store cannot do what was asked: a full disk (store_full), one that gives errors
/// (store_failing), a database that cannot be read or
/// trusted (store_damaged), a lock held too long (timed_out), or a change that does not fit what is
/// stored (not_found, conflict). Nothing of the call was stored.
class StoreFailure : public std::runtime_error {
 public:
  explicit StoreFailure(domain::Error error)
      : std::runtime_error(error.text), error_(std::move(error)) {}
  StoreFailure(domain::ErrorCode code, std::string text)
      : StoreFailure(domain::fail(code, std::move(text))) {}

  const domain::Error& error() const { return error_; }

 private:
  domain::Error error_;
};

}  // namespace redress::ports
