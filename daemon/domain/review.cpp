#include "daemon/domain/review.hpp"

#include "daemon/domain/casework/case_update.hpp"

#include "daemon/domain/staff.hpp"

namespace redress::domain {
namespace {

LetterOrder review_letter(const CaseFile& file, const Policy& policy,
                          const Restriction& restriction, Instant now) {
  auto order = staff_letter(file, "restriction_review", now);
  order.to_role = k_complaints_manager;
  const auto* measure = find_named(policy.measures, restriction.measure);
  order.fields["measure_title"] = measure == nullptr ? restriction.measure : measure->title;
  order.fields["review_date"] = to_iso(restriction.review.value());
  if (restriction.until) order.fields["until_date"] = to_iso(*restriction.until);
  return order;
}

}  // namespace

std::vector<LetterOrder> review_letters(const CaseFile& file, const Policy& policy, Date day,
                                        Instant now) {
  std::vector<LetterOrder> letters;
  for (const auto& one : file.restrictions) {
    if (!one.lifted && one.review == day) letters.push_back(review_letter(file, policy, one, now));
  }
  return letters;
}

}  // namespace redress::domain
