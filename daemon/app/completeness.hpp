#pragma once

#include "daemon/domain/policy_rules.hpp"
#include "parsers/message.hpp"

#include <vector>

namespace redress::app {

/// What a complaint should hold and this message does not seem to (CILEX-07). Asks rather once too
/// often: nothing is refused for it.
std::vector<domain::AskedFor> lacks_of(const parsers::MessageFacts& facts);

}  // namespace redress::app
