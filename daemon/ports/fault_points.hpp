#pragma once

#include <array>
#include <string_view>

namespace redress::ports {

/// Where a test can stop, fail or delay the program: before and after each durable step, and before
/// each step on a network. Named as "<what>.<step>".
inline constexpr std::array<std::string_view, 29> k_fault_points{
    "imap.open",      "imap.list",         "imap.fetch",         "imap.mark",
    "imap.wait",      "imap.close",        "journal.append",     "journal.appended",
    "journal.mark",   "journal.marked",    "desk.read",          "message.read",
    "verdict.commit", "verdict.committed", "quarantine.commit",  "outbox.claim",
    "outbox.claimed", "smtp.connect",      "smtp.mail",          "smtp.dot",
    "smtp.answer",    "delivery.commit",   "delivery.committed", "notices.commit",
    "imap.expunge",   "copies.erased",     "daily.commit",       "case_mail.commit",
    "report.count",
};

constexpr bool is_fault_point(std::string_view name) {
  for (const auto known : k_fault_points) {
    if (known == name) return true;
  }
  return false;
}

/// What a test does at those places. Any thread.
class FaultPoints {
 public:
  virtual ~FaultPoints() = default;
  /// Returns at once, unless the test said otherwise: then the process dies or stops here, the
  /// thread sleeps, or this throws what a failing store or network would throw.
  virtual void reach(std::string_view name) = 0;
};

/// In a release build no fault point is there.
#ifdef REDRESS_TEST_HOOKS
inline void fault_point(FaultPoints* faults, std::string_view name) {
  if (faults != nullptr) faults->reach(name);
}
#else
inline void fault_point(FaultPoints*, std::string_view) {}
#endif

}  // namespace redress::ports
