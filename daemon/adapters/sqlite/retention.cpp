#include "daemon/adapters/sqlite/retention.hpp"

#include <nlohmann/json.hpp>

namespace redress::adapters {

using domain::ErrorCode;

void require_listed(Connection& connection, const ports::RetentionRun& run,
                    const ErasureScope& scope) {
  Query query{connection, "SELECT facts FROM event WHERE what = ? ORDER BY id DESC LIMIT 1"};
  const bool any = query.with(k_retention_listed).step();
  const auto listed = any ? nlohmann::json::parse(query.text(0), nullptr, false) : nlohmann::json{};
  const bool same = listed.is_object() && listed.value("day", std::string{}) == run.day &&
                    listed.value("before", std::string{}) == domain::to_rfc3339(run.before);
  if (!same) {
    throw StoreFailure{ErrorCode::not_allowed,
                       "what would go was not listed today; run `redressctl retention run "
                       "--dry-run` and read its list first"};
  }
  if (scope.cases.size() > listed.value("cases", std::size_t{0}) ||
      scope.messages.size() > listed.value("messages", std::size_t{0})) {
    throw StoreFailure{ErrorCode::not_allowed,
                       "more would go than was listed today; run `redressctl retention run "
                       "--dry-run` again and read its list"};
  }
}

}  // namespace redress::adapters
