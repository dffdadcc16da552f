#include "daemon/app/case_updates.hpp"

#include "daemon/domain/casework/case_update.hpp"

namespace redress::app {
ports::Task<void> add_updates(Office& office, ports::UnitOfWork& work, domain::Change& change) {
  for (const auto& reference : change.touched) {
    auto file = co_await work.case_file(reference);
    if (!file) continue;
    for (const auto& event : change.events) {
      if (event.reference == reference) domain::apply_event(*file, domain::folded_event(event));
    }
    auto update = domain::update_of(*file, house_of(office.house));
    if (!update) throw std::logic_error(update.error().text);
    change.updates.push_back(std::move(*update));
  }
}

}  // namespace redress::app
