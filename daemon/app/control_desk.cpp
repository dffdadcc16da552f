#include "daemon/app/control_desk.hpp"

#include "daemon/app/erasure_desk.hpp"
#include "daemon/app/staff_commands.hpp"
#include "daemon/domain/manual.hpp"
#include "daemon/ports/store_failure.hpp"

#include <fmt/format.h>

namespace redress::app {

ports::Task<domain::Result<std::string>> handle_control(Office& office,
                                                        const ports::ControlRequest& request) {
  if (is_erasure(request.verb)) co_return co_await handle_erasure(office, request);
  const auto verb = domain::manual_verb(request.verb);
  if (!verb) {
    co_return domain::fail(
        domain::ErrorCode::invalid_input,
        fmt::format("the daemon knows no \"{}\"; is redressctl of its version?", request.verb));
  }
  const domain::ManualOrder order{*verb, request.id, domain::message_kind(request.kind),
                                  request.text};
  try {
    auto work = co_await office.ports.cases.begin();
    const auto subject = co_await work->manual_subject(order);
    const auto change =
        domain::decide_manual(order, subject, request.actor, office.ports.clock.now());
    if (!change) co_return change.error();
    co_await work->apply(*change);
    co_await work->commit();
  } catch (const ports::StoreFailure& failure) {
    co_return failure.error();
  }
  office.unsent.notify();
  office.unread.notify();
  co_return fmt::format("{} {}: done", request.verb, request.id);
}

ports::Task<domain::Result<std::string>> handle_act(Office& office, LetterOffice& letters,
                                                    const ports::ControlRequest& request) {
  const auto now = office.ports.clock.now();
  const auto asked =
      read_request(office.house, {request.reference, request.as, request.actor, request.text}, now);
  if (!asked) co_return asked.error();
  std::string answer;
  try {
    auto work = co_await office.ports.cases.begin();
    const auto subject = co_await work->command_subject(asked->query);
    auto done = carry_out(office.house, letters, *asked, subject, now);
    if (!done) co_return done.error();
    answer = std::move(done->text);
    co_await work->apply(done->change);
    co_await work->commit();
  } catch (const ports::StoreFailure& failure) {
    co_return failure.error();
  }
  office.unsent.notify();
  office.unread.notify();
  office.untold.notify();
  co_return answer;
}

}  // namespace redress::app
