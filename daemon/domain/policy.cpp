#include "daemon/domain/policy.hpp"

#include "daemon/domain/names.hpp"

namespace redress::domain {
namespace {

constexpr auto k_nations = name_table<Nation>({
    {Nation::england_and_wales, "england-and-wales"},
    {Nation::scotland, "scotland"},
    {Nation::northern_ireland, "northern-ireland"},
});

}  // namespace

std::string_view to_string(Nation value) {
  return k_nations.name(value);
}
std::optional<Nation> nation(std::string_view name) {
  return k_nations.value(name);
}

}  // namespace redress::domain
