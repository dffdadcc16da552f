#include "daemon/domain/policy.hpp"

#include "daemon/domain/names.hpp"

#include <algorithm>

namespace redress::domain {
namespace {

constexpr auto k_nations = name_table<Nation>({
    {Nation::england_and_wales, "england-and-wales"},
    {Nation::scotland, "scotland"},
    {Nation::northern_ireland, "northern-ireland"},
});

}  // namespace

const Stage* find_stage(const Policy& policy, int number) {
  for (const auto& stage : policy.stages) {
    if (stage.number == number) return &stage;
  }
  return nullptr;
}

bool counts_from_acknowledgement(const Policy& policy) {
  const auto counts = [](const std::optional<Limit>& limit) {
    return limit && limit->base == LimitBase::acknowledged;
  };
  return std::any_of(
             policy.stages.begin(), policy.stages.end(),
             [&](const Stage& one) { return counts(one.contact) || counts(one.respond); }) ||
         std::any_of(policy.priorities.begin(), policy.priorities.end(),
                     [&](const Priority& one) { return counts(one.act); });
}

std::string_view to_string(Nation value) {
  return k_nations.name(value);
}
std::optional<Nation> nation(std::string_view name) {
  return k_nations.value(name);
}

}  // namespace redress::domain
