#include "daemon/domain/staff_mail/reply.hpp"

#include "daemon/domain/folded_text.hpp"

namespace redress::domain {

bool waits_for_word(const VerbRow& row) {
  return row.outward || row.confirm || row.rank == Rank::rule;
}

bool says_yes(const StaffOrders& orders) {
  return orders.commands.empty() && folded(orders.note).starts_with(" yes ");
}

}  // namespace redress::domain
