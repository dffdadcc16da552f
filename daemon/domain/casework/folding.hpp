#pragma once

#include "daemon/domain/casework/case_file.hpp"

#include <optional>
#include <span>
#include <string_view>

namespace redress::domain {

/// What one kind of event changes of a case.
struct FoldRow {
  std::string_view what;
  void (*apply)(CaseFile&, const CaseEvent&);
};

/// The events about people: who may speak, who is named, what they did, and what is done about it.
std::span<const FoldRow> people_folds();

std::optional<Date> date_fact(const CaseEvent& event, std::string_view name);
std::optional<MailAddress> address_fact(const CaseEvent& event, std::string_view name);
/// Somebody looks at a case that only lay there.
void take_up(CaseFile& file, CaseStatus status);

}  // namespace redress::domain
