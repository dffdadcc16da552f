#pragma once

#include "daemon/adapters/sqlite/connection.hpp"

namespace redress::adapters {

/// What erasing does to one row. Each works within the caller's transaction; a row that was erased
/// already stays as it is.

/// A mail that has not gone out goes with its bytes and tries; what it would have told is untold.
void withdraw_mail(Connection& connection, std::int64_t id);

/// letter: it was sent, and its row stays without bytes, subject and recipient (a recipient who is
/// staff stays). withdrawn: it had not gone out, and its row is gone, so that it never will.
enum class ErasedMail { nothing, letter, withdrawn };
/// Throws StoreFailure (conflict) where it is going out at this moment.
ErasedMail erase_mail(Connection& connection, std::int64_t id);

/// Bytes, reading, corrections' evidence, sender, subject, Message-ID and reasons; what it was owed
/// is superseded, and it waits for nobody any more. Its digests stay. False: nothing was left.
bool erase_message(Connection& connection, std::int64_t id);

/// The personal payload of an event, with its salt. False: it had none.
bool erase_payload(Connection& connection, std::int64_t id);

/// Everybody who takes part, what staff were told, and whom a measure holds against; an open case
/// becomes final, and its open deadlines superseded.
void erase_case(Connection& connection, std::int64_t id, domain::Instant now);

/// One person takes part in it no more.
void leave_case(Connection& connection, std::int64_t id, const domain::MailAddress& person);

}  // namespace redress::adapters
