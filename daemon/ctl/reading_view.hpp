#pragma once

#include "daemon/domain/reading.hpp"

#include <string>
#include <vector>

namespace redress::ctl {

/// A reading with its evidence, for a person; `would`: what would be done, line by line.
void print_reading(const std::string& name, const domain::Reading& reading,
                   const std::vector<std::string>& would);

}  // namespace redress::ctl
