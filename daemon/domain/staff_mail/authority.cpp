#include "daemon/domain/staff_mail/authority.hpp"

#include "daemon/domain/names.hpp"

namespace redress::domain {
namespace {

constexpr auto k_names = name_table<Authority>({{Authority::granted, "granted"},
                                                {Authority::unknown, "unknown"},
                                                {Authority::expired, "expired"},
                                                {Authority::not_staff, "not-staff"},
                                                {Authority::other_sender, "other-sender"},
                                                {Authority::unproven, "unproven"},
                                                {Authority::kept_from, "kept-from"},
                                                {Authority::flooded, "flooded"}});
static_assert(k_names.rows.size() == k_authorities.size());

}  // namespace

std::string_view to_string(Authority authority) {
  return k_names.name(authority);
}

Authority authority_of(const AnswerProof& proof, const Staff& staff, Instant now) {
  if (!proof.issued) return Authority::unknown;
  const auto& issued = *proof.issued;
  if (find_staff(staff, issued.to.str()) == nullptr) return Authority::not_staff;
  if (!proof.from || *proof.from != issued.to) return Authority::other_sender;
  if (proof.authentication != SenderAuthentication::passed) return Authority::unproven;
  if (proof.kept_from) return Authority::kept_from;
  if (issued.answered_lately >= k_answers_an_hour) return Authority::flooded;
  if (now - issued.written > k_reply_days) return Authority::expired;
  return Authority::granted;
}

}  // namespace redress::domain
