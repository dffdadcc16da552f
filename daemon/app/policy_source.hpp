#pragma once

#include "config/policy_file.hpp"
#include "daemon/ports/files.hpp"

#include <string>

namespace redress::app {

/// Reads a policy file and the files that it includes. Those are looked for beside it first, then
/// where they would lie if the policy were one of the packs under `share`, so that a policy of your
/// own may include a pack's. Errors: not_found, where there is no file `path`; settings.
domain::Result<config::PolicyFile> load_policy_file(const std::string& path,
                                                    const std::string& share,
                                                    const ports::Files& files);

}  // namespace redress::app
