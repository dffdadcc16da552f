#pragma once

#include "parsers/defects.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace redress::parsers {

/// Message ids of a field without their angle brackets, in order, each once (RFC 5322, 3.6.4).
/// Words with an "@" serve where there are no brackets. More than `limit`: the first and the last
/// half of them stay (the start of a thread and its newest mail), "too_many_references".
std::vector<std::string> parse_message_ids(std::string_view field, std::size_t limit,
                                           DefectLog& defects);

}  // namespace redress::parsers
