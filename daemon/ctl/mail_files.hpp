#pragma once

#include "daemon/domain/result.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace redress::ctl {

/// Called for each message with a name to show ("inbox.mbox:3") and its bytes. False stops.
using UseMail = std::function<bool(const std::string& name, std::string_view bytes)>;

/// Messages of files, folders (recursively; hidden files left out), mbox files and "-" (standard
/// input), in order of name. Error: not_found or invalid_input, naming the path; a file that cannot
/// be read stops.
domain::Result<void> each_mail(const std::vector<std::string>& paths, const UseMail& use);

/// The messages of an mbox (RFC 4155; mboxrd quoting of "From " is undone).
std::vector<std::string> split_mbox(std::string_view text);

}  // namespace redress::ctl
