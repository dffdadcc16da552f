#pragma once

#include "daemon/domain/case.hpp"
#include "daemon/domain/command/verbs.hpp"
#include "daemon/domain/staff_mail/orders.hpp"

#include <optional>
#include <string>

namespace redress::domain {

/// An answer to a mail of ours to a member of staff, as it came; nothing of it is believed yet.
struct StaffReply {
  std::string serial;                 ///< of that mail, out of the keyed address it came to
  std::optional<MailAddress> from{};  ///< the one sender; absent where there is not exactly one
  StaffOrders orders{};               ///< none where the text was HTML: it can hide words
  bool from_html{};
};

/// Whether a command given by mail waits for that word: a mail is easily sent too early.
bool waits_for_word(const VerbRow& row);
/// Whether that word was given: "yes" as the first word of what was written.
bool says_yes(const StaffOrders& orders);

}  // namespace redress::domain
