#include "daemon/domain/decide.hpp"

#include <algorithm>

namespace redress::domain {
namespace {

bool takes_part(const CaseSnapshot& snapshot, const std::optional<Person>& sender) {
  return sender && std::find(snapshot.participants.begin(), snapshot.participants.end(),
                             sender->address) != snapshot.participants.end();
}

const CaseSnapshot* find_case(const std::vector<CaseSnapshot>& cases,
                              const CaseReference& reference) {
  const auto found = std::find_if(cases.begin(), cases.end(), [&](const CaseSnapshot& one) {
    return one.reference == reference;
  });
  return found == cases.end() ? nullptr : &*found;
}

/// Once the findings were told, further mail is not simply part of the work (CIM-06).
Joined joined(const CaseSnapshot& snapshot) {
  const bool answered = !is_open(snapshot.status) || snapshot.status == CaseStatus::responded;
  return {answered ? Standing::joins_closed : Standing::joins_open, snapshot};
}

}  // namespace

Joined standing_of(const Snapshot& snapshot, const IncomingMail& mail) {
  if (mail.released) return {Standing::unnamed, {}};
  const auto authentication = mail.authentication;
  bool names_known = false;
  for (const auto& named : mail.reading.named) {
    const auto* found = find_case(snapshot.named, named.reference);
    if (!found) continue;
    names_known = true;
    const bool proven =
        named.proof == ReferenceProof::keyed
            ? authentication != SenderAuthentication::failed
            : named.proof == ReferenceProof::bare && authentication == SenderAuthentication::passed;
    if (proven && takes_part(*found, mail.sender)) return joined(*found);
  }
  // An answer to the sender's own earlier mail: its ids are no secret, so the sender is proven.
  for (const auto& thread : snapshot.threads) {
    if (takes_part(thread, mail.sender) && authentication == SenderAuthentication::passed) {
      return joined(thread);
    }
  }
  if (names_known) return {Standing::unproven, {}};
  return {mail.reading.named.empty() ? Standing::unnamed : Standing::unknown_case, {}};
}

const CaseSnapshot* case_written_to(const Snapshot& snapshot, const IncomingMail& mail) {
  const auto went_to = [&](const CaseSnapshot& one) {
    return std::any_of(mail.to.begin(), mail.to.end(), [&](const MailAddress& address) {
      return std::find(one.participants.begin(), one.participants.end(), address) !=
             one.participants.end();
    });
  };
  for (const auto* cases : {&snapshot.named, &snapshot.threads}) {
    const auto found = std::find_if(cases->begin(), cases->end(), went_to);
    if (found != cases->end()) return &*found;
  }
  return nullptr;
}

}  // namespace redress::domain
