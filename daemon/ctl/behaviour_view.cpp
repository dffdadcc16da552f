#include "daemon/ctl/behaviour_view.hpp"

#include "daemon/adapters/sqlite/senders.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace redress::ctl {
namespace {

using nlohmann::ordered_json;

/// The rules that speak for a behaviour, and the flag that they raise together.
struct RuleOfFlag {
  std::string_view rule, flag;
};
constexpr std::array k_rules{
    RuleOfFlag{"threat", "threat"},
    RuleOfFlag{"insult", "insult"},
    RuleOfFlag{"discrimination", "discriminatory"},
    RuleOfFlag{"innuendo", "sexual_innuendo"},
    RuleOfFlag{"allegation", "malicious_allegation"},
    RuleOfFlag{"demands", "unreasonable_demands"},
};

bool is_counted(const adapters::MessageRow& row, const domain::MailAddress& sender) {
  return adapters::sender_address(row.from) == sender.key() &&
         row.state != domain::MessageState::duplicate && row.kind != "automatic" &&
         row.kind != "delivery_report";
}

domain::CountedMessage counted(const adapters::MessageRow& row, const domain::TimeZone& zone) {
  domain::CountedMessage one{.received = zone.date_of(row.received), .counts = {}};
  const auto kept = ordered_json::parse(row.reading, nullptr, false);
  const auto counts = kept.is_object() ? kept.value("counts", ordered_json{}) : ordered_json{};
  if (counts.is_object()) {
    one.counts = {.words = counts.value("words", std::int64_t{}),
                  .questions = counts.value("questions", std::int64_t{}),
                  .addressed = counts.value("addressed", std::int64_t{})};
  }
  return one;
}

}  // namespace

std::vector<domain::WeekCounts> persistence_of(adapters::Register& store,
                                               const domain::MailAddress& complainant,
                                               const domain::TimeZone& zone) {
  std::vector<domain::CountedMessage> all;
  for (const auto& message : store.messages_of(complainant)) {
    if (is_counted(message, complainant)) all.push_back(counted(message, zone));
  }
  return domain::weeks_of(all);
}

ordered_json to_json(const std::vector<domain::WeekCounts>& weeks) {
  auto out = ordered_json::array();
  for (const auto& one : weeks) {
    out.push_back({{"week", domain::to_iso(one.monday)},
                   {"messages", one.messages},
                   {"words", one.sums.words},
                   {"questions", one.sums.questions},
                   {"addressed", one.sums.addressed}});
  }
  return out;
}

std::vector<FlaggedPassage> flagged_passages(const ordered_json& kept) {
  std::vector<FlaggedPassage> passages;
  if (!kept.is_object() || !kept.contains("flags") || !kept.contains("evidence")) return passages;
  const auto& flags = kept["flags"];
  for (const auto& one : kept["evidence"]) {
    const auto rule = one.value("rule", "");
    for (const auto& row : k_rules) {
      const bool raised =
          row.rule == rule && std::find(flags.begin(), flags.end(), row.flag) != flags.end();
      if (raised) passages.push_back({std::string{row.flag}, one.value("detail", "")});
    }
  }
  return passages;
}

}  // namespace redress::ctl
