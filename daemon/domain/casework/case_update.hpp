#pragma once

#include "daemon/domain/decide.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace redress::domain {

/// The event as the store keeps it, and as a case is folded from it.
NewEvent stored_event(const CaseReference& reference, const CaseEvent& event);
CaseEvent folded_event(const NewEvent& event);

/// How the case stands, with its deadlines, for the store's tables. Error: settings, where the
/// calendar does not cover a year in question.
Result<CaseUpdate> update_of(const CaseFile& file, const House& house);

/// Opens a case by the events that it begins with: adds its row, the events and how it stands then.
/// Errors: those of replay and update_of; `change` is then as it was.
Result<void> open_case(Change& change, const CaseReference& reference,
                       const std::vector<CaseEvent>& story, const House& house);

/// A letter to staff about a case, kept from those whom it names; whom it goes to is the caller's.
LetterOrder staff_letter(const CaseFile& file, std::string_view letter, Instant now);
/// One with a line of the program's own.
LetterOrder case_notice(const CaseFile& file, std::string text, Instant now);

}  // namespace redress::domain
