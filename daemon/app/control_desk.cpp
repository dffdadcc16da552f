#include "daemon/app/control_desk.hpp"

#include "daemon/domain/manual.hpp"
#include "daemon/ports/store_failure.hpp"

#include <fmt/format.h>

namespace redress::app {

ports::Task<domain::Result<std::string>> handle_control(Office& office,
                                                        const ports::ControlRequest& request) {
  const auto now = office.ports.clock.now();
  std::optional<domain::CaseReference> reference;
  if (auto named = domain::CaseReference::parse(request.reference)) reference = std::move(*named);
  const auto change =
      domain::decide_manual(request.verb, request.id, reference, request.actor, now);
  if (!change) co_return change.error();
  try {
    auto work = co_await office.ports.cases.begin();
    co_await work->apply(*change);
    co_await work->commit();
  } catch (const ports::StoreFailure& failure) {
    co_return failure.error();
  }
  office.unsent.notify();
  office.unread.notify();
  co_return fmt::format("{} {}: done", request.verb, request.id);
}

}  // namespace redress::app
