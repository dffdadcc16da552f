#pragma once

#include "config/settings.hpp"

#include <string>
#include <string_view>

namespace redress::config {

/// Where these settings name that secret first, as errors begin: "redress.toml:47: security.key".
/// The file's name alone where `text` does not name it (any more).
std::string place_of_secret(std::string_view text, const std::string& file,
                            const SecretSource& secret);

}  // namespace redress::config
