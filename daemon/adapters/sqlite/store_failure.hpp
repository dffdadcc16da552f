#pragma once

#include "daemon/ports/store_failure.hpp"

namespace redress::adapters {

using ports::StoreFailure;

}  // namespace redress::adapters
