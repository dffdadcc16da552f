#include "daemon/app/apart.hpp"

#include "daemon/app/alone.hpp"
#include "daemon/app/messages.hpp"
#include "daemon/app/system_notice.hpp"

#include <fmt/format.h>

#include <exception>
#include <optional>
#include <utility>

namespace redress::app {
namespace {

ports::Task<void> tell(Office& office, const std::string& what, const std::string& when,
                       const std::string& why) {
  const auto key = fmt::format("failed:{}:{}", what, when);
  if (co_await office.ports.reports.is_noted(key)) co_return;
  domain::Change change;
  change.notices.push_back(system_notice(
      key, fmt::format("{} went wrong, and was not done: {}; please report this", what, why),
      office.ports.clock.now()));
  co_await apply_alone(office, std::move(change));
}

}  // namespace

ports::Task<Outcome> apart(Office& office, std::string what, std::string when,
                           ports::Task<void> work) {
  std::optional<std::string> wrong;
  try {
    co_await std::move(work);
  } catch (const ports::StoreFailure& failure) {
    if (is_fatal(failure)) throw;
    office.log.error("{} the store failed on {}: {}; it is tried again", log_id::k_store_failed,
                     what, failure.what());
    co_return Outcome::again;
  } catch (const std::exception& error) {
    wrong = error.what();
  }
  if (!wrong) co_return Outcome::done;
  office.log.error("{} {} went wrong: {}", log_id::k_duty_failed, what, *wrong);
  co_await tell(office, what, when, *wrong);
  co_return Outcome::failed;
}

}  // namespace redress::app
