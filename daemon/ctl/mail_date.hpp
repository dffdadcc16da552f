#pragma once

#include "daemon/ctl/mail_files.hpp"

namespace redress::ctl {

/// When a message came, as far as its file tells: the date of the mbox's "From " line, else of the
/// topmost Received field (the receiving server's), else of the Date field, else when the file was
/// last written, else `now`.
domain::Instant date_of(const FoundMail& mail, domain::Instant now);

}  // namespace redress::ctl
