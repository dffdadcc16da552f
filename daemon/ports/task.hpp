#pragma once

#include <boost/asio/awaitable.hpp>

namespace redress::ports {

/// A coroutine on the loop thread. It can be cancelled (Asio cancellation slots) wherever it waits.
template <class T>
using Task = boost::asio::awaitable<T>;

}  // namespace redress::ports
