#pragma once

#include "daemon/adapters/sqlite/connection.hpp"
#include "daemon/ports/store.hpp"

namespace redress::adapters {

void insert_case_mail(Connection& connection, const domain::CaseMailOrder& order);
/// The order is carried out. Throws StoreFailure (conflict) where there is none of that number.
void settle_case_mail(Connection& connection, std::int64_t order);
/// As ports::Journal::case_mails.
std::vector<ports::WaitingCaseMail> waiting_case_mails(Connection& connection, std::size_t count,
                                                       std::size_t bytes);

}  // namespace redress::adapters
