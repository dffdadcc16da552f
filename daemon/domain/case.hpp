#pragma once

#include "daemon/domain/deadline.hpp"
#include "daemon/domain/ids.hpp"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace redress::domain {

enum class CaseStatus {
  received,
  acknowledged,
  triage,
  investigating,
  awaiting_complainant,
  responded,
  closed,
  escalated,
  final_,
};
inline constexpr std::array k_case_statuses{CaseStatus::received,
                                            CaseStatus::acknowledged,
                                            CaseStatus::triage,
                                            CaseStatus::investigating,
                                            CaseStatus::awaiting_complainant,
                                            CaseStatus::responded,
                                            CaseStatus::closed,
                                            CaseStatus::escalated,
                                            CaseStatus::final_};
std::string_view to_string(CaseStatus status);  ///< "received" … "final"
std::optional<CaseStatus> case_status(std::string_view name);
constexpr bool is_open(CaseStatus status) {
  return status != CaseStatus::closed && status != CaseStatus::final_;
}

/// A mailbox or person as a case knows it.
struct Person {
  std::string name;  ///< sanitised display name; may be empty
  MailAddress address;
};

/// What `decide` may know of one case.
struct CaseSnapshot {
  CaseReference reference;
  CaseStatus status{CaseStatus::received};
  int stage{1};
  Instant received;
  Person complainant;
  std::vector<MailAddress> participants;  ///< complainant and whoever staff let in
  bool acknowledged{false};               ///< an SMTP server took an acknowledgement
  std::string owner{};                    ///< key of a member of staff, or a role; may be empty
  std::vector<MailAddress> kept_from{};   ///< staff who get no mail of it (CILEX-09)
};

}  // namespace redress::domain
