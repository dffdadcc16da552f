#include "daemon/domain/review.hpp"

#include "daemon/domain/staff.hpp"

namespace redress::domain {
namespace {

LetterOrder review_letter(const CaseFile& file, const Policy& policy,
                          const Restriction& restriction, Instant now) {
  LetterOrder order;
  order.purpose = MailPurpose::staff_letter;
  order.letter = "restriction_review";
  order.to_role = k_complaints_manager;
  for (const auto& one : file.named_staff) order.not_to.push_back(one.email);
  order.reference = file.reference;
  order.mailbox = file.mailbox;
  order.received = file.received;
  order.stage = file.stage;
  order.not_before = now;
  order.fields["measure_title"] = restriction.measure;
  for (const auto& measure : policy.measures) {
    if (measure.name == restriction.measure) order.fields["measure_title"] = measure.title;
  }
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
