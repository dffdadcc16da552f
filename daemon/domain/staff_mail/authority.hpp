#pragma once

#include "daemon/domain/case.hpp"
#include "daemon/domain/reading.hpp"
#include "daemon/domain/staff.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace redress::domain {

/// A mail of ours to a member of staff, which an answer came to: by the keyed serial in its
/// address the outbox knows it. So a reply address is one person's, for one case, for a time.
struct IssuedMail {
  MailAddress to;
  std::optional<CaseReference> reference;
  Instant written;
  bool misuse_told{};     ///< its reader was told of an answer that was not theirs
  int answered_lately{};  ///< mails that answered them in the last hour
};

/// More of one person's mails in an hour are a machine's: two that answer each other end here.
inline constexpr int k_answers_an_hour = 30;

/// How long an answer to a mail of ours may command.
inline constexpr std::chrono::days k_reply_days{30};

/// Whether a mail may give commands (SYS-09). Anything but `granted` does nothing.
enum class Authority {
  granted,
  unknown,       ///< the address is keyed by us, and the outbox does not know the mail any more
  expired,       ///< a fresh one goes to the registered address
  not_staff,     ///< whoever the mail went to is not in the settings any more
  other_sender,  ///< the sender is not who the mail went to: forwarded, or forged
  unproven,      ///< the receiving server did not say that the sender is who it claims to be
  kept_from,     ///< the complaint names them by now
  flooded,       ///< more than a person writes
};
inline constexpr std::array k_authorities{
    Authority::granted,      Authority::unknown,  Authority::expired,   Authority::not_staff,
    Authority::other_sender, Authority::unproven, Authority::kept_from, Authority::flooded};
std::string_view to_string(Authority authority);

/// What proves who wrote an answer.
struct AnswerProof {
  std::optional<IssuedMail> issued;  ///< absent: the serial is unknown
  std::optional<MailAddress> from;   ///< the one sender; absent where there is not exactly one
  SenderAuthentication authentication{};
  bool kept_from{};  ///< the case is kept from whom the mail went to
};

/// The registered sender, by their own reply address, within its time, proven by the one server
/// that is believed: all four, or nothing is done. Whoever looks like somebody else is told apart
/// before anything is said of the address, so that a forged mail never brings a fresh one.
Authority authority_of(const AnswerProof& proof, const Staff& staff, Instant now);

}  // namespace redress::domain
