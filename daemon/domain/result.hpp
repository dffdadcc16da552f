#pragma once

#include <boost/assert/source_location.hpp>
#include <boost/system/result.hpp>

#include <stdexcept>
#include <string>

namespace redress::domain {

/// What went wrong, in the terms that decide what happens next.
enum class ErrorCode {
  invalid_input,    ///< a person, a file or a peer gave something that cannot be read
  settings,         ///< a setting is wrong or missing
  not_found,        ///< the thing asked about is not there
  not_allowed,      ///< understood, and refused
  conflict,         ///< the state changed meanwhile, or the thing exists already
  unreachable,      ///< no connection, or it broke
  timed_out,        ///< the deadline of the step passed
  tls,              ///< certificate or STARTTLS refused
  login_refused,    ///< the server knows us and says no
  server_busy,      ///< the server asks us to come back (4xx, NO [UNAVAILABLE])
  server_refused,   ///< the server says no for good (5xx, NO)
  protocol,         ///< the peer's bytes make no sense
  outcome_unknown,  ///< sent, but the answer never came
  cancelled,        ///< we are shutting down
  store_full,       ///< no room on the disk
  store_failing,    ///< the disk or the memory gives an error that may pass
  store_damaged,    ///< the database cannot be trusted or read
};

/// What the caller does about it.
enum class Disposition { retry, permanent, fatal };

/// The one table from error to consequence.
constexpr Disposition disposition(ErrorCode code) {
  switch (code) {
    case ErrorCode::unreachable:
    case ErrorCode::timed_out:
    case ErrorCode::tls:
    case ErrorCode::login_refused:
    case ErrorCode::server_busy:
    case ErrorCode::protocol:
    case ErrorCode::outcome_unknown:
    case ErrorCode::cancelled:
    case ErrorCode::conflict:
    case ErrorCode::store_full:
    case ErrorCode::store_failing: return Disposition::retry;
    case ErrorCode::invalid_input:
    case ErrorCode::settings:
    case ErrorCode::not_found:
    case ErrorCode::not_allowed:
    case ErrorCode::server_refused: return Disposition::permanent;
    case ErrorCode::store_damaged: return Disposition::fatal;
  }
  return Disposition::fatal;
}

/// One line a person can act on: what, where, and the mend.
struct Error {
  ErrorCode code{};
  std::string text;
};

/// A failure that an input or a peer decides. A broken host or a bug throws instead.
template <class T>
using Result = boost::system::result<T, Error>;

inline Error fail(ErrorCode code, std::string text) {
  return Error{code, std::move(text)};
}

/// Called by Result<T>::value() on an error: reaching it is a bug of the caller.
[[noreturn]] inline void throw_exception_from_error(const Error& error,
                                                    const boost::source_location&) {
  throw std::logic_error("value() of a failed result: " + error.text);
}

}  // namespace redress::domain
