#include "config/readers.hpp"
#include "config/section.hpp"
#include "config/settings.hpp"

#include <fmt/format.h>

#include <array>

namespace redress::config {
namespace {

constexpr std::array<std::string_view, 3> k_arrays{"stage", "word", "form_label"};

/// What holds where a policy is silent on the acknowledgement (design: the product's two working
/// days). The clause says so: no policy is credited with a promise that it does not make.
constexpr int k_standard_acknowledgement = 2;
constexpr std::string_view k_standard_clause =
    "the product's own default; the policy names no limit";

constexpr auto k_bases = domain::name_table<domain::LimitBase>({
    {domain::LimitBase::received, "received"},
    {domain::LimitBase::acknowledged, "acknowledged"},
    {domain::LimitBase::escalated, "escalated"},
});
enum class Receipt { strict, lenient };
constexpr auto k_receipts = domain::name_table<Receipt>({
    {Receipt::strict, "strict"},
    {Receipt::lenient, "lenient"},
});

/// Name of the folder that the file lies in; empty where its path names none.
std::string folder_of(const std::string& file) {
  const auto end = file.rfind('/');
  if (end == std::string::npos) return {};
  const auto start = file.rfind('/', end - 1);
  const auto first = end == 0 || start == std::string::npos ? 0 : start + 1;
  return file.substr(first, end - first);
}

domain::Result<std::string> parse_pack(std::string_view text) {
  if (is_plain_name(text)) return std::string{text};
  return domain::fail(
      domain::ErrorCode::settings,
      fmt::format("{} is no folder name; use letters, digits, \"-\", \"_\" and \".\"",
                  in_quotes(text)));
}

std::optional<domain::Limit> read_limit(const Section& stage, std::string_view key) {
  const auto section = stage.inner(key, "limit");
  if (!section) return std::nullopt;
  section->check_keys();
  auto limit = section->value("within", parse_limit);
  if (!limit) return std::nullopt;
  limit->base = section->choice("from", k_bases, domain::LimitBase::received);
  limit->clause = section->text_or("clause", "");
  return limit;
}

domain::Stage read_stage(const Section& section, int number) {
  section.check_keys();
  domain::Stage stage;
  stage.number = number;
  stage.name = section.text_or("name", "");
  stage.owner_role = section.text_or("owner", "");
  if (!stage.owner_role.empty() && !is_plain_name(stage.owner_role)) {
    section.add("owner", fmt::format("{} is no role; use letters, digits and \"-\"",
                                     in_quotes(stage.owner_role)));
  }
  stage.handled_by = section.text_or("handled_by", "");
  stage.acknowledge =
      read_limit(section, "acknowledge")
          .value_or(domain::Limit{k_standard_acknowledgement, domain::LimitUnit::working_days,
                                  domain::LimitBase::received, std::string{k_standard_clause}});
  if (stage.acknowledge.base == domain::LimitBase::acknowledged) {
    section.add("acknowledge",
                "an acknowledgement cannot be counted from itself; write from = "
                "\"received\" or \"escalated\"");
  }
  stage.respond = read_limit(section, "respond");
  return stage;
}

void read_hours(const Section& top, domain::Policy& policy) {
  const auto time = [](std::string_view text) -> domain::Result<domain::TimeOfDay> {
    const auto parsed = domain::parse_time_of_day(text);
    if (parsed) return *parsed;
    return domain::fail(
        domain::ErrorCode::settings,
        fmt::format("{} is no time of day; write it like \"17:00\"", in_quotes(text)));
  };
  policy.close_of_business =
      top.value("close_of_business", time).value_or(policy.close_of_business);
  policy.open_of_business = top.value("open_of_business", time).value_or(policy.open_of_business);
  if (policy.open_of_business >= policy.close_of_business) {
    top.add(top.has("close_of_business") ? "close_of_business" : "open_of_business",
            "business closes before it opens; mend one of the two times");
  }
}

void read_top(const Section& top, domain::Policy& policy, const std::string& file) {
  top.check_keys(k_arrays);
  policy.pack = top.value("pack", parse_pack).value_or(folder_of(file));
  policy.title = top.text_or("title", "");
  policy.url = top.value("url", parse_web_address).value_or("");
  policy.nation = top.value("nation", parse_nation).value_or(policy.nation);
  read_hours(top, policy);
  policy.lenient_receipt = top.choice("receipt", k_receipts, Receipt::strict) == Receipt::lenient;
  policy.closure_days = top.dates("closure_days");
  policy.later_stages_text = top.texts("later_stages_text");
}

}  // namespace

domain::Result<domain::Policy> read_policy(std::string_view text, const std::string& file) {
  const auto table = parse_toml(text, file);
  if (!table) return table.error();
  Findings findings{file};
  const File input{*table, k_policy_keys, findings};
  input.check({}, k_arrays);
  domain::Policy policy;
  read_top(input.top(), policy, file);
  int number = 1;
  for (const auto& section : input.sections("stage")) {
    policy.stages.push_back(read_stage(section, number++));
  }
  policy.vocabulary = read_vocabulary(input, file);
  if (policy.stages.empty() && findings.empty())
    findings.add(1, "stage", "no stage; add a [[stage]]");
  if (!findings.empty()) return findings.error();
  return policy;
}

}  // namespace redress::config
