#include "daemon/app/case_updates.hpp"

#include "daemon/domain/command/decide_command.hpp"

namespace redress::app {
namespace {

domain::CaseEvent folded(const domain::NewEvent& event) {
  return {.id = 0,
          .at = event.at,
          .actor = event.actor,
          .what = event.what,
          .facts = domain::fields_of(event.facts),
          .personal = domain::fields_of(event.personal),
          .message = event.message};
}

}  // namespace

ports::Task<void> add_updates(Office& office, ports::UnitOfWork& work, domain::Change& change) {
  for (const auto& reference : change.touched) {
    auto file = co_await work.case_file(reference);
    if (!file) continue;
    for (const auto& event : change.events) {
      if (event.reference == reference) domain::apply_event(*file, folded(event));
    }
    auto update = domain::update_of(*file, house_of(office.house));
    if (!update) throw std::logic_error(update.error().text);
    change.updates.push_back(std::move(*update));
  }
}

}  // namespace redress::app
