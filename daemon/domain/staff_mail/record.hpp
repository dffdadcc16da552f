#pragma once

#include "daemon/domain/decide.hpp"
#include "daemon/domain/staff_mail/authority.hpp"

namespace redress::domain {

/// The ledger's row and the trail of an answer of staff to a mail about that case. What may not
/// command joins nothing: it is held, and told. `because`: why, as the end of a sentence.
Change record_staff_reply(const IncomingMail& mail, const std::optional<CaseReference>& reference,
                          Authority authority, std::string_view because, Instant now);

}  // namespace redress::domain
