#include "config/policy/parts.hpp"
#include "config/readers.hpp"
#include "config/section.hpp"

#include <fmt/format.h>

#include <array>

namespace redress::config {
namespace {

constexpr std::array<std::string_view, 5> k_tables{"pause", "extension", "letters", "retention",
                                                   "review"};
constexpr std::array<std::string_view, 11> k_arrays{"stage",     "priority", "area",      "body",
                                                    "behaviour", "measure",  "referral",  "report",
                                                    "reminder",  "word",     "form_label"};

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

/// Takes what the named files hold. The first one that is wrong ends it: its own line is told.
domain::Result<void> read_includes(const Section& top, const FindIncluded& find, PolicyFile& out) {
  for (const auto& path : top.texts("include")) {
    const auto included = find(path);
    if (!included) {
      top.add("include", included.error().text);
      return {};
    }
    if (const auto read = read_included(*included, out); !read) return read.error();
  }
  return {};
}

void read_asked(const Section& top, domain::Policy& policy) {
  for (const auto& text : top.texts("asks_for")) {
    if (const auto known = domain::asked_for(text)) {
      policy.asks_for.push_back(*known);
    } else {
      top.add("asks_for", fmt::format("{} is nothing that can be asked for; use \"account\", "
                                      "\"resolution\" or \"evidence\"",
                                      in_quotes(text)));
    }
  }
}

}  // namespace

void read_policy_top(const Section& top, const std::string& file, PolicyFile& out) {
  std::vector<std::string_view> tables{k_tables.begin(), k_tables.end()};
  tables.insert(tables.end(), k_arrays.begin(), k_arrays.end());
  top.check_keys(tables);
  auto& policy = out.policy;
  policy.pack = top.value("pack", parse_pack).value_or(folder_of(file));
  policy.title = top.text_or("title", "");
  policy.url = top.value("url", parse_web_address).value_or("");
  policy.nation = top.value("nation", parse_nation).value_or(policy.nation);
  read_hours(top, policy);
  policy.lenient_receipt = top.choice("receipt", k_receipts, Receipt::strict) == Receipt::lenient;
  policy.closure_days = top.dates("closure_days");
  policy.later_stages_text = top.texts("later_stages_text");
  policy.warning_first = top.flag("warning_first", true);
  policy.closing = read_record_fields(top, "closing");
  policy.reasons = top.flag("reasons", true);
  policy.thanks_for_feedback = top.flag("thanks_for_feedback", false);
  read_asked(top, policy);
  policy.enquiries_to = top.text_or("enquiries_to", "");
  if (!policy.enquiries_to.empty()) {
    out.mentions.push_back({Mention::What::role, {policy.enquiries_to}, top.place("enquiries_to")});
  }
  for (const auto& role : top.texts("may_see")) {
    out.mentions.push_back({Mention::What::role, {role}, top.place("may_see")});
    policy.may_see.push_back(role);
  }
}

domain::Result<PolicyFile> read_policy_file(std::string_view text, const std::string& file,
                                            const FindIncluded& find) {
  const auto table = parse_toml(text, file);
  if (!table) return table.error();
  Findings findings{file};
  const File input{*table, k_policy_keys, findings};
  input.check(k_tables, k_arrays);
  PolicyFile out;
  read_policy_top(input.top(), file, out);
  if (const auto read = read_includes(input.top(), find, out); !read) return read.error();
  read_stages(input, findings, out);
  read_urgency(input, out);
  read_scope(input, out);
  read_behaviour(input, out);
  read_referrals(input, out);
  read_duties(input, out);
  read_ladder(input, out);
  out.policy.vocabulary = read_vocabulary(input, file);
  if (!findings.empty()) return findings.error();
  return out;
}

domain::Result<domain::Policy> read_policy(std::string_view text, const std::string& file) {
  auto read = read_policy_file(text, file, [](const std::string& path) {
    return domain::Result<IncludedText>{
        domain::fail(domain::ErrorCode::settings,
                     fmt::format("{} cannot be included here; put what it holds into this file",
                                 in_quotes(path)))};
  });
  if (!read) return read.error();
  return std::move(read->policy);
}

}  // namespace redress::config
