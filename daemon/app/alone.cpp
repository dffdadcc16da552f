#include "daemon/app/alone.hpp"

namespace redress::app {

ports::Task<void> apply_alone(Office& office, domain::Change change) {
  auto work = co_await office.ports.cases.begin();
  co_await work->apply(change);
  co_await work->commit();
  if (!change.mails.empty()) office.unsent.notify();
  if (!change.notices.empty()) office.untold.notify();
}

}  // namespace redress::app
