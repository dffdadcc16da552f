#pragma once

#include "daemon/domain/ids.hpp"

#include <string>
#include <string_view>

namespace redress::templates {

/// A link that opens a mail with that subject and text (RFC 6068); all but letters, digits and
/// "-._~" as %XX, line ends as %0D%0A.
std::string mailto(const domain::MailAddress& to, std::string_view subject, std::string_view body);

}  // namespace redress::templates
